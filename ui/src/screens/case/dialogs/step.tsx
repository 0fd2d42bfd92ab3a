import { Checkbox, DatePicker, RadioGroup, TextArea, TextField } from '../../../components';
import { addDays, useCodeText, useDates, useT } from '../../../i18n';
import type { CaseView, OutcomeView, StepEventType, StepView } from '../../../ipc/types';
import { useDialogDraft } from '../../../parts/draft/use-dialog-draft';
import { FormDialog } from '../../../parts/form/dialog';
import { useSend } from '../../../parts/form/send';
import { ReachNote } from '../../../parts/person/reach';
import { useLabel } from '../../../parts/protocol/label';
import { alarmTone } from '../../../parts/value/tones';

const DEFAULT_DELAY_DAYS = 7;
const OUTCOME = 'done:';

function settled(step: StepView): boolean {
  return ['done', 'declined', 'not_possible'].includes(step.state.status);
}

/**
 * What happened to a step: one of its outcomes, or one of the answers that are always there. None is chosen beforehand
 * but the answer the card of the person already gives.
 */
export function StepDialog({
  view,
  step,
  postpone,
  name,
  onClose,
}: {
  view: CaseView;
  step: StepView;
  postpone: boolean;
  /** What a draft is called in the list. */
  name: string;
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
        ...step.outcomes.map((outcome) => ({
          key: `${OUTCOME}${outcome.code}`,
          label: label(outcome.title),
          tone: alarmTone(outcome.alarm),
        })),
        ...(step.state.status === 'waiting' ? [] : [{ key: 'waiting', label: code('step_event', 'waiting') }]),
        { key: 'postponed', label: code('step_event', 'postponed') },
        { key: 'declined', label: code('step_event', 'declined', { sex }) },
        { key: 'not_possible', label: code('step_event', 'not_possible') },
      ];
  const card = view.person.safe_contact;
  const recorded = step.outcomes.find((one) => one.safe_contact !== null && one.safe_contact === card);
  const prefilled = again || recorded === undefined ? null : `${OUTCOME}${recorded.code}`;
  const { person, seen } = view.person;
  const writing = { kind: 'step' as const, step: step.step };
  const { value, change, submit, isWriting, state } = useDialogDraft(view.case.id, writing, name, {
    chosen: postpone ? 'postponed' : prefilled,
    day: today as string | null,
    until: addDays(today, DEFAULT_DELAY_DAYS) as string | null,
    note: '',
    hours: view.person.reachable.hours ?? '',
    // What the card said when it was agreed to change it: asked again of a card that says something else since.
    agreed: null as string | null,
  });
  const { chosen, day, until, note, hours } = value;
  const lowers = value.agreed === seen;
  const { sendAsync, isPending, error } = useSend('step.record', { done: t('step.recorded'), onDone: onClose });

  const isOutcome = chosen?.startsWith(OUTCOME) === true;
  const outcome = isOutcome ? step.outcomes.find((one) => `${OUTCOME}${one.code}` === chosen) : undefined;
  const event = isOutcome ? 'done' : (chosen as StepEventType | null);
  const refused = event === null ? step.refused.length > 0 : step.refused.includes(event);
  const asksHours = outcome?.safe_contact === 'hours';
  return (
    <FormDialog
      title={label(step.title)}
      submit={t('action.save')}
      onClose={onClose}
      isPending={isPending || isWriting}
      error={error}
      draft={state}
      needs={[
        event === null && t('step.what_happened'),
        event === 'postponed' ? until === null && t('step.until') : day === null && t('step.day'),
        asksHours && hours.trim() === '' && t('field_name.safe_hours'),
        outcome?.lowers_card === true && !lowers && t('field_name.safe_contact'),
      ]}
      onSubmit={() =>
        event !== null &&
        void submit(() =>
          sendAsync({
            case: view.case.id,
            instance: view.track?.instance ?? '',
            step: step.step,
            event,
            outcome: outcome?.code ?? null,
            day: event === 'postponed' ? null : day,
            until: event === 'postponed' ? until : null,
            note: note.trim() === '' ? null : note,
            corrects: null,
            safe_hours: asksHours ? hours : null,
            card: outcome?.lowers_card === true && lowers ? { person, seen } : null,
          }),
        )
      }
    >
      <p className="text-sm text-ink-2">{label(step.help)}</p>
      {refused && <ReachNote reachable={view.person.reachable} />}
      <RadioGroup
        isWide={choices.length > 4}
        label={t('step.what_happened')}
        isRequired
        value={chosen}
        choices={choices}
        onChange={(next) => change({ chosen: next, agreed: null })}
      />
      {outcome !== undefined && (
        <OnCard
          outcome={outcome}
          view={view}
          lowers={lowers}
          onLowers={(next) => change({ agreed: next ? seen : null })}
        />
      )}
      {asksHours && (
        <TextField
          label={t('field_name.safe_hours')}
          description={t('person.safe_hours_help')}
          isRequired
          value={hours}
          onChange={(next) => change({ hours: next })}
        />
      )}
      {event === 'postponed' ? (
        <DatePicker
          label={t('step.until')}
          isRequired
          min={today}
          value={until}
          onChange={(next) => change({ until: next })}
        />
      ) : (
        <DatePicker label={t('step.day')} max={today} value={day} onChange={(next) => change({ day: next })} />
      )}
      <TextArea label={t('step.note')} rows={2} value={note} onChange={(next) => change({ note: next })} />
    </FormDialog>
  );
}

/** What an answer on being reached makes of the card: both are one answer, and a laxer one is asked about. */
function OnCard({
  outcome,
  view,
  lowers,
  onLowers,
}: {
  outcome: OutcomeView;
  view: CaseView;
  lowers: boolean;
  onLowers: (lowers: boolean) => void;
}) {
  const t = useT();
  const code = useCodeText();
  const card = view.person.safe_contact ?? 'unknown';
  if (outcome.safe_contact === null) return null;
  const says = t('step.card_says', { answer: code('safe_contact', card) });
  if (outcome.safe_contact === card) {
    return (
      <p className="text-sm text-ink-2">
        {says}
        <br />
        {t('step.card_from')}
      </p>
    );
  }
  const answer = code('safe_contact', outcome.safe_contact);
  if (!outcome.lowers_card) {
    return (
      <p role="status" className="text-sm text-ink-2">
        {says}
        <br />
        {t('step.card_becomes', { answer })}
      </p>
    );
  }
  return (
    <div
      className="flex flex-col gap-2 rounded-control bg-late-soft p-3 text-sm"
      data-label={t('field_name.safe_contact')}
    >
      <p role="status" className="text-late">
        {says}
        <br />
        {t('step.card_lower')}
      </p>
      <Checkbox isSelected={lowers} onChange={onLowers}>
        {t('step.card_lower_do', { answer })}
      </Checkbox>
    </div>
  );
}
