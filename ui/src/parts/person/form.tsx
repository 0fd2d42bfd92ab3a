import { ChevronDown } from 'lucide-react';
import { Fragment, useState } from 'react';
import {
  BIRTH_UNKNOWN,
  BirthField,
  Button,
  Checkbox,
  NumberField,
  Segmented,
  Select,
  TextField,
} from '../../components';
import { useCodeText, useDates, useLanguage, useT } from '../../i18n';
import type { Person, TitleFound } from '../../ipc/types';
import { CODES, type FieldOf } from '../../ipc/types';
import { CheckList } from '../form/check-list';
import { useChoices } from '../form/choices';
import { PlaceFields } from '../territory/place-fields';
import { groupedFields } from '../value/words';

type Patch = Partial<Person>;

export interface PersonFormProps {
  value: Patch;
  onChange: (patch: Patch) => void;
  /** What to make sure of, by field: said under it, never blocking. */
  warnings?: Readonly<Record<string, string>>;
  /** Titles typed inside a name: proposed apart, never moved by themselves. */
  titles?: readonly TitleFound[];
  /** What cannot be read or is still asked for, by field. */
  errors?: Readonly<Record<string, string>>;
  /** Everything at once, for an edit; a registration opens with what a first meeting needs. */
  full?: boolean;
}

/** The identity card of a person, as typed. Empty is null: nothing is invented. */
export function PersonForm({
  value,
  onChange,
  warnings = {},
  errors = {},
  titles = [],
  full = false,
}: PersonFormProps) {
  const t = useT();
  const [more, setMore] = useState(full);
  const anonymous = value.anonymous === true;
  const field = (name: keyof Person) => ({
    value: (value[name] as string | null | undefined) ?? '',
    onChange: (text: string) => onChange({ [name]: text === '' ? null : text }),
  });
  return (
    <div className="flex flex-col gap-4">
      <Checkbox isSelected={anonymous} onChange={(on) => onChange({ anonymous: on ? true : null })}>
        {t('field_name.anonymous')}
      </Checkbox>
      {anonymous ? (
        <AnonymousFields value={value} onChange={onChange} field={field} errors={errors} />
      ) : (
        <>
          <NameFields value={value} onChange={onChange} field={field} errors={errors} />
          {titles.map((found) => (
            <TitleProposal key={found.field} found={found} onChange={onChange} />
          ))}
        </>
      )}
      <ReachFields value={value} onChange={onChange} field={field} warnings={warnings} />
      {!anonymous && <PaperFields value={value} onChange={onChange} field={field} warnings={warnings} />}
      <div className="grid items-start gap-3 md:grid-cols-2">
        <PlaceFields province={value.province ?? null} commune={value.commune ?? null} onChange={onChange} />
      </div>
      {more ? (
        <MoreFields value={value} onChange={onChange} field={field} warnings={warnings} />
      ) : (
        <Button
          size="row"
          variant="quiet"
          icon={<ChevronDown aria-hidden />}
          className="self-start"
          onPress={() => setMore(true)}
        >
          {t('person.more_fields')}
        </Button>
      )}
    </div>
  );
}

interface PartProps {
  value: Patch;
  onChange: (patch: Patch) => void;
  field: (name: keyof Person) => { value: string; onChange: (text: string) => void };
  warnings?: Readonly<Record<string, string>>;
  errors?: Readonly<Record<string, string>>;
}

function SexField({ value, onChange, errors = {} }: Omit<PartProps, 'field'>) {
  const t = useT();
  const choices = useChoices();
  return (
    <Segmented
      label={t('field_name.sex')}
      value={value.sex ?? null}
      error={errors.sex ?? null}
      onChange={(sex) => onChange({ sex })}
      choices={choices('sex', CODES.Sex)}
    />
  );
}

function TitleProposal({ found, onChange }: { found: TitleFound; onChange: (patch: Patch) => void }) {
  const t = useT();
  return (
    <p className="flex flex-wrap items-center gap-2 rounded-control bg-info-soft px-3 py-1.5 text-sm">
      <span className="min-w-0 flex-1">{t('person.title_found', { title: found.title, rest: found.rest })}</span>
      <Button size="row" onPress={() => onChange({ title: found.title, [found.field]: found.rest })}>
        {t('person.title_apart')}
      </Button>
    </p>
  );
}

