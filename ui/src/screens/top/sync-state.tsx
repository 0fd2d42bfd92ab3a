import { useQueryClient } from '@tanstack/react-query';
import { Cloud, CloudAlert, CloudOff, RefreshCw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { type T, useDates, useT } from '../../i18n';
import type { SyncStatus } from '../../ipc/types';
import { syncPercent } from '../../parts/sync/round-progress';
import { to } from '../../routes';
import { useCommand } from '../../state/command';

const RUNNING_MS = 2_000;
const RESTING_MS = 15_000;

/** Where synchronisation stands; whatever a round changed is read again. */
export function useSync() {
  const client = useQueryClient();
  const status = useCommand(
    'sync.status',
    {},
    {
      refetchEveryMs: (last) => ((last as SyncStatus | undefined)?.running ? RUNNING_MS : RESTING_MS),
    },
  );
  const version = status.data?.data_version;
  const seen = useRef(version);
  useEffect(() => {
    if (version === undefined) return;
    if (seen.current !== undefined && seen.current !== version) {
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'sync.status' });
    }
    seen.current = version;
  }, [version, client]);
  return status;
}

function words(status: SyncStatus, t: T, ago: (instant: string) => string): string {
  if (status.hub === null) return t('sync.alone');
  if (status.running !== null) {
    const percent = syncPercent(status);
    return percent === undefined ? t('sync.running') : t('sync.running_percent', { percent });
  }
  const waiting = status.pending > 0 ? t('sync.pending', { count: status.pending }) : t('sync.all_sent');
  if (status.last_error !== null) return t('sync.failed_line', { waiting });
  if (status.last_done_ms === null) return waiting;
  return t('sync.last_line', { ago: ago(new Date(Number(status.last_done_ms)).toISOString()), waiting });
}

/** The state in words; pressed, it opens the screen that explains it. */
export function SyncLine() {
  const t = useT();
  const dates = useDates();
  const status = useSync();
  if (status.data === undefined) return null;
  const data = status.data;
  const Icon =
    data.hub === null ? CloudOff : data.running !== null ? RefreshCw : data.last_error !== null ? CloudAlert : Cloud;
  const tone = data.last_error !== null && data.running === null ? 'text-soon' : 'text-ink-2';
  return (
    <Link
      href={to.sync}
      title={t('sync.open')}
      className={`flex min-w-0 items-center gap-2 rounded-control px-2 py-1 text-sm hover:bg-sunken ${tone}`}
    >
      <Icon aria-hidden className="size-4.25 shrink-0" />
      <span className="truncate">{words(data, t, dates.ago)}</span>
    </Link>
  );
}
