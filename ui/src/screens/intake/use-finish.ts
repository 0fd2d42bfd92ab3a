import { useDates } from '../../i18n';
import type { Answer } from '../../ipc/types';
import { useDocument } from '../../parts/document/open';
import { timeOf } from '../../parts/form/time-field';
import { useAction } from '../../state/command';
import type { Intake } from './state';

/** What is kept of the needs: the form answered. */
export interface Kept {
  form: string | null;
  form_version: number | null;
  answers: Answer[];
  /** An amount far from the usual is meant. */
  confirmed: boolean;
}

const textOf = (typed: string) => (typed.trim() === '' ? null : typed);

/** Writes what the passage led to, all at once, with the draft it was kept in; prints what is handed over. */
export function useFinish() {
  const { today } = useDates();
  const finish = useAction('intake.finish');
  const print = useDocument();

  return async (
    { person, reception, desk, note, needs: asked, plan }: Intake & { reception: NonNullable<Intake['reception']> },
    choice: NonNullable<Intake['plan']['choice']>,
    protocol: string | null,
    needs: Kept | null,
    amount: number | null,
    slip: boolean,
    draft: string | null,
  ) => {
    const refers = choice === 'referral';
    const opens = choice === 'case' || (refers && plan.case === null);
    const { confirmed = false, ...answered } = needs ?? {};
    const done = await finish.mutateAsync({
      reception: {
        id: reception.reception,
        seen: reception.seen,
        patch: {
          person: person?.person ?? null,
          source: desk.source,
          reason: textOf(desk.reason),
          urgency: desk.urgency,
          interpreter: textOf(desk.interpreter),
          heard_alone: desk.heard_alone ? true : null,
          orientation: choice,
        },
      },
      person: person?.person ?? null,
      opens:
        opens && plan.case_type !== null
          ? { case_type: plan.case_type, situation: textOf(plan.situation), protocol }
          : null,
      case: refers ? plan.case : null,
      note: textOf(note),
      situation: needs === null ? null : { group: asked.group, indh: asked.indh, answers: [], ...answered },
      agrees: refers && plan.agrees,
      referral: refers
        ? {
            partner: plan.partner,
            service_asked: plan.asked,
            reason: textOf(plan.referral_reason),
            urgency: desk.urgency,
            shared: plan.shared,
            override_reason: plan.agrees ? null : plan.why,
          }
        : null,
      service:
        choice === 'service'
          ? {
              service_type: plan.service_type,
              item: textOf(plan.item),
              quantity: plan.quantity,
              amount: plan.service_type === 'cash' ? amount : null,
              day: today,
            }
          : null,
      appointment:
        choice === 'appointment' ? { day: plan.day, time: timeOf(plan.time), purpose: textOf(plan.purpose) } : null,
      confirmed: confirmed || (choice === 'service' && plan.amount.confirmed),
      draft,
    });
    if (done.referral !== null) await print('referral.letter', { referral: done.referral });
    if (done.appointment !== null && slip) await print('appointment.slip', { appointment: done.appointment });
    return done;
  };
}
