import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { Button, Card, Checkbox, Chip, EmptyState, ErrorNote, Loaded, Section, Segmented } from '../../components';
import { useCodeText, useT } from '../../i18n';
import type { CommandError } from '../../ipc';
import type { ListOpened, ListPreview, RowsShown } from '../../ipc/types';
import { useSheet } from '../../parts/document/open';
import { useSend } from '../../parts/form/send';
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
  // Of the rows compared: those decided otherwise than proposed, and whether they were very likely known.
  const [turned, setTurned] = useState<ReadonlyMap<number, boolean>>(new Map());
  const checking = status.data?.running?.phase === 'checking';
  const [show, setShow] = useState<RowsShown>('all');
  const [limit, setLimit] = useState(PAGE);
  const [leaveOutTwins, setLeaveOutTwins] = useState(true);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const turnedWhere = (same: boolean) => [...turned].filter(([, was]) => was === same).map(([row]) => row);
  const choice = {
    leave_out: [...left, ...turnedWhere(false)],
    leave_out_twins: leaveOutTwins,
    leave_out_known: true,
    bring: turnedWhere(true),
  };
  const preview = useCommand(
    'import.preview',
    { import: list.import, mapping: meanings, show, offset: 0, limit, ...choice },
    { keepPrevious: true, keepsNothing: true },
  );
  const start = useSend('import.start', { onDone: onStarted });
  const count = preview.data?.to_write ?? 0;
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
                  ...choice,
                })
              }
            >
              {t('import.write', { count })}
            </Button>
          </span>
        }
      >
        <ErrorNote error={start.error} />
        {(checking || (preview.data !== undefined && count === 0)) && (
          <p role="status" className="mb-3 text-sm text-ink-2">
            {checking ? t('import.wait_for_check') : t('import.none_to_write')}
          </p>
        )}
        <Loaded query={preview}>
          {(data) => (
            <>
              <Figures data={data} />
              {data.counts.twins > 0 && (
                <div className="mt-3">
                  <Checkbox isSelected={leaveOutTwins} onChange={setLeaveOutTwins}>
                    {t('import.leave_out_twins', { count: data.counts.twins })}
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
        onBrought={(row, same, changed) =>
          setTurned((before) => {
            const next = new Map(before);
            if (changed) next.set(row, same);
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

/** Written, left out, refused: every row of the list is in one of the three. Beside them, how many to look at. */
function Figures({ data }: { data: ListPreview }) {
  const t = useT();
  const { counts, to_write } = data;
  const out = counts.ready - to_write;
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      <Figure label={t('import.ready')} value={to_write} tone="text-done" />
      <Figure label={t('import.left_out')} value={out} tone={out > 0 ? 'text-soon' : ''} />
      <Figure label={t('import.refused')} value={counts.refused} tone={counts.refused > 0 ? 'text-late' : ''} />
      <Figure label={t('import.doubted')} value={counts.doubted} tone={counts.doubted > 0 ? 'text-soon' : ''} />
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
              {t('import.first_rows', { rows: problem.first.join(t('list.comma')) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
