import { useCallback, useRef, useState } from 'react';
import type { Draft } from '../ipc/types';
import { useCommand } from '../state/command';
import { useDraft } from './use-draft';

/** The dialogs over a case whose words are kept as they are typed. */
export type Writing =
  | { kind: 'note' | 'visit' | 'visit_made' | 'referral' }
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
};

/** The core drops the draft in the transaction that writes the record; for the others it is dropped after. */
const DROPPED_WITH: readonly Writing['kind'][] = ['note', 'referral'];

interface Body {
  case: string;
  writing: Writing;
  typed: object;
}

/** What a form says of its draft. */
export interface DraftState {
  discard: () => Promise<void>;
  /** When it was last saved from this form. */
  savedAt: string | null;
  /** It opened on words kept before. */
  isTakenUp: boolean;
}

function bodyOf(draft: Draft): Body | null {
  const body = draft.body as Partial<Body> | null;
  const whole =
    typeof body === 'object' &&
    body !== null &&
    typeof body.case === 'string' &&
    typeof body.writing === 'object' &&
    body.writing !== null &&
    body.writing.kind in FORM &&
    typeof body.typed === 'object' &&
    body.typed !== null;
  return whole ? (body as Body) : null;
}

/** Where a kept draft is taken up again: its case and its dialog. Nothing for one of another form. */
export function placeOf(draft: Draft): { case: string; writing: Writing } | null {
  return bodyOf(draft);
}

/** What an address says is to be written. */
export function writingOf(kind: string, visit: string | undefined): Writing | null {
  if (!(kind in FORM)) return null;
  if (kind === 'visit_record') return visit === undefined ? null : { kind, visit };
  return { kind } as Writing;
}

function same(a: Writing, b: Writing): boolean {
  return a.kind === b.kind && (a.kind !== 'visit_record' || (b.kind === 'visit_record' && a.visit === b.visit));
}

/**
 * What is typed in a dialog over a case, kept from the first key: closing the dialog by mistake or losing the power
 * loses nothing, and the same dialog opens on it again. `null` for a case keeps nothing.
 */
export function useDialogDraft<T extends object>(caseId: string | null, writing: Writing, title: string, empty: T) {
  const form = FORM[writing.kind];
  const list = useCommand('draft.list', { form }, { enabled: caseId !== null });
  const [typed, setTyped] = useState<T | null>(null);
  const [isWriting, setWriting] = useState(false);
  const draft = useDraft(form, null);
  const found = list.data?.find((one) => {
    const body = bodyOf(one);
    return body !== null && body.case === caseId && same(body.writing, writing);
  });
  const kept = found === undefined ? null : { ...empty, ...bodyOf(found)?.typed };
  const value = typed ?? kept ?? empty;

  const change = (patch: Partial<T>) => {
    const next = { ...value, ...patch };
    setTyped(next);
    if (caseId === null) return;
    // Once something is typed here before the list came, the list no longer decides.
    if (typed === null && found !== undefined) draft.takeUp(found.draft);
    draft.keep(title, { case: caseId, writing, typed: next });
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
