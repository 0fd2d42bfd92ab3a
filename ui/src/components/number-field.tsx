import { Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Button, Group, Input, TextField as RacTextField } from 'react-aria-components';
import { latinDigits, useT } from '../i18n';
import { FIELD, FieldLabel, FieldNotes, type FieldProps, INPUT } from './field';

interface NumberFieldProps extends FieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  minValue?: number;
  maxValue?: number;
}

const STEP =
  'flex h-full min-h-9 w-9 cursor-pointer items-center justify-center text-ink-2 hover:bg-sunken disabled:opacity-40';

/** A whole number as people write it, in the digits of any keyboard; null when it is none. */
export function wholeNumber(typed: string): number | null {
  const text = latinDigits(typed).replace(/[\s\u200e\u200f\u061c]/g, '');
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/**
 * A whole number. What is typed stays as it is typed: what is no whole number, or out of bounds, is said and not sent,
 * and never turned into another. The wheel does not touch it.
 */
export function NumberField({
  label,
  description,
  error,
  className = '',
  value,
  onChange,
  minValue = 0,
  maxValue,
  isRequired,
  isDisabled,
}: NumberFieldProps) {
  const t = useT();
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  const isWithin = (number: number) => number >= minValue && (maxValue === undefined || number <= maxValue);
  const kept = (text: string) => {
    const number = wholeNumber(text);
    return number !== null && isWithin(number) ? number : null;
  };
  // The field follows what is typed in it, until somebody else says another value.
  const shown = kept(typed) === value && isDisabled !== true ? typed : value === null ? '' : String(value);
  const problem = () => {
    const number = wholeNumber(shown);
    if (shown.trim() === '') return null;
    if (number === null) return t('field.not_whole');
    if (isWithin(number)) return null;
    return maxValue === undefined
      ? t('field.at_least', { min: minValue })
      : t('field.between', { min: minValue, max: maxValue });
  };
  const say = (text: string) => {
    setTyped(text);
    onChange(kept(text));
  };
  const step = (by: number) => {
    const from = wholeNumber(shown);
    const next = from === null ? Math.max(minValue, by) : from + by;
    if (isWithin(next)) say(String(next));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    step(by);
  };
  const wrong = error ?? problem();
  return (
    <RacTextField
      value={shown}
      onChange={(text) => say(latinDigits(text))}
      isDisabled={isDisabled ?? false}
      isInvalid={wrong !== null}
      className={`${FIELD} ${className}`}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Group className="field-box overflow-hidden">
        <Button
          aria-label={`${t('field.less')} · ${label}`}
          excludeFromTabOrder
          isDisabled={isDisabled ?? false}
          onPress={() => step(-1)}
          className={STEP}
        >
          <Minus aria-hidden className="size-4" />
        </Button>
        <Input dir="ltr" inputMode="numeric" onKeyDown={onKeyDown} className={`${INPUT} tabular text-center`} />
        <Button
          aria-label={`${t('field.more')} · ${label}`}
          excludeFromTabOrder
          isDisabled={isDisabled ?? false}
          onPress={() => step(1)}
          className={STEP}
        >
          <Plus aria-hidden className="size-4" />
        </Button>
      </Group>
      <FieldNotes description={description} error={wrong} />
    </RacTextField>
  );
}