/** About how old they look, for a birth nobody can say. */
function AgeField({ value, onChange }: Pick<PartProps, 'value' | 'onChange'>) {
  const t = useT();
  const { today } = useDates();
  return (
    <NumberField
      label={t('field_name.estimated_age')}
      value={value.estimated_age ?? null}
      minValue={0}
      maxValue={120}
      onChange={(estimated_age) => onChange({ estimated_age, estimated_on: estimated_age === null ? null : today })}
    />
  );
}

function AnonymousFields({ value, onChange, field, errors = {} }: PartProps) {
  const t = useT();
  return (
    <div className="grid items-start gap-3 md:grid-cols-2">
      <TextField label={t('field_name.nickname')} description={t('person.nickname_help')} {...field('nickname')} />
      <SexField value={value} onChange={onChange} errors={errors} />
      <AgeField value={value} onChange={onChange} />
      <TextField label={t('field_name.usual_place')} {...field('usual_place')} />
    </div>
  );
}

const SCRIPT = { ar: { lang: 'ar', dir: 'rtl' }, lat: { lang: 'fr', dir: 'ltr' } } as const;

function NameFields({ value, onChange, field, errors = {} }: PartProps) {
  const t = useT();
  // First the script of the language one works in: it is the one most often known from the search.
  const scripts = useLanguage().language === 'ar' ? (['ar', 'lat'] as const) : (['lat', 'ar'] as const);
  const { today } = useDates();
  return (
    <>
      <div className="grid items-start gap-3 md:grid-cols-2">
        {scripts.map((script) => (
          <Fragment key={script}>
            <TextField
              {...SCRIPT[script]}
              label={t(`field_name.given_name_${script}`)}
              {...field(`given_name_${script}`)}
            />
            <TextField
              {...SCRIPT[script]}
              label={t(`field_name.family_name_${script}`)}
              {...field(`family_name_${script}`)}
            />
          </Fragment>
        ))}
      </div>
      <div className="flex flex-wrap items-start gap-3">
        <SexField value={value} onChange={onChange} errors={errors} />
        <BirthField
          label={t('field_name.birth_date')}
          today={today}
          value={value.birth_date ?? null}
          error={errors.birth_date ?? null}
          onChange={(birth_date) => onChange({ birth_date })}
          className="min-w-60 flex-1 basis-88"
        />
      </div>
      {value.birth_date === BIRTH_UNKNOWN && (
        <div className="md:max-w-60">
          <AgeField value={value} onChange={onChange} />
        </div>
      )}
    </>
  );
}

/** Whether they may be reached safely is asked with the number, before any paper. */
function ReachFields({ value, onChange, field, warnings = {} }: PartProps) {
  const t = useT();
  const choices = useChoices();
  return (
    <>
      <div className="flex flex-wrap items-start gap-3">
        <TextField
          label={t('field_name.phone')}
          className="min-w-44 flex-1"
          dir="ltr"
          type="tel"
          inputMode="tel"
          value={value.phone ?? ''}
          description={warnings.phone}
          onChange={(text) => onChange({ phone: text === '' ? null : text })}
        />
        <Segmented
          label={t('field_name.safe_contact')}
          value={value.safe_contact ?? null}
          onChange={(safe_contact) => onChange({ safe_contact })}
          choices={choices('safe_contact_short', CODES.SafeContact)}
        />
      </div>
      {value.safe_contact === 'hours' && (
        <TextField
          label={t('field_name.safe_hours')}
          description={t('person.safe_hours_help')}
          {...field('safe_hours')}
        />
      )}
    </>
  );
}

