import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ImportStatus } from '../../ipc/types';
import { useCommand } from '../../state/command';
import { invalidate } from '../../state/query';

const WATCH_MS = 500;
const REST_MS = 10_000;

/** What is being done with a list; once it ends, everything that shows people is read again. */
export function useImportStatus() {
  const client = useQueryClient();
  const status = useCommand(
    'import.status',
    {},
    { refetchEveryMs: (last) => ((last as ImportStatus | undefined)?.running ? WATCH_MS : REST_MS) },
  );
  const running = status.data?.running !== null && status.data?.running !== undefined;
  const before = useRef(false);
  useEffect(() => {
    if (before.current && !running) invalidate(client, ['person', 'import']);
    before.current = running;
  }, [running, client]);
  return status;
}
