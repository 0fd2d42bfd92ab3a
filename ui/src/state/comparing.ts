import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scanned } from '../ipc/types';
import { useAction, useCommand } from './command';

/** Portions compared without being asked, after an exchange: a large register is gone through on its own screen. */
const MOST_PORTIONS = 40;
/** Between two portions somebody else may write. */
const PAUSE_MS = 150;

const pause = () => new Promise((resolve) => window.setTimeout(resolve, PAUSE_MS));

/** Compares the register in small portions until it is stopped or nothing is left. */
export function useComparing(most = Number.POSITIVE_INFINITY) {
  const scan = useAction('duplicate.scan', 'program');
  const [progress, setProgress] = useState<Scanned | null>(null);
  const [isRunning, setRunning] = useState(false);
  const wanted = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the action is the same for as long as it is used
  const start = useCallback(async () => {
    if (wanted.current) return;
    wanted.current = true;
    setRunning(true);
    try {
      for (let portion = 0; wanted.current && portion < most; portion++) {
        const now = await scan.mutateAsync({ people: 0 });
        setProgress(now);
        if (now.compared === 0) break;
        await pause();
      }
    } catch {
      // What is left stays left: the list says how much, and whoever opens it goes on.
    } finally {
      wanted.current = false;
      setRunning(false);
    }
  }, [most]);
  const stop = useCallback(() => {
    wanted.current = false;
  }, []);
  useEffect(() => stop, [stop]);
  return { start, stop, progress, isRunning };
}

/** After an exchange, those who arrived are compared with those who are here. */
export function useCompareAfterSync(enabled: boolean) {
  const { start } = useComparing(MOST_PORTIONS);
  const status = useCommand('sync.status', {}, { enabled });
  const last = status.data?.data_version ?? null;
  const before = useRef(last);
  useEffect(() => {
    const since = before.current;
    before.current = last;
    if (enabled && last !== null && since !== null && last !== since) void start();
  }, [enabled, last, start]);
}
