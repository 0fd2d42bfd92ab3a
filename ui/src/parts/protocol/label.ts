import { useCallback } from 'react';
import { useLanguage } from '../../i18n';
import type { Label } from '../../ipc/types';

/** The words a protocol carries, in the language of the moment. */
export function useLabel(): (label: Label | null | undefined) => string {
  const { language } = useLanguage();
  return useCallback((label) => label?.[language] ?? '', [language]);
}

/** The spelling of the language when there is one, else the other. */
export function useEither(): (ar: string | null | undefined, other: string | null | undefined) => string {
  const { language } = useLanguage();
  return useCallback((ar, other) => (language === 'ar' ? ar || other : other || ar) ?? '', [language]);
}
