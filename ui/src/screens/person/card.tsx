import type { ReactNode } from 'react';
import { BIRTH_UNKNOWN, Chip, Fact, Facts, Section } from '../../components';
import { Ltr, Phone, useCodeText, useDates, useT } from '../../i18n';
import type { Person, PersonView } from '../../ipc/types';
import { SafeChip } from '../../parts/person/who';
import { useEither } from '../../parts/protocol/label';

interface Line {
  key: string;
  label: string;
  /** What it is made of. */
  of: readonly (keyof Person)[];
  value: ReactNode;
}

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
  const ltr = (text: string | null) => (text === null ? null : <Ltr className="tabular">{text}</Ltr>);
  const linesOf = (record: Person, place: string[]): Line[] => [
    {
      key: 'ar',
      of: ['given_name_ar', 'family_name_ar'],

      label: t('person.name_ar'),
      value: [record.given_name_ar, record.family_name_ar].filter(Boolean).join(' '),
    },
    {
      key: 'lat',
      of: ['given_name_lat', 'family_name_lat'],

      label: t('person.name_lat'),
      value: [record.given_name_lat, record.family_name_lat].filter(Boolean).join(' '),
    },
    { key: 'title', of: ['title'], label: t('person.title'), value: record.title },
    { key: 'nickname', of: ['nickname'], label: t('person.nickname'), value: record.nickname },
    {
      key: 'birth',
      of: ['birth_date'],

      label: t('person.birth_date'),
      value:
        record.birth_date === null
          ? null
          : record.birth_date === BIRTH_UNKNOWN
            ? t('birth.unknown')
            : dates.birth(record.birth_date),
    },
    {
      key: 'estimated',
      of: ['estimated_age'],

      label: t('person.estimated_age'),
      value: record.estimated_age === null ? null : t('age.years', { years: record.estimated_age }),
    },
    { key: 'birth_place', of: ['birth_place'], label: t('person.birth_place'), value: record.birth_place },
    { key: 'mother', of: ['mother_name_ar'], label: t('person.mother_name_ar'), value: record.mother_name_ar },
    {
      key: 'document',
      of: ['document_type'],

      label: t('person.document_type'),
      value: record.document_type === null ? null : code('document_type', record.document_type),
    },
    { key: 'cnie', of: ['cnie'], label: t('person.cnie'), value: ltr(record.cnie) },
    { key: 'number', of: ['document_number'], label: t('person.document_number'), value: ltr(record.document_number) },
    { key: 'act', of: ['act_number'], label: t('person.act_number'), value: ltr(record.act_number) },
    {
      key: 'act_year',
      of: ['act_year'],
      label: t('person.act_year'),
      value: ltr(record.act_year === null ? null : String(record.act_year)),
    },
    { key: 'act_office', of: ['act_office'], label: t('person.act_office'), value: record.act_office },
    { key: 'idcs', of: ['idcs'], label: t('person.idcs'), value: ltr(record.idcs) },
    { key: 'paper', of: ['paper_file'], label: t('person.paper_file'), value: ltr(record.paper_file) },
    {
      key: 'phone',
      of: ['phone', 'safe_contact'],

      label: t(record.phone === null ? 'person.safe_contact' : 'person.phone'),
      // What was answered protects the address too: it is told of whoever has no telephone.
      value:
        record.phone === null && view.safe_contact === null ? null : (
          <span className="inline-flex flex-wrap items-center gap-2">
            {record.phone !== null && <Phone number={record.phone} />}
            <SafeChip safe={view.safe_contact} hours={record.safe_hours} />
          </span>
        ),
    },
    { key: 'place', of: ['commune', 'address'], label: t('person.place'), value: place.join(t('list.comma')) },
    { key: 'usual', of: ['usual_place'], label: t('person.usual_place'), value: record.usual_place },
    {
      key: 'nationality',
      of: ['nationality'],
      label: t('person.nationality'),
      value: record.nationality === null ? null : code('nationality', record.nationality),
    },
    {
      key: 'languages',
      of: ['languages'],
      label: t('person.languages'),
      value: record.languages.map((one) => code('language_spoken', one)).join(t('list.comma')),
    },
    { key: 'access', of: ['accessibility'], label: t('person.accessibility'), value: record.accessibility },
    {
      key: 'list',
      of: ['import_remark'],

      label: t('field_name.import_remark'),
      value: record.import_remark === null ? null : <bdi className="whitespace-pre-line">{record.import_remark}</bdi>,
    },
  ];
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
