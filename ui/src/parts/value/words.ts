/** What a value of a field is, so that it is said in words: never as a code, never as an id. The core declares it. */

import { type FieldOf, type Kind, RECORDS } from '../../ipc/types';

/** A field as the core declares it; none for what is no field of the kind. */
export function fieldOf(kind: string, field: string): FieldOf | undefined {
  return kind in RECORDS ? RECORDS[kind as Kind][field] : undefined;
}

/** The fields of a kind that are shown and asked together, those of one group side by side, in declared order. */
export function groupedFields(kind: Kind): readonly [string, FieldOf][] {
  const placed = Object.entries(RECORDS[kind]).filter(([, field]) => field.group !== undefined);
  const groups = [...new Set(placed.map(([, field]) => field.group))];
  return groups.flatMap((group) => placed.filter(([, field]) => field.group === group));
}

/** The family of words of a field that holds a code. */
export function familyOf(kind: string, field: string): string | null {
  return fieldOf(kind, field)?.family ?? null;
}

const MEANINGS = [
  'staff',
  'person',
  'partner',
  'place',
  'protocol',
  /** A code of the protocol followed in the case: its words are in the definition, not in the locales. */
  'step',
  /** Names another record, or holds a key: nothing in it can be read. */
  'reference',
] as const;

export type Meaning = (typeof MEANINGS)[number];

/** What has to be looked up for a value to be read; nothing for one that says what it is. */
export function meaningOf(kind: string, field: string): Meaning | null {
  const shape = fieldOf(kind, field)?.shape;
  return MEANINGS.find((one) => one === shape) ?? null;
}

/** Whether a field of a change says something to whoever decides what becomes of it. */
export function isTold(kind: string, field: string): boolean {
  return fieldOf(kind, field)?.byProgram !== true && meaningOf(kind, field) !== 'reference';
}
