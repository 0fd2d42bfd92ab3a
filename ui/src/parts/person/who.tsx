import { Lock, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import { Chip, Marked, PersonName } from '../../components';
import { keptName, Ltr, personName, staffName, useCodeText, useDates, useLanguage, useT } from '../../i18n';
import type { Confidentiality, PersonCard, SafeContact, StaffCard } from '../../ipc/types';
import { useEither } from '../protocol/label';
import { chipTone, toneOf } from '../value/tones';

/** The name of a person as a plain text: for titles, toasts and labels read aloud. */
export function usePersonText(): (person: PersonCard | null | undefined) => string {
  const { language } = useLanguage();
  const t = useT();
  return (person) => {
    if (person === null || person === undefined) return t('person.unnamed');
    const { primary } = personName(person, language);
    return primary !== '' ? primary : (person.nickname ?? t('person.unnamed'));
  };
}

/** What a draft about somebody is called: in every spelling, for whoever takes it up in the other language. */
export function useDraftName(): (person: PersonCard) => string {
  const name = usePersonText();
  return (person) => keptName(person) || name(person);
}

export function useStaffText(): (staff: StaffCard | null | undefined) => string {
  const { language } = useLanguage();
  const t = useT();
  return (staff) =>
    staff === null || staff === undefined ? '' : staffName(staff, language).primary || t('staff.unnamed');
}

/** Both spellings, or what an anonymous person is called. */
export function Who({ person, found = [] }: { person: PersonCard; found?: readonly string[] }) {
  const t = useT();
  const named = [person.given_name_ar, person.family_name_ar, person.given_name_lat, person.family_name_lat].some(
    (part) => part !== null && part !== undefined && part !== '',
  );
  if (!named) {
    return (
      <bdi>
        <Marked text={person.nickname ?? t('person.unnamed')} found={found} />
      </bdi>
    );
  }
  return <PersonName person={person} found={found} />;
}

/** Parts of a line, with a middle dot between those that are there. */
export function Dotted({ parts }: { parts: readonly (ReactNode | null | undefined | false)[] }) {
  const shown = parts.filter(
    (part) => part !== null && part !== undefined && part !== false && (typeof part !== 'string' || part.trim() !== ''),
  );
  if (shown.length === 0) return null;
  return (
    <span className="dots">
      <span>
        {shown.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence, not a list
          <span key={index}>
            {index > 0 && <span data-dot> · </span>}
            {/* An element keeps the direction of the page; a text has its own. */}
            {typeof part === 'string' ? <bdi>{part}</bdi> : <span className="[unicode-bidi:isolate]">{part}</span>}
          </span>
        ))}
      </span>
    </span>
  );
}

/** Sex, birth, place: what tells two people of one name apart. */
export function usePersonFacts(): (person: PersonCard) => ReactNode[] {
  const code = useCodeText();
  const t = useT();
  const dates = useDates();
  const either = useEither();
  return (person) => [
    person.sex === null || person.sex === 'unknown' ? null : code('sex', person.sex),
    person.birth_date !== null
      ? t(person.birth_date.length === 4 ? 'person.born_in' : 'person.born_on', {
          birth: dates.birth(person.birth_date),
          sex: person.sex,
        })
      : person.age !== null
        ? t('person.about_age', { years: person.age })
        : null,
    either(person.commune_ar, person.commune_fr),
  ];
}

export function CaseNumber({ number }: { number: string }) {
  return <Ltr className="tabular whitespace-nowrap">{number}</Ltr>;
}

export function ConfidentialityChip({
  value,
  size = 'normal',
}: {
  value: Confidentiality | null;
  size?: 'normal' | 'large';
}) {
  const code = useCodeText();
  if (value === null || value === 'ordinary') return null;
  return (
    <Chip meaning="sealed" size={size} icon={<Lock aria-hidden />}>
      {code('confidentiality_file', value)}
    </Chip>
  );
}

/** Whether somebody may be reached: said wherever a number is shown. */
export function SafeChip({ safe, hours }: { safe: SafeContact | null; hours?: string | null }) {
  const code = useCodeText();
  const t = useT();
  const value = safe ?? 'unknown';
  const icon = {
    yes: <ShieldCheck aria-hidden />,
    hours: <ShieldCheck aria-hidden />,
    no: <ShieldAlert aria-hidden />,
    unknown: <ShieldQuestion aria-hidden />,
  }[value];
  return (
    <Chip meaning={chipTone(toneOf('safe_contact', value), 'done')} icon={icon}>
      {value === 'hours' && hours !== null && hours !== undefined && hours !== ''
        ? t('safe.hours', { hours })
        : code('safe_contact', value)}
    </Chip>
  );
}
