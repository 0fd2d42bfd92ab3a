import { Button, Chip, ErrorNote, Fact, Facts } from '../../components';
import { useCodeText, useDates, useErrorText, useT } from '../../i18n';
import { CommandError } from '../../ipc';
import type { RefusedChange, RefusedItem } from '../../ipc/types';
import { useSend } from '../../parts/form/send';
import { Dotted, usePersonText } from '../../parts/person/who';
import { Value } from '../../parts/value/value';
import { isTold } from '../../parts/value/words';

function caseOf(change: RefusedChange): string | null {
  const named = change.patch.case;
  return change.kind === 'case' ? change.id : typeof named === 'string' ? named : null;
}

/** What the hub did not take, with the reason and every value: sent again, or let go. */
export function Refused({ item }: { item: RefusedItem }) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const say = useErrorText();
  const name = usePersonText();
  const retry = useSend('attention.retry', { done: t('attention.retried') });
  const dismiss = useSend('attention.dismiss', { done: t('attention.dismissed') });
  const at = new Date(Number(item.at_ms)).toISOString();
  return (
    <section aria-label={t('attention.refused')} className="rounded-card border border-late-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="flex-1 text-lg font-semibold">{t('attention.refused')}</h2>
        <Chip meaning="late">{code('verdict', item.verdict)}</Chip>
        <span className="text-sm text-ink-2">{dates.ago(at)}</span>
      </div>
      <p className="mt-1 text-ink-2">{say(new CommandError(item.code))}</p>
      {item.changes.map((change) => (
        <div key={`${change.kind}-${change.id}`} className="mt-3 rounded-control bg-paper p-3">
          <p className="font-medium">
            <Dotted parts={[code('kind', change.kind), change.person !== null && name(change.person)]} />
          </p>
          <Facts isWide>
            {Object.entries(change.patch)
              .filter(([field]) => isTold(change.kind, field))
              .map(([field, value]) => (
                <Fact key={field} label={code('field_name', field)}>
                  <Value kind={change.kind} field={field} value={value} caseId={caseOf(change)} />
                </Fact>
              ))}
          </Facts>
        </div>
      ))}
      <div className="mt-3 flex flex-wrap gap-2">
        {/* What is held goes by itself, or falls, with the change it rests on. */}
        {item.verdict === 'rejected' && (
          <Button size="row" variant="primary" isPending={retry.isPending} onPress={() => retry.send({ tx: item.tx })}>
            {t('attention.retry')}
          </Button>
        )}
        <Button size="row" isPending={dismiss.isPending} onPress={() => dismiss.send({ tx: item.tx })}>
          {t('attention.dismiss')}
        </Button>
      </div>
      <div className="mt-2 empty:hidden">
        <ErrorNote error={retry.error ?? dismiss.error} />
      </div>
    </section>
  );
}
