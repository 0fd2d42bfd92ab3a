import { useState } from 'react';
import { Button, Loaded, Section } from '../../components';
import { Bdi, civil, Ltr, useCodeText, useDates, useErrorText, useT } from '../../i18n';
import { CommandError } from '../../ipc';
import type { Diagnostics, IncidentView } from '../../ipc/types';
import { useCommand } from '../../state/command';

/** Lines shown at first, and each time more are asked for. */
const PAGE = 20;

/** What went wrong on this device, in words: for those who keep its accounts, and whoever helps them. */
export function Incidents() {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Section title={t('diagnostic.title')}>
      <div className="flex flex-col items-start gap-3">
        <p className="text-sm text-ink-2">{t('diagnostic.text')}</p>
        {open ? <Log /> : <Button onPress={() => setOpen(true)}>{t('diagnostic.show')}</Button>}
      </div>
    </Section>
  );
}

function Log() {
  const log = useCommand('diagnostic.get', {});
  return <Loaded query={log}>{(view) => <Lines view={view} />}</Loaded>;
}

function Lines({ view }: { view: Diagnostics }) {
  const t = useT();
  const code = useCodeText();
  const [shown, setShown] = useState(PAGE);
  const { version, system, schema, refusals, incidents } = view;
  return (
    <div className="flex w-full flex-col gap-3">
      <p className="text-sm text-ink-2">{t('diagnostic.version', { version, system, schema })}</p>
      {refusals.length > 0 && (
        <div>
          <h3 className="font-semibold">{t('diagnostic.refusals')}</h3>
          <ul className="text-sm">
            {refusals.map((one) => (
              <li key={one.code}>
                {code('error', one.code)} · {t('diagnostic.times', { times: one.transactions })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {incidents.length === 0 ? (
        <p>{t('diagnostic.none')}</p>
      ) : (
        <ol className="flex flex-col gap-2 text-sm">
          {incidents.slice(0, shown).map((one) => (
            <Incident key={`${one.first_at} ${one.what} ${one.command} ${one.code} ${one.cause}`} one={one} />
          ))}
        </ol>
      )}
      {incidents.length > shown && (
        <Button onPress={() => setShown(shown + PAGE)} className="self-start">
          {t('action.more')}
        </Button>
      )}
    </div>
  );
}

function Incident({ one }: { one: IncidentView }) {
  const t = useT();
  const say = useErrorText();
  const dates = useDates();
  const marks = [one.command, one.code, one.cause].filter((mark) => mark !== null).join(' · ');
  const isSlow = one.what === 'slow';
  return (
    <li>
      <p>
        <span className="font-semibold">{t(`diagnostic.${one.what}`)}</span>
        {one.in_words && one.code !== null && (
          <>
            {' — '}
            <Bdi>{say(new CommandError(one.code, { field: one.cause }))}</Bdi>
          </>
        )}
      </p>
      <p className="text-ink-2">
        {dates.full(civil(new Date(one.last_at)))} · <Ltr className="tabular">{dates.time(one.last_at)}</Ltr>
        {one.times > 1 && <> · {t('diagnostic.times', { times: one.times })}</>}
        {isSlow && <> · {t('diagnostic.took', { seconds: Math.round(one.took_ms / 1000) })}</>}
        {marks !== '' && (
          <>
            {' · '}
            <Ltr>{marks}</Ltr>
          </>
        )}
      </p>
    </li>
  );
}