function PaperFields({ value, onChange, field, warnings = {} }: PartProps) {
  const t = useT();
  const choices = useChoices();
  const document = value.document_type ?? null;
  const numbered = document === 'passport' || document === 'residence_permit';
  return (
    <div className="grid items-start gap-3 md:grid-cols-2">
      <Select
        label={t('field_name.document_type')}
        value={document}
        options={choices('document_type', CODES.DocumentType)}
        onChange={(document_type) => onChange({ document_type })}
      />
      {numbered && (
        <TextField
          label={t('field_name.document_number')}
          dir="ltr"
          description={warnings.document_number}
          {...field('document_number')}
        />
      )}
      {document === 'birth_act' && <ActFields value={value} onChange={onChange} field={field} warnings={warnings} />}
      {(document === null || document === 'cnie') && (
        <TextField
          label={t('field_name.cnie')}
          dir="ltr"
          value={value.cnie ?? ''}
          description={warnings.cnie}
          onChange={(text) => {
            const cnie = text.toUpperCase();
            onChange({ cnie: cnie === '' ? null : cnie, ...(document === null ? { document_type: 'cnie' } : {}) });
          }}
        />
      )}
    </div>
  );
}

/** The act is found by its rank, its year and the office that keeps it. */
function ActFields({ value, onChange, field, warnings = {} }: PartProps) {
  const t = useT();
  return (
    <>
      <TextField label={t('field_name.act_number')} dir="ltr" {...field('act_number')} />
      <TextField
        label={t('field_name.act_year')}
        dir="ltr"
        inputMode="numeric"
        maxLength={4}
        description={warnings.act_year}
        value={value.act_year === null || value.act_year === undefined ? '' : String(value.act_year)}
        onChange={(text) => {
          const digits = text.replace(/\D/g, '');
          onChange({ act_year: digits === '' ? null : Number(digits) });
        }}
      />
      <TextField label={t('field_name.act_office')} {...field('act_office')} />
    </>
  );
}

/** Asked by a part of the form of their own; whatever else is declared of a person is asked among the others. */
const LAID_OUT = new Set<string>([
  'given_name_ar',
  'family_name_ar',
  'given_name_lat',
  'family_name_lat',
  'nickname',
  'sex',
  'birth_date',
  'estimated_age',
  'document_type',
  'cnie',
  'document_number',
  'act_number',
  'act_year',
  'act_office',
  'phone',
  'safe_contact',
  'safe_hours',
  'province',
  'commune',
  'usual_place',
]);

function MoreFields(props: PartProps) {
  const asked = groupedFields('person').filter(([name]) => !LAID_OUT.has(name));
  // Lists of boxes stand below, over the whole width.
  const isWide = ([, field]: (typeof asked)[number]) => field.many === true;
  return (
    <div className="grid items-start gap-3 md:grid-cols-2">
      {[...asked.filter((one) => !isWide(one)), ...asked.filter(isWide)].map(([name, field]) => (
        <DeclaredField key={name} {...props} name={name as keyof Person} declared={field} />
      ))}
    </div>
  );
}

const NUMBERS = ['number', 'cnie'];

/** A field asked with what its values are declared to be. */
function DeclaredField({
  name,
  declared,
  value,
  onChange,
  field,
  warnings = {},
}: PartProps & { name: keyof Person; declared: FieldOf }) {
  const t = useT();
  const code = useCodeText();
  const choices = useChoices();
  const label = code('field_name', name);
  const codes: readonly string[] = declared.codes === undefined ? [] : CODES[declared.codes];
  if (declared.many === true) {
    const held = (value[name] as string[] | undefined) ?? [];
    const known = held.filter((one) => codes.includes(one));
    // What this list does not know is kept as it is.
    const others = held.filter((one) => !codes.includes(one));
    return (
      <div className="md:col-span-2">
        <CheckList
          label={label}
          value={known}
          choices={choices(declared.family ?? '', codes)}
          onChange={(chosen) => onChange({ [name]: [...chosen, ...others] })}
        />
      </div>
    );
  }
  if (declared.codes !== undefined) {
    return (
      <Select
        label={label}
        value={(value[name] as string | null | undefined) ?? null}
        options={choices(declared.family ?? '', codes)}
        onChange={(chosen) => onChange({ [name]: chosen })}
      />
    );
  }
  const help = name === 'accessibility' ? t('person.accessibility_help') : warnings[name];
  return (
    <TextField
      label={label}
      {...(NUMBERS.includes(declared.shape) ? { dir: 'ltr' as const } : {})}
      {...(name.endsWith('_ar') ? SCRIPT.ar : {})}
      description={help}
      {...field(name)}
    />
  );
}
