import { createContext, type ReactNode, useCallback, useContext, useLayoutEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import type { Language } from '../ipc/types';
import { loadMessages, type Messages } from './messages';

/** `nu-latn`: Morocco writes Latin digits; `ar-MA`, never plain `ar`: Maghrebi months and Monday weeks. */
export const INTL_LOCALE: Record<Language, string> = {
  ar: 'ar-MA-u-nu-latn',
  fr: 'fr-MA-u-nu-latn',
  en: 'en-GB',
};

/** Each language in its own words: the one text that is never translated. */
export const LANGUAGES: readonly { code: Language; name: string }[] = [
  { code: 'ar', name: 'العربية' },
  { code: 'fr', name: 'Français' },
  { code: 'en', name: 'English' },
];

const KEY = 'jisr.language';

interface LanguageStore {
  language: Language;
  dir: 'rtl' | 'ltr';
  setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageStore | null>(null);

/** The language this window was last used in, before any profile is known. */
export function keptLanguage(storage: Storage): Language | null {
  const kept = storage.getItem(KEY);
  return kept === 'ar' || kept === 'fr' || kept === 'en' ? kept : null;
}

export function LocaleProvider({
  initial,
  messages: first,
  children,
}: {
  initial: Language;
  messages: Messages;
  children: ReactNode;
}) {
  const [shown, setShown] = useState({ language: initial, messages: first });
  const { language, messages } = shown;
  const dir = language === 'ar' ? 'rtl' : 'ltr';

  // Before the words are painted: no moment of one language in the direction of another.
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = dir;
    document.title = messages['app.name'] ?? '';
  }, [language, dir, messages]);

  const setLanguage = useCallback((next: Language) => {
    window.localStorage.setItem(KEY, next);
    // The words arrive before the direction turns: no half-translated moment.
    void loadMessages(next).then((loaded) => setShown({ language: next, messages: loaded }));
  }, []);

  const store = useMemo<LanguageStore>(() => ({ language, dir, setLanguage }), [language, dir, setLanguage]);
  return (
    <LanguageContext value={store}>
      <I18nProvider locale={INTL_LOCALE[language]}>
        <IntlProvider locale={INTL_LOCALE[language]} messages={messages} onError={raise} timeZone="UTC">
          {children}
        </IntlProvider>
      </I18nProvider>
    </LanguageContext>
  );
}

export function useLanguage(): LanguageStore {
  const store = useContext(LanguageContext);
  if (store === null) throw new Error('LocaleProvider is missing');
  return store;
}

/** A missing message is shown as its key; a test keeps that from reaching anyone. */
function raise(): void {}
