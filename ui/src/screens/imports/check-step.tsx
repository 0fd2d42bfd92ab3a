import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { Button, Card, Checkbox, Chip, EmptyState, ErrorNote, Loaded, Section, Segmented } from '../../components';
import { useCodeText, useT } from '../../i18n';
import type { CommandError } from '../../ipc';
import type { ListOpened, ListPreview, RowsShown } from '../../ipc/types';
import { useSheet } from '../../parts/open-document';
import { useSend } from '../../parts/send';
import { useCommand } from '../../state/command';
import { KnownPart } from './known';
import { RowLine } from './row-line';
import { useImportStatus } from './use-import-status';
import type { Meanings } from './wizard';

const PAGE = 20;
const MOST = 200;

/** What would be written, over the whole list: figures, remarks, rows. Nothing is written before it is asked for here. */
export function CheckStep({
  list,
  meanings,
  onBack,
  onStarted,
}: {
  list: ListOpened;
  meanings: Meanings;
  onBack: () => void;
  onStarted: () => void;
}) {
  const t = useT();
  const status = useImportStatus();
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set());
  const known = useCommand(
    'import.known',
    { import: list.import, mapping: meanings, offset: 0, limit: 100 },
    { keepsNothing: true },
  );
  const checking = status.data?.running?.phase === 'checking';
  const same = known.data?.rows.filter((row) => row.same).map((row) => row.row) ?? [];
  const bring = same.filter((row) => turned.has(row));
  const maybeOut = [...turned].filter((row) => !same.includes(row));
  const [show, setShow] = useState<RowsShown>('all');
  const [limit, setLimit] = useState(PAGE);
  const [leaveOutTwins, setLeaveOutTwins] = useState(true);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const preview = useCommand(
    'import.preview',
    { import: list.import, mapping: meanings, show, offset: 0, limit },
    { keepPrevious: true, keepsNothing: true },
  );
  const start = useSend('import.start', { onDone: onStarted });
  const counts = preview.data?.counts;
  const count =
    counts === undefined
      ? 0
      : Math.max(
          0,
          counts.ready -
            (leaveOutTwins ? counts.twins : 0) -
            left.size -
            (known.data?.same ?? 0) +
            bring.length -
            maybeOut.length,
        );
  return (
    <>
      <Section
        title={t('import.step_check')}
        end={
          <span className="flex flex-wrap gap-2">
            <Button onPress={onBack}>{t('action.back')}</Button>
            <Button
              variant="primary"
              isDisabled={count === 0 || checking}
              isPending={start.isPending}
              onPress={() =>
                start.send({
                  import: list.import,
                  mapping: meanings,
                  leave_out: [...left, ...maybeOut],
                  leave_out_twins: leaveOutTwins,
                  leave_out_known: true,
                  bring,
                })
              }
            >
              {t('import.write', { count })}
            </Button>
          </span>
        }
      >
        <ErrorNote error={start.error} />
        <Loaded query={preview}>
          {(data) => (
            <>
              <Figures data={data} />
              {data.counts.twins > 0 && (
                <div className="mt-3">
                  <Checkbox isSelected={leaveOutTwins} onChange={setLeaveOutTwins}>
                    {t('import.leave_out_twins')}
                  </Checkbox>
                </div>
              )}
              <Problems list={list} meanings={meanings} data={data} />
            </>
          )}
        </Loaded>
      </Section>
      <KnownPart
        list={list}
        meanings={meanings}
        status={status.data}
        refetchStatus={() => void status.refetch()}
        brought={turned}
        onBrought={(row, changed) =>
          setTurned((before) => {
            const next = new Set(before);
            if (changed) next.add(row);
            else next.delete(row);
            return next;
          })
        }
      />
      <section aria-label={t('import.preview')}>
        <div className="mb-2 flex flex-wrap items-center gap-3">
          <h2 className="flex-1 text-lg font-semibold">{t('import.preview')}</h2>
          <Segmented<RowsShown>
            hideLabel
            label={t('import.show')}
            value={show}
            choices={[
              { key: 'all', label: t('import.show_all') },
              { key: 'doubted', label: t('import.show_doubted') },
              { key: 'refused', label: t('import.show_refused') },
            ]}
            onChange={(next) => {
              setShow(next);
              setLimit(PAGE);
            }}
          />
        </div>
        <Card padded={false}>
          <Loaded query={preview}>
            {(data) =>
              data.rows.length === 0 ? (
                <EmptyState text={t('import.none_shown')} />
              ) : (
                <>
                  <ul aria-label={t('import.preview')}>
                    {data.rows.map((row) => (
                      <RowLine
                        key={row.row}
                        row={row}
                        isLeftOut={left.has(row.row)}
                        onLeaveOut={(out) =>
                          setLeft((before) => {
                            const next = new Set(before);
                            if (out) next.add(row.row);
                            else next.delete(row.row);
                            return next;
                          })
                        }
                      />
                    ))}
                  </ul>
                  {data.total > data.rows.length && limit < MOST && (
                    <div className="border-t border-line p-2 text-center">
                      <Button size="row" variant="quiet" onPress={() => setLimit(Math.min(MOST, limit + PAGE * 2))}>
                        {t('import.more_rows')}
                      </Button>
                    </div>
                  )}
                </>
              )
            }
          </Loaded>
        </Card>
      </section>
    </>
  );
}

