import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { clearToasts } from '../components';
import type { DeviceStatus, SessionView } from '../ipc/types';
import { forgetAddress } from './address';
import { useAutoLock } from './auto-lock';
import { useKeptWords } from './kept-words';
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
  const port = usePort();
  const kept = useKeptWords();
  const lock = useLock();
  useAutoLock(status.auto_lock_minutes, lock);
  const { staff } = user;
  // What a lock overtook is among the drafts before the first screen asks for them.
  const [isReady, setReady] = useState(!kept.isAwaiting(staff));
  useEffect(() => {
    void kept.arrives(staff, port).then(() => setReady(true));
    return () => kept.leaves();
  }, [kept, staff, port]);
  return <SessionContext value={{ user, status, lock }}>{isReady && children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('SessionProvider is missing');
  return session;
}

const patience = (ms: number) => new Promise<void>((done) => window.setTimeout(done, ms));

/** Longest wait for the forms to hand over what was typed last. */
const FLUSH_MS = 3_000;

/** Locks the device: first what was typed is kept, then the core forgets its keys. */
export function useLock(): () => void {
  const port = usePort();
  const kept = useKeptWords();
  const client = useQueryClient();
  return useCallback(() => {
    void (async () => {
      try {
        await Promise.race([kept.flush(), patience(FLUSH_MS)]);
        // The core is locked at once, and then waits for a round to end: the screen does not.
        await Promise.race([port.rpc('session.lock', {}), patience(250)]);
      } finally {
        // Nothing stays on screen while the core is asked again.
        client.setQueryData<DeviceStatus>(['device.status', {}], (before) =>
          before === undefined ? before : { ...before, state: 'locked', session: null },
        );
        await client.invalidateQueries({ queryKey: ['device.status'] });
      }
    })();
  }, [port, kept, client]);
}

/** At the door of a locked device, however it was locked: nothing of who was at work is left in the window. */
export function useForget(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'device.status' });
    client.getMutationCache().clear();
    clearToasts();
    void forgetAddress();
  }, [client]);
}
