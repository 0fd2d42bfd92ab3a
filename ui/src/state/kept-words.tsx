import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Port } from '../ipc';
import { usePort } from './port';

/** What `draft.save` is given. */
export interface Words {
  draft: string | null;
  form: string;
  title: string | null;
  body: unknown;
}

/**
 * What is typed and not kept by the core yet. The forms that are open hand it over when they are asked, before a lock or
 * when the window goes. Where the core locked by itself first, it stays here: in memory, for its writer alone, and goes
 * to the core when they unlock. Nobody else is shown it, and nothing of it is written anywhere meanwhile.
 */
export class KeptWords {
  private readonly forms = new Set<() => Promise<void>>();
  private readonly waiting = new Map<string, Map<object, Words>>();
  private atWork: string | null = null;

  /** A form is open: `flush` hands over what it holds. Gives how to say that it is closed. */
  watch(flush: () => Promise<void>): () => void {
    this.forms.add(flush);
    return () => this.forms.delete(flush);
  }

  /** Every open form hands over what it holds. */
  async flush(): Promise<void> {
    await Promise.all([...this.forms].map((flush) => flush()));
  }

  /** Whether what `staff` typed may be kept now: under somebody else's session it would become theirs. */
  isAtWork(staff: string): boolean {
    return this.atWork === staff;
  }

  /** What the core did not take of the words of one form. */
  hold(staff: string, form: object, words: Words): void {
    const theirs = this.waiting.get(staff) ?? new Map<object, Words>();
    theirs.set(form, words);
    this.waiting.set(staff, theirs);
  }

  /** The core took them after all, or their writer threw them away. */
  letGo(staff: string, form: object): void {
    this.waiting.get(staff)?.delete(form);
  }

  leaves(): void {
    this.atWork = null;
  }

  /** `staff` is at work: what waited for them goes to the core. What it does not take now waits for the next time. */
  async arrives(staff: string, port: Port): Promise<void> {
    this.atWork = staff;
    const theirs = this.waiting.get(staff);
    for (const [form, words] of theirs ?? []) {
      try {
        await port.rpc('draft.save', words);
        theirs?.delete(form);
      } catch {
        // Still here.
      }
    }
  }

  isAwaiting(staff: string): boolean {
    return (this.waiting.get(staff)?.size ?? 0) > 0;
  }
}

const KeptWordsContext = createContext<KeptWords | null>(null);

export function useKeptWords(): KeptWords {
  const kept = useContext(KeptWordsContext);
  if (kept === null) throw new Error('KeptWordsProvider is missing');
  return kept;
}

/** Said by the window of the program when somebody closes it: it waits for `window.close`. */
const CLOSING = 'jisr-closing';

export function KeptWordsProvider({ children }: { children: ReactNode }) {
  const [kept] = useState(() => new KeptWords());
  const port = usePort();
  useEffect(() => {
    // The lid closes, another program comes forward, the page goes: there may be no later.
    const goes = () => {
      if (document.visibilityState === 'hidden') void kept.flush();
    };
    const leaves = () => void kept.flush();
    const closes = () => {
      void kept.flush().then(() => port.rpc('window.close', {}));
    };
    document.addEventListener('visibilitychange', goes);
    window.addEventListener('pagehide', leaves);
    window.addEventListener('blur', leaves);
    window.addEventListener(CLOSING, closes);
    return () => {
      document.removeEventListener('visibilitychange', goes);
      window.removeEventListener('pagehide', leaves);
      window.removeEventListener('blur', leaves);
      window.removeEventListener(CLOSING, closes);
    };
  }, [kept, port]);
  return <KeptWordsContext value={kept}>{children}</KeptWordsContext>;
}
