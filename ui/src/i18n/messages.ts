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
  return (await LOADERS[language]()).default;
}
