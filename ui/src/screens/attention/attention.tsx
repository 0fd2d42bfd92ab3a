import { CheckCircle2 } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { Button, Card, EmptyState, Loaded, PageHead } from '../../components';
import { dotted, useCodeText, useT } from '../../i18n';
import type { ConflictItem } from '../../ipc/types';
import { CaseNumber, Dotted, usePersonText } from '../../parts/person/who';
import { Value } from '../../parts/value/value';
import { to } from '../../routes';
import { useCommand } from '../../state/command';
import { ConflictField } from './conflict';
import { Readerless } from './readerless';
import { Refused } from './refused';

/** What needs a person: values that differ, changes the hub did not take. Nothing of either is lost. */
export function AttentionScreen() {
  const t = useT();
  const [, go] = useLocation();
  const attention = useCommand('attention.list', {});
  return (
    <>
      <PageHead title={t('attention.title')} note={t('attention.note')} />
      <Loaded query={attention}>
        {(data) =>
          data.conflicts.length + data.refused.length + data.readerless.length === 0 ? (
            <Card padded={false}>
              <EmptyState
                icon={<CheckCircle2 aria-hidden />}
                text={t('attention.nothing')}
                action={<Button onPress={() => go(to.today)}>{t('nav.today')}</Button>}
              />
            </Card>
          ) : (
            <div className="flex flex-col gap-3.5">
              {data.readerless.map((item) => (
                <Readerless key={item.case} item={item} />
              ))}
              {data.conflicts.map((item) => (
                <ConflictCard key={`${item.kind}-${item.id}`} item={item} />
              ))}
              {data.refused.map((item) => (
                <Refused key={item.tx} item={item} />
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function ConflictCard({ item }: { item: ConflictItem }) {
  const t = useT();
  const code = useCodeText();
  const name = usePersonText();
  const title = dotted(code('kind', item.kind), item.person === null ? null : name(item.person));
  return (
    <section aria-label={title} className="rounded-card border border-sealed-line bg-surface p-4">
      <h2 className="mb-1 text-lg font-semibold">
        <bdi>{title}</bdi>
      </h2>
      {item.about.length > 0 && (
        <p className="text-ink-2">
          <Dotted
            parts={item.about.map((one) => (
              <Value
                key={one.field}
                kind={item.kind}
                field={one.field}
                value={one.value}
                caseId={item.case?.case ?? null}
              />
            ))}
          />
        </p>
      )}
      {item.case !== null && (
        <p className="text-sm text-ink-2">
          {t('case.one')}{' '}
          <Link href={to.case(item.case.case)} className="rounded-sm text-accent hover:underline">
            <CaseNumber number={item.case.number} />
          </Link>
        </p>
      )}
      {item.fields.map((field) => (
        <ConflictField key={field.field} item={item} conflict={field} />
      ))}
    </section>
  );
}
