import { Clock, RefreshCw, Square } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { Button, Chip, Fact, Facts, Loaded, PageHead, Section } from '../../components';
import { Ltr, useCodeText, useDates, useErrorText, useT } from '../../i18n';
import { CommandError } from '../../ipc';
import type { SyncStatus } from '../../ipc/types';
import { useSend } from '../../parts/form/send';
import { useMay } from '../../parts/role/roles';
import { RoundProgress } from '../../parts/sync/round-progress';
import { to } from '../../routes';
import { useCommand } from '../../state/command';
import { EnrolForm } from './enrol';

const WATCH_MS = 1_000;
const REST_MS = 15_000;

/** Where synchronisation stands, in words and numbers; what it waits for; how to start and stop it. */
export function SyncScreen() {
  const t = useT();
  const status = useCommand(
    'sync.status',
    {},
    { refetchEveryMs: (last) => ((last as SyncStatus | undefined)?.running ? WATCH_MS : REST_MS) },
  );
  return (
    <>
      <PageHead title={t('nav.sync')} />
      <Loaded query={status}>
        {(data) => (data.hub === null ? <Alone /> : <Joined status={data} refetch={() => void status.refetch()} />)}
      </Loaded>
    </>
  );
}

function Alone() {
  const t = useT();
  const may = useMay();
  return (
    <Section title={t('sync.alone_title')} className="max-w-160">
      <p className="mb-4 text-ink-2">{t('sync.alone_text')}</p>
      {may.keepAccounts ? <EnrolForm /> : <p>{t('sync.ask_director')}</p>}
    </Section>
  );
}

function Joined({ status, refetch }: { status: SyncStatus; refetch: () => void }) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const say = useErrorText();
  const start = useSend('sync.start', { onDone: refetch });
  const stop = useSend('sync.stop', { onDone: refetch });
  const run = status.running;
  const startError = start.error;
  useEffect(() => {
    if (startError !== null) refetch();
  }, [startError, refetch]);
  const last = status.last_done_ms === null ? null : new Date(Number(status.last_done_ms)).toISOString();
  return (
    <div className="grid max-w-240 items-start gap-3.5 lg:grid-cols-2">
      <Section
        title={run === null ? t('sync.title') : code('sync_phase', run.phase)}
        end={
          run === null ? (
            <Button
              variant="primary"
              icon={<RefreshCw aria-hidden />}
              isPending={start.isPending}
              onPress={() => start.send({})}
            >
              {t('sync.start')}
            </Button>
          ) : (
            <Button icon={<Square aria-hidden />} isPending={stop.isPending} onPress={() => stop.send({})}>
              {t('sync.stop')}
            </Button>
          )
        }
      >
        {run !== null && <RoundProgress status={status} run={run} />}
        {run === null && (
          <p className="text-ink-2">
            {last === null ? t('sync.never') : t('sync.last', { ago: dates.ago(last), time: dates.time(last) })}
          </p>
        )}
        {status.last_error !== null && run === null && (
          <p role="alert" className="mt-3 rounded-control bg-soon-soft px-3 py-2 text-soon">
            {say(new CommandError(status.last_error))} {t('sync.nothing_lost')}
          </p>
        )}
        {status.attachments_error !== null && run === null && (
          <p role="status" className="mt-3 rounded-control bg-soon-soft px-3 py-2 text-soon">
            {t('sync.attachments_error', { why: say(new CommandError(status.attachments_error)) })}
          </p>
        )}
        {status.clock_off_minutes !== null && (
          <p className="mt-3 flex items-start gap-2 rounded-control bg-soon-soft px-3 py-2 text-soon">
            <Clock aria-hidden className="size-4.25 mt-0.5 shrink-0" />
            {t('sync.clock_off', { minutes: Math.abs(status.clock_off_minutes) })}
          </p>
        )}
      </Section>
      <Section title={t('sync.state')}>
        <Facts>
          <Fact label={t('sync.hub')}>
            <Ltr>{status.hub}</Ltr>
          </Fact>
          <Fact label={t('sync.waiting_to_leave')}>
            {status.pending === 0 ? (
              <Chip meaning="done">{t('sync.all_sent')}</Chip>
            ) : (
              <Chip meaning="soon">{t('sync.pending', { count: status.pending })}</Chip>
            )}
          </Fact>
          {(status.attachments_to_send > 0 || status.attachments_to_fetch > 0) && (
            <Fact label={t('attachment.many')}>
              {status.attachments_to_send > 0 && (
                <Chip meaning="soon">{t('sync.attachments_to_send', { count: status.attachments_to_send })}</Chip>
              )}{' '}
              {status.attachments_to_fetch > 0 && (
                <Chip meaning="calm">{t('sync.attachments_to_fetch', { count: status.attachments_to_fetch })}</Chip>
              )}
            </Fact>
          )}
          <Fact label={t('today.attention')}>
            {status.attention === 0 ? (
              <span className="tabular">0</span>
            ) : (
              <Link href={to.attention} className="tabular rounded-sm font-semibold text-sealed hover:underline">
                {status.attention}
              </Link>
            )}
          </Fact>
        </Facts>
      </Section>
    </div>
  );
}