function Figures({ data }: { data: ListPreview }) {
  const t = useT();
  const { counts } = data;
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      <Figure label={t('import.ready')} value={counts.ready} tone="text-done" />
      <Figure label={t('import.doubted')} value={counts.doubted} tone={counts.doubted > 0 ? 'text-soon' : ''} />
      <Figure label={t('import.twins')} value={counts.twins} tone={counts.twins > 0 ? 'text-soon' : ''} />
      <Figure label={t('import.refused')} value={counts.refused} tone={counts.refused > 0 ? 'text-late' : ''} />
    </dl>
  );
}

function Figure({ label, value, tone }: { label: string; value: number; tone: string }) {
  return (
    <div className="flex flex-col rounded-control bg-sunken px-3 py-2">
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className={`tabular text-title font-bold ${tone}`}>{value}</dd>
    </div>
  );
}

function Problems({ list, meanings, data }: { list: ListOpened; meanings: Meanings; data: ListPreview }) {
  const t = useT();
  const code = useCodeText();
  const sheet = useSheet();
  const [error, setError] = useState<CommandError | null>(null);
  const [making, setMaking] = useState(false);
  if (data.problems.length === 0) return <p className="mt-3 text-sm text-ink-2">{t('import.no_problems')}</p>;
  return (
    <div className="mt-4">
      <div className="mb-1 flex flex-wrap items-center gap-2">
        <h3 className="flex-1 font-semibold">{t('import.problems')}</h3>
        <Button
          size="row"
          icon={<FileDown aria-hidden />}
          isPending={making}
          onPress={() => {
            setMaking(true);
            setError(null);
            sheet('import.error_sheet', { import: list.import, mapping: meanings })
              .catch(setError)
              .finally(() => setMaking(false));
          }}
        >
          {t('import.error_sheet')}
        </Button>
      </div>
      <ErrorNote error={error} />
      <ul className="flex flex-col">
        {data.problems.map((problem) => (
          <li
            key={`${problem.code}${problem.refuses}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-dashed border-line py-1.5 last:border-b-0"
          >
            <Chip meaning={problem.refuses ? 'late' : 'soon'}>
              <span className="tabular">{problem.count}</span>
            </Chip>
            <span className="min-w-0 flex-1">
              {code(problem.refuses ? 'list_refusal' : 'list_doubt', problem.code)}
            </span>
            <span className="tabular text-sm text-ink-3">
              {t('import.first_rows', { rows: problem.first.join(' · ') })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
