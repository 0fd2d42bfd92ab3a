/** Screens help speaks of. */
export type Topic =
  | 'today'
  | 'people'
  | 'person'
  | 'duplicates'
  | 'compare'
  | 'intake'
  | 'imports'
  | 'cases'
  | 'case'
  | 'visits'
  | 'referrals'
  | 'referral'
  | 'partners'
  | 'attention'
  | 'sync'
  | 'settings'
  | 'unlock'
  | 'setup';

/** The first that fits: a page before the list it is opened from. */
const TOPICS: readonly { path: RegExp; topic: Topic }[] = [
  { path: /^\/people\/./, topic: 'person' },
  { path: /^\/people/, topic: 'people' },
  { path: /^\/duplicates\/./, topic: 'compare' },
  { path: /^\/duplicates/, topic: 'duplicates' },
  { path: /^\/intake/, topic: 'intake' },
  { path: /^\/imports/, topic: 'imports' },
  { path: /^\/cases\/of\//, topic: 'cases' },
  { path: /^\/cases\/./, topic: 'case' },
  { path: /^\/cases/, topic: 'cases' },
  { path: /^\/visits/, topic: 'visits' },
  { path: /^\/referrals\/./, topic: 'referral' },
  { path: /^\/referrals/, topic: 'referrals' },
  { path: /^\/partners/, topic: 'partners' },
  { path: /^\/attention/, topic: 'attention' },
  { path: /^\/sync/, topic: 'sync' },
  { path: /^\/settings/, topic: 'settings' },
];

export function topicOf(path: string): Topic {
  return TOPICS.find((one) => one.path.test(path))?.topic ?? 'today';
}

export interface Shortcut {
  keys: readonly string[];
  /** Its words, under `help_key`. */
  does: 'help' | 'search' | 'rows' | 'open' | 'next' | 'choose' | 'calendar' | 'go_on' | 'close' | 'note';
}

const HELP: Shortcut = { keys: ['F1', '?'], does: 'help' };
const SEARCH: Shortcut = { keys: ['Ctrl K'], does: 'search' };
const NOTE: Shortcut = { keys: ['N'], does: 'note' };
const ROWS: readonly Shortcut[] = [
  { keys: ['↑', '↓'], does: 'rows' },
  { keys: ['Enter'], does: 'open' },
];
const FIELDS: readonly Shortcut[] = [
  { keys: ['Tab'], does: 'next' },
  { keys: ['Space'], does: 'choose' },
  { keys: ['Esc'], does: 'close' },
];
/** Where dates and texts are written. */
const WRITING: readonly Shortcut[] = [
  { keys: ['Alt ↓'], does: 'calendar' },
  { keys: ['Ctrl Enter'], does: 'go_on' },
];
const WRITTEN: readonly Topic[] = ['today', 'person', 'intake', 'case', 'visits', 'referral'];
const LISTS: readonly Topic[] = ['today', 'people', 'duplicates', 'intake', 'cases', 'visits', 'referrals', 'partners'];

/** The keys that do something on a screen, for somebody who may search or not. */
export function shortcutsOf(topic: Topic, maySearch: boolean): readonly Shortcut[] {
  return [
    HELP,
    ...(maySearch ? [SEARCH] : []),
    ...(topic === 'case' ? [NOTE] : []),
    ...(LISTS.includes(topic) ? ROWS : []),
    ...FIELDS,
    ...(WRITTEN.includes(topic) ? WRITING : []),
  ];
}
