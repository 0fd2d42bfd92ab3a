import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Checkbox as RacCheckbox,
  RadioGroup as RacRadioGroup,
  Switch as RacSwitch,
  Radio,
} from 'react-aria-components';
import { FIELD, FieldLabel, FieldNotes, type FieldProps } from './field';
import { TAKEN, TAKEN_SIGN, TONE_TEXT, type Tone, ToneSign } from './tone';

export interface Choice<K extends string> {
  key: K;
  label: string;
  description?: string;
  icon?: ReactNode;
  tone?: Tone | undefined;
}

interface ChoiceProps<K extends string> extends FieldProps {
  value: K | null;
  onChange: (key: K) => void;
  choices: readonly Choice<K>[];
}

/** One of a few, spread out with their explanations; two abreast when they are many and short. */
export function RadioGroup<K extends string>({
  isWide = false,
  label,
  description,
  error,
  choices,
  className = '',
  onChange,
  value,
  isRequired,
  isDisabled,
}: ChoiceProps<K> & { isWide?: boolean }) {
  return (
    <RacRadioGroup
      value={value}
      onChange={(key) => onChange(key as K)}
      isDisabled={isDisabled ?? false}
      isInvalid={error !== null && error !== undefined}
      className={`${FIELD} ${className}`}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <div className={`grid gap-1 ${isWide ? 'sm:grid-cols-2' : ''}`}>
        {choices.map((choice) => (
          <Radio
            key={choice.key}
            value={choice.key}
            className={`group relative flex cursor-pointer items-start gap-2.5 rounded-control border border-line px-3 py-2 hover:bg-sunken focus-visible:outline-2 focus-visible:outline-offset-2 ${TAKEN[choice.tone ?? 'calm']}`}
          >
            <span
              className={`mt-1 flex size-4 shrink-0 items-center justify-center rounded-full border-2 border-line-strong bg-surface ${TAKEN_SIGN[choice.tone ?? 'calm'].ring}`}
            >
              <span className={`size-2 rounded-full ${TAKEN_SIGN[choice.tone ?? 'calm'].dot}`} />
            </span>
            <span className="flex flex-col">
              <span className="flex items-center gap-1.5 font-medium [&_svg]:size-4">
                {choice.icon}
                {choice.label}
                {choice.key === value && <ToneSign tone={choice.tone} />}
              </span>
              {choice.description !== undefined && <span className="text-sm text-ink-2">{choice.description}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes description={description} error={error} />
    </RacRadioGroup>
  );
}

const TAKEN_IN_LINE: Record<Tone | 'calm', string> = {
  danger: 'selected:bg-late-soft selected:text-late',
  caution: 'selected:bg-soon-soft selected:text-soon',
  calm: 'selected:bg-accent-soft selected:text-accent',
};

/** One of two to five, in one line. Beside a title its label is only read aloud. */
export function Segmented<K extends string>({
  hideLabel = false,
  label,
  description,
  error,
  choices,
  className = '',
  onChange,
  value,
  isRequired,
  isDisabled,
}: ChoiceProps<K> & { hideLabel?: boolean }) {
  return (
    <RacRadioGroup
      {...(hideLabel ? { 'aria-label': label } : {})}
      value={value}
      onChange={(key) => onChange(key as K)}
      isDisabled={isDisabled ?? false}
      orientation="horizontal"
      isInvalid={error !== null && error !== undefined}
      className={`${FIELD} ${className}`}
    >
      {!hideLabel && <FieldLabel label={label} isRequired={isRequired} />}
      <div className="flex min-h-(--control) rounded-control border border-line-strong bg-surface">
        {choices.map((choice) => (
          <Radio
            key={choice.key}
            value={choice.key}
            className={`relative flex min-w-0 flex-auto cursor-pointer items-center justify-center gap-1.5 border-e border-line px-2 py-1 text-center text-md leading-tight text-ink-2 first:rounded-s-[6px] last:rounded-e-[6px] last:border-e-0 hover:bg-sunken selected:font-semibold focus-visible:outline-2 [&_svg]:size-4 ${TAKEN_IN_LINE[choice.tone ?? 'calm']}`}
          >
            {choice.icon}
            {choice.label}
            {choice.key === value && <ToneSign tone={choice.tone} />}
          </Radio>
        ))}
      </div>
      <FieldNotes description={description} error={error} />
    </RacRadioGroup>
  );
}

interface CheckboxProps {
  isSelected: boolean;
  onChange: (selected: boolean) => void;
  isIndeterminate?: boolean;
  isDisabled?: boolean;
  children?: ReactNode;
  label?: string;
  /** In a line with other controls, at their middle. */
  isInline?: boolean;
  /** What it means once it is ticked. */
  tone?: Tone | undefined;
}

export function Checkbox({ children, label, isInline = false, tone, ...rest }: CheckboxProps) {
  return (
    <RacCheckbox
      {...rest}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className={`group relative inline-flex cursor-pointer items-start gap-2.5 rounded-sm focus-visible:outline-2 focus-visible:outline-offset-4 disabled:cursor-default disabled:opacity-55 ${isInline ? '' : 'self-start'}`}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span
            className={`mt-0.75 flex size-4.25 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-surface text-on-accent group-indeterminate:border-accent-fill group-indeterminate:bg-accent-fill ${TAKEN_SIGN[tone ?? 'calm'].box}`}
          >
            {isIndeterminate ? (
              <Minus aria-hidden strokeWidth={3} className="size-3.25" />
            ) : isSelected ? (
              <Check aria-hidden strokeWidth={3} className="size-3.25" />
            ) : null}
          </span>
          {children !== undefined && (
            <span
              className={
                tone === undefined
                  ? ''
                  : `inline-flex items-center gap-1.5 [&_svg]:size-4 ${isSelected ? `font-medium ${TONE_TEXT[tone]}` : ''}`
              }
            >
              {children}
              {isSelected && <ToneSign tone={tone} />}
            </span>
          )}
        </>
      )}
    </RacCheckbox>
  );
}

export function Switch({
  children,
  ...rest
}: {
  isSelected: boolean;
  onChange: (selected: boolean) => void;
  isDisabled?: boolean;
  children: ReactNode;
}) {
  return (
    <RacSwitch
      {...rest}
      className="group relative inline-flex cursor-pointer items-center gap-3 rounded-control focus-visible:outline-2 disabled:opacity-55"
    >
      <span className="flex h-5 w-9 items-center rounded-full bg-line-strong p-0.5 transition-colors group-selected:bg-accent-fill">
        <span className="size-4 rounded-full bg-white transition-[margin] group-selected:ms-4" />
      </span>
      <span>{children}</span>
    </RacSwitch>
  );
}
