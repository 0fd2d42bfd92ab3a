/** What the commands answer. */

import type {
  CaseStatus,
  CaseType,
  ClosureReason,
  Confidentiality,
  DocumentStatus,
  DueState,
  ReferralEventType,
  ReferralStatus,
  RefusalReason,
  Role,
  Sex,
  StepStatus,
} from './codes';
import type {
  Appointment,
  Case,
  Consent,
  Contact,
  Day,
  HouseholdMember,
  Partner,
  Person,
  Reception,
  Referral,
  Visit,
} from './records';

export interface Label {
  ar: string;
  fr: string;
  en: string;
}

export interface StaffCard {
  staff: string | null;
  name_ar: string | null;
  name_lat: string | null;
  sex: Sex | null;
  role: Role | null;
}

export interface ConflictValue {
  value: unknown;
  staff: StaffCard;
  at_ms: string;
}

export interface Conflict {
  field: string;
  values: ConflictValue[];
}

/** A record with what an edit of it must hand back. */
export interface Held<R> {
  id: string;
  record: R;
  seen: string;
  conflicts: Conflict[];
  only_here: boolean;
  pending: boolean;
}

export interface PersonCard {
  person: string | null;
  given_name_ar: string | null;
  family_name_ar: string | null;
  given_name_lat: string | null;
  family_name_lat: string | null;
  nickname: string | null;
  sex: Sex | null;
  birth_date: string | null;
  age: number | null;
  commune_ar: string | null;
  commune_fr: string | null;
}

export interface CaseCard {
  case: string;
  number: string;
}

export interface DueWindow {
  start: Day;
  due: Day;
  end: Day | null;
  suggested: boolean;
}

export interface Due {
  window: DueWindow;
  state: DueState;
  days_late: number;
}

export interface DocumentFile {
  file_name: string;
  mime: string;
  base64: string;
}

export interface Written {
  id: string;
}

export interface Edit {
  id: string;
  seen: string;
  patch: Record<string, unknown>;
}

export interface PersonHit {
  person: PersonCard;
  cases: CaseCard[];
  matched: string[];
}

export interface SearchResult {
  people: PersonHit[];
  more: boolean;
}

export interface PersonChecked {
  person: Person;
  warnings: { field: string; code: string }[];
  same_papers: PersonHit[];
}

export interface ReceptionView {
  reception: Held<Reception>;
  person: PersonCard | null;
  staff: StaffCard;
}

export interface AppointmentView {
  appointment: Held<Appointment>;
  person: PersonCard;
  staff: StaffCard;
}

export interface ConsentView {
  consent: Held<Consent>;
  in_force: boolean;
  staff: StaffCard;
}

export interface MemberView {
  membership: Held<HouseholdMember>;
  person: PersonCard;
}

export interface HouseholdView {
  household: string;
  name: string | null;
  address: string | null;
  members: MemberView[];
}

export interface CaseRow {
  case: string;
  number: string;
  case_type: CaseType | null;
  confidentiality: Confidentiality;
  person: PersonCard;
  status: CaseStatus;
  opened_on: Day | null;
  lead: StaffCard | null;
  protocol: Label | null;
  next_step: Label | null;
  due: Due | null;
}

export interface PersonView {
  person: Held<Person>;
  card: PersonCard;
  province_names: [string, string] | null;
  contacts: Held<Contact>[];
  household: HouseholdView | null;
  cases: CaseRow[];
  receptions: ReceptionView[];
  appointments: AppointmentView[];
  consents: ConsentView[];
}

export interface StepDocumentView {
  document: string;
  title: Label;
  required: boolean;
  status: DocumentStatus | null;
  id: string | null;
  seen: string | null;
}

export interface StepState {
  step: string;
  status: StepStatus;
  opened_on: Day | null;
  started_on: Day | null;
  window: DueWindow | null;
  outcome: string | null;
  attempts: number;
  settled_on: Day | null;
  settled_by: string | null;
  contradictions: string[];
}

export interface StepView {
  step: string;
  title: Label;
  help: Label;
  waits_for_others: boolean;
  urgent: boolean;
  safe_contact_required: boolean;
  state: StepState;
  due: Due | null;
  outcomes: { code: string; title: Label; done: boolean }[];
  documents: StepDocumentView[];
  outcome_label: Label | null;
  settled_by: StaffCard | null;
}

