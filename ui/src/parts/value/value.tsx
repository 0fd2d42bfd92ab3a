import { BIRTH_UNKNOWN } from '../../components';
import { formatPhone, Ltr, placeName, useCodeText, useDates, useDirhams, useLanguage, useT } from '../../i18n';
import type { Answer } from '../../ipc/types';
import { useCommand } from '../../state/command';
import { useForms } from '../form/use-forms';
import { Dotted, usePersonText, useStaffText } from '../person/who';
import { useEither, useLabel } from '../protocol/label';
import { AnswerText } from '../situation/list';
import { fieldOf, meaningOf } from './words';

interface Props {
  kind: string;
  field: string;
  value: unknown;
  /** The case it belongs to, when it is known: the words of a step are those of its protocol. */
  caseId: string | null;
}

/** A value of a record as a person would read it: never a code, never an id. */
export function Value({ kind, field, value, caseId }: Props) {
  const t = useT();
  if (value === null || value === undefined || value === '') return t('value.empty');
  if (!Array.isArray(value)) return <One kind={kind} field={field} value={value} caseId={caseId} />;
  if (value.length === 0) return t('value.empty');
  if (fieldOf(kind, field)?.shape === 'answers') return <AnswersValue answers={value as Answer[]} />;
  return value.map((one: unknown, index) => (
    <span key={String(one)}>
      {index > 0 && t('list.comma')}
      <One kind={kind} field={field} value={one} caseId={caseId} />
    </span>
  ));
}

function One({ kind, field, value, caseId }: Props) {
  const id = String(value);
  switch (meaningOf(kind, field)) {
    case 'staff':
      return <StaffValue id={id} />;
    case 'person':
      return <PersonValue id={id} />;
    case 'partner':
      return <PartnerValue id={id} />;
    case 'place':
      return <PlaceValue code={id} />;
    case 'protocol':
      return <ProtocolValue code={id} />;
    case 'step':
      return <StepValue field={field} code={id} caseId={caseId} />;
    case 'reference':
      return <Reference id={id} />;
    case null:
      return <Plain kind={kind} field={field} value={value} />;
  }
}

/** Answers to a form, each with its question: the form is the one that asks them all. */
function AnswersValue({ answers }: { answers: readonly Answer[] }) {
  const label = useLabel();
  const form = useForms().withQuestions(answers.map((one) => one.question));
  if (form === undefined) return <NotHere />;
  return (
    <ul>
      {answers.map((answer) => {
        const question = form.questions.find((one) => one.id === answer.question);
        return question === undefined ? null : (
          <li key={answer.question}>
            <Dotted parts={[label(question.label), <AnswerText key="answer" question={question} answer={answer} />]} />
          </li>
        );
      })}
    </ul>
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function Plain({ kind, field, value }: Omit<Props, 'caseId'>) {
  const t = useT();
  const dirhams = useDirhams();
  const code = useCodeText();
  const dates = useDates();
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  const declared = fieldOf(kind, field);
  const text = String(value);
  switch (declared?.shape) {
    case 'money':
      return dirhams(Number(value));
    case 'code':
    case 'open':
      return code(declared.family ?? '', text);
    case 'cnie':
    case 'number':
      return <Ltr className="tabular">{text}</Ltr>;
    case 'telephone':
      return <Ltr className="tabular">{formatPhone(text)}</Ltr>;
    case 'birth':
      if (text === BIRTH_UNKNOWN) return t('birth.unknown');
      return DAY.test(text) ? dates.full(text) : text;
    case 'day':
      return dates.full(text);
    case 'moment':
      return `${dates.full(text.slice(0, 10))} ${dates.time(text)}`;
    case 'time':
      return <Ltr className="tabular">{text.slice(0, 5)}</Ltr>;
    default:
      return text;
  }
}

/** What is there and cannot be read here: it did not come, or is not for this account. */
function NotHere() {
  return useT()('value.not_here');
}

function StaffValue({ id }: { id: string }) {
  const name = useStaffText();
  const users = useCommand('user.list', {});
  const found = users.data?.find((one) => one.staff === id);
  return found === undefined ? <NotHere /> : <bdi>{name(found)}</bdi>;
}

function PersonValue({ id }: { id: string }) {
  const name = usePersonText();
  const person = useCommand('person.get', { person: id });
  return person.data === undefined ? <NotHere /> : <bdi>{name(person.data.card)}</bdi>;
}

function PartnerValue({ id }: { id: string }) {
  const either = useEither();
  const partners = useCommand('partner.list', { inactive: true });
  const found = partners.data?.find((one) => one.partner.id === id)?.partner.record;
  return found === undefined ? <NotHere /> : <bdi>{either(found.name_ar, found.name_fr)}</bdi>;
}

/** HCP codes name the province in their first two parts. */
function provinceOf(code: string): string {
  return code.split('.').slice(0, 2).join('.');
}

function PlaceValue({ code }: { code: string }) {
  const { language } = useLanguage();
  const province = provinceOf(code);
  const provinces = useCommand('territory.provinces', {});
  const communes = useCommand('territory.communes', { province }, { enabled: code !== province });
  const found = [...(provinces.data ?? []), ...(communes.data ?? [])].find((one) => one.code === code);
  return found === undefined ? <NotHere /> : <bdi>{placeName(found, language)}</bdi>;
}

function ProtocolValue({ code }: { code: string }) {
  const label = useLabel();
  const protocols = useCommand('protocol.list', {});
  const found = protocols.data?.find((one) => one.protocol === code);
  return found === undefined ? <NotHere /> : <bdi>{label(found.title)}</bdi>;
}

function StepValue({ field, code, caseId }: { field: string; code: string; caseId: string | null }) {
  const label = useLabel();
  const view = useCommand('case.get', { case: caseId ?? '' }, { enabled: caseId !== null });
  const steps = view.data?.track?.steps ?? [];
  const titles = {
    step: () => steps.find((one) => one.step === code)?.title,
    document: () => steps.flatMap((one) => one.documents).find((one) => one.document === code)?.title,
    outcome: () => steps.flatMap((one) => one.outcomes).find((one) => one.code === code)?.title,
  };
  const found = field in titles ? titles[field as keyof typeof titles]() : undefined;
  return found === undefined ? <NotHere /> : <bdi>{label(found)}</bdi>;
}

const SHOWN_OF_ID = 4;

/** Two different ones must not look the same. */
function Reference({ id }: { id: string }) {
  return useT()('value.reference', { id: id.slice(-SHOWN_OF_ID) });
}
