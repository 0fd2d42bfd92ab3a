/** Codes the records hold, in the order they are listed to a person. Their words are in the locales. */

export const SEXES = ['female', 'male', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

export const ROLES = ['reception', 'caseworker', 'field', 'specialist', 'director', 'reader', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const CENTER_TYPES = ['cas', 'eps', 'emf', 'cape', 'upe', 'coaph', 'cjpa', 'samu', 'other'] as const;

export const SAFE_CONTACTS = ['yes', 'hours', 'no', 'unknown'] as const;
export type SafeContact = (typeof SAFE_CONTACTS)[number];

export const DOCUMENT_TYPES = ['cnie', 'birth_act', 'passport', 'residence_permit', 'none'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const KINSHIPS = [
  'head',
  'spouse',
  'child',
  'parent',
  'sibling',
  'grandparent',
  'grandchild',
  'relative',
  'guardian',
  'kafil',
  'friend',
  'service',
  'other',
] as const;
export type Kinship = (typeof KINSHIPS)[number];

export const SOURCES = [
  'self',
  'family',
  'court',
  'police',
  'health',
  'school',
  'authority',
  'association',
  'round',
  'helpline',
  'other',
] as const;
export type Source = (typeof SOURCES)[number];

export const URGENCIES = ['ordinary', 'soon', 'immediate'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const ORIENTATIONS = ['case', 'service', 'appointment', 'information', 'referral', 'left'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

export const CASE_TYPES = [
  'woman_victim_of_violence',
  'woman_in_difficulty',
  'single_mother',
  'child_in_difficulty',
  'child_without_family',
  'street_child',
  'schoolchild',
  'disability',
  'elderly',
  'homeless',
  'care_leaver',
  'precarious_family',
  'trafficking_victim',
  'addiction',
  'project_holder',
] as const;
export type CaseType = (typeof CASE_TYPES)[number];

export const CONFIDENTIALITIES = ['ordinary', 'restricted', 'sealed'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];

const RESTRICTED: readonly CaseType[] = [
  'woman_victim_of_violence',
  'trafficking_victim',
  'child_in_difficulty',
  'child_without_family',
  'street_child',
];

/** What a new case of this type starts with: said before it is opened. The core decides. */
export function startsRestricted(type: CaseType): boolean {
  return RESTRICTED.includes(type);
}

export const CLOSURE_REASONS = [
  'achieved',
  'declined',
  'transferred',
  'lost_contact',
  'moved',
  'deceased',
  'mistake',
  'other',
] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

export type CaseStatus = 'open' | 'closed';
export type StepStatus = 'later' | 'open' | 'waiting' | 'done' | 'declined' | 'not_possible' | 'skipped';
export type StepEventType = 'started' | 'waiting' | 'done' | 'declined' | 'not_possible' | 'postponed' | 'reopened';
export type DueState = 'overdue' | 'due' | 'soon' | 'later' | 'none';

export const DOCUMENT_STATUSES = ['seen', 'copied', 'missing', 'not_needed'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

export const SHARED_ITEMS = ['name', 'birth', 'cnie', 'phone', 'address', 'situation', 'household'] as const;
export type SharedItem = (typeof SHARED_ITEMS)[number];

export const REFERRAL_EVENTS = [
  'sent',
  'received',
  'accepted',
  'refused',
  'served',
  'not_served',
  'closed',
  'reopened',
] as const;
export type ReferralEventType = (typeof REFERRAL_EVENTS)[number];

export type ReferralStatus =
  | 'draft'
  | 'sent'
  | 'received'
  | 'accepted'
  | 'refused'
  | 'served'
  | 'not_served'
  | 'closed';

export const REFUSAL_REASONS = [
  'no_capacity',
  'not_eligible',
  'missing_documents',
  'did_not_come',
  'person_declined',
  'unavailable',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const VISIT_KINDS = ['home', 'institution', 'street', 'center'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

export const VISIT_OUTCOMES = ['met', 'absent', 'declined', 'moved', 'unreachable'] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

export const SERVICE_TYPES = [
  'in_kind',
  'cash',
  'shelter',
  'meal',
  'psychological',
  'legal',
  'health',
  'rehabilitation',
  'educational',
  'training',
  'mediation',
  'accompaniment',
  'other',
] as const;
export type ServiceType = (typeof SERVICE_TYPES)[number];

export const APPOINTMENT_STATUSES = ['planned', 'held', 'missed', 'cancelled'] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

export const NOTE_KINDS = ['remark', 'listening', 'call', 'inquiry'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const PURPOSES = ['care', 'referral', 'health', 'justice', 'contact', 'statistics'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const GIVEN_BY = ['person', 'guardian', 'judge'] as const;
export type GivenBy = (typeof GIVEN_BY)[number];

export const CONSENT_FORMS = ['signed', 'oral', 'fingerprint'] as const;
export type ConsentForm = (typeof CONSENT_FORMS)[number];

export const PARTNER_TYPES = [
  'health',
  'court',
  'police',
  'authority',
  'shelter',
  'association',
  'education',
  'employment',
  'social_service',
  'center',
  'other',
] as const;
export type PartnerType = (typeof PARTNER_TYPES)[number];

/** Services counted in minutes. */
export const SESSIONS: readonly ServiceType[] = [
  'psychological',
  'legal',
  'rehabilitation',
  'educational',
  'mediation',
];
