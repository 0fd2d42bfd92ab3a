import { useState } from 'react';
import { DatePicker, Segmented, Select, TextArea, TextField } from '../components';
import { useDates, useT } from '../i18n';
import { VISIT_KINDS, VISIT_OUTCOMES } from '../ipc/codes';
import type { Held, Visit } from '../ipc/types';
import { useSession } from '../state/session';
import { useChoices } from './choices';
import { FormDialog } from './form-dialog';
import { useSend } from './send';

const orNull = (text: string) => (text.trim() === '' ? null : text);

/** A visit to come, or one already made. */
export function NewVisitDialog({
  caseId,
  person,
  household,
  place: usual,
  made = false,
  onClose,
}: {
  caseId: string;
  person: string;
  household: string | null;
  place: string | null;
  made?: boolean;
  onClose: () => void;
}) {
  const t = useT();
  const choices = useChoices();
  const { today } = useDates();
  const { user } = useSession();
  const [visit, setVisit] = useState<Partial<Visit>>({
    case: caseId,
    person,
    household,
    kind: 'home',
    staff: user.staff,
    planned_on: made ? today : null,
    place: usual,
    ...(made ? { performed_on: today, performed_by: user.staff, outcome: 'met' as const } : {}),
  });
  const change = (patch: Partial<Visit>) => setVisit((before) => ({ ...before, ...patch }));
  const { send, isPending, error } = useSend('visit.plan', {
    done: t(made ? 'visit.recorded' : 'visit.planned'),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t(made ? 'visit.record_made' : 'visit.plan')}
      submit={t(made ? 'action.save' : 'visit.plan_do')}
      onClose={onClose}
      isPending={isPending}
      error={error}
      isReady={made ? visit.performed_on !== null : visit.planned_on !== null}
      onSubmit={() => send({ visit: made ? { ...visit, planned_on: visit.performed_on ?? today } : visit })}
    >
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {made ? (
          <DatePicker
            label={t('visit.performed_on')}
            isRequired
            max={today}
            value={visit.performed_on ?? null}
            onChange={(performed_on) => change({ performed_on })}
          />
        ) : (
          <DatePicker
            label={t('visit.planned_on')}
            isRequired
            min={today}
            value={visit.planned_on ?? null}
            onChange={(planned_on) => change({ planned_on })}
          />
        )}
        <Select
          label={t('visit.kind')}
          value={visit.kind ?? null}
          options={choices('visit_kind', VISIT_KINDS)}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <TextField
        label={t('visit.place')}
        value={visit.place ?? ''}
        onChange={(text) => change({ place: orNull(text) })}
      />
      {made ? (
        <OutcomeFields visit={visit} onChange={change} />
      ) : (
        <TextField
          label={t('visit.purpose')}
          value={visit.purpose ?? ''}
          onChange={(text) => change({ purpose: orNull(text) })}
        />
      )}
    </FormDialog>
  );
}

/** A planned visit, as it went: outcome first, the rest if there is something to say. */
export function RecordVisitDialog({
  visit,
  title,
  onClose,
}: {
  visit: Held<Visit>;
  title: string;
  onClose: () => void;
}) {
  const t = useT();
  const { today } = useDates();
  const { user } = useSession();
  const [patch, setPatch] = useState<Partial<Visit>>({
    outcome: visit.record.outcome ?? 'met',
    performed_on: visit.record.performed_on ?? today,
    performed_by: visit.record.performed_by ?? user.staff,
  });
  const change = (more: Partial<Visit>) => setPatch((before) => ({ ...before, ...more }));
  const { send, isPending, error } = useSend('visit.update', { done: t('visit.recorded'), onDone: onClose });
  return (
    <FormDialog
      title={title}
      submit={t('action.save')}
      onClose={onClose}
      isPending={isPending}
      error={error}
      isReady={patch.performed_on !== null}
      onSubmit={() => send({ id: visit.id, seen: visit.seen, patch })}
    >
      <OutcomeFields visit={{ ...visit.record, ...patch }} onChange={change} />
      <DatePicker
        label={t('visit.performed_on')}
        max={today}
        value={patch.performed_on ?? null}
        onChange={(performed_on) => change({ performed_on })}
      />
    </FormDialog>
  );
}

function OutcomeFields({ visit, onChange }: { visit: Partial<Visit>; onChange: (patch: Partial<Visit>) => void }) {
  const t = useT();
  const choices = useChoices();
  return (
    <>
      <Segmented
        label={t('visit.outcome')}
        value={visit.outcome ?? null}
        choices={choices('visit_outcome', VISIT_OUTCOMES)}
        onChange={(outcome) => onChange({ outcome })}
      />
      <TextArea
        label={t('visit.observations')}
        rows={4}
        autoFocus
        value={visit.observations ?? ''}
        onChange={(text) => onChange({ observations: orNull(text) })}
      />
      <TextField
        label={t('visit.present')}
        value={visit.present ?? ''}
        onChange={(text) => onChange({ present: orNull(text) })}
      />
      <TextField
        label={t('visit.next_step')}
        value={visit.next_step ?? ''}
        onChange={(text) => onChange({ next_step: orNull(text) })}
      />
    </>
  );
}
