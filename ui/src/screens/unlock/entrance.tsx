import type { ReactNode } from 'react';
import { LogoMark, StarPattern } from '../../components';
import { LANGUAGES, useLanguage, useT } from '../../i18n';
import type { DeviceStatus, StaffCard } from '../../ipc/types';
import { HelpButton } from '../help/help';
import type { Topic } from '../help/topics';

/** The two halves of the door: the work on the start side, the house on the other. */
export function Entrance({
  center,
  topic,
  team,
  children,
}: {
  center: DeviceStatus['center'];
  /** What help tells here, and of whom. */
  topic: Topic;
  team: readonly StaffCard[];
  children: ReactNode;
}) {
  const t = useT();
  const { language } = useLanguage();
  const name = language === 'ar' ? (center?.name_ar ?? center?.name_fr) : (center?.name_fr ?? center?.name_ar);
  return (
    <div className="grid h-full grid-cols-1 roomy:grid-cols-2">
      <main className="scroller flex scroll-pb-20 flex-col px-6">
        <div className="m-auto flex w-full max-w-110.75 flex-col py-6">
          <div className="mb-3 flex items-center justify-end gap-3.5">
            <LanguageSwitch />
            <HelpButton topic={topic} team={team} />
          </div>
          {children}
        </div>
      </main>
      <aside className="relative hidden flex-col justify-end overflow-hidden bg-linear-to-br from-[#0f5c4a] via-[#0d4a40] to-[#083429] p-14 text-white roomy:flex [[dir=rtl]_&]:bg-linear-to-bl">
        <StarPattern className="text-white/15" />
        <div className="relative flex flex-col items-start">
          <LogoMark />
          <p className="mt-4 text-[3.4667rem] leading-[1.35] font-bold">{t('app.name')}</p>
          <p className="text-xl text-white/90">
            <bdi>{name ?? t('app.tagline')}</bdi>
          </p>
        </div>
      </aside>
    </div>
  );
}

export function LanguageSwitch() {
  const t = useT();
  const { language, setLanguage } = useLanguage();
  return (
    <nav aria-label={t('unlock.language')} className="flex justify-end gap-3.5 text-md">
      {LANGUAGES.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={language === code}
          onClick={() => setLanguage(code)}
          className={`cursor-pointer rounded-sm px-0.5 hover:text-accent ${language === code ? 'font-semibold text-accent' : 'text-ink-2'}`}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
