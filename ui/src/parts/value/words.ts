/** What a value of a field is, so that it is said in words: never as a code, never as an id. */

/** Fields that hold a code, and the family of its words. `kind.field` where one name means two things. */
const FAMILIES: Record<string, string> = {
  sex: 'sex',
  role: 'role',
  safe_contact: 'safe_contact',
  document_type: 'document_type',
  kinship: 'kinship',
  source: 'source',
  urgency: 'urgency',
  orientation: 'orientation',
  case_type: 'case_type',
  confidentiality: 'confidentiality',
  service_type: 'service_type',
  partner_type: 'partner_type',
  center_type: 'center_type',
  purposes: 'purpose',
  given_by: 'given_by',
  shared: 'shared_item',
  programme: 'programme',
  group: 'case_type',
  indh: 'indh',
  income_source: 'income_source',
  languages: 'language_spoken',
  nationality: 'nationality',
  'import.format': 'list_format',
  'attachment.purpose': 'attachment_purpose',
  'attachment.media_type': 'media_type',
  'entitlement.status': 'entitlement_status',
  'appointment.status': 'appointment_status',
  'step_document.status': 'document_status',
  'consent.form': 'consent_form',
  'visit.kind': 'visit_kind',
  'visit.outcome': 'visit_outcome',
  'note.kind': 'note_kind',
  'case_event.event': 'case_event',
  'case_event.reason': 'closure_reason',
  'step_event.event': 'step_event',
  'referral_event.event': 'referral_event',
  'referral_event.reason': 'refusal_reason',
};

/** The family of words of a field that holds a code. */
export function familyOf(kind: string, field: string): string | null {
  return FAMILIES[`${kind}.${field}`] ?? FAMILIES[field] ?? null;
}

export type Meaning =
  | 'staff'
  | 'person'
  | 'partner'
  | 'place'
  | 'protocol'
  /** A code of the protocol followed in the case: its words are in the definition, not in the locales. */
  | 'step'
  /** Names another record, or holds a key: nothing in it can be read. */
  | 'reference';

const MEANINGS: Record<string, Meaning> = {
  staff: 'staff',
  named: 'staff',
  by: 'staff',
  opened_by: 'staff',
  created_by: 'staff',
  started_by: 'staff',
  recorded_by: 'staff',
  noted_by: 'staff',
  undone_by: 'staff',
  performed_by: 'staff',
  received_by: 'staff',
  person: 'person',
  left: 'person',
  right: 'person',
  partner: 'partner',
  province: 'place',
  commune: 'place',
  protocol: 'protocol',
  step: 'step',
  document: 'step',
  'attachment.document': 'reference',
  'person.import': 'reference',
  'step_event.outcome': 'step',
  case: 'reference',
  reception: 'reference',
  household: 'reference',
  instance: 'reference',
  center: 'reference',
  to_center: 'reference',
  from_center: 'reference',
  consent: 'reference',
  referral: 'reference',
  corrects: 'reference',
  undoes: 'reference',
  public_key: 'reference',
  'attachment.key': 'reference',
  'attachment.hash': 'reference',
};

/** What has to be looked up for a value to be read; nothing for one that says what it is. */
export function meaningOf(kind: string, field: string): Meaning | null {
  return MEANINGS[`${kind}.${field}`] ?? MEANINGS[field] ?? null;
}

/** Written by the program beside what a person wrote: nothing to decide on. */
const BY_THE_PROGRAM = new Set([
  'person',
  'by',
  'at',
  'version',
  'opened_by',
  'created_by',
  'started_by',
  'recorded_by',
  'received_by',
  'complete',
]);

/** Whether a field of a change says something to whoever decides what becomes of it. */
export function isTold(kind: string, field: string): boolean {
  return !BY_THE_PROGRAM.has(field) && meaningOf(kind, field) !== 'reference';
}
