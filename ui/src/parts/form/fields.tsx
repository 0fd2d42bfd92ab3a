import type { ReactNode } from 'react';
import {
  Checkbox,
  DatePicker,
  NumberField,
  RadioGroup,
  Segmented,
  Select,
  TextArea,
  TextField,
} from '../../components';
import { dotted, useT } from '../../i18n';
import type { AmountMeaning, AmountOf, Answer, FormChoice, FormDefinition, Person, Question } from '../../ipc/types';
import { useCommand, useCommands } from '../../state/command';
import { AmountField, type TypedAmount, useAmount } from '../amount/field';
import { useLabel } from '../protocol/label';
import { alarmTone } from '../value/tones';
import { Value } from '../value/value';
import { CheckList } from './check-list';
import type { Lacking } from './needs';
import { useForms } from './use-forms';

/** Choices of few words stand in one line up to so many. */
const IN_ONE_LINE = 4;
const IN_ONE_LINE_LETTERS = 44;
const UNKNOWN = 'unknown';

const answerTo = (answers: readonly Answer[], question: string) => answers.find((one) => one.question === question);

/** Whether a question is asked, after what was answered before it. */
export function isAsked(form: FormDefinition, question: Question, answers: readonly Answer[]): boolean {
  const { when } = question;
  if (when === null) return true;
  const earlier = form.questions.find((one) => one.id === when.question);
  if (earlier === undefined || !isAsked(form, earlier, answers)) return false;
  return answerTo(answers, when.question)?.values.includes(when.is) ?? false;
}

/** What is kept: answers to questions that are asked, and none that is empty. */
export function keptAnswers(form: FormDefinition, answers: readonly Answer[]): Answer[] {
  return form.questions.flatMap((question) => {
    const answer = answerTo(answers, question.id);
    if (answer === undefined || !isAsked(form, question, answers)) return [];
    const values = answer.values.filter((value) => value.trim() !== '');
    return answer.unknown || values.length > 0 ? [{ ...answer, values: answer.unknown ? [] : values }] : [];
  });
}

/** Any form, from its definition: one question after the other, those that make no sense here left out. */
export function FormFields({
  form,
  person,
  answers,
  meant,
  onChange,
}: {
  form: FormDefinition;
  /** Whose card answers what it holds; none: not in the register yet. */
  person: string | null;
  answers: readonly Answer[];
  /** The amounts among them that are far from the usual and meant. */
  meant: readonly string[];
  onChange: (answers: Answer[], meant: string[]) => void;
}) {
  const { amountOf } = useForms();
  const write = (question: string, values: string[], unknown = false) => {
    const others = answers.filter((one) => one.question !== question);
    onChange(values.length === 0 && !unknown ? others : [...others, { question, values, unknown }], [...meant]);
  };
  const writeAmount = (question: string, typed: TypedAmount) => {
    const others = answers.filter((one) => one.question !== question);
    const answer = { question, values: [typed.text], unknown: false };
    const mine = meantKey(question, typed.text);
    onChange(typed.text === '' ? others : [...others, answer], [
      ...meant.filter((one) => one !== mine),
      ...(typed.confirmed ? [mine] : []),
    ]);
  };
  return (
    <div className="grid items-start gap-x-4 gap-y-3.5 md:grid-cols-2">
      {form.questions
        .filter((question) => isAsked(form, question, answers))
        .map((question) => (
          <div key={question.id} className={isWide(question) ? 'md:col-span-2' : ''}>
            {question.of_person === null ? (
              <Field
                question={question}
                answer={answerTo(answers, question.id)}
                amountOf={amountOf(form, question.id)}
                meant={meant}
                onWrite={(values, unknown) => write(question.id, values, unknown)}
                onAmount={(typed) => writeAmount(question.id, typed)}
              />
            ) : (
              <OfPerson question={question} field={question.of_person} person={person} />
            )}
          </div>
        ))}
    </div>
  );
}

