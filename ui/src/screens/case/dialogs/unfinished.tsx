import { ErrorNote, Select, Skeleton, TextField } from '../../../components';
import { useCodeText, useDates, useT } from '../../../i18n';
import type { Becomes, Fate, OpenKind, Unfinished } from '../../../ipc/types';
import { Dotted } from '../../../parts/person/who';
import { useEither, useLabel } from '../../../parts/protocol/label';
import { useCommand } from '../../../state/command';

interface Answer {
  fate: Fate;
  why: string;
}

/** What is said of one thing still open, and of what was shown of it. */
interface Said extends Answer, Pick<Unfinished, 'seen'> {}

export type Answers = Readonly<Record<string, Said>>;

const keyOf = (one: Unfinished) => `${one.kind}:${one.id}`;

/** What was said of it as it stands now: an answer kept since before it was changed is asked for anew. */
function saidOf(one: Unfinished, answers: Answers): Said | null {
  const said = answers[keyOf(one)];
  return said?.seen === one.seen ? said : null;
}

/** Whether it is asked why: what is left as it is is explained, but to oneself. */
const asksWhy = (kind: OpenKind, fate: Fate | null) => fate === 'left' && kind !== 'draft';

/** What is still open in the case, asked of the core as the dialog opens. */
export function useUnfinished(caseId: string) {
  return useCommand('case.unfinished', { case: caseId });
}

/** Whether each has its answer. */
export function isSettled(open: readonly Unfinished[], answers: Answers): boolean {
  return open.every((one) => {
    const said = saidOf(one, answers);
    return said !== null && (!asksWhy(one.kind, said.fate) || said.why.trim() !== '');
  });
}

/** The answers, as they are sent. */
export function becomesOf(open: readonly Unfinished[], answers: Answers): Becomes[] {
  return open.flatMap((one) => {
    const said = saidOf(one, answers);
    if (said === null) return [];
    const { seen, fate, why } = said;
    return [{ kind: one.kind, id: one.id, seen, fate, why: why.trim() === '' ? null : why }];
  });
}

/** Each thing still open, and what becomes of it: nothing is chosen beforehand. */
export function UnfinishedFields({
  query,
  answers,
  onChange,
}: {
  query: ReturnType<typeof useUnfinished>;
  answers: Answers;
  onChange: (answers: Answers) => void;
}) {
  const t = useT();
  if (query.error !== null) return <ErrorNote error={query.error} />;
  if (query.data === undefined) return <Skeleton rows={2} />;
  const open = query.data;
  if (open.length === 0) return null;
  const steps = open.filter((one) => one.kind === 'step');
  const say = (of: readonly Unfinished[], answer: Answer) =>
    onChange({
      ...answers,
      ...Object.fromEntries(of.map((one) => [keyOf(one), { ...answer, seen: one.seen }])),
    });
  return (
    <fieldset data-label={t('case.unfinished')} className="flex flex-col gap-2">
      <legend className="mb-1 font-semibold">{t('case.unfinished')}</legend>
      <p className="text-sm text-ink-2">{t('case.unfinished_text')}</p>
      <ul className="flex flex-col divide-y divide-line rounded-control border border-line">
        {open.map((one) => (
          <Line key={keyOf(one)} one={one} said={saidOf(one, answers)} onSay={(answer) => say([one], answer)} />
        ))}
      </ul>
      {steps.length > 1 && <EveryStep steps={steps} answers={answers} onSay={(answer) => say(steps, answer)} />}
    </fieldset>
  );
}

function useWords() {
  const code = useCodeText();
  const label = useLabel();
  const dates = useDates();
  const either = useEither();
  return (one: Unfinished) => [
    code('open_kind', one.kind),
    one.title === null ? null : label(one.title),
    one.form === null ? null : code('draft_form', one.form),
    one.detail,
    one.with === null ? null : either(one.with.ar, one.with.lat),
    one.referral === null ? null : code('referral_status', one.referral),
    one.day === null ? null : dates.near(one.day),
  ];
}

function Line({ one, said, onSay }: { one: Unfinished; said: Answer | null; onSay: (answer: Answer) => void }) {
  const words = useWords()(one);
  const name = words.filter((word) => word !== null).join(' · ');
  return (
    <li className="grid items-start gap-x-3 gap-y-1.5 px-3 py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,--spacing(55))]">
      <span className="self-center text-md">
        <Dotted parts={words} />
      </span>
      <FateFields kind={one.kind} fates={one.fates} said={said} name={name} onSay={onSay} />
    </li>
  );
}

/** One answer for the whole protocol; each step may still be answered by itself. */
function EveryStep({
  steps,
  answers,
  onSay,
}: {
  steps: readonly Unfinished[];
  answers: Answers;
  onSay: (answer: Answer) => void;
}) {
  const t = useT();
  const [first] = steps;
  if (first === undefined) return null;
  const said = saidOf(first, answers);
  const same = steps.every((one) => {
    const other = saidOf(one, answers);
    return other?.fate === said?.fate && other?.why === said?.why;
  });
  return (
    <div className="grid items-start gap-x-3 gap-y-1.5 px-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,--spacing(55))]">
      <span className="self-center text-sm text-ink-2">{t('case.unfinished_steps')}</span>
      <FateFields
        kind="step"
        fates={first.fates}
        said={same ? said : null}
        name={t('case.unfinished_steps')}
        onSay={onSay}
      />
    </div>
  );
}

function FateFields({
  kind,
  fates,
  said,
  name,
  onSay,
}: {
  kind: OpenKind;
  fates: readonly Fate[];
  said: Answer | null;
  name: string;
  onSay: (answer: Answer) => void;
}) {
  const t = useT();
  const code = useCodeText();
  const fate = said?.fate ?? null;
  return (
    <>
      <Select
        hideLabel
        label={`${t('case.fate')} · ${name}`}
        placeholder={t('case.fate')}
        value={fate}
        options={fates.map((key) => ({ key, label: code('fate', key) }))}
        onChange={(next) => onSay({ fate: next, why: said?.why ?? '' })}
      />
      {fate !== null && asksWhy(kind, fate) && (
        <TextField
          className="sm:col-span-2"
          label={t('case.fate_why')}
          isRequired
          value={said?.why ?? ''}
          onChange={(why) => onSay({ fate, why })}
        />
      )}
    </>
  );
}
