import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, ErrorNote, RadioGroup, Steps } from '../../components';
import { LANGUAGES, type MessageKey, useLanguage, useT } from '../../i18n';
import type { CenterType, Role, Sex } from '../../ipc/types';
import { isWhole, type Lacking, Needs } from '../../parts/form/needs';
import { HubFields, type HubTyped, hubNeeds } from '../../parts/sync/hub-fields';
import { useAction } from '../../state/command';
import { Entrance } from '../unlock/entrance';
import { CenterStep, centerNeeds } from './center-step';
import { FirstRound } from './first-round';
import { NewPassphrase, passphraseNeeds } from './new-passphrase';
import { SlipStep } from './slip-step';
import { UserStep, userNeeds } from './user-step';

type Way = 'new' | 'join';
type StepName = 'language' | 'way' | 'center' | 'hub' | 'user' | 'passphrase' | 'slip';

/** What is asked on the way to a center of one's own, and to one that exists. */
const STEPS: Record<Way, readonly StepName[]> = {
  new: ['language', 'way', 'center', 'user', 'passphrase', 'slip'],
  join: ['language', 'way', 'hub', 'user', 'passphrase', 'slip'],
};

const NOTHING: Lacking = [];

/** What was typed wrongly is changed where it was typed. */
const HUB_TYPED: readonly string[] = [
  'hub_bad_url',
  'hub_insecure_url',
  'hub_unreachable',
  'hub_not_a_hub',
  'hub_code_wrong',
  'hub_code_expired',
  'hub_code_used',
  'hub_center_needed',
];

const STEP_LABEL: Record<StepName, MessageKey> = {
  language: 'setup.step.language',
  way: 'setup.step.way',
  center: 'setup.step.center',
  hub: 'setup.step.hub',
  user: 'setup.step.user',
  passphrase: 'setup.step.passphrase',
  slip: 'setup.step.slip',
};

export interface CenterDraft {
  name_ar: string;
  name_fr: string;
  center_type: CenterType | null;
  province: string | null;
  commune: string | null;
  address: string;
  phone: string;
}
export interface UserDraft {
  name_ar: string;
  name_lat: string;
  sex: Sex | null;
  role: Role | null;
}

