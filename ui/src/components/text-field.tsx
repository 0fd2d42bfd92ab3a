import type { ReactNode, Ref } from 'react';
import {
  Group,
  Input,
  type InputProps,
  TextArea as RacTextArea,
  TextField as RacTextField,
} from 'react-aria-components';
import { latinDigits } from '../i18n';
import { FIELD, FieldLabel, FieldNotes, type FieldProps, INPUT } from './field';

interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  type?: 'text' | 'password' | 'tel' | 'email' | 'search';
  /** `auto` follows the first letter typed; codes and phones are always left to right. */
  dir?: 'auto' | 'ltr' | 'rtl';
  lang?: string;
  inputMode?: InputProps['inputMode'];
  autoComplete?: string;
  autoFocus?: boolean;
  maxLength?: number;
  icon?: ReactNode;
  /** A small control at the end side, such as *show*. */
  end?: ReactNode;
  size?: 'normal' | 'touch';
  inputRef?: Ref<HTMLInputElement>;
  name?: string;
}

export function TextField({
  label,
  description,
  error,
  className = '',
  icon,
  end,
  placeholder,
  dir = 'auto',
  lang,
  inputMode,
  size = 'normal',
  inputRef,
  isRequired,
  isDisabled,
  onChange,
  ...rest
}: TextFieldProps) {
  return (
    <RacTextField
      {...rest}
      // What is always left to right is a number or a code: its digits are Latin, whatever keyboard they came from.
      onChange={dir === 'ltr' ? (text) => onChange(latinDigits(text)) : onChange}
      isDisabled={isDisabled ?? false}
      isInvalid={error !== null && error !== undefined}
      className={`${FIELD} ${className}`}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Group className={`field-box ${size === 'touch' ? 'min-h-(--control-touch)' : ''}`}>
        {icon !== undefined && <span className="ps-3 text-ink-3">{icon}</span>}
        <Input ref={inputRef} dir={dir} lang={lang} inputMode={inputMode} placeholder={placeholder} className={INPUT} />
        {end}
      </Group>
      <FieldNotes description={description} error={error} />
    </RacTextField>
  );
}

interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  rows?: number;
  placeholder?: string;
  autoFocus?: boolean;
  maxLength?: number;
}

export function TextArea({
  label,
  description,
  error,
  rows = 4,
  placeholder,
  className = '',
  isRequired,
  isDisabled,
  ...rest
}: TextAreaProps) {
  return (
    <RacTextField
      {...rest}
      isDisabled={isDisabled ?? false}
      isInvalid={error !== null && error !== undefined}
      className={`${FIELD} ${className}`}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Group className="field-box">
        <RacTextArea dir="auto" rows={rows} placeholder={placeholder} className={`${INPUT} resize-y py-2`} />
      </Group>
      <FieldNotes description={description} error={error} />
    </RacTextField>
  );
}
