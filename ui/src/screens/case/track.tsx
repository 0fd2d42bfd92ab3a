import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, EmptyState, ProgressBar, Section, type Step, Stepper, type StepState } from '../../components';
import { useCodeText, useDates, useT } from '../../i18n';
import type { CaseView, StepView } from '../../ipc/types';
import { useWindowText } from '../../parts/due/due';
import { Dotted } from '../../parts/person/who';
import { useLabel } from '../../parts/protocol/label';
import type { CaseDialog } from './dialogs/dialogs';

function stateOf(step: StepView): StepState {
  switch (step.state.status) {
    case 'done':
      return 'done';
    case 'declined':
    case 'not_possible':
    case 'skipped':
      return 'closed';
    case 'waiting':
      return 'waiting';
    case 'open':
      return step.due?.state === 'overdue' ? 'late' : 'now';
    case 'later':
      return 'later';
  }
}

/** The protocol followed, step by step. */
export function Track({ view, onDialog }: { view: CaseView; onDialog: (dialog: CaseDialog) => void }) {
  const t = useT();
  const label = useLabel();
  const note = useStepNote(view);
  const mayEdit = view.may.includes('edit');
  const { track } = view;
  if (track === null) {
    return (
      <Section title={t('case.protocol')}>
        <EmptyState
          text={t('protocol.not_started')}
          action={
            mayEdit ? (
              <Button size="row" onPress={() => onDialog({ kind: 'protocol' })}>
                {t('protocol.start')}
              </Button>
            ) : undefined
          }
        />
      </Section>
    );
  }
  const steps: Step[] = track.steps.map((step) => ({
    key: step.step,
    title: label(step.title),
    note: note(step),
    state: stateOf(step),
    ...(mayEdit ? { onOpen: () => onDialog({ kind: 'step', step: step.step }) } : {}),
  }));
  return (
    <Section title={label(track.title)}>
      <p className="text-sm text-ink-2">
        <Dotted
          parts={[
            t('protocol.version', { version: track.version }),
            t('protocol.progress', { done: track.done, total: track.total }),
          ]}
        />
      </p>
      {track.legal.slice(0, 1).map((law) => (
        <Law key={law.fr} words={label(law)} />
      ))}
      <div className="my-3">
        <ProgressBar
          label={t('protocol.progress', { done: track.done, total: track.total })}
          hideLabel
          value={track.total === 0 ? 0 : (track.done / track.total) * 100}
        />
      </div>
      <Stepper steps={steps} current={track.next} />
    </Section>
  );
}

/** The text a protocol rests on: its first line, the whole of it one press away. */
function Law({ words }: { words: string }) {
  return (
    <details className="group text-sm text-ink-2">
      <summary className="flex cursor-pointer list-none items-start gap-1 rounded-sm hover:text-accent [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 flex-1 truncate group-open:whitespace-normal">{words}</span>
        <ChevronDown aria-hidden className="size-3.75 mt-0.75 shrink-0 group-open:rotate-180" />
      </summary>
    </details>
  );
}

function useStepNote(view: CaseView): (step: StepView) => ReactNode {
  const t = useT();
  const code = useCodeText();
  const label = useLabel();
  const dates = useDates();
  const windowText = useWindowText();
  const sex = view.person.card.sex;
  return (step) => {
    const { state } = step;
    if (state.status === 'done' || state.status === 'declined' || state.status === 'not_possible') {
      const how = label(step.outcome_label) || code('step_status', state.status, { sex });
      return <Dotted parts={[how, state.settled_on === null ? null : dates.day(state.settled_on)]} />;
    }
    if (state.status === 'skipped') return code('step_status', 'skipped');
    const when = windowText(step.due);
    const late = step.due?.state === 'overdue' && t('due.late_by', { days: Math.max(1, step.due.days_late) });
    const waits = state.status === 'waiting' || when === '';
    return <Dotted parts={[waits && code('step_status', state.status, { sex }), when, late]} />;
  };
}
