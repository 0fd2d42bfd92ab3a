import { BIRTH_UNKNOWN } from '../../components';
import type {
  Answer,
  CaseType,
  IndhCategory,
  Orientation,
  Person,
  PersonCard,
  ServiceType,
  SharedItem,
  Source,
  Urgency,
} from '../../ipc/types';
import { NO_AMOUNT, type TypedAmount } from '../../parts/amount/field';

export type IntakeStep = 'find' | 'person' | 'reception' | 'listening' | 'needs' | 'orientation';

/** Everything typed in one passage, kept as a draft at every change. */
export interface Intake {
  step: IntakeStep;
  /** The furthest step reached: all before it can be gone back to. */
  reached: number;
  query: string;
  /** Chosen or registered. */
  person: PersonCard | null;
  /** Being registered. */
  fresh: Partial<Person>;
  reception: { reception: string; number: number; seen: string; opened_at: string } | null;
  desk: {
    source: Source | null;
    reason: string;
    /** How soon; nothing until somebody judged. */
    urgency: Urgency | null;
    interpreter: string;
    heard_alone: boolean;
  };
  note: string;
  needs: Needs;
  plan: Plan;
}

/** The target group, and the answers to its form. */
export interface Needs {
  group: CaseType | null;
  indh: IndhCategory | null;
  answers: Answer[];
  /** Amounts among them that are far from the usual and meant. */
  meant: string[];
}

export interface Plan {
  choice: Orientation | null;
  case_type: CaseType | null;
  /** Empty: without a protocol; null: the one proposed. */
  protocol: string | null;
  situation: string;
  service_type: ServiceType | null;
  item: string;
  quantity: number | null;
  amount: TypedAmount;
  day: string | null;
  time: string;
  purpose: string;
  /** Whether the slip is printed at once; nothing until somebody says. */
  slip: boolean | null;
  /** The open case a referral is followed in; null: a new one. */
  case: string | null;
  partner: string | null;
  asked: string;
  referral_reason: string;
  shared: SharedItem[];
  /** The person agrees to what is passed on. */
  agrees: boolean;
  /** Why without their agreement. */
  why: string;
}

export const EMPTY: Intake = {
  step: 'find',
  reached: 0,
  query: '',
  person: null,
  fresh: {},
  reception: null,
  desk: { source: 'self', reason: '', urgency: null, interpreter: '', heard_alone: false },
  note: '',
  needs: { group: null, indh: null, answers: [], meant: [] },
  plan: {
    choice: null,
    case_type: null,
    protocol: null,
    situation: '',
    service_type: null,
    item: '',
    quantity: null,
    amount: NO_AMOUNT,
    day: null,
    time: '',
    purpose: '',
    slip: null,
    case: null,
    partner: null,
    asked: '',
    referral_reason: '',
    shared: [],
    agrees: false,
    why: '',
  },
};

/** The chips at the top: registering is part of the first. */
export function stepsFor(followsCases: boolean): IntakeStep[] {
  return followsCases
    ? ['find', 'reception', 'listening', 'needs', 'orientation']
    : ['find', 'reception', 'orientation'];
}

export function chipOf(step: IntakeStep): IntakeStep {
  return step === 'person' ? 'find' : step;
}

/** A draft of another version of the program still opens: what it lacks is empty. */
export function revive(body: unknown): Intake {
  if (typeof body !== 'object' || body === null) return EMPTY;
  const kept = body as Partial<Intake>;
  return {
    ...EMPTY,
    ...kept,
    person: kept.person === null || kept.person === undefined ? null : { ...cardOf('', {}), ...kept.person },
    desk: { ...EMPTY.desk, ...kept.desk },
    needs: { ...EMPTY.needs, ...kept.needs },
    plan: { ...EMPTY.plan, ...kept.plan, amount: { ...NO_AMOUNT, ...kept.plan?.amount } },
  };
}

/** The card of somebody who was just registered, before the core is asked for it again. */
export function cardOf(id: string, person: Partial<Person>): PersonCard {
  return {
    person: id,
    given_name_ar: person.given_name_ar ?? null,
    family_name_ar: person.family_name_ar ?? null,
    given_name_lat: person.given_name_lat ?? null,
    family_name_lat: person.family_name_lat ?? null,
    nickname: person.nickname ?? null,
    sex: person.sex ?? null,
    birth_date: person.birth_date === BIRTH_UNKNOWN ? null : (person.birth_date ?? null),
    age: person.estimated_age ?? null,
    commune_ar: null,
    commune_fr: null,
    paper_file: null,
  };
}

export type Missing = 'name' | 'sex' | 'birth';

/**
 * What registering still asks for, in the order of the form: one name in one script, a nickname, or nobody's name; sex
 * and birth, each of which may be said to be unknown. The core refuses without; here it is said before.
 */
export function missing(person: Partial<Person>): Missing | null {
  const anonymous = person.anonymous === true;
  const named = [
    person.given_name_ar,
    person.family_name_ar,
    person.given_name_lat,
    person.family_name_lat,
    person.nickname,
  ].some((name) => (name ?? '').trim() !== '');
  if (!named && !anonymous) return 'name';
  if ((person.sex ?? null) === null) return 'sex';
  const told = (person.birth_date ?? null) !== null || (person.estimated_age ?? null) !== null;
  return told || anonymous ? null : 'birth';
}
