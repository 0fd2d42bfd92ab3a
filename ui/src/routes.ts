import type { MessageKey } from './i18n';
import type { CaseCard, PersonCard } from './ipc/types';
import { aboutOf, type DraftPlace, type Writing } from './parts/draft/use-dialog-draft';

function written(writing: Writing): string {
  const about = aboutOf(writing);
  return about === null ? writing.kind : `${writing.kind}/${about}`;
}

/** Every address of the program, in one place. */
export const to = {
  today: '/',
  people: '/people',
  person: (id: string) => `/people/${id}`,
  duplicates: '/duplicates',
  compare: (left: string, right: string) => `/duplicates/${left}/${right}`,
  intake: '/intake',
  intakeOf: (person: string) => `/intake/person/${person}`,
  draft: (id: string) => `/intake/draft/${id}`,
  imports: '/imports',
  cases: '/cases',
  casesOf: (staff: string) => `/cases/of/${staff}`,
  case: (id: string) => `/cases/${id}`,
  step: (id: string, step: string) => `/cases/${id}/steps/${step}`,
  /** Where something begun is gone on with. */
  writing: (place: DraftPlace, writing: Writing) => {
    if (writing.kind === 'answer') return `/referrals/${writing.referral}/answer/${writing.event}`;
    if (writing.kind === 'center') return to.settings;
    if ('directory' in place) return `/partners/write/${written(writing)}`;
    return `/${'case' in place ? `cases/${place.case}` : `people/${place.person}`}/write/${written(writing)}`;
  },
  visits: '/visits',
  visit: (id: string) => `/visits/${id}`,
  referrals: '/referrals',
  referral: (id: string) => `/referrals/${id}`,
  partners: '/partners',
  attention: '/attention',
  sync: '/sync',
  settings: '/settings',
} as const;

/** The same addresses, as the router matches them. */
export const paths = {
  person: '/people/:id',
  compare: '/duplicates/:left/:right',
  intakeOf: '/intake/person/:person',
  draft: '/intake/draft/:draft',
  casesOf: '/cases/of/:staff',
  case: '/cases/:id',
  step: '/cases/:id/steps/:step',
  writing: '/cases/:id/write/:kind/:of?',
  writingOf: '/people/:id/write/:kind/:of?',
  visit: '/visits/:id',
  referral: '/referrals/:id',
  answer: '/referrals/:id/answer/:event',
  writingIn: '/partners/write/:kind/:of?',
} as const;

/**
 * What a row opens: the page of what it is about, in every list: the case, or the person where there is none. What is to be
 * done about it is the button's.
 */
export function pathOfSubject(inCase: CaseCard | null, person: PersonCard): string {
  if (inCase !== null) return to.case(inCase.case);
  return person.person === null ? to.people : to.person(person.person);
}

/** Places that are lists, and the word each goes by. */
const LISTS: readonly { path: RegExp; name: MessageKey }[] = [
  { path: /^\/$/, name: 'nav.today' },
  { path: /^\/people$/, name: 'nav.people' },
  { path: /^\/duplicates$/, name: 'duplicate.title' },
  { path: /^\/imports$/, name: 'import.title' },
  { path: /^\/cases(\/of\/[^/]+)?$/, name: 'nav.cases' },
  { path: /^\/visits(\/[^/]+)?$/, name: 'nav.visits' },
  { path: /^\/referrals$/, name: 'nav.referrals' },
  { path: /^\/partners$/, name: 'nav.partners' },
  { path: /^\/attention$/, name: 'nav.attention' },
];

/** What a list is called; nothing for a place that is none. */
export function listName(path: string): MessageKey | null {
  return LISTS.find((list) => list.path.test(path))?.name ?? null;
}

export function isList(path: string): boolean {
  return listName(path) !== null;
}
