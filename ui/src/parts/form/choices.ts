import { useCallback } from 'react';
import { useCodeText, type Values } from '../../i18n';
import { toneOf } from '../value/tones';

/** Choices of a select or a radio group, from a list of codes and the family of their words. */
export function useChoices() {
  const code = useCodeText();
  return useCallback(
    <K extends string>(family: string, codes: readonly K[], values?: Values) =>
      codes.map((key) => ({ key, label: code(family, key, values), tone: toneOf(family, key) })),
    [code],
  );
}
