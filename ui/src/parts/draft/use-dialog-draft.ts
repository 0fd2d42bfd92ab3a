import { useCallback, useRef, useState } from 'react';
import type { Draft, ReferralEventType } from '../../ipc/types';
import { useCommand } from '../../state/command';
import { useDraft } from './use-draft';

/** What is written new over a case, over a person, or in the directory. */
type Begun =
  | 'note'
  | 'visit'
  | 'visit_made'
  | 'referral'
  | 'group'
  | 'situation'
  | 'close'
  | 'reopen'
  | 'service'
  | 'appointment'
  | 'consent'
  | 'contact'
  | 'member'
  | 'entitlement'
  | 'flag'
  | 'assign'
  | 'open_case'
  | 'partner'
  | 'attachment'
  | 'center';

/** What is written about something that is there: `of` names it. */
type About =
  | 'person_edit'
  | 'contact_edit'
  | 'entitlement_edit'
  | 'flag_resolve'
  | 'member_edit'
  | 'household_edit'
  | 'partner_edit'
  | 'paper'
  | 'attachment_withdraw';

type Each<Kind extends string> = Kind extends string ? { kind: Kind } : never;

/** The dialogs whose words are kept as they are typed. */
export type Writing =
  | Each<Begun>
  | (Each<About> & { of: string })
  /** What a partner answered, in what became of a referral. */
  | { kind: 'answer'; referral: string; event: ReferralEventType }
  | { kind: 'group_edit'; situation: string }
  | { kind: 'step'; step: string }
  | {
      kind: 'visit_record';
      visit: string;
    };

/** What the list of drafts calls each; several dialogs make one kind of record. */
const FORM: Record<Writing['kind'], string> = {
  note: 'note',
  visit: 'visit',
  visit_made: 'visit',
  visit_record: 'visit',
  referral: 'referral',
  group: 'situation',
  group_edit: 'situation',
  situation: 'case',
  close: 'closing',
  reopen: 'reopening',
  step: 'step',
  service: 'service',
  appointment: 'appointment',
  consent: 'consent',
  contact: 'contact',
  contact_edit: 'contact',
  member: 'household',
  member_edit: 'household',
  household_edit: 'household',
  entitlement: 'entitlement',
  entitlement_edit: 'entitlement',
  flag: 'flag',
  flag_resolve: 'flag',
  assign: 'assignment',
  person_edit: 'person',
  open_case: 'opening',
  partner: 'partner',
  partner_edit: 'partner',
  attachment: 'attachment',
  paper: 'attachment',
  attachment_withdraw: 'withdrawal',
  center: 'center',
  answer: 'answer',
};

const ABOUT: readonly string[] = [
  'person_edit',
  'contact_edit',
  'entitlement_edit',
  'flag_resolve',
  'member_edit',
  'household_edit',
  'partner_edit',
  'paper',
  'attachment_withdraw',
] satisfies About[];

/** The core drops the draft in the transaction that writes the record; for the others it is dropped after. */
const DROPPED_WITH: readonly Writing['kind'][] = ['note', 'referral', 'group'];

/** What is being written belongs to a case, to a person outside any, or to the directory. */
export type DraftPlace = { case: string } | { person: string } | { directory: true };

type Body = DraftPlace & {
  writing: Writing;
  typed: object;
};

/** What a form says of its draft. */
export interface DraftState {
  discard: () => Promise<void>;
  /** When it was last saved from this form. */
  savedAt: string | null;
  /** It opened on words kept before. */
  isTakenUp: boolean;
}

function bodyOf(draft: Draft): Body | null {
  const body = draft.body as {
    case?: unknown;
    person?: unknown;
    directory?: unknown;
    writing?: unknown;
    typed?: unknown;
  } | null;
  if (typeof body !== 'object' || body === null) return null;
  const { writing, typed } = body;
  const whole =
    (typeof body.case === 'string' || typeof body.person === 'string' || body.directory === true) &&
    typeof writing === 'object' &&
    writing !== null &&
    'kind' in writing &&
    String(writing.kind) in FORM &&
    typeof typed === 'object' &&
    typed !== null;
  return whole ? (body as Body) : null;
}

