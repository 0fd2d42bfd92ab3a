import type { Meaning, Tone } from '../../components';

/** What a code means to somebody's safety, by the family of its words: the one place that says so. */
const TONES: Readonly<Record<string, Readonly<Record<string, Tone>>>> = {
  urgency: { immediate: 'danger', soon: 'caution' },
  safe_contact: { no: 'danger', unknown: 'caution' },
  safe_contact_short: { no: 'danger', unknown: 'caution' },
};

export function toneOf(family: string, code: string): Tone | undefined {
  return TONES[family]?.[code];
}

/** A choice or an outcome which its form or its protocol says must be seen at once. */
export function alarmTone(alarm: boolean): Tone | undefined {
  return alarm ? 'danger' : undefined;
}

/** The same for a chip, where what means nothing to somebody's safety has a colour of its own. */
export function chipTone(tone: Tone | undefined, otherwise: Meaning): Meaning {
  if (tone === undefined) return otherwise;
  return tone === 'danger' ? 'late' : 'soon';
}
