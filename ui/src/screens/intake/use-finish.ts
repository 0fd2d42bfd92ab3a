import { useDates } from '../../i18n';
import { useDocument } from '../../parts/open-document';
import { timeOf } from '../../parts/time-field';
import { useAction } from '../../state/command';
import type { Intake } from './state';

type Written = Intake['written'];

/**
 * Writes what the passage led to, one record after the other. What is written is told at once, so that a second try
 * after a failure continues where the first stopped.
 */
export function useFinish() {
  const { today } = useDates();
  const openCase = useAction('case.open');
  const addNote = useAction('note.add');
  const give = useAction('service.give');
  const appoint = useAction('appointment.create');
  const print = useDocument();

  return async (
    intake: Intake,
    choice: NonNullable<Intake['plan']['choice']>,
    protocol: string | null,
    tell: (written: Written) => void,
  ): Promise<Written> => {
    const person = intake.person?.person ?? '';
    const { plan } = intake;
    let written = intake.written;
    const mark = (patch: Partial<Written>) => {
      written = { ...written, ...patch };
      tell(written);
    };

    if (choice === 'case' && plan.case_type !== null && written.case === null) {
      const opened = await openCase.mutateAsync({
        person,
        case_type: plan.case_type,
        named: [],
        situation: plan.situation.trim() === '' ? null : plan.situation,
        protocol,
        reception: intake.reception?.reception ?? null,
      });
      mark({ case: opened });
    }
    if (intake.note.trim() !== '' && !written.note) {
      await addNote.mutateAsync({
        note: { person, case: written.case?.case ?? null, kind: 'listening', body: intake.note, day: today },
      });
      mark({ note: true });
    }
    if (choice === 'service' && written.outcome === null) {
      const made = await give.mutateAsync({
        service: {
          person,
          service_type: plan.service_type,
          item: plan.item.trim() === '' ? null : plan.item,
          quantity: plan.quantity,
          amount: plan.amount === null ? null : Math.round(plan.amount * 100),
          day: today,
        },
      });
      mark({ outcome: made.id });
    }
    if (choice === 'appointment' && written.outcome === null) {
      const made = await appoint.mutateAsync({
        appointment: {
          person,
          day: plan.day,
          time: timeOf(plan.time),
          purpose: plan.purpose.trim() === '' ? null : plan.purpose,
        },
      });
      mark({ outcome: made.id });
      await print('appointment.slip', { appointment: made.id });
    }
    return written;
  };
}
