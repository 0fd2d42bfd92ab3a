import { Check } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { Button, EmptyState, ErrorNote, Loaded, Skeleton, Steps } from '../../components';
import { civil, useCodeText, useDates, useT } from '../../i18n';
import { goesOn } from '../../parts/form/go-on';
import { to } from '../../routes';
import { useCommand } from '../../state/command';
import { BeforePanel } from './before-panel';
import { FindStep } from './find-step';
import { ListeningStep } from './listening-step';
import { NeedsStep } from './needs-step';
import { OrientationStep } from './orientation-step';
import { PassagePanel } from './passage-panel';
import { PersonStep } from './person-step';
import { ReceptionStep } from './reception-step';
import { chipOf, EMPTY, type Intake, revive } from './state';
import { type IntakeFlow, useIntake } from './use-intake';

/** A new passage, one about a person already found, or one taken up again from its draft. */
export function IntakeScreen({ draft, person }: { draft?: string; person?: string }) {
  const t = useT();
  const [, go] = useLocation();
  const asked = useSyncExternalStore(listenToAddress, askedBefore);
  const kept = useCommand('draft.get', { draft: draft ?? '' }, { enabled: draft !== undefined });
  const known = useCommand('person.get', { person: person ?? '' }, { enabled: person !== undefined });
  const begun = useCommand('draft.list', { form: 'intake' }, { enabled: person !== undefined });
  const { today } = useDates();
  if (draft !== undefined) {
    if (kept.error?.code === 'not_found') {
      return (
        <EmptyState
          text={t('intake.draft_gone')}
          action={<Button onPress={() => go(to.intake)}>{t('top.new_reception')}</Button>}
        />
      );
    }
    return <Loaded query={kept}>{(data) => <Passage initial={revive(data.body)} draft={draft} />}</Loaded>;
  }
  if (person !== undefined) {
    return (
      <Loaded query={known} skeleton={<Skeleton />}>
        {(data) => (
          <Loaded query={begun} skeleton={<Skeleton />}>
            {(drafts) => {
              // Her passage of today, begun and not finished, is gone on with: it has its number.
              const found = drafts.find((one) => {
                const { person: whose, reception } = revive(one.body);
                return (
                  whose?.person === data.card.person &&
                  reception !== null &&
                  civil(new Date(reception.opened_at)) === today
                );
              });
              return found === undefined ? (
                <Passage initial={{ ...EMPTY, person: data.card }} draft={null} />
              ) : (
                <Passage initial={revive(found.body)} draft={found.draft} />
              );
            }}
          </Loaded>
        )}
      </Loaded>
    );
  }
  return <Passage key={asked} initial={{ ...EMPTY, query: asked }} draft={null} />;
}

function listenToAddress(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

/** What was already typed in the search of the top bar. Handed over in memory: a name has no place in an address. */
function askedBefore(): string {
  const state = window.history.state as { query?: unknown } | null;
  return typeof state?.query === 'string' ? state.query : '';
}

const FIRST_CONTROL = 'input:not([disabled]):not([type=checkbox]):not([type=hidden]), textarea, button[aria-haspopup]';

function Passage({ initial, draft }: { initial: Intake; draft: string | null }) {
  const flow = useIntake(initial, draft);
  const { intake } = flow;
  const place = useRef<HTMLDivElement>(null);
  const started = useRef(false);

  // Somebody chosen beforehand goes straight to the desk.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arriving
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    if (initial.person !== null && initial.step === 'find') void flow.choose(initial.person);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its first empty field
  useEffect(() => {
    const controls = [...(place.current?.querySelectorAll<HTMLInputElement>(FIRST_CONTROL) ?? [])];
    // What the search already told is not typed again.
    const first = controls[0]?.type === 'radio' ? controls[0] : controls.find((one) => one.value === '');
    (first ?? controls[0])?.focus();
  }, [intake.step]);

  // Ctrl Enter goes on from a field where Enter has a meaning of its own: taken before the field sees it.
  const goOn = (event: KeyboardEvent<HTMLDivElement>) => {
    // From what stands beside the step, only the chord: Enter there is its own.
    const isBeside = place.current?.contains(event.target as Node) !== true;
    if (!goesOn(event) || (isBeside && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    place.current?.querySelector('form')?.requestSubmit();
  };

  return (
    <>
      <Head flow={flow} />
      <div className="grid items-start gap-4.5 lg:grid-cols-[minmax(0,1fr)_--spacing(74)]" onKeyDownCapture={goOn}>
        <div ref={place} className="card p-4.5 [&_.form-foot]:-bottom-6">
          <StepContent flow={flow} />
          <div className="mt-3 empty:hidden">
            <ErrorNote error={flow.error} />
          </div>
        </div>
        {intake.step === 'find' ? <BeforePanel flow={flow} /> : <PassagePanel flow={flow} />}
      </div>
    </>
  );
}

function StepContent({ flow }: { flow: IntakeFlow }) {
  switch (flow.intake.step) {
    case 'find':
      return <FindStep flow={flow} />;
    case 'person':
      return <PersonStep flow={flow} />;
    case 'reception':
      return <ReceptionStep flow={flow} />;
    case 'listening':
      return <ListeningStep flow={flow} />;
    case 'needs':
      return <NeedsStep flow={flow} />;
    case 'orientation':
      return <OrientationStep flow={flow} />;
  }
}

function Head({ flow }: { flow: IntakeFlow }) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const { intake, steps } = flow;
  const current = chipOf(intake.step);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      <h1 className="sr-only">{t('top.new_reception')}</h1>
      <Steps
        label={t('intake.steps')}
        current={current}
        steps={steps.map((step, index) => {
          // Whoever is written stays written: choosing again happens before that.
          const mayGo = step !== current && index <= intake.reached && !(step === 'find' && intake.person !== null);
          return {
            key: step,
            label: code('intake_step', step),
            ...(mayGo ? { onGo: () => flow.goTo(step) } : {}),
          };
        })}
      />
      {flow.savedAt !== null && (
        <p role="status" className="ms-auto flex items-center gap-1.5 text-sm font-medium text-done">
          <Check aria-hidden className="size-4" />
          {t('draft.saved_at', { time: dates.time(flow.savedAt) })}
        </p>
      )}
    </div>
  );
}
