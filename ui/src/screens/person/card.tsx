import type { ReactNode } from 'react';
import { BIRTH_UNKNOWN, Chip, Fact, Facts, Section } from '../../components';
import { Phone, useCodeText, useDates, useT } from '../../i18n';
import type { Person, PersonView } from '../../ipc/types';
import { SafeChip } from '../../parts/person/who';
import { useEither } from '../../parts/protocol/label';
import { Value } from '../../parts/value/value';
import { groupedFields } from '../../parts/value/words';

interface Line {
  key: string;
  label: string;
  /** What it is made of. */
  of: readonly (keyof Person)[];
  value: ReactNode;
}

/** Said in the line of another field, or at the head of the page. */
const TOLD_WITH_ANOTHER = new Set<keyof Person>([
  'family_name_ar',
  'family_name_lat',
  'sex',
  'safe_contact',
  'safe_hours',
  'province',
  'address',
]);

/** What a record says in these fields, to tell whether another says the same. */
function said(record: Person, fields: readonly (keyof Person)[]): string {
  return fields
    .map((field) => String(record[field] ?? ''))
    .join(' ')
    .trim();
}

/** The fields that are known, each with its word; nothing that is empty. */
export function CardPart({ view }: { view: PersonView }) {
  const t = useT();
  const code = useCodeText();
  const dates = useDates();
  const either = useEither();
  // A town has often the name of its province, and an address may be no more than that: each is said once.
  const place = [
    ...new Set([
      view.province_names === null ? '' : either(...view.province_names),
      either(view.card.commune_ar, view.card.commune_fr),
      (view.person.record.address ?? '').trim(),
    ]),
  ].filter((part) => part !== '');
  const linesOf = (record: Person, place: string[]): Line[] => {
    const own = ownLines(record, place);
    const declared = groupedFields('person').flatMap(([name]) => {
      const field = name as keyof Person;
      return TOLD_WITH_ANOTHER.has(field) ? [] : [own[field] ?? plain(record, field)];
    });
    return [...declared, plain(record, 'import_remark')];
  };
  const plain = (record: Person, field: keyof Person): Line => ({
    key: field,
    of: [field],
    label: code('field_name', field),
    value:
      said(record, [field]) === '' ? null : <Value kind="person" field={field} value={record[field]} caseId={null} />,
  });
  /** Where the card says more, or less, than the field alone. */
  const ownLines = (record: Person, place: string[]): Partial<Record<keyof Person, Line>> => ({
    given_name_ar: {
      key: 'ar',
      of: ['given_name_ar', 'family_name_ar'],
      label: t('person.name_ar'),
      value: [record.given_name_ar, record.family_name_ar].filter(Boolean).join(' '),
    },
    given_name_lat: {
      key: 'lat',
      of: ['given_name_lat', 'family_name_lat'],
      label: t('person.name_lat'),
      value: [record.given_name_lat, record.family_name_lat].filter(Boolean).join(' '),
    },
    birth_date: {
      key: 'birth',
      of: ['birth_date'],
      label: t('field_name.birth_date'),
      value:
        record.birth_date === null
          ? null
          : record.birth_date === BIRTH_UNKNOWN
            ? t('birth.unknown')
            : dates.birth(record.birth_date),
    },
    estimated_age: {
      key: 'estimated',
      of: ['estimated_age'],
      label: t('field_name.estimated_age'),
      value: record.estimated_age === null ? null : t('age.years', { years: record.estimated_age }),
    },
    phone: {
      key: 'phone',
      of: ['phone', 'safe_contact'],
      label: t(record.phone === null ? 'field_name.safe_contact' : 'field_name.phone'),
      // What was answered protects the address too: it is told of whoever has no telephone.
      value:
        record.phone === null && view.safe_contact === null ? null : (
          <span className="inline-flex flex-wrap items-center gap-2">
            {record.phone !== null && <Phone number={record.phone} />}
            <SafeChip safe={view.safe_contact} hours={record.safe_hours} />
          </span>
        ),
    },
    commune: {
      key: 'place',
      of: ['commune', 'address'],
      label: t('person.place'),
      value: place.join(t('list.comma')),
    },
  });
  const lines = linesOf(view.person.record, place);
  // What another record says otherwise stands under it, in a quieter tone; what only another says, in its place.
  const others = view.records.slice(1).map(({ person }) => person.record);
  const told = lines.map((line, at) => {
    const heard = others
      .filter((record) => said(record, line.of) !== '' && said(record, line.of) !== said(view.person.record, line.of))
      .map((record) => linesOf(record, [record.address ?? ''])[at]?.value);
    const shown = said(view.person.record, line.of) === '' ? heard.shift() : undefined;
    return { ...line, value: shown ?? line.value, otherwise: heard };
  });
  return (
    <Section
      title={t('person.card')}
      end={
        <span className="flex gap-1.5">
          {view.person.only_here && <Chip>{t('person.only_here')}</Chip>}
          {view.person.conflicts.length > 0 && <Chip meaning="sealed">{t('person.in_conflict')}</Chip>}
        </span>
      }
    >
      <Facts isWide>
        {told
          .filter((line) => line.value !== null && line.value !== '')
          .map((line) => (
            <Fact key={line.key} label={line.label}>
              <bdi>{line.value}</bdi>
              {line.otherwise.map((value, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the records of a person, in their order
                <span key={index} className="block text-sm font-normal text-ink-2">
                  {t('person.elsewhere')} <bdi>{value}</bdi>
                </span>
              ))}
            </Fact>
          ))}
      </Facts>
    </Section>
  );
}
