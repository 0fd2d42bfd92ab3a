import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { asCommandError, type Port } from '../ipc';
import { useCommand } from './command';

/** Whether work may go on with a clock nobody believes: asked once, whoever needs to know waits for the same answer. */
export interface ClockQuestion {
  /** Opens the question. Resolves with whether the clock was accepted. */
  ask: () => Promise<boolean>;
  answer: (accepted: boolean) => void;
  isOpen: () => boolean;
  subscribe: (listen: () => void) => () => void;
}

export function makeClockQuestion(): ClockQuestion {
  let waiting: ((accepted: boolean) => void)[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listen of listeners) listen();
  };
  return {
    ask: () =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve];
        tell();
      }),
    answer: (accepted) => {
      const answered = waiting;
      waiting = [];
      tell();
      for (const resolve of answered) resolve(accepted);
    },
    isOpen: () => waiting.length > 0,
    subscribe: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}

/** The same port: what the core refuses for its clock is asked, and tried once more when it may go on. */
export function askingClock(port: Port, question: ClockQuestion): Port {
  return {
    async rpc(name, payload, cause) {
      try {
        return await port.rpc(name, payload, cause);
      } catch (refused) {
        if (asCommandError(refused).code !== 'clock_doubtful' || name === 'clock.accept') throw refused;
        if (!(await question.ask())) throw refused;
        return await port.rpc(name, payload, cause);
      }
    },
  };
}

const ClockContext = createContext<ClockQuestion | null>(null);

export function ClockProvider({ question, children }: { question: ClockQuestion; children: ReactNode }) {
  return <ClockContext value={question}>{children}</ClockContext>;
}

export function useClockQuestion(): ClockQuestion & { isAsked: boolean } {
  const question = useContext(ClockContext);
  if (question === null) throw new Error('ClockProvider is missing');
  const isAsked = useSyncExternalStore(question.subscribe, question.isOpen);
  return useMemo(() => ({ ...question, isAsked }), [question, isAsked]);
}

const EVERY_MS = 30_000;

/** What the clock shows, and whether it is believed. */
export function useClock(enabled = true) {
  return useCommand('clock.status', {}, { enabled, refetchEveryMs: EVERY_MS }).data;
}
