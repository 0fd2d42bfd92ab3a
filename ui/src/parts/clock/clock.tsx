import { Clock } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, Dialog, ErrorNote, Fact, Facts, Section } from '../../components';
import { Ltr, useDates, useT } from '../../i18n';
import type { ClockStatus } from '../../ipc/types';
import { useClock, useClockQuestion } from '../../state/clock';
import { useAction } from '../../state/command';

/** Asks what is to be done with a clock nobody believes, wherever something needs to know. */
export function ClockDialog() {
  const { isAsked } = useClockQuestion();
  return isAsked ? <Question /> : null;
}

function Question() {
  const t = useT();
  const { answer } = useClockQuestion();
  const clock = useClock();
  const accept = useAction('clock.accept');
  const say = (right: boolean) => accept.mutate({ right }, { onSuccess: () => answer(true) });
  return (
    <Dialog
      isOpen
      title={t('clock.title')}
      onClose={() => answer(false)}
      closesOutside={false}
      foot={
        <>
          <Button isPending={accept.isPending} onPress={() => say(false)}>
            {t('clock.go_on')}
          </Button>
          {clock?.may_be_right === true && (
            <Button isPending={accept.isPending} onPress={() => say(true)}>
              {t('clock.is_right')}
            </Button>
          )}
          <Button variant="primary" autoFocus onPress={() => answer(false)}>
            {t('clock.later')}
          </Button>
        </>
      }
    >
      {clock !== undefined && <Known clock={clock} />}
      <p>{t('clock.what')}</p>
      <p className="text-ink-2">{t('clock.help')}</p>
      <ErrorNote error={accept.error} />
    </Dialog>
  );
}

/** What the clock shows, beside what is known of the time. */
function Known({ clock }: { clock: ClockStatus }) {
  const t = useT();
  const dates = useDates();
  const at = (day: string, time: string | null) => (
    <>
      {dates.full(day)} · <Ltr className="tabular">{(time ?? '').slice(0, 5)}</Ltr>
    </>
  );
  return (
    <>
      {clock.doubt !== null && (
        <p role="status" className="flex items-start gap-2 rounded-control bg-soon-soft px-3 py-2 text-soon">
          <Clock aria-hidden className="mt-1 size-4.25 shrink-0" />
          {t(`clock.${clock.doubt}`)}
        </p>
      )}
      <Facts>
        <Fact label={t('clock.now')}>{at(clock.today, clock.time)}</Fact>
        {clock.last_known !== null && (
          <Fact label={t('clock.last_known')}>{at(clock.last_known, clock.last_known_time)}</Fact>
        )}
      </Facts>
      {clock.off_minutes !== null && <p>{t('clock.off', { minutes: Math.abs(clock.off_minutes) })}</p>}
    </>
  );
}

/** In the top bar as long as the clock is not believed; said aloud once, on coming in. */
export function ClockNotice() {
  const t = useT();
  const clock = useClock();
  const { ask } = useClockQuestion();
  const told = useRef(false);
  const doubt = clock?.doubt ?? null;
  const isKnown = clock !== undefined;
  const isOpen = doubt !== null && clock?.passed === false;
  useEffect(() => {
    if (!isKnown || told.current) return;
    told.current = true;
    if (isOpen) void ask();
  }, [isKnown, isOpen, ask]);
  if (doubt === null) return null;
  return (
    <Button
      size="row"
      variant="quiet"
      className="min-w-0 shrink bg-soon-soft text-soon"
      icon={<Clock aria-hidden />}
      onPress={() => void ask()}
    >
      <span className="truncate">{t('clock.notice')}</span>
    </Button>
  );
}

/** The clock among the settings. */
export function ClockSection() {
  const t = useT();
  const clock = useClock();
  const { ask } = useClockQuestion();
  if (clock === undefined) return null;
  return (
    <Section title={t('clock.title')}>
      <div className="flex flex-col gap-3">
        <Known clock={clock} />
        {clock.doubt === null ? (
          <p className="text-sm text-ink-2">{t('clock.right')}</p>
        ) : (
          <>
            {clock.passed && <p className="text-sm text-ink-2">{t('clock.passed')}</p>}
            <p className="text-sm text-ink-2">{t('clock.help')}</p>
            <div>
              <Button onPress={() => void ask()}>{t('clock.decide')}</Button>
            </div>
          </>
        )}
      </div>
    </Section>
  );
}
