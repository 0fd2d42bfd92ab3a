import { ProgressBar } from '../../components';
import { dotted, type T, useCodeText, useT } from '../../i18n';
import type { SyncProgress, SyncStatus } from '../../ipc/types';

/** How much of the round under way is done, in hundredths; unknown before it is told how much there is. */
export function syncPercent(status: SyncStatus): number | undefined {
  const run = status.running;
  return run === null || run.total === 0 ? undefined : Math.min(100, Math.floor((run.done / run.total) * 100));
}

function size(bytes: number, t: T): string {
  return bytes < 1_000_000
    ? t('size.kb', { count: Math.max(1, Math.round(bytes / 1_000)) })
    : t('size.mb', { count: Math.round(bytes / 100_000) / 10 });
}

function progressNote(run: SyncProgress, t: T): string {
  const records = run.total === 0 ? null : t('sync.records', { done: run.done, total: run.total });
  const left =
    run.seconds_left === null
      ? null
      : run.seconds_left < 60
        ? t('sync.seconds_left', { count: run.seconds_left })
        : t('sync.minutes_left', { count: Math.ceil(run.seconds_left / 60) });
  return dotted(records, size(run.bytes, t), left);
}

/** A round under way: its phase, records, size, time left. */
export function RoundProgress({ status, run }: { status: SyncStatus; run: SyncProgress }) {
  const t = useT();
  const code = useCodeText();
  const percent = syncPercent(status);
  return (
    <div className="py-2" aria-live="polite">
      <ProgressBar
        label={code('sync_phase', run.phase)}
        note={progressNote(run, t)}
        {...(percent === undefined ? {} : { value: percent })}
      />
      <p className="mt-2 text-sm text-ink-2">{t('sync.keep_working')}</p>
    </div>
  );
}
