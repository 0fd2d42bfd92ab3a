import { useEffect } from 'react';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const CHECK_EVERY_MS = 5_000;

/**
 * Locks after so many minutes without a key or a movement. The clock is compared rather than a timer trusted, so a
 * laptop that slept locks as soon as its lid opens. Zero minutes means never.
 */
export function useAutoLock(minutes: number, lock: () => void): void {
  useEffect(() => {
    if (minutes <= 0) return;
    let last = Date.now();
    const alive = () => {
      // After a sleep, the first touch must not count as life before the check has run.
      if (Date.now() - last < minutes * 60_000) last = Date.now();
    };
    const check = () => {
      if (Date.now() - last >= minutes * 60_000) {
        last = Date.now();
        lock();
      }
    };
    const timer = window.setInterval(check, CHECK_EVERY_MS);
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { passive: true, capture: true });
    document.addEventListener('visibilitychange', check);
    return () => {
      window.clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive, { capture: true });
      document.removeEventListener('visibilitychange', check);
    };
  }, [minutes, lock]);
}
