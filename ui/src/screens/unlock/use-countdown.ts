import { useEffect, useState } from 'react';

/** Seconds left of a delay the core imposed; `attempt` restarts it when the same delay comes twice. */
export function useCountdown(seconds: number | null, attempt: number): number {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(() => Date.now());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt starts the delay again.
  useEffect(() => {
    const start = Date.now();
    setNow(start);
    setUntil(seconds === null ? 0 : start + seconds * 1000);
  }, [seconds, attempt]);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  const running = left > 0;
  useEffect(() => {
    if (!running) return;
    const timer = window.setInterval(() => setNow(Date.now()), 500);
    return () => window.clearInterval(timer);
  }, [running]);
  return left;
}
