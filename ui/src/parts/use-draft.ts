import { useCallback, useEffect, useRef, useState } from 'react';
import { useAction } from '../state/command';

const WAIT_MS = 400;

/**
 * Keeps what is typed, a moment after every change. One save at a time: two at once would make two drafts of one
 * piece of work. Leaving the screen saves at once.
 */
export function useDraft(form: string, initial: string | null) {
  const save = useAction('draft.save');
  const discard = useAction('draft.discard');
  const id = useRef(initial);
  const waiting = useRef<{ title: string | null; body: unknown } | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const chain = useRef<Promise<void>>(Promise.resolve());
  const over = useRef(false);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const saveAsync = useRef(save.mutateAsync);
  saveAsync.current = save.mutateAsync;
  const discardAsync = useRef(discard.mutateAsync);
  discardAsync.current = discard.mutateAsync;

  const flush = useCallback(() => {
    window.clearTimeout(timer.current);
    chain.current = chain.current.then(async () => {
      const kept = waiting.current;
      if (kept === null || over.current) return;
      waiting.current = null;
      try {
        const draft = await saveAsync.current({ draft: id.current, form, ...kept });
        id.current = draft.draft;
        setSavedAt(new Date(Number(draft.saved_at_ms)).toISOString());
      } catch {
        // Still in the fields; the next change tries again.
        waiting.current ??= kept;
      }
    });
    return chain.current;
  }, [form]);

  const keep = useCallback(
    (title: string | null, body: unknown) => {
      if (over.current) return;
      waiting.current = { title, body };
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), WAIT_MS);
    },
    [flush],
  );

  useEffect(() => () => void flush(), [flush]);

  /** Goes on with a draft kept before, unless this one has its own already. */
  const takeUp = useCallback((draft: string) => {
    id.current ??= draft;
  }, []);

  /** Saves what waits and keeps nothing more, while the work itself is written: its draft, if there is one. */
  const pause = useCallback(async () => {
    await flush();
    over.current = true;
    return id.current;
  }, [flush]);

  /** The work could not be written: what is typed from now on is kept again. */
  const goOn = useCallback(() => {
    over.current = false;
  }, []);

  const drop = useCallback(async () => {
    window.clearTimeout(timer.current);
    waiting.current = null;
    await chain.current;
    over.current = true;
    if (id.current === null) return;
    try {
      await discardAsync.current({ draft: id.current });
    } catch {
      // The work itself is written: a draft that stays can be discarded from the list.
    }
  }, []);

  return { keep, drop, savedAt, takeUp, pause, goOn };
}
