import { useEffect } from 'react';
import { usePort } from './port';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const CHECK_EVERY_MS = 5_000;
/** The core is told of the one at the keyboard once in so long at most: less than the shortest wait for its lock. */
const TELL_EVERY_MS = 20_000;

/**
 * Tells the core that somebody is there who reads or writes without asking for anything, and locks after so many minutes
 * without a key or a movement. The clock is compared rather than a timer trusted, so a laptop that slept for longer than
 * that locks as soon as its lid opens. Zero minutes means never.
 */
export function useAutoLock(minutes: number, lock: () => void): void {
  const port = usePort();
  useEffect(() => {
    if (minutes <= 0) return;
    let last = Date.now();
    let told = last;
    const alive = () => {
      // After a sleep, the first touch must not count as life before the check has run.
      if (Date.now() - last >= minutes * 60_000) return;
      last = Date.now();
      if (last - told < TELL_EVERY_MS) return;
      told = last;
      // A core that is locked already says so to whatever is asked next.
      port.rpc('session.stay', {}, 'person').catch(() => undefined);
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
  }, [minutes, lock, port]);
}
