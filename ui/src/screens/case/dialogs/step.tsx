import { ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { DatePicker, RadioGroup, TextArea } from '../../../components';
import { addDays, useCodeText, useDates, useT } from '../../../i18n';
import type { CaseView, StepEventType, StepView } from '../../../ipc/types';
import { FormDialog } from '../../../parts/form-dialog';
import { useLabel } from '../../../parts/label';
import { useSend } from '../../../parts/send';

const DEFAULT_DELAY_DAYS = 7;
const OUTCOME = 'done:';

function settled(step: StepView): boolean {
  return ['done', 'declined', 'not_possible'].includes(step.state.status);
}

/** What happened to a step: one of its outcomes, or one of the answers that are always there. */
export function StepDialog({
  view,
  step,
  postpone,
  onClose,
}: {
  view: CaseView;
  step: StepView;
  postpone: boolean;
  onClose: () => void;
}) {
  const t = useT();
  const code = useCodeText();
  const label = useLabel();
  const { today } = useDates();
  const sex = view.person.card.sex;
  const again = settled(step);
  const choices = again
    ? [{ key: 'reopened', label: code('step_event', 'reopened') }]
    : [
        ...step.outcomes.map((outcome) => ({ key: `${OUTCOME}${outcome.code}`, label: label(outcome.title) })),
        ...(step.state.status === 'waiting' ? [] : [{ key: 'waiting', label: code('step_event', 'waiting') }]),
        { key: 'postponed', label: code('step_event', 'postponed') },
        { key: 'declined', label: code('step_event', 'declined', { sex }) },
        { key: 'not_possible', label: code('step_event', 'not_possible') },
      ];
  const [chosen, setChosen] = useState<string>(postpone ? 'postponed' : (choices[0]?.key ?? 'done'));
  const [day, setDay] = useState<string | null>(today);
  const [until, setUntil] = useState<string | null>(addDays(today, DEFAULT_DELAY_DAYS));
  const [note, setNote] = useState('');
  const { send, isPending, error } = useSend('step.record', { done: t('step.recorded'), onDone: onClose });

  const isOutcome = chosen.startsWith(OUTCOME);
  const event: StepEventType = isOutcome ? 'done' : (chosen as StepEventType);
  const safe = view.person.person.record.safe_contact;
  const unsafe = step.safe_contact_required && safe !== 'yes' && safe !== 'hours';
  return (
    <FormDialog
      title={label(step.title)}
      submit={t('action.save')}
      onClose={onClose}
      isPending={isPending}
      error={error}
      isReady={event === 'postponed' ? until !== null : day !== null}
      onSubmit={() =>
        send({
          case: view.case.id,
          instance: view.track?.instance ?? '',
          step: step.step,
          event,
          outcome: isOutcome ? chosen.slice(OUTCOME.length) : null,
          day: event === 'postponed' ? null : day,
          until: event === 'postponed' ? until : null,
          note: note.trim() === '' ? null : note,
        })
      }
    >
      <p className="text-sm text-ink-2">{label(step.help)}</p>
      {unsafe && (
        <p className="flex items-center gap-2 rounded-control bg-late-soft px-3 py-2 text-sm text-late">
          <ShieldAlert aria-hidden size={17} className="shrink-0" /> {t('case.not_safe')}
        </p>
      )}
      <RadioGroup
        isWide={choices.length > 4}
        label={t('step.what_happened')}
        value={chosen}
        choices={choices}
        onChange={setChosen}
      />
      {event === 'postponed' ? (
        <DatePicker label={t('step.until')} isRequired min={today} value={until} onChange={setUntil} />
      ) : (
        <DatePicker label={t('step.day')} max={today} value={day} onChange={setDay} />
      )}
      <TextArea label={t('step.note')} rows={2} value={note} onChange={setNote} />
    </FormDialog>
  );
}
