import { useMemo } from 'react';
import { useCodeText } from '../i18n';
import type { Person, PersonHit } from '../ipc/types';
import { useCommand } from '../state/command';
import { useSettled } from './use-person-search';

/** What the core would make of a card before it is written: things to make sure of, and who holds the same papers. */
export function usePersonCheck(person: Partial<Person>): {
  warnings: Record<string, string>;
  samePapers: PersonHit[];
} {
  const code = useCodeText();
  const told = useMemo(
    () => ({
      cnie: person.cnie ?? null,
      phone: person.phone ?? null,
      idcs: person.idcs ?? null,
      document_number: person.document_number ?? null,
      languages: [],
    }),
    [person.cnie, person.phone, person.idcs, person.document_number],
  );
  const settled = useSettled(told, 300);
  const enabled = [settled.cnie, settled.phone, settled.idcs, settled.document_number].some((value) => value !== null);
  const checked = useCommand('person.check', { person: settled }, { enabled, keepPrevious: true });
  if (!enabled || checked.data === undefined) return { warnings: {}, samePapers: [] };
  return {
    warnings: Object.fromEntries(checked.data.warnings.map((w) => [w.field, code('warning', w.code)])),
    samePapers: checked.data.same_papers,
  };
}
