import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext } from 'react';
import type { DeviceStatus, SessionView } from '../ipc/types';
import { useAutoLock } from './auto-lock';
import { usePort } from './port';

interface Session {
  user: SessionView;
  status: DeviceStatus;
  lock: () => void;
}

const SessionContext = createContext<Session | null>(null);

/** Everything below is only rendered while the device is unlocked. */
export function SessionProvider({
  user,
  status,
  children,
}: {
  user: SessionView;
  status: DeviceStatus;
  children: ReactNode;
}) {
  const lock = useLock();
  useAutoLock(status.auto_lock_minutes, lock);
  return <SessionContext value={{ user, status, lock }}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('SessionProvider is missing');
  return session;
}

/** Locks the device and forgets every answer held in memory. */
export function useLock(): () => void {
  const port = usePort();
  const client = useQueryClient();
  return useCallback(() => {
    void (async () => {
      try {
        // The core is locked at once, and then waits for a round to end: the screen does not.
        await Promise.race([port.rpc('session.lock', {}), new Promise((done) => setTimeout(done, 250))]);
      } finally {
        client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'device.status' });
        await client.invalidateQueries({ queryKey: ['device.status'] });
      }
    })();
  }, [port, client]);
}
