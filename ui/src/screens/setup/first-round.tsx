import { useT } from '../../i18n';
import type { SyncStatus } from '../../ipc/types';
import { RoundProgress } from '../../parts/sync/round-progress';
import { useCommand } from '../../state/command';

const WATCH_MS = 1_000;

/** The people and the cases of the center arrive while the slip is printed. */
export function FirstRound() {
  const status = useCommand(
    'sync.status',
    {},
    { refetchEveryMs: (last) => ((last as SyncStatus | undefined)?.last_done_ms === null ? WATCH_MS : WATCH_MS * 15) },
  );
  const t = useT();
  if (status.data === undefined) return null;
  const { running, last_done_ms } = status.data;
  if (running !== null) return <RoundProgress status={status.data} run={running} />;
  return (
    <p role="status" className="text-sm text-ink-2">
      {t(last_done_ms === null ? 'setup.first_round_later' : 'setup.first_round_done')}
    </p>
  );
}