export interface TrackView {
  instance: string;
  protocol: string;
  version: number;
  title: Label;
  legal: Label[];
  started_on: Day | null;
  steps: StepView[];
  done: number;
  total: number;
  next: string | null;
}

export interface ProtocolCard {
  protocol: string;
  version: number;
  title: Label;
  case_types: CaseType[];
  steps: number;
}

export interface ReferralRow {
  referral: string;
  reference: string;
  case: CaseCard;
  person: PersonCard;
  partner_ar: string | null;
  partner_fr: string | null;
  service_asked: string | null;
  state: {
    status: ReferralStatus;
    sent_on: Day | null;
    since: Day | null;
    reason: RefusalReason | null;
    served: boolean | null;
    contradictions: string[];
  };
  created_on: Day | null;
  days_waiting: number | null;
}

export interface ReferralView {
  referral: Held<Referral>;
  row: ReferralRow;
  partner: Partner | null;
  events: {
    event: ReferralEventType;
    day: Day | null;
    reason: RefusalReason | null;
    note: string | null;
    staff: StaffCard;
  }[];
  may: ReferralEventType[];
}

export interface TimelineEntry {
  id: string;
  kind: string;
  code: string;
  label: Label | null;
  outcome: Label | null;
  text: string | null;
  detail: string | null;
  day: Day | null;
  at_ms: string | null;
  staff: StaffCard;
  corrected: boolean;
  pending: boolean;
}

export type CaseMay = 'edit' | 'assign' | 'close' | 'reopen' | 'lower_confidentiality';

export interface CaseView {
  case: Held<Case>;
  state: {
    status: CaseStatus;
    assigned: string[];
    lead: string | null;
    closed_on: Day | null;
    closure: ClosureReason | null;
    contradictions: string[];
  };
  person: PersonView;
  staff: StaffCard[];
  track: TrackView | null;
  household: HouseholdView | null;
  consents: ConsentView[];
  referrals: ReferralRow[];
  visits: Held<Visit>[];
  appointments: AppointmentView[];
  timeline: TimelineEntry[];
  timeline_total: number;
  may: string[];
}

export interface VisitView {
  visit: Held<Visit>;
  person: PersonCard;
  case: CaseCard | null;
  staff: StaffCard;
  due: Due | null;
  household_name: string | null;
  safe: boolean;
}

export interface PartnerView {
  partner: Held<Partner>;
  commune_names: [string, string] | null;
  waiting: number;
}

export interface Draft {
  draft: string;
  form: string;
  title: string | null;
  body: unknown;
  saved_at_ms: string;
}

export type TaskTarget =
  | { kind: 'step'; case: string; instance: string; step: string; waiting: boolean }
  | { kind: 'visit'; visit: string }
  | { kind: 'appointment'; appointment: string }
  | { kind: 'referral'; referral: string; case: string };

export interface Task {
  key: string;
  target: TaskTarget;
  title: Label | null;
  detail: string | null;
  person: PersonCard;
  case: CaseCard | null;
  place: string | null;
  time: string | null;
  due: Due | null;
  urgent: boolean;
}

export interface Today {
  overdue: Task[];
  today: Task[];
  week: Task[];
  later: number;
  referrals: { awaiting: number; accepted: number; refused: number };
  route: { place: string; households: number; visits: number }[];
  receptions: number;
  attention: number;
  counts: {
    today: number;
    today_late: number;
    cases: number;
    visits: number;
    visits_late: number;
    referrals: number;
  };
}

export interface ConflictItem {
  kind: string;
  id: string;
  person: PersonCard | null;
  case: CaseCard | null;
  seen: string;
  fields: Conflict[];
}

export interface RefusedItem {
  tx: string;
  verdict: string;
  code: string;
  changes: { kind: string; id: string; person: PersonCard | null; patch: Record<string, unknown> }[];
  at_ms: string;
}

export interface Attention {
  conflicts: ConflictItem[];
  refused: RefusedItem[];
}

export interface SyncProgress {
  phase: string;
  done: number;
  total: number;
  bytes: number;
  seconds_left: number | null;
}

export interface SyncStatus {
  hub: string | null;
  pending: number;
  running: SyncProgress | null;
  last_done_ms: string | null;
  last_error: string | null;
  clock_off_minutes: number | null;
  data_version: number;
  attention: number;
}