/** What the card of the person holds is told from it, and asked there. */
function OfPerson({ question, field, person }: { question: Question; field: string; person: string | null }) {
  const t = useT();
  const label = useLabel();
  const view = useCommand('person.get', { person: person ?? '' }, { enabled: person !== null && person !== '' });
  const value = view.data?.person.record[field as keyof Person] ?? null;
  return (
    <dl className="flex flex-col gap-1 text-sm">
      <dt className="font-medium">{label(question.label)}</dt>
      <dd>
        <Value kind="person" field={field} value={value} caseId={null} />
      </dd>
      <dd className="text-ink-2">{t('form.of_person')}</dd>
    </dl>
  );
}

function isWide(question: Question): boolean {
  return question.kind === 'long_text' || question.kind === 'several' || question.id === 'danger';
}

interface FieldProps {
  question: Question;
  answer: Answer | undefined;
  onWrite: (values: string[], unknown?: boolean) => void;
}

interface AmountProps {
  amountOf: AmountOf | undefined;
  meant: readonly string[];
  onAmount: (typed: TypedAmount) => void;
}

function Field({ question, answer, onWrite, amountOf, meant, onAmount }: FieldProps & AmountProps) {
  const t = useT();
  const label = useLabel();
  const name = label(question.label);
  const help = question.help === null ? {} : { description: label(question.help) };
  const value = answer?.values[0] ?? '';
  const chosen = answer?.unknown === true ? UNKNOWN : value === '' ? null : value;
  const choose = (key: string) => (key === UNKNOWN ? onWrite([], true) : onWrite([key]));
  const unknown = { key: UNKNOWN, label: t('form.unknown') };
  const choiceOf = (one: FormChoice) => ({ key: one.code, label: label(one.label), tone: alarmTone(one.alarm) });
  switch (question.kind) {
    case 'text':
      return <TextField label={name} {...help} value={value} onChange={(text) => onWrite(text === '' ? [] : [text])} />;
    case 'long_text':
      return (
        <TextArea
          label={name}
          {...help}
          rows={3}
          value={value}
          onChange={(text) => onWrite(text === '' ? [] : [text])}
        />
      );
    case 'number': {
      const unit = question.unit === null ? '' : ` (${label(question.unit)})`;
      if (amountOf !== undefined) {
        return (
          <WithUnknown answer={answer} onWrite={onWrite} of={name}>
            <AmountAnswer
              label={`${name}${unit}`}
              {...help}
              of={amountOf}
              question={question}
              typed={{ text: value, confirmed: meant.includes(meantKey(question.id, value)) }}
              isDisabled={answer?.unknown ?? false}
              onChange={onAmount}
            />
          </WithUnknown>
        );
      }
      return (
        <WithUnknown answer={answer} onWrite={onWrite} of={name}>
          <NumberField
            label={`${name}${unit}`}
            {...help}
            value={value === '' ? null : Number(value)}
            minValue={question.min ?? 0}
            {...(question.max === null ? {} : { maxValue: question.max })}
            isDisabled={answer?.unknown ?? false}
            onChange={(number) => onWrite(number === null ? [] : [String(number)])}
          />
        </WithUnknown>
      );
    }
    case 'date':
      return (
        <WithUnknown answer={answer} onWrite={onWrite} of={name}>
          <DatePicker
            label={name}
            {...help}
            value={value === '' ? null : value}
            isDisabled={answer?.unknown ?? false}
            onChange={(day) => onWrite(day === null ? [] : [day])}
          />
        </WithUnknown>
      );
    case 'yes_no':
      return (
        <Segmented
          label={name}
          {...help}
          value={chosen}
          onChange={choose}
          choices={[
            { key: 'yes', label: t('form.answer_yes'), tone: alarmTone(question.alarm) },
            { key: 'no', label: t('form.answer_no') },
            unknown,
          ]}
        />
      );
    case 'choice': {
      const choices = [...question.choices.map(choiceOf), unknown];
      const letters = choices.reduce((sum, one) => sum + one.label.length, 0);
      if (question.id === 'danger') {
        return <RadioGroup isWide label={name} {...help} value={chosen} onChange={choose} choices={choices} />;
      }
      return choices.length <= IN_ONE_LINE && letters <= IN_ONE_LINE_LETTERS ? (
        <Segmented label={name} {...help} value={chosen} onChange={choose} choices={choices} />
      ) : (
        <Select label={name} {...help} value={chosen} options={choices} onChange={choose} />
      );
    }
    case 'several':
      return (
        <CheckList
          label={name}
          value={answer?.unknown === true ? [UNKNOWN] : (answer?.values ?? [])}
          choices={[...question.choices.map(choiceOf), unknown]}
          // What is not known excludes the rest, and the rest it.
          onChange={(next) =>
            next.at(-1) === UNKNOWN ? onWrite([], true) : onWrite(next.filter((key) => key !== UNKNOWN))
          }
        />
      );
  }
}

