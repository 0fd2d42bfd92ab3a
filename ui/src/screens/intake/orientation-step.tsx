import { ArrowLeftRight, CalendarPlus, DoorOpen, FolderPlus, HandHeart, Info } from 'lucide-react';
import {
  Button,
  Checkbox,
  DatePicker,
  GO_ON_KEYS,
  Kbd,
  NumberField,
  type Option,
  offered,
  RadioGroup,
  Select,
  TextField,
} from '../../components';
import { type T, useCodeText, useDates, useT } from '../../i18n';
import type { CaseRow, Orientation } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { AmountField, type ReadAmount, useAmount } from '../../parts/amount/field';
import { CaseFields, useProposedProtocols } from '../../parts/case/fields';
import { useChoices } from '../../parts/form/choices';
import { keptAnswers, useAnswerAmounts } from '../../parts/form/fields';
import { isWhole, type Lacking, Needs } from '../../parts/form/needs';
import { TimeField } from '../../parts/form/time-field';
import { useForms } from '../../parts/form/use-forms';
import { usePartnerOptions } from '../../parts/partner/options';
import { useMay } from '../../parts/role/roles';
import { useCommand } from '../../state/command';
import { ReferralFields } from './referral-fields';
import type { Plan } from './state';
import type { Kept } from './use-finish';
import type { IntakeFlow } from './use-intake';

const ICONS = {
  case: <FolderPlus aria-hidden />,
  service: <HandHeart aria-hidden />,
  referral: <ArrowLeftRight aria-hidden />,
  appointment: <CalendarPlus aria-hidden />,
  information: <Info aria-hidden />,
  left: <DoorOpen aria-hidden />,
};
type Choice = keyof typeof ICONS;

/** What is not offered any more is not chosen: a passage taken up again may name a partner or a case that is gone. */
function needsOf(choice: Choice, plan: Plan, open: readonly CaseRow[], partners: readonly Option[], t: T): Lacking {
  if (choice === 'case') return [plan.case_type === null && t('case.type')];
  if (choice === 'service') return [plan.service_type === null && t('service.type')];
  if (choice === 'referral') {
    return [
      offered(plan.partner, partners) === null && t('referral.partner'),
      plan.asked.trim() === '' && t('referral.service_asked'),
      plan.case !== null && !open.some((row) => row.case === plan.case) && t('field_name.case'),
      (plan.case ?? plan.case_type) === null && t('case.type'),
      !plan.agrees && plan.why.trim() === '' && t('referral.grounds'),
    ];
  }
  if (choice === 'appointment') return [plan.day === null && t('appointment.day')];
  return [];
}

/** What the passage leads to. */
export function OrientationStep({ flow }: { flow: IntakeFlow }) {
  const t = useT();
  const code = useCodeText();
  const may = useMay();
  const { plan } = flow.intake;
  const offered: Choice[] = may.followCases
    ? ['case', 'service', 'referral', 'appointment', 'information', 'left']
    : ['appointment', 'information', 'left'];
  const choice: Choice = offered.find((one) => one === plan.choice) ?? (offered[0] as Choice);
  const change = (patch: Partial<Plan>) => flow.change({ plan: { ...plan, ...patch } });
  const { proposed, protocol } = useProposedProtocols(plan, may.followCases);
  const known = useCommand(
    'person.get',
    { person: flow.intake.person?.person ?? '' },
    { enabled: flow.intake.person !== null },
  );
  // A paper of the center is printed by itself only where nobody is in danger with it.
  const mayBeReached = known.data?.reachable.may_be_reached ?? false;
  const slip = plan.slip ?? mayBeReached;
  const open = (known.data?.cases ?? []).filter((row) => row.status !== 'closed');
  const partners = usePartnerOptions(choice === 'referral');
  const amount = useAmount('aid', plan.amount);
  const lacking = [
    ...needsOf(choice, plan, open, partners.options, t),
    choice === 'service' && plan.service_type === 'cash' && !amount.isSettled && t('service.amount'),
  ];
  const ready = isWhole(lacking);
  const needs = useKept(flow, choice, open);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !flow.isPending)
          void flow.finish(
            choice,
            protocol === '' ? null : protocol,
            needs === 'lost' ? null : needs,
            amount.centimes,
            slip,
          );
      }}
    >
      <h2 className="text-lg font-semibold">{t('intake.orientation_title')}</h2>
      <div className="grid items-start gap-5 md:grid-cols-[minmax(0,--spacing(66))_minmax(0,1fr)]">
        <RadioGroup<Choice>
          label={t('reception.orientation')}
          value={choice}
          onChange={(next) => change({ choice: next as Orientation })}
          choices={offered.map((key) => ({ key, label: code('orientation', key), icon: ICONS[key] }))}
        />
        <div className="flex flex-col gap-4">
          {choice === 'case' && <CaseFields plan={plan} change={change} protocols={proposed} protocol={protocol} />}
          {choice === 'service' && <ServiceFields plan={plan} change={change} amount={amount} />}
          {choice === 'referral' && (
            <ReferralFields plan={plan} change={change} open={open} withheld={known.data?.withheld ?? []} />
          )}
          {choice === 'appointment' && (
            <AppointmentFields plan={plan} change={change} slip={slip} mayBeReached={mayBeReached} />
          )}
          {(choice === 'information' || choice === 'left') && (
            <p className="rounded-control bg-sunken px-3 py-2.5 text-ink-2">{code('intake_ends', choice)}</p>
          )}
        </div>
      </div>
      {needs !== null && (
        <p
          role="status"
          className={`text-sm ${needs === 'lost' ? 'rounded-control bg-soon-soft px-3 py-2 text-soon' : 'text-ink-2'}`}
        >
          {t(needs === 'lost' ? 'intake.needs_lost' : 'intake.needs_kept')}
        </p>
      )}
      <div className="form-foot -mx-4.5 -mb-4.5 rounded-b-card bg-surface px-4.5 py-3.5">
        <Button onPress={() => flow.goTo(may.followCases ? 'needs' : 'reception')}>{t('action.back')}</Button>
        <span className="flex-1 text-end">
          <Needs needs={lacking} />
        </span>
        {ready && <Kbd>{GO_ON_KEYS}</Kbd>}
        <Button type="submit" variant="primary" isDisabled={!ready} isPending={flow.isPending}>
          {code('intake_finish', choice)}
        </Button>
      </div>
    </form>
  );
}

