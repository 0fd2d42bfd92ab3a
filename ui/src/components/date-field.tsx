import { type CalendarDate, parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
  DatePicker as RacDatePicker,
} from 'react-aria-components';
import { useT } from '../i18n';
import { Segmented } from './choice';
import { FIELD, FieldLabel, FieldNotes, type FieldProps } from './field';
import { POPOVER } from './select';
import { TextField } from './text-field';
import { useTypedDate } from './typed-date';

interface DatePickerProps extends FieldProps {
  /** `YYYY-MM-DD`, or nothing yet. */
  value: string | null;
  onChange: (value: string | null) => void;
  min?: string;
  max?: string;
}

function parse(value: string | null | undefined): CalendarDate | null {
  if (value === null || value === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  return parseDate(value);
}

/** Typed digit by digit, or chosen in the month. Weeks begin on Monday. */
export function DatePicker({
  label,
  description,
  error,
  value,
  onChange,
  min,
  max,
  className = '',
  isRequired,
  isDisabled,
}: DatePickerProps) {
  const t = useT();
  const box = useTypedDate(onChange);
  const minValue = parse(min);
  const maxValue = parse(max);
  return (
    <RacDatePicker
      value={parse(value)}
      onChange={(date) => onChange(date === null ? null : date.toString())}
      isDisabled={isDisabled ?? false}
      isInvalid={error !== null && error !== undefined}
      firstDayOfWeek="mon"
      shouldForceLeadingZeros
      className={`${FIELD} ${className}`}
      {...(minValue === null ? {} : { minValue })}
      {...(maxValue === null ? {} : { maxValue })}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Group ref={box} className="field-box">
        <DateSegments />
        <Button
          aria-label={t('field.open_calendar')}
          // From the keyboard the month opens with Alt and the arrow down: one stop less in every form.
          excludeFromTabOrder
          className="me-1 flex size-7 cursor-pointer items-center justify-center rounded-sm text-ink-3 hover:bg-sunken"
        >
          <CalendarDays aria-hidden className="size-4.25" />
        </Button>
      </Group>
      <FieldNotes description={description} error={error} />
      <Popover className={POPOVER}>
        <Dialog className="p-3 outline-none" aria-label={label}>
          <Calendar firstDayOfWeek="mon">
            <header className="mb-2 flex items-center gap-2">
              <Button
                slot="previous"
                className="flex size-8 cursor-pointer items-center justify-center rounded-control hover:bg-sunken"
              >
                <ChevronLeft aria-hidden className="size-4.5 mirror" />
              </Button>
              <Heading className="flex-1 text-center font-semibold" />
              <Button
                slot="next"
                className="flex size-8 cursor-pointer items-center justify-center rounded-control hover:bg-sunken"
              >
                <ChevronRight aria-hidden className="size-4.5 mirror" />
              </Button>
            </header>
            <CalendarGrid weekdayStyle="short" className="border-separate border-spacing-0.5">
              <CalendarGridHeader>
                {(day) => (
                  <CalendarHeaderCell className="px-1 text-xs font-normal text-ink-3">{day}</CalendarHeaderCell>
                )}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => (
                  <CalendarCell
                    date={date}
                    className="tabular flex size-9 cursor-pointer items-center justify-center rounded-control outside-month:hidden hover:bg-sunken focus-visible:outline-2 selected:bg-accent-fill selected:font-semibold selected:text-on-accent disabled:opacity-40"
                  />
                )}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </RacDatePicker>
  );
}

/** What Arabic dates carry between their parts; here every part has its own place. */
const DIRECTION_MARK = '\u200f';

/** Day, month, year, in this order in the three languages, left to right; what is still empty says so in words. */
function DateSegments() {
  return (
    <DateInput dir="ltr" className="tabular flex flex-1 px-3 [[dir=rtl]_&]:justify-end">
      {(segment) => (
        <DateSegment
          segment={segment}
          className="rounded-sm px-0.5 outline-none placeholder-shown:text-ink-3 focus:bg-accent-fill focus:text-on-accent type-literal:text-ink-3"
        >
          {({ text }) => text.replace(DIRECTION_MARK, '')}
        </DateSegment>
      )}
    </DateInput>
  );
}

/** What the records hold when somebody was asked about their birth and does not know; null: not asked yet. */
export const BIRTH_UNKNOWN = 'unknown';

type Known = 'day' | 'year' | 'unknown';

function knownOf(value: string | null): Known {
  if (value === BIRTH_UNKNOWN) return 'unknown';
  return value?.length === 4 ? 'year' : 'day';
}

/**
 * Date of birth as a person knows it: the day, the year alone, or not at all. The value is `YYYY-MM-DD`, `YYYY`,
 * `unknown` or null, as the records hold it.
 */
export function BirthField({
  label,
  value,
  onChange,
  today,
  error,
  className = '',
}: {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  today: string;
  error?: string | null;
  className?: string;
}) {
  const t = useT();
  const [known, setKnown] = useState<Known>(knownOf(value));
  const [year, setYear] = useState(/^\d{4}/.exec(value ?? '')?.[0] ?? '');
  const choose = (next: Known) => {
    setKnown(next);
    if (next === 'unknown') onChange(BIRTH_UNKNOWN);
    if (next === 'year') onChange(/^\d{4}$/.test(year) ? year : null);
    if (next === 'day' && parse(value) === null) onChange(null);
  };
  return (
    <div className={`flex flex-wrap items-start gap-3 *:first:min-w-44 *:first:flex-1 ${className}`}>
      {known === 'day' && (
        <DatePicker
          label={label}
          value={value}
          max={today}
          min="1900-01-01"
          error={error ?? null}
          onChange={(next) => {
            if (next !== null) setYear(next.slice(0, 4));
            onChange(next);
          }}
        />
      )}
      {known === 'year' && (
        <TextField
          label={label}
          value={year}
          dir="ltr"
          inputMode="numeric"
          maxLength={4}
          error={error ?? null}
          onChange={(text) => {
            const digits = text.replace(/\D/g, '');
            setYear(digits);
            onChange(digits.length === 4 ? digits : null);
          }}
        />
      )}
      {known === 'unknown' && (
        <TextField label={label} value={t('birth.unknown')} onChange={() => {}} isDisabled className="" />
      )}
      <Segmented<Known>
        label={t('birth.known')}
        value={known}
        onChange={choose}
        choices={[
          { key: 'day', label: t('birth.day') },
          { key: 'year', label: t('birth.year_only') },
          { key: 'unknown', label: t('birth.unknown') },
        ]}
      />
    </div>
  );
}
