import { useState } from 'react';
import { Checkbox, DatePicker, Select, TextField } from '../../components';
import { useDates, useT } from '../../i18n';
import type { AppointmentStatus, AppointmentView, Reachable } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useDocument } from '../document/open';
import { useAboutDraft } from '../draft/about';
import { useChoices } from '../form/choices';
import { FormDialog } from '../form/dialog';
import { useSend } from '../form/send';
import { TimeField, timeOf } from '../form/time-field';

/** A new appointment, its slip printed at once unless nobody wants paper, or a paper may put somebody in danger. */
export function AppointmentDialog({
  person,
  caseId,
  reachable,
  onClose,
}: {
  person: string;
  caseId: string | null;
  /** Whether a paper of the center may be found on them. */
  reachable: Reachable;
  onClose: () => void;
}) {
  const t = useT();
  const { today } = useDates();
  const print = useDocument();
  const { value, change, submit, isWriting, state } = useAboutDraft(
    { kind: 'appointment' },
    { day: null as string | null, time: '', purpose: '', place: '', bring: '' },
  );
  const { day, time, purpose, place, bring } = value;
  // Asked anew each time: whether a paper is safe may have changed since.
  const [slip, setSlip] = useState(reachable.may_be_reached);
  const { sendAsync, isPending, error } = useSend('appointment.create', {
    done: t('appointment.given'),
    onDone: (made) => {
      if (slip) void print('appointment.slip', { appointment: made.id });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('appointment.new')}
      submit={t('appointment.give')}
      onClose={onClose}
      needs={[day === null && t('appointment.day')]}
      isPending={isPending || isWriting}
      error={error}
      draft={state}
      onSubmit={() =>
        void submit(() =>
          sendAsync({
            appointment: {
              person,
              case: caseId,
              day,
              time: timeOf(time),
              purpose: purpose || null,
              place: place || null,
              bring: bring || null,
            },
          }),
        )
      }
    >
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <DatePicker
          label={t('appointment.day')}
          isRequired
          min={today}
          value={day}
          onChange={(next) => change({ day: next })}
        />
        <TimeField label={t('appointment.time')} value={time} onChange={(next) => change({ time: next })} />
      </div>
      <TextField label={t('appointment.purpose')} value={purpose} onChange={(next) => change({ purpose: next })} />
      <TextField label={t('appointment.place')} value={place} onChange={(next) => change({ place: next })} />
      <TextField label={t('appointment.bring')} value={bring} onChange={(next) => change({ bring: next })} />
      <Checkbox isSelected={slip} onChange={setSlip}>
        {t('appointment.print_slip')}
      </Checkbox>
      {!reachable.may_be_reached && <p className="text-sm text-late">{t('appointment.slip_unsafe')}</p>}
    </FormDialog>
  );
}

/** What became of an appointment: nothing until somebody says. */
export function AppointmentOutcomeDialog({ view, onClose }: { view: AppointmentView; onClose: () => void }) {
  const t = useT();
  const choices = useChoices();
  const { today } = useDates();
  const { appointment } = view;
  const [status, setStatus] = useState<AppointmentStatus | null>(null);
  const [day, setDay] = useState(appointment.record.day);
  const { send, isPending, error } = useSend('appointment.update', { done: t('saved'), onDone: onClose });
  const patch = status === 'planned' ? { status, day } : { status };
  return (
    <FormDialog
      title={t('appointment.outcome')}
      submit={t('action.save')}
      onClose={onClose}
      isPending={isPending}
      error={error}
      needs={[
        status === null && t('appointment.status'),
        status === 'planned' && day === null && t('appointment.new_day'),
      ]}
      onSubmit={() => send({ id: appointment.id, seen: appointment.seen, patch })}
    >
      <Select
        label={t('appointment.status')}
        isRequired
        value={status}
        options={choices('appointment_status', CODES.AppointmentStatus)}
        onChange={setStatus}
      />
      {status === 'planned' && (
        <DatePicker label={t('appointment.new_day')} min={today} value={day} onChange={setDay} />
      )}
    </FormDialog>
  );
}
