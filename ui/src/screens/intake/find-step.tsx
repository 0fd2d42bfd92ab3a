import { UserPlus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Button, SearchBox } from '../../components';
import { useT } from '../../i18n';
import { Candidates, useCandidates } from '../../parts/duplicate/candidates';
import { PersonHits } from '../../parts/person/hits';
import { guessFromQuery } from '../../parts/person/name-guess';
import { usePersonSearch } from '../../parts/person/use-search';
import type { IntakeFlow } from './use-intake';

/** «Do we know this person?»: by name in either script, paper, phone or number. */
export function FindStep({ flow }: { flow: IntakeFlow }) {
  const t = useT();
  const { intake } = flow;
  const found = usePersonSearch(intake.query, 8);
  // What was typed, read as a card: those it may well be stand first, with the reasons; the others who answer follow.
  const guess = useMemo(() => (found.asked ? guessFromQuery(intake.query) : {}), [found.asked, intake.query]);
  const { candidates, settled: looked } = useCandidates(guess, 5);
  const others = found.people.filter((hit) => !candidates.some((one) => one.person.person === hit.person.person));
  const known = candidates.length + others.length;
  const settled = found.settled && looked;
  const list = useRef<HTMLDivElement>(null);

  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
  // Enter goes on where the answer leads: to the first who was found, or to a new card. It may come before the answer.
  const [waiting, setWaiting] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the answer comes
  useEffect(() => {
    if (!waiting || !settled) return;
    setWaiting(false);
    if (known === 0) void flow.startNew(false);
    else buttons()[0]?.focus();
  }, [waiting, settled]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (intake.query.trim().length > 1) setWaiting(true);
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      buttons()[0]?.focus();
    }
  };
  const onListKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[Math.max(0, Math.min(all.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
  };

  return (
    <section>
      <h2 className="mb-2.5 text-lg font-semibold">{t('intake.find_title')}</h2>
      <SearchBox
        label={t('intake.find_label')}
        placeholder={t('intake.find_placeholder')}
        size="large"
        autoFocus
        value={intake.query}
        onChange={(query) => {
          setWaiting(false);
          flow.change({ query });
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className="my-2.5 min-h-5 px-0.5 text-sm text-ink-2">
        {!found.asked
          ? t('intake.find_help')
          : known > 0
            ? t('intake.found', { count: known })
            : settled
              ? t('intake.found_nobody')
              : ''}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows between the buttons of the list */}
      <div ref={list} onKeyDown={onListKeyDown} className="flex flex-col gap-2.5">
        {found.asked && candidates.length > 0 && (
          <Candidates
            candidates={candidates}
            label={t('intake.candidates')}
            action={t('intake.choose')}
            onChoose={(one) => void flow.choose(one.person)}
          />
        )}
        {others.length > 0 && (
          <PersonHits
            people={others}
            label={t('search.results')}
            action={t('intake.choose')}
            onChoose={(hit) => void flow.choose(hit.person)}
          />
        )}
        {found.asked && (
          <div className="flex items-center gap-3.5 rounded-card bg-sunken px-3.5 py-4">
            <UserPlus aria-hidden className="size-5 shrink-0 text-ink-2" />
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{t(known > 0 ? 'intake.none_of_these' : 'intake.nobody_yet')}</p>
              <p className="text-sm text-ink-2">{t('intake.none_help')}</p>
            </div>
            <Button variant="primary" isPending={flow.isPending} onPress={() => void flow.startNew(false)}>
              {t('intake.register_new')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