function AmountAnswer({
  of,
  question,
  typed,
  ...rest
}: {
  of: AmountOf;
  question: Question;
  typed: TypedAmount;
  label: string;
  description?: string;
  isDisabled: boolean;
  onChange: (typed: TypedAmount) => void;
}) {
  const t = useT();
  const amount = useAmount(of, typed, true);
  const only = amount.read?.meanings.length === 1 ? amount.read.meanings[0] : undefined;
  const error =
    only === undefined || isWithin(question, only)
      ? null
      : t('field.between', { min: question.min ?? 0, max: question.max });
  return <AmountField typed={typed} amount={amount} error={error} {...rest} />;
}

/** Forms bound what they ask in whole dirhams. */
function isWithin(question: Question, { centimes }: AmountMeaning): boolean {
  const dirhams = centimes / 100;
  return dirhams >= (question.min ?? 0) && (question.max === null || dirhams <= question.max);
}

/** How it is noted that an amount far from the usual is meant: until another is typed. */
function meantKey(question: string, text: string): string {
  return `${question} ${text}`;
}

/** Which of the amounts among the answers cannot be kept yet, and whether some are meant although they are unusual. */
export function useAnswerAmounts(
  form: FormDefinition | undefined,
  answers: readonly Answer[],
  meant: readonly string[],
): { lacking: Lacking; confirmed: boolean } {
  const label = useLabel();
  const { amountOf } = useForms();
  const typed = (form === undefined ? [] : keptAnswers(form, answers)).flatMap((answer) => {
    const question = form?.questions.find((one) => one.id === answer.question);
    const of = form === undefined ? undefined : amountOf(form, answer.question);
    const [text] = answer.values;
    return question === undefined || of === undefined || text === undefined ? [] : [{ question, of, text }];
  });
  const read = useCommands(
    'amount.read',
    typed.map(({ of, text }) => ({ text, of, whole: true })),
  );
  const isMeant = ({ question, text }: (typeof typed)[number]) => meant.includes(meantKey(question.id, text));
  return {
    lacking: typed.map((one, index) => {
      const meanings = read[index]?.data?.meanings ?? [];
      const only = meanings.length === 1 ? meanings[0] : undefined;
      const isKept = only !== undefined && isWithin(one.question, only) && (!only.unusual || isMeant(one));
      return !isKept && label(one.question.label);
    }),
    confirmed: typed.some(isMeant),
  };
}

/** A number or a day may be asked for and not known: that too is an answer. */
function WithUnknown({
  answer,
  onWrite,
  of,
  children,
}: {
  answer: Answer | undefined;
  onWrite: FieldProps['onWrite'];
  of: string;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <div className="flex flex-col gap-1">
      {children}
      <Checkbox
        isSelected={answer?.unknown ?? false}
        onChange={(on) => onWrite([], on)}
        label={dotted(t('form.unknown'), of)}
      >
        <span className="text-sm text-ink-2">{t('form.unknown')}</span>
      </Checkbox>
    </div>
  );
}
