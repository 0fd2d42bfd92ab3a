import { useMemo } from 'react';
import { useCodeText } from '../../i18n';
import type { Person, PersonHit, TitleFound } from '../../ipc/types';
import { useCommand } from '../../state/command';
import { useSettled } from './use-search';

/** What the core would make of a card before it is written: things to make sure of, and who holds the same papers. */
export function usePersonCheck(person: Partial<Person>): {
  warnings: Record<string, string>;
  samePapers: PersonHit[];
  titles: TitleFound[];
} {
  const code = useCodeText();
  const told = useMemo(
    () => ({
      cnie: person.cnie ?? null,
      phone: person.phone ?? null,
      idcs: person.idcs ?? null,
      document_type: person.document_type ?? null,
      document_number: person.document_number ?? null,
      act_year: person.act_year ?? null,
      given_name_ar: person.given_name_ar ?? null,
      given_name_lat: person.given_name_lat ?? null,
      title: person.title ?? null,
      // What is checked here needs no name.
      anonymous: true,
      languages: [],
    }),
    [
      person.cnie,
      person.phone,
      person.idcs,
      person.document_type,
      person.document_number,
      person.act_year,
      person.given_name_ar,
      person.given_name_lat,
      person.title,
    ],
  );
  const settled = useSettled(told, 300);
  const { document_type, anonymous, languages, title, ...asked } = settled;
  const enabled = Object.values(asked).some((value) => value !== null);
  const checked = useCommand('person.check', { person: settled }, { enabled, keepPrevious: true });
  if (!enabled || checked.data === undefined) return { warnings: {}, samePapers: [], titles: [] };
  return {
    warnings: Object.fromEntries(checked.data.warnings.map((w) => [w.field, code('warning', w.code)])),
    samePapers: checked.data.same_papers,
    // One that was typed over since is no longer there to be moved.
    titles: checked.data.titles.filter((found) =>
      (person[found.field as 'given_name_ar' | 'given_name_lat'] ?? '').trim().endsWith(found.rest),
    ),
  };
}