/** A device with nothing on it becomes a center, or one more laptop of a center that exists already. */
export function Setup({ onStart, onDone }: { onStart: () => void; onDone: () => void }) {
  const t = useT();
  const { language, setLanguage } = useLanguage();
  const setUp = useAction('device.set_up');
  const join = useAction('device.join');
  const [step, setStep] = useState<StepName>('language');
  const [way, setWay] = useState<Way | null>(null);
  const [hub, setHub] = useState<HubTyped>({ hub: '', code: '' });
  const [center, setCenter] = useState<CenterDraft>({
    name_ar: '',
    name_fr: '',
    center_type: null,
    province: null,
    commune: null,
    address: '',
    phone: '',
  });
  const [user, setUser] = useState<UserDraft>({ name_ar: '', name_lat: '', sex: null, role: null });
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');

  const steps = STEPS[way ?? 'new'];
  const back = () => setStep(steps[Math.max(0, steps.indexOf(step) - 1)] ?? 'language');
  const next = () => setStep(steps[steps.indexOf(step) + 1] ?? step);
  const done = { onSuccess: () => setStep('slip') };

  const create = () => {
    const { center_type, province } = center;
    const { sex, role } = user;
    if (center_type === null || province === null || sex === null || role === null) return;
    onStart();
    setUp.mutate(
      { language, center: { ...center, center_type, province }, user: { ...user, sex, role }, passphrase },
      done,
    );
  };
  const enrol = () => {
    const { name_ar, name_lat, sex } = user;
    onStart();
    join.mutate(
      { language, hub: hub.hub.trim(), code: hub.code.trim(), user: { name_ar, name_lat, sex }, passphrase },
      {
        ...done,
        onError: (error) => HUB_TYPED.includes(error.code) && setStep('hub'),
      },
    );
  };
  const joins = way === 'join';
  const made = joins ? join : setUp;

  return (
    <Entrance center={center.name_ar !== '' || center.name_fr !== '' ? center : null} topic="setup" team={[]}>
      <div className="mb-4">
        <Steps
          label={t('setup.steps')}
          current={step}
          steps={steps.map((one) => ({ key: one, label: t(STEP_LABEL[one]) }))}
        />
      </div>
      {step === 'language' && (
        <StepPage title={t('setup.language.title')} text={t('setup.language.text')} onNext={next}>
          <div className="grid gap-2.5">
            {LANGUAGES.map(({ code, name }) => (
              <Button
                key={code}
                size="touch"
                aria-pressed={language === code}
                className={language === code ? '!border-accent !bg-accent-soft text-accent' : 'font-medium'}
                onPress={() => setLanguage(code)}
              >
                <span lang={code}>{name}</span>
              </Button>
            ))}
          </div>
        </StepPage>
      )}
      {step === 'way' && (
        <StepPage
          title={t('setup.way.title')}
          text={t('setup.way.text')}
          onBack={back}
          onNext={next}
          needs={[way === null && t('setup.way.label')]}
        >
          <RadioGroup<Way>
            label={t('setup.way.label')}
            value={way}
            onChange={setWay}
            choices={[
              { key: 'new', label: t('setup.way.new'), description: t('setup.way.new_text') },
              { key: 'join', label: t('setup.way.join'), description: t('setup.way.join_text') },
            ]}
          />
        </StepPage>
      )}
      {step === 'hub' && (
        <StepPage
          title={t('setup.hub.title')}
          text={t('setup.hub.text')}
          onBack={back}
          onNext={next}
          needs={hubNeeds(hub, t)}
        >
          <HubFields
            autoFocus
            value={hub}
            onChange={(patch) => {
              join.reset();
              setHub((before) => ({ ...before, ...patch }));
            }}
          />
          <ErrorNote error={join.error} />
        </StepPage>
      )}
      {step === 'center' && (
        <StepPage
          title={t('setup.center.title')}
          text={t('setup.center.text')}
          onBack={back}
          onNext={next}
          needs={centerNeeds(center, t)}
        >
          <CenterStep draft={center} onChange={(patch) => setCenter((before) => ({ ...before, ...patch }))} />
        </StepPage>
      )}
      {step === 'user' && (
        <StepPage
          title={t(joins ? 'setup.user.title_join' : 'setup.user.title')}
          text={t(joins ? 'setup.user.text_join' : 'setup.user.text')}
          onBack={back}
          onNext={next}
          needs={userNeeds(user, !joins, t)}
        >
          <UserStep
            asksRole={!joins}
            draft={user}
            onChange={(patch) => setUser((before) => ({ ...before, ...patch }))}
          />
        </StepPage>
      )}
      {step === 'passphrase' && (
        <StepPage
          title={t('setup.passphrase.title')}
          text={t('setup.passphrase.text')}
          onBack={back}
          onNext={joins ? enrol : create}
          nextLabel={t(
            made.isPending ? (joins ? 'setup.joining' : 'setup.creating') : joins ? 'setup.join_do' : 'setup.create',
          )}
          pending={made.isPending}
          needs={passphraseNeeds(passphrase, again, t)}
        >
          <NewPassphrase
            label={t('unlock.passphrase')}
            autoFocus
            passphrase={passphrase}
            again={again}
            onPassphrase={setPassphrase}
            onAgain={setAgain}
          />
          <ErrorNote error={made.error} />
        </StepPage>
      )}
      {step === 'slip' && made.data !== undefined && (
        <SlipStep code={made.data.recovery_code} onDone={onDone}>
          {joins && <FirstRound />}
        </SlipStep>
      )}
    </Entrance>
  );
}

function StepPage({
  title,
  text,
  children,
  onBack,
  onNext,
  nextLabel,
  needs = NOTHING,
  pending = false,
}: {
  title: string;
  text: string;
  children: ReactNode;
  onBack?: () => void;
  onNext: () => void;
  nextLabel?: string;
  needs?: Lacking;
  pending?: boolean;
}) {
  const t = useT();
  return (
    <form
      className="flex flex-col gap-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole(needs) && !pending) onNext();
      }}
    >
      <div>
        <h1 className="text-display font-bold">{title}</h1>
        <p className="mt-1 text-ink-2">{text}</p>
      </div>
      {children}
      <div className="form-foot -mx-1 -mb-6 flex-wrap border-t-0 bg-paper px-1 pt-1 pb-6">
        <div className="basis-full empty:hidden">
          <Needs needs={needs} />
        </div>
        <Button
          type="submit"
          variant="primary"
          size="touch"
          isDisabled={!isWhole(needs)}
          isPending={pending}
          className="flex-1"
        >
          {nextLabel ?? t('action.next')}
        </Button>
        {onBack !== undefined && (
          <Button size="touch" onPress={onBack} icon={<ArrowLeft aria-hidden className="mirror" />}>
            {t('action.back')}
          </Button>
        )}
      </div>
    </form>
  );
}
