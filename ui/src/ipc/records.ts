/** The records, field by field, as the core holds them. */

import type {
  AppointmentStatus,
  CaseType,
  Confidentiality,
  ConsentForm,
  DocumentType,
  GivenBy,
  Kinship,
  NoteKind,
  Orientation,
  PartnerType,
  Purpose,
  SafeContact,
  ServiceType,
  Sex,
  SharedItem,
  Source,
  Urgency,
  VisitKind,
  VisitOutcome,
} from './codes';

/** A civil day, `YYYY-MM-DD`. */
export type Day = string;

/** Every field may be empty. */
type Fields<T> = { [K in keyof T]: T[K] | null };

export type Person = Fields<{
  given_name_ar: string;
  family_name_ar: string;
  given_name_lat: string;
  family_name_lat: string;
  title: string;
  nickname: string;
  anonymous: boolean;
  mother_name_ar: string;
  sex: Sex;
  birth_date: string;
  estimated_age: number;
  estimated_on: Day;
  birth_place: string;
  nationality: string;
  document_type: DocumentType;
  cnie: string;
  idcs: string;
  document_number: string;
  paper_file: string;
  phone: string;
  safe_contact: SafeContact;
  safe_hours: string;
  province: string;
  commune: string;
  address: string;
  usual_place: string;
  accessibility: string;
}> & { languages: string[] };

export type Contact = Fields<{
  person: string;
  case: string;
  name: string;
  kinship: Kinship;
  phone: string;
  companion: boolean;
  safe_contact: SafeContact;
  alleged_perpetrator: boolean;
  remark: string;
  until: Day;
}>;

export type Reception = Fields<{
  day: Day;
  number: number;
  opened_at: string;
  received_by: string;
  person: string;
  source: Source;
  reason: string;
  urgency: Urgency;
  interpreter: string;
  heard_alone: boolean;
  orientation: Orientation;
}>;

export type Case = Fields<{
  person: string;
  number: string;
  case_type: CaseType;
  confidentiality: Confidentiality;
  situation: string;
  reception: string;
  opened_on: Day;
  opened_by: string;
}> & { named: string[] };

export type HouseholdMember = Fields<{
  household: string;
  person: string;
  case: string;
  kinship: Kinship;
  since: Day;
  until: Day;
}>;

export type Visit = Fields<{
  case: string;
  person: string;
  household: string;
  kind: VisitKind;
  staff: string;
  planned_on: Day;
  place: string;
  purpose: string;
  performed_at: string;
  performed_on: Day;
  performed_by: string;
  outcome: VisitOutcome;
  present: string;
  observations: string;
  next_step: string;
}>;

export type Service = Fields<{
  case: string;
  person: string;
  service_type: ServiceType;
  item: string;
  quantity: number;
  /** Centimes of dirham. */
  amount: number;
  minutes: number;
  day: Day;
  at: string;
  by: string;
  remark: string;
  corrects: string;
}>;

export type Appointment = Fields<{
  person: string;
  case: string;
  staff: string;
  day: Day;
  time: string;
  purpose: string;
  place: string;
  bring: string;
  status: AppointmentStatus;
}>;

export type Note = Fields<{
  case: string;
  person: string;
  kind: NoteKind;
  body: string;
  day: Day;
  at: string;
  by: string;
  corrects: string;
}>;

export type Consent = Fields<{
  person: string;
  case: string;
  given_by: GivenBy;
  form: ConsentForm;
  given_at: string;
  recorded_by: string;
  expires_on: Day;
  withdrawn_on: Day;
  withheld: string;
}> & { purposes: Purpose[] };

export type Referral = Fields<{
  case: string;
  person: string;
  partner: string;
  to_center: string;
  reference: string;
  service_asked: string;
  reason: string;
  urgency: Urgency;
  consent: string;
  override_reason: string;
  created_on: Day;
  created_by: string;
}> & { shared: SharedItem[] };

export type Partner = Fields<{
  name_ar: string;
  name_fr: string;
  partner_type: PartnerType;
  center: string;
  services: string;
  province: string;
  commune: string;
  address: string;
  phone: string;
  email: string;
  hours: string;
  assured_on: Day;
  inactive: boolean;
}>;
