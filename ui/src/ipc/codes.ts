/**
 * The values of a code, in the order a person reads them in a list. Types hold no values at run time and no order, so
 * these lists are kept by hand; the compiler refuses one that lacks a code of the core or holds one it does not know.
 */

import type {
  AppointmentStatus,
  AttachmentPurpose,
  CaseType,
  CenterType,
  ClosureReason,
  ConsentForm,
  DocumentStatus,
  DocumentType,
  EntitlementStatus,
  GivenBy,
  IncomeSource,
  IndhCategory,
  Kinship,
  ListField,
  NoteKind,
  PartnerType,
  PersonColumn,
  Programme,
  Purpose,
  RefusalReason,
  Role,
  SafeContact,
  ServiceType,
  Sex,
  SharedItem,
  Source,
  Urgency,
  VisitKind,
  VisitOutcome,
} from './types';

const every =
  <Code extends string>() =>
  <const Listed extends readonly Code[]>(...codes: Listed & ([Code] extends [Listed[number]] ? unknown : never)) =>
    codes as readonly Code[];

export const SEXES = every<Sex>()('female', 'male', 'unknown');

export const ROLES = every<Role>()(
  'reception',
  'caseworker',
  'field',
  'specialist',
  'director',
  'reader',
  'administrator',
);

export const CENTER_TYPES = every<CenterType>()('cas', 'eps', 'emf', 'cape', 'upe', 'coaph', 'cjpa', 'samu', 'other');

export const SAFE_CONTACTS = every<SafeContact>()('yes', 'hours', 'no', 'unknown');

export const DOCUMENT_TYPES = every<DocumentType>()('cnie', 'birth_act', 'passport', 'residence_permit', 'none');

export const KINSHIPS = every<Kinship>()(
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
);

export const SOURCES = every<Source>()(
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
);

export const URGENCIES = every<Urgency>()('ordinary', 'soon', 'immediate');

export const CASE_TYPES = every<CaseType>()(
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
);

export const CLOSURE_REASONS = every<ClosureReason>()(
  'achieved',
  'declined',
  'transferred',
  'lost_contact',
  'moved',
  'deceased',
  'mistake',
  'other',
);

export const DOCUMENT_STATUSES = every<DocumentStatus>()('seen', 'copied', 'missing', 'not_needed');

export const SHARED_ITEMS = every<SharedItem>()('name', 'birth', 'cnie', 'phone', 'address', 'situation', 'household');

export const REFUSAL_REASONS = every<RefusalReason>()(
  'no_capacity',
  'not_eligible',
  'missing_documents',
  'did_not_come',
  'person_declined',
  'unavailable',
  'other',
);

export const VISIT_KINDS = every<VisitKind>()('home', 'institution', 'street', 'center');

export const VISIT_OUTCOMES = every<VisitOutcome>()('met', 'absent', 'declined', 'moved', 'unreachable');

export const SERVICE_TYPES = every<ServiceType>()(
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
);

export const APPOINTMENT_STATUSES = every<AppointmentStatus>()('planned', 'held', 'missed', 'cancelled');

export const NOTE_KINDS = every<NoteKind>()('remark', 'listening', 'call', 'inquiry');

export const PURPOSES = every<Purpose>()('care', 'referral', 'health', 'justice', 'contact', 'statistics');

export const GIVEN_BY = every<GivenBy>()('person', 'guardian', 'judge');

export const PROGRAMMES = every<Programme>()('rnp', 'rsu', 'asd', 'amo_tadamon', 'disability_card', 'other');

export const ATTACHMENT_PURPOSES = every<AttachmentPurpose>()(
  'identity_paper',
  'certificate',
  'consent',
  'court_paper',
  'person_photo',
  'other',
);

export const ENTITLEMENT_STATUSES = every<EntitlementStatus>()(
  'to_request',
  'requested',
  'granted',
  'refused',
  'ended',
);

export const CONSENT_FORMS = every<ConsentForm>()('signed', 'oral', 'fingerprint');

export const PARTNER_TYPES = every<PartnerType>()(
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
);

/** What a column of a list may mean. */
export const LIST_FIELDS = every<ListField>()(
  'given_name_ar',
  'family_name_ar',
  'given_name_lat',
  'family_name_lat',
  'full_name',
  'full_name_family_first',
  'sex',
  'birth_date',
  'age',
  'birth_place',
  'cnie',
  'idcs',
  'document_number',
  'paper_file',
  'phone',
  'province',
  'commune',
  'address',
  'mother_name_ar',
  'title',
  'nickname',
  'remark',
  'nothing',
);

/** What an exported list of people may hold. */
export const PERSON_COLUMNS = every<PersonColumn>()(
  'paper_file',
  'given_name_ar',
  'family_name_ar',
  'given_name_lat',
  'family_name_lat',
  'sex',
  'birth_date',
  'mother_name_ar',
  'cnie',
  'idcs',
  'phone',
  'safe_contact',
  'province',
  'commune',
  'address',
);

/** What is exported when nobody chooses: nothing by which somebody could be found, or their papers used. */
export const USUAL_COLUMNS = [
  'given_name_ar',
  'family_name_ar',
  'given_name_lat',
  'family_name_lat',
  'sex',
  'birth_date',
  'commune',
] as const satisfies readonly PersonColumn[];

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

/** Services counted in minutes. */
export const SESSIONS: readonly ServiceType[] = [
  'psychological',
  'legal',
  'rehabilitation',
  'educational',
  'mediation',
];

export const INDH_CATEGORIES = every<IndhCategory>()(
  'indigent_elderly',
  'disabled_without_resources',
  'homeless_mentally_ill',
  'kidney_failure',
  'hiv',
  'very_precarious_woman',
  'former_prisoner',
  'beggar_or_vagrant',
  'drug_dependent',
  'street_child',
  'abandoned_child',
);

export const INCOME_SOURCES = every<IncomeSource>()(
  'wage',
  'occasional',
  'own_activity',
  'pension',
  'alimony',
  'public_aid',
  'support',
  'none',
  'other',
);

/** Languages spoken here, ISO 639 codes; sign language by a code of ours. */
export const LANGUAGES_SPOKEN = [
  'ary',
  'zgh',
  'shi',
  'tzm',
  'rif',
  'mey',
  'ar',
  'fr',
  'es',
  'en',
  'xms',
  'other',
] as const;

/** Nationalities met at a desk, the country's ISO 3166-1 code; `XX` for nobody's citizen, `ZZ` for another. */
export const NATIONALITIES = [
  'MA',
  'DZ',
  'TN',
  'MR',
  'LY',
  'EG',
  'SD',
  'SY',
  'IQ',
  'YE',
  'PS',
  'SN',
  'ML',
  'CI',
  'GN',
  'CM',
  'NG',
  'CD',
  'CG',
  'GA',
  'FR',
  'ES',
  'PH',
  'XX',
  'ZZ',
] as const;
