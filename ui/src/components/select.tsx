import { Check, ChevronDown } from 'lucide-react';
import { type ReactNode, useContext, useMemo, useState } from 'react';
import {
  Button,
  ComboBoxStateContext,
  Group,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  ComboBox as RacComboBox,
  Select as RacSelect,
  SelectValue,
  useFilter,
} from 'react-aria-components';
import { useT } from '../i18n';
import { FIELD, FieldLabel, FieldNotes, type FieldProps, INPUT } from './field';
import { TONE_TEXT, type Tone, ToneSign } from './tone';

export interface Option<K extends string = string> {
  key: K;
  label: string;
  /** Second line, quieter. */
  note?: string;
  /** Further words the typed text may match: the other script, a code. */
  keywords?: string;
  tone?: Tone | undefined;
}

/**
 * What is chosen, as far as it is among what is offered: a choice kept from before may name what is offered no longer, and
 * what nobody sees must not be sent.
 */
export function offered<K extends string>(value: K | null, options: readonly Option<K>[]): K | null {
  return options.some((option) => option.key === value) ? value : null;
}

export const POPOVER =
  'overflow-auto rounded-card border border-line bg-surface shadow-raised outline-none scroll-thin entering:animate-in';
const ITEM =
  'group flex cursor-pointer items-center gap-2 rounded-control px-3 py-2 outline-none hover:bg-sunken focus:bg-accent-soft selected:font-semibold';

function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem
      id={option.key}
      textValue={option.label}
      className={`${ITEM} ${option.tone === undefined ? '' : TONE_TEXT[option.tone]}`}
    >
      {({ isSelected }) => (
        <>
          {option.tone !== undefined && (
            <span className="[&_svg]:size-4">
              <ToneSign tone={option.tone} />
            </span>
          )}
          <span className="flex min-w-0 flex-1 flex-col">
            <bdi className="truncate">{option.label}</bdi>
            {option.note !== undefined && <bdi className="truncate text-sm font-normal text-ink-3">{option.note}</bdi>}
          </span>
          {isSelected && <Check aria-hidden className="size-4 text-accent" />}
        </>
      )}
    </ListBoxItem>
  );
}

const TAKEN_HERE: Record<Tone | 'calm', string> = {
  danger: 'border-late bg-late-soft font-semibold text-late',
  caution: 'border-soon bg-soon-soft font-semibold text-soon',
  calm: 'border-line-strong bg-surface hover:bg-sunken',
};

interface SelectProps<K extends string> extends FieldProps {
  value: K | null;
  onChange: (key: K) => void;
  options: readonly Option<K>[];
  placeholder?: string;
  /** In a table, whose column says it: only read aloud. */
  hideLabel?: boolean;
}

export function Select<K extends string>({
  hideLabel = false,
  label,
  description,
  error,
  value,
  onChange,
  options,
  placeholder,
  className = '',
  isRequired,
  isDisabled,
}: SelectProps<K>) {
  const t = useT();
  const shown = offered(value, options);
  const isGone = value !== null && shown === null && options.length > 0;
  const taken = options.find((option) => option.key === shown);
  return (
    <RacSelect
      {...(hideLabel ? { 'aria-label': label } : {})}
      value={shown}
      onChange={(key) => key !== null && onChange(key as K)}
      isDisabled={isDisabled ?? false}
      isInvalid={isGone || (error !== null && error !== undefined)}
      placeholder={placeholder ?? t('field.choose')}
      className={`${FIELD} ${className}`}
    >
      {!hideLabel && <FieldLabel label={label} isRequired={isRequired} />}
      <Button
        className={`flex min-h-(--control) cursor-pointer items-center gap-2 rounded-control border px-3 text-start disabled:opacity-55 [&_svg]:size-4 ${TAKEN_HERE[taken?.tone ?? 'calm']}`}
      >
        <ToneSign tone={taken?.tone} />
        <SelectValue className="min-w-0 flex-1 truncate data-[placeholder]:text-ink-3">
          {({ selectedText, defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : (taken?.label ?? selectedText)
          }
        </SelectValue>
        <ChevronDown aria-hidden className="size-4 text-ink-3" />
      </Button>
      <FieldNotes description={description} error={isGone ? t('field.not_offered') : error} />
      <Popover className={`${POPOVER} min-w-(--trigger-width)`}>
        <ListBox items={options} className="max-h-80 p-1 outline-none">
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </RacSelect>
  );
}

interface ComboBoxProps<K extends string> extends FieldProps {
  value: K | null;
  onChange: (key: K | null) => void;
  options: readonly Option<K>[];
  placeholder?: string;
  isLoading?: boolean;
  empty?: ReactNode;
}

export function ComboBox<K extends string>({
  label,
  description,
  error,
  value,
  onChange,
  options,
  placeholder,
  isLoading = false,
  empty,
  className = '',
  isRequired,
  isDisabled,
}: ComboBoxProps<K>) {
  const t = useT();
  const { contains } = useFilter({ sensitivity: 'base', ignorePunctuation: true });
  const shown = offered(value, options);
  const isGone = value !== null && shown === null && options.length > 0;
  const chosen = options.find((option) => option.key === shown)?.label ?? '';
  // The text of the field is kept here: it follows the choice whenever that comes or changes, the keyboard in it or not.
  const [typed, setTyped] = useState({ of: chosen, text: chosen });
  if (typed.of !== chosen) setTyped({ of: chosen, text: chosen });
  const write = (text: string) => {
    setTyped({ of: chosen, text });
    if (text === '' && value !== null) onChange(null);
  };
  // The text of an entry is what the field shows once it is taken, so the words it may also be found by are not in it.
  const keywords = useMemo(() => new Map(options.map((option) => [option.label, option.keywords ?? ''])), [options]);
  return (
    <RacComboBox
      value={shown}
      onChange={(key) => {
        // Taken again, or left with half a word: the field says what is chosen.
        setTyped({ of: chosen, text: options.find((option) => option.key === key)?.label ?? '' });
        if (key !== value) onChange(key as K | null);
      }}
      inputValue={typed.text}
      onInputChange={write}
      isDisabled={isDisabled ?? false}
      isInvalid={isGone || (error !== null && error !== undefined)}
      allowsEmptyCollection
      menuTrigger="input"
      defaultFilter={(text, typed) => contains(`${text} ${keywords.get(text) ?? ''}`, typed)}
      className={`${FIELD} ${className}`}
      defaultItems={options}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Group className="field-box">
        <ChoiceInput placeholder={placeholder ?? t('field.search_or_choose')} />
        <Button className="me-1 flex size-7 cursor-pointer items-center justify-center rounded-sm text-ink-3 hover:bg-sunken">
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      </Group>
      <FieldNotes description={description} error={isGone ? t('field.not_offered') : error} />
      <Popover className={`${POPOVER} w-(--trigger-width)`}>
        <ListBox<Option<K>>
          className="max-h-72 p-1 outline-none"
          renderEmptyState={() => (
            <p className="px-3 py-2 text-sm text-ink-3">
              {isLoading ? t('state.loading') : (empty ?? t('field.no_match'))}
            </p>
          )}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </RacComboBox>
  );
}

/** Opens its list when pressed; when the keyboard only arrives there, what stands below stays in sight. */
function ChoiceInput({ placeholder }: { placeholder: string }) {
  const state = useContext(ComboBoxStateContext);
  return <Input dir="auto" placeholder={placeholder} className={INPUT} onClick={() => state?.open(null, 'manual')} />;
}
