import { Checkbox, Chip, type Tone } from '../../components';

/** Several of a few: each with its own box. */
export function CheckList<K extends string>({
  label,
  choices,
  value,
  onChange,
  isOneColumn = false,
}: {
  label: string;
  choices: readonly {
    key: K;
    label: string;
    note?: string;
    warning?: string;
    stays?: string;
    tone?: Tone | undefined;
  }[];
  value: readonly K[];
  onChange: (value: K[]) => void;
  /** Sentences rather than words. */
  isOneColumn?: boolean;
}) {
  return (
    <fieldset data-label={label} className="flex flex-col gap-1">
      <legend className="mb-1 text-sm text-ink-2">{label}</legend>
      <div className={`grid gap-x-4 gap-y-1.5 ${isOneColumn ? '' : 'sm:grid-cols-2'}`}>
        {choices.map((choice) => (
          <Checkbox
            key={choice.key}
            tone={choice.tone}
            isDisabled={choice.stays !== undefined}
            isSelected={value.includes(choice.key)}
            onChange={(on) => onChange(on ? [...value, choice.key] : value.filter((key) => key !== choice.key))}
          >
            {choice.label}
            {choice.note !== undefined && (
              <>
                {' '}
                <Chip meaning="info">{choice.note}</Chip>
              </>
            )}
            {choice.stays !== undefined && <span className="block text-sm text-ink-2">{choice.stays}</span>}
            {/* Said as soon as it is ticked, where it is ticked. */}
            {choice.warning !== undefined && value.includes(choice.key) && (
              <span role="status" className="block text-sm text-late">
                {choice.warning}
              </span>
            )}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
