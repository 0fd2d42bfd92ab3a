import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ImportStatus } from '../../ipc/types';
import { useCommand } from '../../state/command';
import { invalidate } from '../../state/query';

const WATCH_MS = 500;
const REST_MS = 10_000;

/**
 * What is being done with a list; once one ended, everything that shows people is read again: whether it was seen under way or
 * was over before anybody asked.
 */
export function useImportStatus() {
  const client = useQueryClient();
  const status = useCommand(
    'import.status',
    {},
    { refetchEveryMs: (last) => ((last as ImportStatus | undefined)?.running ? WATCH_MS : REST_MS) },
  );
  const ended = status.data?.ended;
  const before = useRef(ended);
  useEffect(() => {
    if (before.current !== undefined && before.current !== ended) invalidate(client, ['person', 'import']);
    before.current = ended;
  }, [ended, client]);
  return status;
}
