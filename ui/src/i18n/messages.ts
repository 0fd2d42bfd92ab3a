import type ar from '../../../assets/locales/ar.json';
import type { Language } from '../ipc/types';

export type MessageKey = keyof typeof ar;
export type Messages = Record<string, string>;

const LOADERS: Record<Language, () => Promise<{ default: Messages }>> = {
  ar: () => import('../../../assets/locales/ar.json'),
  fr: () => import('../../../assets/locales/fr.json'),
  en: () => import('../../../assets/locales/en.json'),
};

export async function loadMessages(language: Language): Promise<Messages> {
  const words = (await LOADERS[language]()).default;
  return language === 'fr' ? bindMarks(words) : words;
}

/** French puts a space before its double marks and inside its quotes: no line may break there. */
function bindMarks(words: Messages): Messages {
  return Object.fromEntries(
    Object.entries(words).map(([key, text]) => [key, text.replace(/ (?=[?:;!»])|(?<=«) /g, '\u00a0')]),
  );
}
