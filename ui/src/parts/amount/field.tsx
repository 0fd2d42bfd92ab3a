import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { Button, Checkbox, TextField } from '../../components';
import { useDirhams, useErrorText, useT } from '../../i18n';
import { CommandError } from '../../ipc';
import type { AmountMeaning, AmountOf, AmountRead } from '../../ipc/types';
import { useCommand } from '../../state/command';
import { useLabel } from '../protocol/label';

/** An amount as it is being typed, kept as such in drafts. */
export interface TypedAmount {
  text: string;
  /** Whoever typed it says that it is meant, however unusual. */
  confirmed: boolean;
}

export const NO_AMOUNT: TypedAmount = { text: '', confirmed: false };

/** What the core makes of an amount as typed. */
export interface ReadAmount {
  read: AmountRead | undefined;
  /** What is kept: nothing while it is not certain. */
  centimes: number | null;
  /** It is empty, or means one thing which is meant: it may be kept. */
  isSettled: boolean;
}

/** Asks the core what is typed: it is the core that keeps it. */
export function useAmount(of: AmountOf, { text, confirmed }: TypedAmount, whole = false): ReadAmount {
  const isEmpty = text.trim() === '';
  const answer = useCommand('amount.read', { text, of, whole }, { enabled: !isEmpty });
  const read = isEmpty ? undefined : answer.data;
  const only = read?.meanings.length === 1 ? read.meanings[0] : undefined;
  const isMeant = only !== undefined && (!only.unusual || confirmed);
  return { read, centimes: isMeant ? only.centimes : null, isSettled: isEmpty || isMeant };
}

/** An amount of money. Beside it stands, in words, what will be kept; what can mean two things is asked. */
export function AmountField({
  label,
  description,
  typed,
  amount,
  onChange,
  error = null,
  isDisabled = false,
}: {
  label: string;
  description?: string;
  typed: TypedAmount;
  amount: ReadAmount;
  onChange: (typed: TypedAmount) => void;
  /** Why it cannot be kept although it is an amount. */
  error?: string | null;
  isDisabled?: boolean;
}) {
  const errorText = useErrorText();
  const { read } = amount;
  const problem = read?.problem ?? null;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <TextField
        label={label}
        {...(description === undefined ? {} : { description })}
        dir="ltr"
        inputMode="decimal"
        autoComplete="off"
        value={typed.text}
        isDisabled={isDisabled}
        error={problem === null ? error : errorText(new CommandError(problem))}
        onChange={(text) => onChange({ text, confirmed: false })}
      />
      {!isDisabled && read !== undefined && read.meanings.length > 0 && (
        <div role="status" className="flex flex-col gap-1.5 text-sm">
          <Meanings read={read} typed={typed} onChange={onChange} label={label} />
        </div>
      )}
    </div>
  );
}

function Meanings({
  read,
  typed,
  onChange,
  label,
}: {
  read: AmountRead;
  typed: TypedAmount;
  onChange: (typed: TypedAmount) => void;
  label: string;
}) {
  const t = useT();
  const asked = useId();
  const [first] = read.meanings;
  if (first === undefined) return null;
  if (read.meanings.length > 1) {
    return (
      <fieldset aria-labelledby={asked} className="flex flex-col gap-1.5 rounded-control bg-soon-soft px-3 py-2">
        <p id={asked} className="text-soon">
          {t('amount.which')}
        </p>
        {read.meanings.map((one) => (
          <Button
            key={one.centimes}
            size="row"
            className="h-auto justify-start py-1 text-start whitespace-normal"
            onPress={() => onChange({ text: one.text, confirmed: false })}
          >
            <InWords meaning={one} />
          </Button>
        ))}
      </fieldset>
    );
  }
  return (
    <>
      <p className="text-ink-2">
        <InWords meaning={first} />
      </p>
      {first.unusual && (
        <div className="flex flex-col gap-1 rounded-control bg-soon-soft px-3 py-2">
          <p className="flex items-start gap-1.5 text-soon">
            <TriangleAlert aria-hidden className="size-4 mt-0.5 shrink-0" />
            {t('amount.unusual')}
          </p>
          <Checkbox
            isSelected={typed.confirmed}
            onChange={(confirmed) => onChange({ ...typed, confirmed })}
            label={`${t('amount.confirmed')} · ${label}`}
          >
            {t('amount.confirmed')}
          </Checkbox>
        </div>
      )}
    </>
  );
}

function InWords({ meaning }: { meaning: AmountMeaning }) {
  const label = useLabel();
  const dirhams = useDirhams();
  return (
    <>
      <bdi className="tabular font-semibold">{dirhams(meaning.centimes)}</bdi> · <bdi>{label(meaning.words)}</bdi>
    </>
  );
}
