import { Pause, Play, UsersRound } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { Avatar, Button, Card, Chip, EmptyState, Loaded, PageHead, ProgressBar } from '../../components';
import { useDates, useT } from '../../i18n';
import type { CaseCard, DuplicateList, DuplicatePair, PersonCard } from '../../ipc/types';
import { Reasons, VerdictChip } from '../../parts/duplicate/likeness';
import { ContradictionNote } from '../../parts/duplicate/statements';
import { CaseNumber, Dotted, usePersonFacts, usePersonText, useStaffText, Who } from '../../parts/person/who';
import { to } from '../../routes';
import { useCommand } from '../../state/command';
import { useComparing } from '../../state/comparing';
import { useKept } from '../../state/trail';

const PAGE = 30;

/** Pairs of the register that are probably one person, for somebody to decide. */
export function DuplicatesScreen() {
  const t = useT();
  const [, go] = useLocation();
  const [limit, setLimit] = useKept('limit', PAGE);
  const list = useCommand('duplicate.list', { offset: 0, limit }, { keepPrevious: true });
  return (
    <>
      <PageHead title={t('duplicate.title')} note={t('duplicate.note')} />
      <Loaded query={list}>
        {(data) => (
          <>
            <Comparing list={data} />
            {data.pairs.length === 0 ? (
              <Card padded={false}>
                <EmptyState
                  icon={<UsersRound aria-hidden />}
                  text={t(data.left === 0 ? 'duplicate.none' : 'duplicate.none_yet')}
                  action={<Button onPress={() => go(to.people)}>{t('nav.people')}</Button>}
                />
              </Card>
            ) : (
              <Pairs pairs={data.pairs} />
            )}
            {data.total > data.pairs.length && (
              <div className="mt-3 flex justify-center">
                <Button onPress={() => setLimit(limit + PAGE)}>
                  {t('duplicate.more', { count: data.total - data.pairs.length })}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

/** How much of the register has been compared; it goes on while the screen is open, and may be stopped. */
function Comparing({ list }: { list: DuplicateList }) {
  const t = useT();
  const { start, stop, progress, isRunning } = useComparing();
  const left = progress?.left ?? list.left;
  const people = Math.max(progress?.people ?? list.people, left);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || list.left === 0) return;
    begun.current = true;
    void start();
  }, [list.left, start]);
  if (left === 0) return null;
  return (
    <div className="mb-3.5 flex items-end gap-3">
      <div className="flex-1">
        <ProgressBar
          label={t(isRunning ? 'duplicate.comparing' : 'duplicate.paused')}
          note={t('duplicate.compared_of', { done: people - left, people })}
          value={people === 0 ? 0 : ((people - left) / people) * 100}
        />
      </div>
      <Button
        size="row"
        icon={isRunning ? <Pause aria-hidden /> : <Play aria-hidden className="mirror" />}
        onPress={isRunning ? stop : () => void start()}
      >
        {t(isRunning ? 'duplicate.pause' : 'duplicate.go_on')}
      </Button>
    </div>
  );
}

function Pairs({ pairs }: { pairs: readonly DuplicatePair[] }) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  // From one pair to the next, as in every list.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const all = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
  };
  return (
    <ul ref={list} aria-label={t('duplicate.title')} onKeyDown={onKeyDown} className="flex flex-col gap-2.5">
      {pairs.map((pair) => (
        <Pair key={`${pair.left_record}-${pair.right_record}`} pair={pair} />
      ))}
    </ul>
  );
}

function Pair({ pair }: { pair: DuplicatePair }) {
  const t = useT();
  const dates = useDates();
  const name = usePersonText();
  const staff = useStaffText();
  const [, go] = useLocation();
  return (
    // At the desk one likely record stands out; of a list where all are likely, each would shout. The word is enough.
    <li className="rounded-card border border-line bg-surface px-3.5 py-3">
      <div className="flex items-center gap-3.5">
        <div className="grid min-w-0 flex-1 gap-x-5 gap-y-2 md:grid-cols-2">
          <OneOf person={pair.left} cases={pair.left_cases} />
          <OneOf person={pair.right} cases={pair.right_cases} />
        </div>
        {pair.likeness !== null && <VerdictChip verdict={pair.likeness.verdict} />}
        <Button
          size="row"
          aria-label={t('duplicate.compare_two', { left: name(pair.left), right: name(pair.right) })}
          onPress={() => go(to.compare(pair.left_record, pair.right_record))}
        >
          {t('duplicate.compare')}
        </Button>
      </div>
      {pair.likeness !== null && (
        <div className="mt-2">
          <Reasons reasons={pair.likeness.reasons} most={7} />
        </div>
      )}
      {pair.unsure !== null && (
        <p className="mt-2">
          <Chip>
            {t('duplicate.unsure_by', {
              name: staff(pair.unsure.staff),
              when: dates.ago(new Date(Number(pair.unsure.at_ms)).toISOString()),
            })}
          </Chip>
        </p>
      )}
      <div className="mt-2 empty:hidden">
        <ContradictionNote said={pair.statements} />
      </div>
    </li>
  );
}

function OneOf({ person, cases }: { person: PersonCard; cases: readonly CaseCard[] }) {
  const t = useT();
  const name = usePersonText();
  const facts = usePersonFacts();
  const [first] = cases;
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Avatar name={name(person)} />
      <div className="min-w-0">
        <p className="font-semibold">
          <Who person={person} />
        </p>
        <p className="text-sm text-ink-2">
          <Dotted
            parts={[
              ...facts(person),
              first === undefined ? t('search.no_case') : <CaseNumber key={first.case} number={first.number} />,
            ]}
          />
        </p>
      </div>
    </div>
  );
}
