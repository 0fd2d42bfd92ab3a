import { useDates } from '../../i18n';
import type { Answer } from '../../ipc/types';
import { STARTS_RESTRICTED } from '../../ipc/types';
import { useDocument } from '../../parts/document/open';
import { timeOf } from '../../parts/form/time-field';
import { useAction } from '../../state/command';
import type { Intake } from './state';

type Written = Intake['written'];

/** What is kept of the needs: the form answered, and whether only a restricted case may hold it. */
export interface Kept {
  form: string | null;
  form_version: number | null;
  answers: Answer[];
  isConfidential: boolean;
  /** An amount far from the usual is meant. */
  confirmed: boolean;
}

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
  const record = useAction('situation.record');
  const agree = useAction('consent.record');
  const refer = useAction('referral.create');
  const print = useDocument();

  return async (
    intake: Intake,
    choice: NonNullable<Intake['plan']['choice']>,
    protocol: string | null,
    needs: Kept | null,
    amount: number | null,
    slip: boolean,
    tell: (written: Written) => void,
  ): Promise<Written> => {
    const person = intake.person?.person ?? '';
    const { plan } = intake;
    let written = intake.written;
    const mark = (patch: Partial<Written>) => {
      written = { ...written, ...patch };
      tell(written);
    };

    const opens = choice === 'case' || (choice === 'referral' && plan.case === null);
    if (opens && plan.case_type !== null && written.case === null) {
      const opened = await openCase.mutateAsync({
        person,
        case_type: plan.case_type,
        named: [],
        situation: plan.situation.trim() === '' ? null : plan.situation,
        protocol,
        reception: intake.reception?.reception ?? null,
        // What was said is confidential even where the type of the case alone is not.
        ...(needs?.isConfidential === true && !STARTS_RESTRICTED.includes(plan.case_type)
          ? { confidentiality: 'restricted' as const }
          : {}),
      });
      mark({ case: opened });
    }
    const inCase = written.case?.case ?? (choice === 'referral' ? plan.case : null);
    if (intake.note.trim() !== '' && !written.note) {
      await addNote.mutateAsync({
        note: { person, case: inCase, kind: 'listening', body: intake.note, day: today },
      });
      mark({ note: true });
    }
    if (needs !== null && !written.needs) {
      const { group, indh } = intake.needs;
      const { isConfidential: _, confirmed, ...answered } = needs;
      await record.mutateAsync({ situation: { person, case: inCase, group, indh, ...answered }, confirmed });
      mark({ needs: true });
    }
    if (choice === 'referral' && inCase !== null && written.outcome === null) {
      if (plan.agrees && written.consent === null) {
        const given = await agree.mutateAsync({
          consent: { person, case: inCase, purposes: ['referral'], given_by: 'person', form: 'oral' },
        });
        mark({ consent: given.id });
      }
      const made = await refer.mutateAsync({
        referral: {
          case: inCase,
          partner: plan.partner,
          service_asked: plan.asked,
          reason: plan.referral_reason.trim() === '' ? null : plan.referral_reason,
          urgency: intake.desk.urgency,
          shared: plan.shared,
          consent: written.consent,
          override_reason: plan.agrees ? null : plan.why,
        },
        send: true,
      });
      mark({ outcome: made.referral });
      await print('referral.letter', { referral: made.referral });
    }
    if (choice === 'service' && written.outcome === null) {
      const made = await give.mutateAsync({
        service: {
          person,
          service_type: plan.service_type,
          item: plan.item.trim() === '' ? null : plan.item,
          quantity: plan.quantity,
          amount: plan.service_type === 'cash' ? amount : null,
          day: today,
        },
        confirmed: plan.amount.confirmed,
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
      if (slip) await print('appointment.slip', { appointment: made.id });
    }
    return written;
  };
}
