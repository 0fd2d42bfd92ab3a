import { useCallback, useEffect, useRef, useState } from 'react';
import { useAction } from '../../state/command';
import { useKeptWords } from '../../state/kept-words';
import { useSession } from '../../state/session';

/** However long somebody types without a pause, no more than this is in the fields alone. */
const WAIT_MS = 400;

/**
 * Keeps what is typed, a moment after the first change since it was last kept. One save at a time: two at once would
 * make two drafts of one piece of work. Leaving the screen saves at once, and so does a lock, before it.
 */
export function useDraft(form: string, initial: string | null) {
  const save = useAction('draft.save');
  const discard = useAction('draft.discard');
  const words = useKeptWords();
  const { staff } = useSession().user;
  /** This form, among those whose words wait. */
  const self = useRef({});
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
    timer.current = undefined;
    chain.current = chain.current.then(async () => {
      const kept = waiting.current;
      if (kept === null || over.current) return;
      waiting.current = null;
      const whole = { draft: id.current, form, ...kept };
      if (!words.isAtWork(staff)) {
        words.hold(staff, self.current, whole);
        return;
      }
      try {
        const draft = await saveAsync.current(whole);
        id.current = draft.draft;
        words.letGo(staff, self.current);
        setSavedAt(new Date(Number(draft.saved_at_ms)).toISOString());
      } catch {
        // Still in the fields; the next change tries again, or, should there be none, the next time their writer unlocks.
        waiting.current ??= kept;
        words.hold(staff, self.current, whole);
      }
    });
    return chain.current;
  }, [form, words, staff]);

  const keep = useCallback(
    (title: string | null, body: unknown) => {
      if (over.current) return;
      waiting.current = { title, body };
      timer.current ??= window.setTimeout(() => void flush(), WAIT_MS);
    },
    [flush],
  );

  useEffect(() => {
    const closed = words.watch(flush);
    return () => {
      // A lock that comes meanwhile waits for it.
      void flush().then(closed);
    };
  }, [words, flush]);

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
    timer.current = undefined;
    waiting.current = null;
    await chain.current;
    words.letGo(staff, self.current);
    over.current = true;
    if (id.current === null) return;
    try {
      await discardAsync.current({ draft: id.current });
    } catch {
      // The work itself is written: a draft that stays can be discarded from the list.
    }
  }, [words, staff]);

  return { keep, flush, drop, savedAt, takeUp, pause, goOn };
}
