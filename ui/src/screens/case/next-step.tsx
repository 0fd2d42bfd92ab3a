import { Check, CheckCircle2 } from 'lucide-react';
import { Button, EmptyState } from '../../components';
import { useCodeText, useT } from '../../i18n';
import type { CaseView, StepView } from '../../ipc/types';
import { useWindowText } from '../../parts/due/due';
import { ReachNote } from '../../parts/person/reach';
import { Dotted } from '../../parts/person/who';
import { useLabel } from '../../parts/protocol/label';
import type { CaseDialog } from './dialogs/dialogs';
import { DocumentStatusMenu } from './document-status';

/** The one thing to do, with its window, its papers, and the button that does it. */
export function NextStep({ view, onDialog }: { view: CaseView; onDialog: (dialog: CaseDialog) => void }) {
  const t = useT();
  const { track } = view;
  if (view.state.status === 'closed') {
    return (
      <div className="card">
        <EmptyState
          text={t('case.closed_text')}
          action={
            view.may.includes('reopen') ? (
              <Button size="row" onPress={() => onDialog({ kind: 'reopen' })}>
                {t('case.reopen')}
              </Button>
            ) : undefined
          }
        />
      </div>
    );
  }
  if (track === null) return null;
  const step = track.steps.find((one) => one.step === track.next);
  if (step === undefined) {
    return (
      <div className="card">
        <EmptyState icon={<CheckCircle2 aria-hidden />} text={t('case.nothing_next')} />
      </div>
    );
  }
  return <StepCard view={view} step={step} onDialog={onDialog} />;
}

function StepCard({
  view,
  step,
  onDialog,
}: {
  view: CaseView;
  step: StepView;
  onDialog: (dialog: CaseDialog) => void;
}) {
  const t = useT();
  const code = useCodeText();
  const label = useLabel();
  const windowText = useWindowText();
  const late = step.due?.state === 'overdue';
  const waiting = step.state.status === 'waiting';
  const mayEdit = view.may.includes('edit');
  const refused = step.refused.length > 0;
  const when =
    late && step.due !== null
      ? t('due.late_by', { days: Math.max(1, step.due.days_late) })
      : windowText(step.due) || (waiting ? code('step_status', 'waiting') : '');
  return (
    <section
      aria-label={t('case.next')}
      className={`rounded-card border p-4 shadow-card ${late || step.urgent ? 'border-late-line bg-late-wash' : 'border-line bg-surface'}`}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <p className={`text-sm font-semibold ${late || step.urgent ? 'text-late' : 'text-soon'}`}>
            <Dotted parts={[t('case.next'), step.urgent && code('urgency', 'immediate'), when]} />
          </p>
          <h2 className="text-xl leading-8 font-bold">{label(step.title)}</h2>
          <p className="text-sm text-ink-2">{label(step.help)}</p>
          {refused && (
            <div className="mt-1.5">
              <ReachNote reachable={view.person.reachable} />
            </div>
          )}
        </div>
        {mayEdit && (
          <div className="flex flex-wrap gap-2">
            <Button onPress={() => onDialog({ kind: 'step', step: step.step, event: 'postponed' })}>
              {t('step.postpone')}
            </Button>
            <Button
              variant="primary"
              icon={<Check aria-hidden />}
              onPress={() => onDialog({ kind: 'step', step: step.step })}
            >
              {t(waiting || step.waits_for_others ? 'step.record_answer' : 'step.record')}
            </Button>
          </div>
        )}
      </div>
      {step.documents.length > 0 && view.track !== null && (
        <ul
          aria-label={t('step.documents')}
          className="mt-3 flex flex-wrap gap-x-4 gap-y-2 border-t border-line pt-3 text-sm"
        >
          {step.documents.map((document) => (
            <li key={document.document} className="flex items-center gap-1.5">
              <span>
                {label(document.title)}
                {!document.required && <span className="text-ink-3"> ({t('field.optional')})</span>}
              </span>
              <DocumentStatusMenu
                caseId={view.case.id}
                instance={view.track?.instance ?? ''}
                step={step.step}
                document={document}
                mayEdit={mayEdit}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