/** Where a kept draft is taken up again: its case or its person, and its dialog. Nothing for one of another form. */
export function placeOf(draft: Draft): (DraftPlace & { writing: Writing }) | null {
  return bodyOf(draft);
}

/** What an address says is to be written; `of` names the record some of them are about. */
export function writingOf(kind: string, of: string | undefined): Writing | null {
  // An answer has an address of its own: it is written over its referral.
  if (!(kind in FORM) || kind === 'answer') return null;
  if (kind === 'visit_record') return of === undefined ? null : { kind, visit: of };
  if (kind === 'group_edit') return of === undefined ? null : { kind, situation: of };
  if (kind === 'step') return of === undefined ? null : { kind, step: of };
  if (ABOUT.includes(kind)) return of === undefined ? null : { kind: kind as About, of };
  return { kind } as Writing;
}

/** The record a dialog is about, where there is one. */
export function aboutOf(writing: Writing): string | null {
  if (writing.kind === 'visit_record') return writing.visit;
  if (writing.kind === 'step') return writing.step;
  if (writing.kind === 'answer') return `${writing.referral}/${writing.event}`;
  if ('of' in writing) return writing.of;
  return writing.kind === 'group_edit' ? writing.situation : null;
}

function same(a: Writing, b: Writing): boolean {
  return a.kind === b.kind && aboutOf(a) === aboutOf(b);
}

function samePlace(a: DraftPlace, b: DraftPlace): boolean {
  if ('case' in a) return 'case' in b && a.case === b.case;
  if ('person' in a) return 'person' in b && a.person === b.person;
  return 'directory' in b;
}

/**
 * What is typed in a dialog, kept from the first key: closing the dialog by mistake or losing the power
 * loses nothing, and the same dialog opens on it again. `null` for a place keeps nothing; a text names a case.
 */
export function useDialogDraft<T extends object>(
  over: string | DraftPlace | null,
  writing: Writing,
  title: string,
  empty: T,
) {
  const place: DraftPlace | null = typeof over === 'string' ? { case: over } : over;
  const form = FORM[writing.kind];
  const list = useCommand('draft.list', { form }, { enabled: place !== null });
  const [typed, setTyped] = useState<T | null>(null);
  const [isWriting, setWriting] = useState(false);
  const draft = useDraft(form, null);
  const found = list.data?.find((one) => {
    const body = bodyOf(one);
    return body !== null && place !== null && samePlace(body, place) && same(body.writing, writing);
  });
  const kept = found === undefined ? null : { ...empty, ...bodyOf(found)?.typed };
  const value = typed ?? kept ?? empty;

  /** What stands in the form at this moment: two changes may come before it is drawn again. */
  const now = useRef(value);
  now.current = value;
  const change = (patch: Partial<T> | ((now: T) => Partial<T>)) => {
    const next = { ...now.current, ...(typeof patch === 'function' ? patch(now.current) : patch) };
    now.current = next;
    setTyped(next);
    if (place === null) return;
    // Once something is typed here before the list came, the list no longer decides.
    if (typed === null && found !== undefined) draft.takeUp(found.draft);
    draft.keep(title, { ...place, writing, typed: next });
  };

  const busy = useRef(false);
  /** Writes the work itself: `write` is given the draft to drop with it. Pressing twice writes once. */
  const submit = useCallback(
    async (write: (draft: string | null) => Promise<unknown>) => {
      if (busy.current) return;
      busy.current = true;
      setWriting(true);
      try {
        if (found !== undefined) draft.takeUp(found.draft);
        await write(await draft.pause());
        if (!DROPPED_WITH.includes(writing.kind)) await draft.drop();
      } catch {
        // Said by the form; what is typed is kept as before.
        draft.goOn();
      } finally {
        busy.current = false;
        setWriting(false);
      }
    },
    [draft.takeUp, draft.pause, draft.drop, draft.goOn, found, writing.kind],
  );

  const discard = async () => {
    if (found !== undefined) draft.takeUp(found.draft);
    await draft.drop();
  };

  const state: DraftState = {
    discard,
    savedAt: draft.savedAt,
    isTakenUp: kept !== null && draft.savedAt === null,
  };
  return { value, change, submit, isWriting, state };
}
