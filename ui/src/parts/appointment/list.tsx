import { Printer } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../../components';
import { dotted, useDates, useT } from '../../i18n';
import type { AppointmentView } from '../../ipc/types';
import { useDocument } from '../document/open';
import { Dotted, useStaffText } from '../person/who';
import { AppointmentOutcomeDialog } from './dialog';

/** Appointments still to come, each with its slip and what became of it. */
export function AppointmentList({ appointments }: { appointments: readonly AppointmentView[] }) {
  const t = useT();
  const dates = useDates();
  const staff = useStaffText();
  const print = useDocument();
  const [open, setOpen] = useState<AppointmentView | null>(null);
  return (
    <>
      <ul aria-label={t('appointment.many')} className="flex flex-col">
        {appointments.map((view) => {
          const { record, id } = view.appointment;
          const when = `${record.day === null ? '' : dates.near(record.day)} ${record.time?.slice(0, 5) ?? ''}`.trim();
          return (
            <li
              key={id}
              className="flex flex-wrap items-center gap-2 border-b border-dashed border-line py-2 last:border-b-0"
            >
              <span className="min-w-0 flex-1">
                <bdi className="block font-medium">{when}</bdi>
                <span className="block text-sm text-ink-2">
                  <Dotted parts={[record.purpose, record.place, staff(view.staff)]} />
                </span>
              </span>
              <IconButton
                size="row"
                label={dotted(t('appointment.slip'), when)}
                onPress={() => void print('appointment.slip', { appointment: id })}
              >
                <Printer aria-hidden />
              </IconButton>
              <Button size="row" onPress={() => setOpen(view)} aria-label={dotted(t('task.record'), when)}>
                {t('task.record')}
              </Button>
            </li>
          );
        })}
      </ul>
      {open !== null && <AppointmentOutcomeDialog view={open} onClose={() => setOpen(null)} />}
    </>
  );
}
