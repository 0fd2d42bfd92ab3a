import { Button, Card, Chip, ErrorNote, Section, Select } from '../../components';
import { Bdi, useCodeText, useT } from '../../i18n';
import type { ListField, ListOpened } from '../../ipc/types';
import { CODES } from '../../ipc/types';
import { useSend } from '../../parts/form/send';
import { Dotted } from '../../parts/person/who';
import { fieldOf } from '../../parts/value/words';
import type { Meanings } from './wizard';

const NAMES: readonly ListField[] = [
  'given_name_ar',
  'family_name_ar',
  'given_name_lat',
  'family_name_lat',
  'full_name',
  'full_name_family_first',
  'nickname',
];

/** Each column with examples of what stands in it, and what it means here. */
export function ColumnsStep({
  list,
  meanings,
  onChange,
  onSheet,
  onNext,
}: {
  list: ListOpened;
  meanings: Meanings;
  onChange: (column: string, field: ListField) => void;
  onSheet: (list: ListOpened) => void;
  onNext: () => void;
}) {
  const t = useT();
  const code = useCodeText();
  const sheet = useSend('import.sheet', { onDone: onSheet });
  const reread = useSend('import.reread', { onDone: onSheet });
  const options = CODES.ListField.map((field) => ({
    key: field,
    label: code(fieldOf('person', field) === undefined ? 'list_field' : 'field_name', field),
  }));
  const named = Object.values(meanings).some((field) => NAMES.includes(field));
  return (
    <Section
      title={t('import.columns_title')}
      end={
        <Button variant="primary" isDisabled={!named} onPress={onNext}>
          {t('import.to_check')}
        </Button>
      }
    >
      <div className="mb-3 flex flex-wrap items-center gap-2 text-sm text-ink-2">
        {t('import.columns_note')}
        <Chip>{list.format === 'csv' ? t('import.read_csv') : t('import.read_xlsx')}</Chip>
        {list.above > 0 && <Chip>{t('import.above', { count: list.above })}</Chip>}
        {list.reads_otherwise && (
          <Button
            size="row"
            variant="quiet"
            isDisabled={reread.isPending}
            onPress={() => reread.send({ import: list.import })}
          >
            {t('import.other_reading')}
          </Button>
        )}
      </div>
      {list.sheets.length > 1 && list.sheet !== null && (
        <Select
          label={t('import.sheet')}
          value={list.sheet}
          options={list.sheets.map((name) => ({ key: name, label: name }))}
          onChange={(name) => sheet.send({ import: list.import, sheet: name })}
          className="mb-3 max-w-80"
        />
      )}
      <ErrorNote error={sheet.error ?? reread.error} />
      {!named && (
        <p role="alert" className="mb-3 rounded-control bg-soon-soft px-3 py-2 text-soon">
          {t('error.import_no_name')}
        </p>
      )}
      <Card padded={false}>
        <table className="w-full table-fixed text-start">
          <thead className="border-b border-line bg-sunken text-sm text-ink-2">
            <tr>
              <th scope="col" className="w-1/4 px-4 py-2 text-start font-medium">
                {t('import.column')}
              </th>
              <th scope="col" className="px-4 py-2 text-start font-medium">
                {t('import.samples')}
              </th>
              <th scope="col" className="w-80 px-4 py-2 text-start font-medium">
                {t('import.meaning')}
              </th>
            </tr>
          </thead>
          <tbody>
            {list.columns.map((column) => (
              <tr key={column.name} className="border-b border-line last:border-b-0">
                <th scope="row" className="truncate px-4 py-2 text-start font-semibold">
                  <Bdi>{column.name}</Bdi>
                </th>
                <td className="px-4 py-2 text-sm text-ink-2">
                  <span className="line-clamp-2">
                    <Dotted parts={column.samples} />
                  </span>
                </td>
                <td className="px-4 py-2">
                  <Select
                    hideLabel
                    label={t('import.meaning_of', { column: column.name })}
                    value={meanings[column.name] ?? 'remark'}
                    options={options}
                    onChange={(field) => onChange(column.name, field)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </Section>
  );
}
