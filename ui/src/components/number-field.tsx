import { Minus, Plus } from 'lucide-react';
import { Button, Group, Input, NumberField as RacNumberField } from 'react-aria-components';
import { FIELD, FieldLabel, FieldNotes, type FieldProps, INPUT } from './field';

interface NumberFieldProps extends FieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  minValue?: number;
  maxValue?: number;
}

const STEP =
  'flex h-full min-h-[36px] w-9 cursor-pointer items-center justify-center text-ink-2 hover:bg-sunken disabled:opacity-40';

export function NumberField({
  label,
  description,
  error,
  className = '',
  value,
  onChange,
  isRequired,
  ...rest
}: NumberFieldProps) {
  return (
    <RacNumberField
      {...rest}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      isInvalid={error !== null && error !== undefined}
      className={`${FIELD} ${className}`}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Group className="field-box overflow-hidden">
        <Button slot="decrement" className={STEP}>
          <Minus aria-hidden size={16} />
        </Button>
        <Input dir="ltr" className={`${INPUT} tabular text-center`} />
        <Button slot="increment" className={STEP}>
          <Plus aria-hidden size={16} />
        </Button>
      </Group>
      <FieldNotes description={description} error={error} />
    </RacNumberField>
  );
}
