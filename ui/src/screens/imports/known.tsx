import { UserSearch } from 'lucide-react';
import { useState } from 'react';
import { Button, Checkbox, Chip, ErrorNote, Loaded, ProgressBar, Section } from '../../components';
import { useCodeText, useT } from '../../i18n';
import type { ImportStatus, KnownRow, ListOpened } from '../../ipc/types';
import { useSend } from '../../parts/form/send';
import { Dotted, usePersonFacts, Who } from '../../parts/person/who';
import { useCommand } from '../../state/command';
import type { Meanings } from './wizard';

const PAGE = 20;
const MOST = 100;

/** The people of the list beside those of the register who may be the same: left out, or brought in all the same. */
export function KnownPart({
  list,
  meanings,
  status,
  refetchStatus,
  brought,
  onBrought,
}: {
  list: ListOpened;
  meanings: Meanings;
  status: ImportStatus | undefined;
  refetchStatus: () => void;
  /** Rows very likely known that are brought in all the same; of the others, those left out. */
  brought: ReadonlyMap<number, boolean>;
  onBrought: (row: number, same: boolean, changed: boolean) => void;
}) {
  const t = useT();
  const code = useCodeText();
  const [limit, setLimit] = useState(PAGE);
  const running = status?.running?.phase === 'checking' ? status.running : null;
  const known = useCommand(
    'import.known',
    { import: list.import, mapping: meanings, offset: 0, limit },
    { keepPrevious: true, keepsNothing: true },
  );
  const check = useSend('import.check', { onDone: refetchStatus });
  const stop = useSend('import.stop', { onDone: refetchStatus });
  const percent =
    running === null || running.total === 0
      ? undefined
      : Math.min(100, Math.floor((running.done / running.total) * 100));
  return (
    <Section
      title={t('import.known_title')}
      end={
        running === null ? (
          <Button
            size="row"
            icon={<UserSearch aria-hidden />}
            isPending={check.isPending}
            onPress={() => check.send({ import: list.import, mapping: meanings })}
          >
            {t('import.known_do')}
          </Button>
        ) : (
          <Button size="row" onPress={() => stop.send({})}>
            {t('import.stop')}
          </Button>
        )
      }
    >
      <ErrorNote error={check.error} />
      {running !== null ? (
        <ProgressBar
          label={code('import_phase', 'checking')}
          note={t('import.progress', { done: running.done, total: running.total })}
          {...(percent === undefined ? {} : { value: percent })}
        />
      ) : (
        <Loaded query={known}>
          {(data) =>
            data.compared === 0 ? (
              <p className="text-sm text-ink-2">{t('import.known_note')}</p>
            ) : (
              <>
                <p className="mb-2 text-sm text-ink-2">
                  {t('import.known_count', { count: data.total, compared: data.compared })}
                </p>
                <ul aria-label={t('import.known_title')}>
                  {data.rows.map((row) => (
                    <KnownLine
                      key={row.row}
                      row={row}
                      isOut={row.same !== brought.has(row.row)}
                      onOut={(out) => onBrought(row.row, row.same, out !== row.same)}
                    />
                  ))}
                </ul>
                {data.total > data.rows.length && limit < MOST && (
                  <div className="p-2 text-center">
                    <Button size="row" variant="quiet" onPress={() => setLimit(Math.min(MOST, limit + PAGE * 2))}>
                      {t('import.more_rows')}
                    </Button>
                  </div>
                )}
              </>
            )
          }
        </Loaded>
      )}
    </Section>
  );
}

function KnownLine({ row, isOut, onOut }: { row: KnownRow; isOut: boolean; onOut: (out: boolean) => void }) {
  const t = useT();
  const code = useCodeText();
  const facts = usePersonFacts();
  return (
    <li className="flex items-start gap-3 border-b border-line py-2.5 last:border-b-0">
      <span className="tabular w-14 shrink-0 pt-0.5 text-sm text-ink-3">{row.row}</span>
      <div className={`grid min-w-0 flex-1 gap-x-4 gap-y-1 sm:grid-cols-2 ${isOut ? 'opacity-70' : ''}`}>
        <div>
          <p className="font-semibold">
            <Who person={row.person} />
          </p>
          <p className="text-sm text-ink-2">
            <Dotted parts={facts(row.person)} />
          </p>
        </div>
        <ul aria-label={t('import.known_who')} className="flex flex-col gap-2">
          {row.candidates.map((candidate) => (
            <li key={candidate.person.person}>
              <p>
                <Who person={candidate.person} />{' '}
                <Chip meaning={candidate.verdict === 'same' ? 'soon' : 'info'}>
                  {code('match_verdict', candidate.verdict)}
                </Chip>
              </p>
              <p className="text-sm text-ink-2">
                <Dotted parts={facts(candidate.person)} />
              </p>
              <p className="mt-1 flex flex-wrap gap-1.5">
                {candidate.reasons
                  .filter((reason) => reason.favours)
                  .map((reason) => (
                    <Chip key={reason.code} meaning="calm">
                      {code('match_reason', reason.code)}
                    </Chip>
                  ))}
              </p>
            </li>
          ))}
        </ul>
      </div>
      <Checkbox isInline isSelected={isOut} onChange={onOut}>
        <span className="text-sm">{t('import.leave_out')}</span>
      </Checkbox>
    </li>
  );
}
