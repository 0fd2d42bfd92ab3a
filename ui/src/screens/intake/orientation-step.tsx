import { ArrowLeftRight, CalendarPlus, DoorOpen, FolderPlus, HandHeart, Info } from 'lucide-react';
import {
  Button,
  Chip,
  DatePicker,
  GO_ON_KEYS,
  Kbd,
  NumberField,
  RadioGroup,
  Select,
  TextField,
} from '../../components';
import { useCodeText, useDates, useT } from '../../i18n';
import { SERVICE_TYPES } from '../../ipc/codes';
import type { CaseRow, Orientation } from '../../ipc/types';
import { CaseFields, useProposedProtocols } from '../../parts/case-fields';
import { useChoices } from '../../parts/choices';
import { keptAnswers, useForms } from '../../parts/form-fields';
import { useMay } from '../../parts/roles';
import { TimeField } from '../../parts/time-field';
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

function readyFor(choice: Choice, plan: Plan): boolean {
  if (choice === 'case') return plan.case_type !== null;
  if (choice === 'service') return plan.service_type !== null;
  if (choice === 'referral') {
    const grounded = plan.agrees || plan.why.trim() !== '';
    return plan.partner !== null && plan.asked.trim() !== '' && (plan.case ?? plan.case_type) !== null && grounded;
  }
  if (choice === 'appointment') return plan.day !== null;
  return true;
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
  const ready = readyFor(choice, plan);
  const known = useCommand(
    'person.get',
    { person: flow.intake.person?.person ?? '' },
    { enabled: may.followCases && flow.intake.person !== null },
  );
  const open = (known.data?.cases ?? []).filter((row) => row.status !== 'closed');
  const needs = useKept(flow, choice, open);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !flow.isPending)
          void flow.finish(choice, protocol === '' ? null : protocol, needs === 'lost' ? null : needs);
      }}
    >
      <h2 className="text-lg font-semibold">{t('intake.orientation_title')}</h2>
      <div className="grid items-start gap-5 md:grid-cols-[minmax(0,264px)_minmax(0,1fr)]">
        <RadioGroup<Choice>
          label={t('reception.orientation')}
          value={choice}
          onChange={(next) => change({ choice: next as Orientation })}
          choices={offered.map((key) => ({ key, label: code('orientation', key), icon: ICONS[key] }))}
        />
        <div className="flex flex-col gap-4">
          {choice === 'case' && <CaseFields plan={plan} change={change} protocols={proposed} protocol={protocol} />}
          {choice === 'service' && <ServiceFields plan={plan} change={change} />}
          {choice === 'referral' && <ReferralFields plan={plan} change={change} open={open} />}
          {choice === 'appointment' && <AppointmentFields plan={plan} change={change} />}
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
      <div className="form-foot -mx-[18px] -mb-[18px] rounded-b-card bg-surface px-[18px] py-3.5">
        <Button onPress={() => flow.goTo(may.followCases ? 'needs' : 'reception')}>{t('action.back')}</Button>
        <span className="flex-1" />
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
  if (needs.group === null && needs.indh === null) return null;
  const isConfidential =
    (needs.group !== null && forms.confidentialGroups.includes(needs.group)) ||
    (needs.indh !== null && forms.confidentialCategories.includes(needs.indh));
  const existing = choice === 'referral' ? open.find((row) => row.case === plan.case) : undefined;
  const opens = choice === 'case' || (choice === 'referral' && plan.case === null);
  const isKeptApart = opens || (existing !== undefined && existing.confidentiality !== 'ordinary');
  if (isConfidential && !isKeptApart) return 'lost';
  const form = forms.current(needs.group);
  return {
    form: form?.id ?? null,
    form_version: form?.version ?? null,
    answers: form === undefined ? [] : keptAnswers(form, needs.answers),
    isConfidential,
  };
}

interface PartProps {
  plan: Plan;
  change: (patch: Partial<Plan>) => void;
}

function ServiceFields({ plan, change }: PartProps) {
  const t = useT();
  const choices = useChoices();
  return (
    <>
      <Select
        label={t('service.type')}
        isRequired
        value={plan.service_type}
        options={choices('service_type', SERVICE_TYPES)}
        onChange={(service_type) => change({ service_type })}
      />
      <TextField label={t('service.item')} value={plan.item} onChange={(item) => change({ item })} />
      {plan.service_type === 'cash' ? (
        <NumberField
          label={t('service.amount')}
          minValue={0}
          value={plan.amount}
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

function AppointmentFields({ plan, change }: PartProps) {
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
      <p className="text-sm text-ink-2">
        <Chip meaning="info">{t('appointment.slip')}</Chip> {t('intake.slip_text')}
      </p>
    </>
  );
}
