import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, ErrorNote } from '../../components';
import { LANGUAGES, type MessageKey, useLanguage, useT } from '../../i18n';
import type { CenterType, Role, Sex } from '../../ipc/types';
import { useAction } from '../../state/command';
import { Entrance } from '../unlock/entrance';
import { CenterStep, centerReady } from './center-step';
import { NewPassphrase, passphraseReady } from './new-passphrase';
import { SlipStep } from './slip-step';
import { UserStep, userReady } from './user-step';

const STEPS = ['language', 'center', 'user', 'passphrase', 'slip'] as const;
type StepName = (typeof STEPS)[number];

const STEP_LABEL: Record<StepName, MessageKey> = {
  language: 'setup.step.language',
  center: 'setup.step.center',
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
}
export interface UserDraft {
  name_ar: string;
  name_lat: string;
  sex: Sex | null;
  role: Role | null;
}

/** A device with nothing on it becomes a center: language, center, first user, passphrase, recovery slip. */
export function Setup({ onStart, onDone }: { onStart: () => void; onDone: () => void }) {
  const t = useT();
  const { language, setLanguage } = useLanguage();
  const setUp = useAction('device.set_up');
  const [step, setStep] = useState<StepName>('language');
  const [center, setCenter] = useState<CenterDraft>({
    name_ar: '',
    name_fr: '',
    center_type: null,
    province: null,
    commune: null,
  });
  const [user, setUser] = useState<UserDraft>({ name_ar: '', name_lat: '', sex: null, role: null });
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');

  const back = () => setStep(STEPS[Math.max(0, STEPS.indexOf(step) - 1)] ?? 'language');
  const next = () => setStep(STEPS[STEPS.indexOf(step) + 1] ?? step);

  const create = () => {
    const { center_type, province } = center;
    const { sex, role } = user;
    if (center_type === null || province === null || sex === null || role === null) return;
    onStart();
    setUp.mutate(
      {
        language,
        center: { ...center, center_type, province },
        user: { ...user, sex, role },
        passphrase,
      },
      { onSuccess: () => setStep('slip') },
    );
  };

  return (
    <Entrance center={center.name_ar !== '' || center.name_fr !== '' ? center : null}>
      <StepDots current={step} />
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
      {step === 'center' && (
        <StepPage
          title={t('setup.center.title')}
          text={t('setup.center.text')}
          onBack={back}
          onNext={next}
          ready={centerReady(center)}
        >
          <CenterStep draft={center} onChange={(patch) => setCenter((before) => ({ ...before, ...patch }))} />
        </StepPage>
      )}
      {step === 'user' && (
        <StepPage
          title={t('setup.user.title')}
          text={t('setup.user.text')}
          onBack={back}
          onNext={next}
          ready={userReady(user)}
        >
          <UserStep draft={user} onChange={(patch) => setUser((before) => ({ ...before, ...patch }))} />
        </StepPage>
      )}
      {step === 'passphrase' && (
        <StepPage
          title={t('setup.passphrase.title')}
          text={t('setup.passphrase.text')}
          onBack={back}
          onNext={create}
          nextLabel={setUp.isPending ? t('setup.creating') : t('setup.create')}
          pending={setUp.isPending}
          ready={passphraseReady(passphrase, again)}
        >
          <NewPassphrase
            label={t('unlock.passphrase')}
            autoFocus
            passphrase={passphrase}
            again={again}
            onPassphrase={setPassphrase}
            onAgain={setAgain}
          />
          <ErrorNote error={setUp.error} />
        </StepPage>
      )}
      {step === 'slip' && setUp.data !== undefined && <SlipStep code={setUp.data.recovery_code} onDone={onDone} />}
    </Entrance>
  );
}

function StepDots({ current }: { current: StepName }) {
  const t = useT();
  const at = STEPS.indexOf(current);
  return (
    <ol aria-label={t('setup.steps')} className="mb-4 grid grid-cols-5 gap-1.5">
      {STEPS.map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined} className="flex flex-col gap-1">
          <span className={`h-1 rounded-full ${index <= at ? 'bg-accent-fill' : 'bg-line'}`} />
          <span className={`text-xs leading-snug ${index === at ? 'font-semibold text-accent' : 'text-ink-3'}`}>
            {t(STEP_LABEL[step])}
          </span>
        </li>
      ))}
    </ol>
  );
}

function StepPage({
  title,
  text,
  children,
  onBack,
  onNext,
  nextLabel,
  ready = true,
  pending = false,
}: {
  title: string;
  text: string;
  children: ReactNode;
  onBack?: () => void;
  onNext: () => void;
  nextLabel?: string;
  ready?: boolean;
  pending?: boolean;
}) {
  const t = useT();
  return (
    <form
      className="flex flex-col gap-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !pending) onNext();
      }}
    >
      <div>
        <h1 className="text-display font-bold">{title}</h1>
        <p className="mt-1 text-ink-2">{text}</p>
      </div>
      {children}
      <div className="form-foot -mx-1 -mb-6 border-t-0 bg-paper px-1 pt-1 pb-6">
        <Button type="submit" variant="primary" size="touch" isDisabled={!ready} isPending={pending} className="flex-1">
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