/** What is kept of the needs: nothing when nothing was said, «lost» when only a restricted case may hold it. */
function useKept(flow: IntakeFlow, choice: Choice, open: readonly CaseRow[]): Kept | 'lost' | null {
  const forms = useForms();
  const { needs, plan } = flow.intake;
  const form = forms.current(needs.group);
  const amounts = useAnswerAmounts(form, needs.answers, needs.meant);
  if (needs.group === null && needs.indh === null) return null;
  const isConfidential =
    (needs.group !== null && forms.confidentialGroups.includes(needs.group)) ||
    (needs.indh !== null && forms.confidentialCategories.includes(needs.indh));
  const existing = choice === 'referral' ? open.find((row) => row.case === plan.case) : undefined;
  const opens = choice === 'case' || (choice === 'referral' && plan.case === null);
  const isKeptApart = opens || existing?.keeps_apart === true;
  if (isConfidential && !isKeptApart) return 'lost';
  return {
    form: form?.id ?? null,
    form_version: form?.version ?? null,
    answers: form === undefined ? [] : keptAnswers(form, needs.answers),
    confirmed: amounts.confirmed,
  };
}

interface PartProps {
  plan: Plan;
  change: (patch: Partial<Plan>) => void;
}

function ServiceFields({ plan, change, amount }: PartProps & { amount: ReadAmount }) {
  const t = useT();
  const choices = useChoices();
  return (
    <>
      <Select
        label={t('service.type')}
        isRequired
        value={plan.service_type}
        options={choices('service_type', CODES.ServiceType)}
        onChange={(service_type) => change({ service_type })}
      />
      <TextField label={t('service.item')} value={plan.item} onChange={(item) => change({ item })} />
      {plan.service_type === 'cash' ? (
        <AmountField
          label={t('service.amount')}
          typed={plan.amount}
          amount={amount}
          onChange={(amount) => change({ amount })}
        />
      ) : (
        <NumberField
          label={t('service.quantity')}
          minValue={1}
          value={plan.quantity}
          onChange={(quantity) => change({ quantity })}
        />
      )}
    </>
  );
}

function AppointmentFields({ plan, change, slip, mayBeReached }: PartProps & { slip: boolean; mayBeReached: boolean }) {
  const t = useT();
  const { today } = useDates();
  return (
    <>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <DatePicker
          label={t('appointment.day')}
          isRequired
          min={today}
          value={plan.day}
          onChange={(day) => change({ day })}
        />
        <TimeField label={t('appointment.time')} value={plan.time} onChange={(time) => change({ time })} />
      </div>
      <TextField label={t('appointment.purpose')} value={plan.purpose} onChange={(purpose) => change({ purpose })} />
      <Checkbox isSelected={slip} onChange={(on) => change({ slip: on })}>
        {t('appointment.print_slip')}
      </Checkbox>
      {!mayBeReached && <p className="text-sm text-late">{t('appointment.slip_unsafe')}</p>}
    </>
  );
}
