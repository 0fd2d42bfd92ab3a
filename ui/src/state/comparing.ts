import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scanned } from '../ipc/types';
import { useAction } from './command';

/** Between two portions somebody else may write. */
const PAUSE_MS = 150;

const pause = () => new Promise((resolve) => window.setTimeout(resolve, PAUSE_MS));

/** Compares the register in small portions, for whoever looks at its list, until it is stopped or nothing is left. The core does it by itself besides, little by little. */
export function useComparing() {
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
      while (wanted.current) {
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
  }, []);
  const stop = useCallback(() => {
    wanted.current = false;
  }, []);
  useEffect(() => stop, [stop]);
  return { start, stop, progress, isRunning };
}
