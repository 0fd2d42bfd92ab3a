import { useState } from 'react';
import { Button, LogoMark, NumberField, PageHead, Section, Segmented, StarPattern } from '../../components';
import { LANGUAGES, useLanguage, useT } from '../../i18n';
import { ClockSection } from '../../parts/clock/clock';
import { Needs } from '../../parts/form/needs';
import { useSend } from '../../parts/form/send';
import { useEither } from '../../parts/protocol/label';
import { useMay } from '../../parts/role/roles';
import { useSession } from '../../state/session';
import { type Density, TEXT_SIZES, type TextSize, type Theme, useAppearance } from '../../state/settings';
import { Center } from './center';
import { Incidents } from './incidents';
import { PassphraseDialog, ReplaceSlipDialog } from './user-dialogs';
import { Users } from './users';

const LONGEST_MINUTES = 60;

/** The program itself: its language and look, who opens this device, what it is. */
export function SettingsScreen() {
  const t = useT();
  const may = useMay();
  return (
    <>
      <PageHead title={t('nav.settings')} />
      <div className="grid items-start gap-3.5 lg:grid-cols-2">
        <div className="flex flex-col gap-3.5">
          <Look />
          <Users />
        </div>
        <div className="flex flex-col gap-3.5">
          <Safety />
          <ClockSection />
          {may.keepAccounts && <Center />}
          {may.keepAccounts && <Incidents />}
          <About />
        </div>
      </div>
    </>
  );
}

function Look() {
  const t = useT();
  const { language, setLanguage } = useLanguage();
  const { theme, density, text, change } = useAppearance();
  const { send } = useSend('settings.set');
  return (
    <Section title={t('settings.look')}>
      <div className="flex flex-col gap-4">
        <Segmented
          label={t('settings.language')}
          value={language}
          choices={LANGUAGES.map((one) => ({ key: one.code, label: one.name }))}
          onChange={(next) => {
            setLanguage(next);
            send({ language: next });
          }}
        />
        <Segmented<Theme>
          label={t('settings.theme')}
          value={theme}
          choices={[
            { key: 'light', label: t('settings.theme_light') },
            { key: 'dark', label: t('settings.theme_dark') },
            { key: 'system', label: t('settings.theme_system') },
          ]}
          onChange={(next) => {
            change({ theme: next });
            send({ theme: next });
          }}
        />
        <Segmented<TextSize>
          label={t('settings.text')}
          value={text}
          choices={TEXT_SIZES.map((size) => ({ key: size, label: t(`settings.text_${size}`) }))}
          onChange={(next) => change({ text: next })}
        />
        <Segmented<Density>
          label={t('settings.density')}
          value={density}
          choices={[
            { key: 'normal', label: t('settings.density_normal') },
            { key: 'touch', label: t('settings.density_touch') },
          ]}
          onChange={(next) => change({ density: next })}
        />
      </div>
    </Section>
  );
}

function Safety() {
  const t = useT();
  const { status } = useSession();
  const [minutes, setMinutes] = useState<number | null>(status.auto_lock_minutes);
  const [changing, setChanging] = useState(false);
  const [replacing, setReplacing] = useState(false);
  // Where nobody of the device keeps accounts, whoever works on it keeps its slip.
  const keepsSlip = status.keeps_slip;
  const { send, isPending } = useSend('settings.set', { done: t('saved') });
  return (
    <Section title={t('settings.safety')}>
      <div className="flex flex-col gap-4">
        <div className="flex items-end gap-2">
          <NumberField
            label={t('settings.auto_lock')}
            value={minutes}
            minValue={1}
            maxValue={LONGEST_MINUTES}
            onChange={setMinutes}
            className="flex-1"
          />
          <Button
            isDisabled={minutes === null}
            isPending={isPending}
            onPress={() => minutes !== null && send({ auto_lock_minutes: minutes })}
          >
            {t('action.save')}
          </Button>
        </div>
        <Needs needs={[minutes === null && t('settings.auto_lock')]} />
        <div className="flex flex-wrap gap-2">
          <Button onPress={() => setChanging(true)}>{t('settings.change_passphrase')}</Button>
          {keepsSlip && <Button onPress={() => setReplacing(true)}>{t('settings.replace_slip')}</Button>}
        </div>
      </div>
      {changing && <PassphraseDialog onClose={() => setChanging(false)} />}
      {replacing && <ReplaceSlipDialog onClose={() => setReplacing(false)} />}
    </Section>
  );
}

function About() {
  const t = useT();
  const either = useEither();
  const { status } = useSession();
  return (
    <section aria-label={t('settings.about')} className="card relative overflow-hidden">
      <div className="relative flex h-28 items-end overflow-hidden bg-[#0f5c4a] p-4 text-white">
        <StarPattern className="opacity-15" />
        <div className="relative flex items-center gap-3">
          <LogoMark className="size-10" />
          <div>
            <p className="text-title leading-7 font-bold">{t('app.name')}</p>
            <p className="text-sm">{t('app.tagline')}</p>
          </div>
        </div>
      </div>
      <div className="p-4 text-sm text-ink-2">
        <p>{either(status.center?.name_ar, status.center?.name_fr)}</p>
        <p>{t('settings.version', { version: status.version })}</p>
        <p>{t('settings.license')}</p>
      </div>
    </section>
  );
}
