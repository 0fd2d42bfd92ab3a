// Made by `jisr-cli types` from the commands. Not to be edited.

export type AboutField = { 
/**
 * Its name.
 */
field: string, 
/**
 * Its value.
 */
value: unknown, };

export type AcceptClockArgs = { 
/**
 * The clock is right. Otherwise it is wrong, and the work goes on with it for now.
 */
right: boolean, };

export type AddAttachmentArgs = { 
/**
 * Of whom; the person of the case when absent.
 */
person: PersonId | null, 
/**
 * In which case; absent: with the person.
 */
case: CaseId | null, 
/**
 * The paper of a step it is the copy of; needs `case`.
 */
document: StepDocumentId | null, 
/**
 * What it is kept for.
 */
purpose: AttachmentPurpose, 
/**
 * What it is called.
 */
name: string | null, 
/**
 * Its bytes, base64: a PDF of 10 MiB at most, or a JPEG, PNG or WebP image, kept upright and without what its camera
 * wrote into it.
 */
content: string, };

export type AddContactArgs = { 
/**
 * The contact; `person` is required.
 */
contact: Contact, };

export type AddFlagArgs = { 
/**
 * The flag: `person` (or `case`) and `reason` are required.
 */
flag: Flag, };

export type AddMemberArgs = { 
/**
 * Whose household.
 */
person: PersonId, 
/**
 * Who joins.
 */
member: PersonId, 
/**
 * Kinship of the one who joins to the head.
 */
kinship: Kinship, 
/**
 * The restricted or sealed case in which it was learnt.
 */
case: string | null, 
/**
 * Day of moving in, if known.
 */
since: string | null, 
/**
 * They leave the household they lived in on that day, today when it is not known.
 */
moves: boolean, };

export type AddNoteArgs = { 
/**
 * The note; `at` and `by` are set by the program.
 */
note: Note, 
/**
 * The draft to drop once it is written.
 */
draft: string | null, };

export type AddUserArgs = { 
/**
 * Who.
 */
user: NewUser, 
/**
 * Their first passphrase, chosen with them.
 */
passphrase: string, };

export type Agreement = "agrees" | "fits" | "differs" | "one_side";

export type AmountMeaning = { 
/**
 * Centimes of dirham.
 */
centimes: number, 
/**
 * Written without any doubt.
 */
text: string, 
/**
 * In words.
 */
words: Label, 
/**
 * Ten times the usual or more: kept only when somebody says that it is meant.
 */
unusual: boolean, };

export type AmountOf = "month" | "aid" | "sum";

export type AmountQuestion = { 
/**
 * Of which form.
 */
form: string, 
/**
 * In which version.
 */
version: number, 
/**
 * Which question.
 */
question: string, 
/**
 * What it is an amount of.
 */
of: AmountOf, };

export type AmountRead = { 
/**
 * What it can mean. Two: whoever typed it says which.
 */
meanings: Array<AmountMeaning>, 
/**
 * Why it means nothing, as a code of the locales.
 */
problem: string | null, };

export type Answer = { 
/**
 * Which question of the form.
 */
question: string, 
/**
 * One value, or several where several may be chosen.
 */
values: Array<string>, 
/**
 * It was asked, and is not known. Then there is no value.
 */
unknown: boolean, };

export type Appointment = { 
/**
 * With whom it was given.
 */
person: PersonId | null, 
/**
 * The case it belongs to.
 */
case: CaseId | null, 
/**
 * Who will receive.
 */
staff: StaffId | null, 
/**
 * Civil day.
 */
day: string | null, 
/**
 * Local time, where one was given.
 */
time: string | null, 
/**
 * What for.
 */
purpose: string | null, 
/**
 * Where, when not at the center.
 */
place: string | null, 
/**
 * Papers to bring, in plain words.
 */
bring: string | null, 
/**
 * What became of it.
 */
status: AppointmentStatus | null, };

export type AppointmentId = string;

export type AppointmentStatus = "planned" | "held" | "missed" | "cancelled";

export type AppointmentView = { 
/**
 * As held.
 */
appointment: RecordView<Appointment>, 
/**
 * With whom.
 */
person: PersonCard, 
/**
 * Who is to receive, as the case stands now.
 */
staff: StaffCard, };

export type AppointmentsArgs = { 
/**
 * From this day; today when absent.
 */
from: string | null, 
/**
 * To this day included; 14 days on when absent.
 */
to: string | null, };

export type AssignArgs = { 
/**
 * Which case.
 */
case: CaseId, 
/**
 * To whom.
 */
staff: StaffId, 
/**
 * As the responsible one.
 */
lead: boolean, 
/**
 * A word to them.
 */
note: string | null, };

export type AttachmentArgs = { 
/**
 * Which.
 */
attachment: AttachmentId, };

export type AttachmentId = string;

export type AttachmentPlace = "only_here" | "at_hub" | "not_here" | "awaited";

export type AttachmentPurpose = "identity_paper" | "certificate" | "consent" | "court_paper" | "person_photo" | "other";

export type AttachmentView = { 
/**
 * Which.
 */
id: AttachmentId, 
/**
 * In which case; none: with the person.
 */
case: CaseId | null, 
/**
 * The paper of a step it is the copy of.
 */
document: StepDocumentId | null, 
/**
 * What it is kept for.
 */
purpose: AttachmentPurpose | null, 
/**
 * What it is called.
 */
name: string | null, 
/**
 * What its bytes are.
 */
media_type: MediaType | null, 
/**
 * How many bytes.
 */
size: number | null, 
/**
 * Civil day on which it was added.
 */
day: string | null, 
/**
 * By whom.
 */
staff: StaffCard, 
/**
 * Where its bytes are.
 */
place: AttachmentPlace, 
/**
 * Day on which it was taken back as a mistake.
 */
withdrawn_on: string | null, 
/**
 * Why.
 */
withdrawn_reason: string | null, 
/**
 * The viewer may take it back.
 */
may_withdraw: boolean, 
/**
 * For taking it back.
 */
seen: string, 
/**
 * Fields with more than one value.
 */
conflicts: Array<Conflict>, };

export type Attention = { 
/**
 * Fields with more than one value.
 */
conflicts: Array<ConflictItem>, 
/**
 * Transactions the hub rejected or holds.
 */
refused: Array<RefusedItem>, 
/**
 * Cases nobody may read any more: each waits for somebody, and nothing else is told of it. For a director.
 */
readerless: Array<ReaderlessCase>, };

export type Becomes = { 
/**
 * What kind of thing.
 */
kind: OpenKind, 
/**
 * Which.
 */
id: string, 
/**
 * As handed out with it: of one changed since, nothing was said.
 */
seen: string, 
/**
 * What becomes of it.
 */
fate: Fate, 
/**
 * Why: asked for where it is left as it is, except of one's own drafts.
 */
why: string | null, };

export type Candidate = { 
/**
 * Who.
 */
person: PersonCard, 
/**
 * The chance that they are one person, 0 to 1.
 */
score: number, 
/**
 * `same` when it is very likely, else `maybe`.
 */
verdict: Verdict, 
/**
 * Why, weightiest first, whichever way it speaks.
 */
reasons: Array<Reason>, 
/**
 * Their cases the viewer may know of, open ones first.
 */
cases: Array<CaseCard>, };

export type CardSeen = { 
/**
 * Which of their records.
 */
person: PersonId, 
/**
 * As handed out with the view.
 */
seen: string, };

export type Case = { 
/**
 * Whose.
 */
person: PersonId | null, 
/**
 * Readable number, printed; never changes, never a key.
 */
number: string | null, 
/**
 * What it is about.
 */
case_type: CaseType | null, 
/**
 * Who may know of it.
 */
confidentiality: Confidentiality | null, 
/**
 * For a case opened sealed: the people named then. Who is named now is folded from its events
 * ([`CaseState::named_in`]): of two who name somebody without seeing each other both are heard.
 */
named: Array<StaffId>, 
/**
 * The situation, in plain words.
 */
situation: string | null, 
/**
 * The reception that led to it.
 */
reception: ReceptionId | null, 
/**
 * Civil day of opening.
 */
opened_on: string | null, 
/**
 * Who opened it.
 */
opened_by: StaffId | null, };

export type CaseAct = "edit" | "assign" | "close" | "reopen";

export type CaseArgs = { 
/**
 * Which.
 */
case: CaseId, };

export type CaseCard = { 
/**
 * Its id.
 */
case: CaseId, 
/**
 * Its number.
 */
number: string, };

export type CaseEventId = string;

export type CaseId = string;

export type CaseOpened = { 
/**
 * Which.
 */
case: CaseId, 
/**
 * Its number.
 */
number: string, };

export type CasePerson = { 
/**
 * The record that stands for them.
 */
person: PersonId, 
/**
 * What this view showed of that record: for the answer on being reached that a step writes on it.
 */
seen: string, 
/**
 * As in rows.
 */
card: PersonCard, 
/**
 * Their telephone.
 */
phone: string | null, 
/**
 * Where they live.
 */
address: string | null, 
/**
 * Where they are found otherwise.
 */
usual_place: string | null, 
/**
 * What they answered on being reached: the most protective among their records.
 */
safe_contact: SafeContact | null, 
/**
 * What comes of it.
 */
reachable: Reachable, 
/**
 * What a referral does not tell of them, even when it is ticked.
 */
withheld: Array<Withheld>, };

export type CaseRow = { 
/**
 * Which.
 */
case: CaseId, 
/**
 * Its number.
 */
number: string, 
/**
 * What it is about.
 */
case_type: CaseType | null, 
/**
 * Who may know of it.
 */
confidentiality: Confidentiality, 
/**
 * What is confidential may be written in it.
 */
keeps_apart: boolean, 
/**
 * Whose.
 */
person: PersonCard, 
/**
 * Whether it is followed.
 */
status: CaseStatus, 
/**
 * Day of opening.
 */
opened_on: string | null, 
/**
 * Responsible one.
 */
lead: StaffCard | null, 
/**
 * Protocol in course, in words.
 */
protocol: Label | null, 
/**
 * Next step, in words.
 */
next_step: Label | null, 
/**
 * When that is due.
 */
due: Due | null, };

export type CaseState = { 
/**
 * Whether it is being followed.
 */
status: CaseStatus, 
/**
 * Everyone it is given to, the responsible one included.
 */
assigned: Array<StaffId>, 
/**
 * The responsible one (مسؤول(ة) الملف).
 */
lead: StaffId | null, 
/**
 * Day of the last closure in force.
 */
closed_on: string | null, 
/**
 * Reason of that closure.
 */
closure: ClosureReason | null, 
/**
 * Events that say something another event contradicts: two closures for different reasons.
 */
contradictions: Array<CaseEventId>, };

export type CaseStatus = "open" | "closed";

export type CaseType = "woman_victim_of_violence" | "woman_in_difficulty" | "single_mother" | "child_in_difficulty" | "child_without_family" | "street_child" | "schoolchild" | "disability" | "elderly" | "homeless" | "care_leaver" | "precarious_family" | "trafficking_victim" | "addiction" | "project_holder";

export type CaseView = { 
/**
 * The case.
 */
case: RecordView<Case>, 
/**
 * What its events make of it.
 */
state: CaseState, 
/**
 * Its person.
 */
person: CasePerson, 
/**
 * Responsible one and the others.
 */
staff: Array<StaffCard>, 
/**
 * The dangers on record, the dominant one first; none once it is closed.
 */
dangers: Array<Danger>, 
/**
 * The protocol followed.
 */
track: TrackView | null, 
/**
 * Household, as known in this case.
 */
household: HouseholdView | null, 
/**
 * Consents of this case and of the person.
 */
consents: Array<ConsentView>, 
/**
 * Referrals.
 */
referrals: Array<ReferralRow>, 
/**
 * Scans and photos of this case, newest first.
 */
attachments: Array<AttachmentView>, 
/**
 * Visits, planned first.
 */
visits: Array<CaseVisit>, 
/**
 * Appointments still to come.
 */
appointments: Array<AppointmentView>, 
/**
 * The first page of the timeline, newest first.
 */
timeline: Array<TimelineEntry>, 
/**
 * Entries of the timeline in all.
 */
timeline_total: number, 
/**
 * What the viewer may do here, as the case stands.
 */
may: Array<CaseAct>, 
/**
 * What is confidential may be written in it.
 */
keeps_apart: boolean, 
/**
 * Whom it may be given to.
 */
assignable: Array<StaffCard>, 
/**
 * The consent a referral made today rests on; none: it needs a reason to go without.
 */
referral_consent: ConsentId | null, 
/**
 * How confidential the viewer may make it, the least protected first; as it is, is among them.
 */
confidentialities: Array<Confidentiality>, 
/**
 * Those named in it; those who would be if it were sealed now, while it is not.
 */
named: Array<Named>, };

export type CaseVisit = { 
/**
 * As held.
 */
visit: RecordView<Visit>, 
/**
 * Where it stands.
 */
standing: VisitStanding, 
/**
 * When it is to be made; nothing once it is made or cancelled.
 */
due: Due | null, 
/**
 * Why the person must not be visited at home; nothing where they may, and for what does not go there.
 */
not_at_home: Reach | null, };

export type Caseload = { 
/**
 * Who.
 */
staff: StaffCard, 
/**
 * Open cases given to them.
 */
cases: number, 
/**
 * Planned visits whose day passed.
 */
visits_late: number, 
/**
 * Appointments whose day passed and of which nobody said what became.
 */
appointments_late: number, };

export type Cases = { 
/**
 * This page.
 */
items: Array<CaseRow>, 
/**
 * How many there are.
 */
total: number, };

export type CasesArgs = { 
/**
 * Only those of one member of staff; absent: one's own, or every case for a director who asks `all`.
 */
staff: StaffId | null, 
/**
 * Every case the viewer may know of.
 */
all: boolean, 
/**
 * Closed ones too.
 */
closed: boolean, 
/**
 * Words of a name, or a number.
 */
query: string | null, 
/**
 * Rows to pass over.
 */
offset: number, 
/**
 * At most so many; 50 when 0.
 */
limit: number, };

export type Center = { 
/**
 * Name in Arabic.
 */
name_ar: string | null, 
/**
 * Name in French.
 */
name_fr: string | null, 
/**
 * What kind of center it is.
 */
center_type: CenterType | null, 
/**
 * HCP code of the province or prefecture, `04.281`.
 */
province: string | null, 
/**
 * HCP code of the commune or arrondissement, where known.
 */
commune: string | null, 
/**
 * Readable code that opens case numbers (`KEN`, `KEN2`): given by the hub, never changed after.
 */
code: string | null, 
/**
 * Street address.
 */
address: string | null, 
/**
 * Telephone, E.164.
 */
phone: string | null, };

export type CenterId = string;

export type CenterName = { 
/**
 * In Arabic.
 */
name_ar: string | null, 
/**
 * In French.
 */
name_fr: string | null, };

export type CenterToday = { 
/**
 * Colleagues who follow cases: those with most that is late first.
 */
caseloads: Array<Caseload>, 
/**
 * Open cases given to nobody.
 */
unfollowed: number, 
/**
 * The first of them.
 */
unfollowed_first: Array<CaseRow>, };

export type CenterType = "cas" | "eps" | "emf" | "cape" | "upe" | "coaph" | "cjpa" | "samu" | "other";

export type CenterView = { 
/**
 * As held.
 */
center: RecordView<Center>, 
/**
 * The picture at the head of its papers.
 */
logo: Document | null, };

export type ChangeHeadArgs = { 
/**
 * Which household.
 */
household: HouseholdId, 
/**
 * What each member is to the new head, who is `head`: exactly one.
 */
members: Array<KinshipChange>, };

export type ChangePassphraseArgs = { 
/**
 * The one in use.
 */
old: string, 
/**
 * The new one.
 */
new: string, };

export type CheckListArgs = { 
/**
 * Which list.
 */
import: ImportId, 
/**
 * What its columns mean; as guessed where a heading is absent.
 */
mapping: { [key in string]: ListField }, };

export type ClockDoubt = "behind" | "ahead" | "slow" | "fast";

export type ClockStatus = { 
/**
 * The civil day it gives.
 */
today: string, 
/**
 * The hour it gives.
 */
time: string, 
/**
 * Why it is not believed; nothing when it is.
 */
doubt: ClockDoubt | null, 
/**
 * The last day known to be right.
 */
last_known: string | null, 
/**
 * The hour of that day.
 */
last_known_time: string | null, 
/**
 * By how many minutes it is ahead of the hub's, when they last met; below nothing when it is behind.
 */
off_minutes: number | null, 
/**
 * Such a moment can be right: somebody may say so.
 */
may_be_right: boolean, 
/**
 * Whoever is at work goes on with it although it is not believed.
 */
passed: boolean, };

export type CloseArgs = { 
/**
 * Which case.
 */
case: CaseId, 
/**
 * How it ended.
 */
reason: ClosureReason, 
/**
 * A word on it.
 */
note: string | null, 
/**
 * What becomes of each thing that is still open.
 */
becomes: Array<Becomes>, };

export type CloseUserArgs = { 
/**
 * Whose slot.
 */
slot: StaffId, };

export type ClosureReason = "achieved" | "declined" | "transferred" | "lost_contact" | "moved" | "deceased" | "mistake" | "other";

export type CommunesArgs = { 
/**
 * HCP code of the province.
 */
province: string, };

export type ComparedField = { 
/**
 * Field of the person.
 */
field: string, 
/**
 * What one says.
 */
left: unknown, 
/**
 * What the other says.
 */
right: unknown, 
/**
 * What they come to.
 */
agreement: Agreement, };

export type Comparison = { 
/**
 * One.
 */
left: Side, 
/**
 * The other.
 */
right: Side, 
/**
 * Who they are and how to reach them, in the order of a form; fields neither has are left out.
 */
fields: Array<ComparedField>, 
/**
 * What the evidence comes to.
 */
likeness: LikenessView, 
/**
 * They are shown as one person.
 */
joined: boolean, 
/**
 * What was said of them.
 */
statements: Array<Statement>, 
/**
 * Somebody here looked, and was not sure.
 */
unsure: Unsure | null, };

export type Confidentiality = "ordinary" | "restricted" | "sealed";

export type Conflict = { 
/**
 * Which field.
 */
field: string, 
/**
 * Every value, newest first; the first is the one shown.
 */
values: Array<ConflictValue>, };

export type ConflictItem = { 
/**
 * Kind of the record.
 */
kind: Kind, 
/**
 * Which record.
 */
id: string, 
/**
 * The person it is about.
 */
person: PersonCard | null, 
/**
 * The case it belongs to.
 */
case: CaseCard | null, 
/**
 * What tells it from others of its kind: the paper, the day, the name. Only what is not itself in conflict.
 */
about: Array<AboutField>, 
/**
 * As handed back with the choice.
 */
seen: string, 
/**
 * The fields, with every value, who and when.
 */
fields: Array<Conflict>, };

export type ConflictValue = { 
/**
 * The value.
 */
value: unknown, 
/**
 * Who wrote it.
 */
staff: StaffCard, 
/**
 * When, milliseconds UTC, as a decimal string.
 */
at_ms: string, };

export type Consent = { 
/**
 * Whose.
 */
person: PersonId | null, 
/**
 * In which case.
 */
case: CaseId | null, 
/**
 * For what.
 */
purposes: Array<Purpose>, 
/**
 * By whom.
 */
given_by: GivenBy | null, 
/**
 * How.
 */
form: ConsentForm | null, 
/**
 * When, UTC.
 */
given_at: string | null, 
/**
 * Who recorded it.
 */
recorded_by: StaffId | null, 
/**
 * Last day on which it holds; none: until withdrawn.
 */
expires_on: string | null, 
/**
 * Day of withdrawal. Once withdrawn anywhere it is withdrawn.
 */
withdrawn_on: string | null, 
/**
 * What is not to be told, to whom.
 */
withheld: string | null, };

export type ConsentForm = "signed" | "oral" | "fingerprint";

export type ConsentFormArgs = { 
/**
 * Which, once recorded.
 */
consent: ConsentId | null, 
/**
 * For whom, before anything is recorded.
 */
person: PersonId | null, };

export type ConsentId = string;

export type ConsentView = { 
/**
 * As held.
 */
consent: RecordView<Consent>, 
/**
 * It holds today.
 */
in_force: boolean, 
/**
 * The viewer may take it back.
 */
may_withdraw: boolean, 
/**
 * Who recorded it.
 */
staff: StaffCard, };

export type Contact = { 
/**
 * About whom.
 */
person: PersonId | null, 
/**
 * The case in which it was learnt, when the case is restricted or sealed (sync rule 21).
 */
case: CaseId | null, 
/**
 * Full name, as given.
 */
name: string | null, 
/**
 * How they are related.
 */
kinship: Kinship | null, 
/**
 * Telephone, E.164.
 */
phone: string | null, 
/**
 * They came with the person (المرافق(ة)).
 */
companion: boolean | null, 
/**
 * Whether they may be reached.
 */
safe_contact: SafeContact | null, 
/**
 * Alleged perpetrator: never reached, never proposed.
 */
alleged_perpetrator: boolean | null, 
/**
 * A word to remember.
 */
remark: string | null, 
/**
 * Day from which they are no longer a contact.
 */
until: string | null, };

export type CreateAppointmentArgs = { 
/**
 * `person` and `day` are required.
 */
appointment: Appointment, };

export type CreatePartnerArgs = { 
/**
 * A name in one language is required.
 */
partner: Partner, };

export type CreateReferralArgs = { 
/**
 * The referral; `reference`, `person`, `created_on`, `created_by` are set by the program.
 */
referral: Referral, 
/**
 * Sent at once: the letter is handed over.
 */
send: boolean, 
/**
 * The draft to drop.
 */
draft: string | null, };

export type Danger = { 
/**
 * What says so.
 */
source: DangerSource, 
/**
 * The target group in whose form it was answered.
 */
situation: SituationId | null, 
/**
 * What was asked, or the step, in words.
 */
about: Label | null, 
/**
 * What was answered, in words; nothing beside a question answered *yes*.
 */
answer: Label | null, 
/**
 * Since when it is known.
 */
on: string | null, };

export type DangerSource = "answer" | "step" | "reception";

export type DeviceState = "empty" | "locked" | "unlocked";

export type DeviceStatus = { 
/**
 * Where the profile stands.
 */
state: DeviceState, 
/**
 * Who may unlock it.
 */
users: Array<StaffCard>, 
/**
 * The center, as shown on the unlock screen.
 */
center: CenterName | null, 
/**
 * Language chosen at set-up.
 */
language: Language | null, 
/**
 * Seconds before another passphrase may be tried.
 */
retry_after_seconds: number | null, 
/**
 * Who is at work.
 */
session: SessionView | null, 
/**
 * Whoever is at work keeps the recovery slip: who keeps accounts, anybody on a device where nobody does.
 */
keeps_slip: boolean, 
/**
 * Minutes without a key after which it locks.
 */
auto_lock_minutes: number, 
/**
 * Version of the program.
 */
version: string, 
/**
 * Civil day at the center, `YYYY-MM-DD`.
 */
today: string, };

export type DeviceUser = { 
/**
 * Their slot: what closing it names.
 */
slot: StaffId, 
/**
 * Who.
 */
card: StaffCard, 
/**
 * Whoever asks.
 */
own: boolean, };

export type Diagnostics = { 
/**
 * The version of the program.
 */
version: string, 
/**
 * The system and the machine it was built for: `linux x86_64`.
 */
system: string, 
/**
 * The number of the last migration of the file.
 */
schema: number, 
/**
 * Why the hub refused what waits to be settled.
 */
refusals: Array<Refusal>, 
/**
 * What went wrong, the newest first.
 */
incidents: Array<IncidentView>, };

export type Document = { 
/**
 * Name to save it under.
 */
file_name: string, 
/**
 * `application/pdf`, or that of an Excel workbook.
 */
mime: string, 
/**
 * The bytes.
 */
base64: string, };

export type DocumentStatus = "seen" | "copied" | "missing" | "not_needed";

export type DocumentType = "cnie" | "birth_act" | "passport" | "residence_permit" | "none";

export type Draft = { 
/**
 * Which.
 */
draft: string, 
/**
 * What it will become.
 */
form: string, 
/**
 * What it is about.
 */
title: string | null, 
/**
 * Everything typed.
 */
body: unknown, 
/**
 * When it was last kept, milliseconds UTC, as a decimal string.
 */
saved_at_ms: string, };

export type DraftArgs = { 
/**
 * Which.
 */
draft: string, };

export type DraftsArgs = { 
/**
 * Only these.
 */
form: string | null, };

export type Due = { 
/**
 * The window.
 */
window: DueWindow, 
/**
 * Where today stands in it.
 */
state: DueState, 
/**
 * Days past its end; 0 when not late.
 */
days_late: number, };

export type DueState = "overdue" | "due" | "soon" | "later" | "none";

export type DueWindow = { 
/**
 * First day on which it is expected.
 */
start: string, 
/**
 * Day by which it should be done.
 */
due: string, 
/**
 * Last day before it counts as late; the due day when absent.
 */
end: string | null, 
/**
 * Whether the days are the program's proposal («أجل مقترح») rather than a person's choice.
 */
suggested: boolean, };

export type DuplicateList = { 
/**
 * This page: contradictions first, then the likeliest; those somebody was not sure of last.
 */
pairs: Array<DuplicatePair>, 
/**
 * How many there are.
 */
total: number, 
/**
 * People not yet compared with the others.
 */
left: number, 
/**
 * People in the register.
 */
people: number, };

export type DuplicateListArgs = { 
/**
 * Pairs to pass over.
 */
offset: number, 
/**
 * At most so many; 50 when 0.
 */
limit: number, };

export type DuplicatePair = { 
/**
 * One.
 */
left: PersonCard, 
/**
 * The other.
 */
right: PersonCard, 
/**
 * The record of the first that was compared.
 */
left_record: PersonId, 
/**
 * The record of the other.
 */
right_record: PersonId, 
/**
 * Their cases the viewer may know of.
 */
left_cases: Array<CaseCard>, 
/**
 * Theirs.
 */
right_cases: Array<CaseCard>, 
/**
 * What the evidence comes to; absent when only what was said contradicts itself.
 */
likeness: LikenessView | null, 
/**
 * Somebody here looked, and was not sure.
 */
unsure: Unsure | null, 
/**
 * What was said of them, when it contradicts itself.
 */
statements: Array<Statement>, };

export type Duplicates = { 
/**
 * Likeliest first.
 */
candidates: Array<Candidate>, };

export type DuplicatesArgs = { 
/**
 * What is known of the person so far.
 */
draft: Person, 
/**
 * A record to leave out: the one being corrected.
 */
except: PersonId | null, 
/**
 * At most so many, 5 when absent.
 */
limit: number | null, };

export type Edit<R> = { 
/**
 * Which record.
 */
id: string, 
/**
 * As handed out with the view.
 */
seen: string, 
/**
 * Field to new value; null empties it.
 */
patch: Partial<R>, 
/**
 * An amount far from the usual is meant.
 */
confirmed: boolean | null, };

export type EditCaseArgs = { 
/**
 * Which case.
 */
id: string, 
/**
 * As handed out with the view.
 */
seen: string, 
/**
 * Field to new value; null empties it.
 */
patch: Partial<Case>, 
/**
 * Those to be named in it who are not. To seal it names those who follow it, and whoever seals it.
 */
name: Array<StaffId> | null, 
/**
 * Those named in it who are not to be.
 */
unname: Array<StaffId> | null, 
/**
 * Why, where a director takes the name of somebody it is given to.
 */
why: string | null, };

export type Empty = Record<symbol, never>;

export type EnrolArgs = { 
/**
 * Address of the hub.
 */
hub: string, 
/**
 * Short-lived code given by the hub.
 */
code: string, 
/**
 * Bring this profile's records into the code's center (sync rule 25).
 */
join: boolean, };

export type Enrolled = { 
/**
 * The center the device now belongs to.
 */
center: CenterId, 
/**
 * Code that opens case numbers.
 */
center_code: string, 
/**
 * Label of this device in case numbers.
 */
device_label: string, 
/**
 * Role given by the hub.
 */
role: Role, };

export type Entitlement = { 
/**
 * Whose.
 */
person: PersonId | null, 
/**
 * Of which programme.
 */
programme: Programme | null, 
/**
 * Where it stands.
 */
status: EntitlementStatus | null, 
/**
 * Day of the request, the grant, the refusal or the end: of the status shown.
 */
since: string | null, 
/**
 * Last day of what was granted; none: open.
 */
until: string | null, 
/**
 * Number given by the programme, as written on its paper.
 */
number: string | null, 
/**
 * What is missing, or which other programme it is.
 */
remark: string | null, };

export type EntitlementStatus = "to_request" | "requested" | "granted" | "refused" | "ended";

export type ErrorBody = { 
/**
 * Code of the locales, `error.<code>`.
 */
code: string, 
/**
 * What the words need.
 */
args: Record<string, unknown>, 
/**
 * Trying again, later or with other input, can succeed.
 */
retry: boolean, };

export type ErrorSheetArgs = { 
/**
 * Which.
 */
import: ImportId, 
/**
 * Of a list not written yet: what its columns mean.
 */
mapping: { [key in string]: ListField }, 
/**
 * Language of the words; the program's when absent.
 */
language: Language | null, };

export type ExportCasesArgs = { 
/**
 * Whose; every case when absent.
 */
staff: StaffId | null, 
/**
 * Closed ones too.
 */
closed: boolean, 
/**
 * Words of a name, or a number.
 */
query: string | null, 
/**
 * Restricted ones too: each is noted in the audit log by itself.
 */
restricted: boolean, 
/**
 * Language of the sheet; the program's when absent.
 */
language: Language | null, };

export type ExportPeopleArgs = { 
/**
 * Words of a search.
 */
query: string | null, 
/**
 * Those of this list.
 */
import: ImportId | null, 
/**
 * What is said of each; names, sex, birth and commune when absent.
 */
columns: Array<PersonColumn>, 
/**
 * Language of the sheet; the program's when absent.
 */
language: Language | null, };

export type Fate = "cancelled" | "held" | "missed" | "closed" | "declined" | "not_possible" | "discarded" | "left";

export type FieldWarning = { 
/**
 * Which field.
 */
field: string, 
/**
 * Code of the locales.
 */
code: string, };

export type FindReferralArgs = { 
/**
 * `R-7K3M-9QPT`, in any case, with or without hyphens.
 */
reference: string, };

export type FinishIntakeArgs = { 
/**
 * What was learnt of the passage, over what its opening, or the draft, showed of it.
 */
reception: Edit<Reception>, 
/**
 * Whom it is about, when they are in the register; otherwise `register` says who they are.
 */
person: PersonId | null, 
/**
 * Who is registered with it.
 */
register: Person | null, 
/**
 * The case it opens.
 */
opens: IntakeCase | null, 
/**
 * The open case it is followed in instead.
 */
case: CaseId | null, 
/**
 * What they told.
 */
note: string | null, 
/**
 * The target group they belong to, with its answers. What is confidential restricts the case it opens.
 */
situation: Situation | null, 
/**
 * They agree to what a referral tells.
 */
agrees: boolean, 
/**
 * A referral, sent at once.
 */
referral: Referral | null, 
/**
 * A service given at the desk.
 */
service: Service | null, 
/**
 * A day to come back.
 */
appointment: Appointment | null, 
/**
 * Amounts far from the usual are meant.
 */
confirmed: boolean | null, 
/**
 * The draft to drop with it.
 */
draft: string | null, };

export type Flag = { 
/**
 * Of whom.
 */
person: PersonId | null, 
/**
 * The case it was learnt in.
 */
case: CaseId | null, 
/**
 * What must be known.
 */
reason: string | null, 
/**
 * Last day on which it stands; none: until resolved.
 */
until: string | null, 
/**
 * Day it was raised.
 */
noted_on: string | null, 
/**
 * Who raised it.
 */
noted_by: StaffId | null, 
/**
 * What became of it: says that it is resolved.
 */
resolution: string | null, 
/**
 * Day it was resolved.
 */
resolved_on: string | null, 
/**
 * Who resolved it.
 */
resolved_by: StaffId | null, };

export type FormChoice = { 
/**
 * How answers name it.
 */
code: string, 
/**
 * Its words.
 */
label: Label, 
/**
 * Chosen, it must be seen at once by whoever opens the case (a grave danger).
 */
alarm: boolean, };

export type FormCondition = { 
/**
 * The earlier question.
 */
question: string, 
/**
 * The choice, `yes` or `no`.
 */
is: string, };

export type FormDefinition = { 
/**
 * Stable name, the same for every version.
 */
id: string, 
/**
 * Counts from 1. A shipped version never changes: a change is a new version.
 */
version: number, 
/**
 * The target group it is asked of.
 */
group: CaseType, 
/**
 * What is asked, in the order a person reads it.
 */
questions: Array<Question>, };

export type Forms = { 
/**
 * Every version of every form.
 */
forms: Array<FormDefinition>, 
/**
 * Groups that are only ever kept in a restricted or sealed case.
 */
confidential_groups: Array<CaseType>, 
/**
 * Categories of the national initiative that are only ever kept there.
 */
confidential_categories: Array<IndhCategory>, 
/**
 * Which questions are answered with an amount of money.
 */
amounts: Array<AmountQuestion>, };

export type GiveArgs = { 
/**
 * What was given; `at` and `by` are set by the program.
 */
service: Service, 
/**
 * An amount far from the usual is meant.
 */
confirmed: boolean | null, };

export type GiveReaderArgs = { 
/**
 * Which case, as `attention.list` names it.
 */
case: CaseId, 
/**
 * To whom.
 */
staff: StaffId, };

export type GivenBy = "person" | "guardian" | "judge";

export type Household = { 
/**
 * What it is called («أسرة بوشعيب الناجي»).
 */
name: string | null, 
/**
 * Identifier of the household in the Unified Social Register.
 */
rsu_id: string | null, 
/**
 * HCP code of the province.
 */
province: string | null, 
/**
 * HCP code of the commune.
 */
commune: string | null, 
/**
 * حي / دوار.
 */
address: string | null, };

export type HouseholdId = string;

export type HouseholdMember = { 
/**
 * Which household.
 */
household: HouseholdId | null, 
/**
 * Who.
 */
person: PersonId | null, 
/**
 * The case in which the link was learnt, when restricted or sealed (sync rule 21).
 */
case: CaseId | null, 
/**
 * Kinship to the head of the household.
 */
kinship: Kinship | null, 
/**
 * Day of moving in, if known.
 */
since: string | null, 
/**
 * Day of moving out.
 */
until: string | null, 
/**
 * What they bring in, centimes of dirham a month. Theirs, not the household's: what is learnt of one member in a
 * restricted case stays there with the link.
 */
income: number | null, 
/**
 * Where it comes from.
 */
income_source: IncomeSource | null, };

export type HouseholdMemberId = string;

export type HouseholdView = { 
/**
 * Which.
 */
household: HouseholdId, 
/**
 * As held, for its edits; none when it has not arrived.
 */
record: RecordView<Household> | null, 
/**
 * What it is called.
 */
name: string | null, 
/**
 * Where.
 */
address: string | null, 
/**
 * Who lives there, the head first.
 */
members: Array<MemberView>, 
/**
 * Who lived there before, the last to leave first.
 */
past: Array<MemberView>, 
/**
 * What its members bring in together, centimes of dirham a month, as far as it was told and may be known; for those
 * who follow cases.
 */
income: number | null, };

export type ImportArgs = { 
/**
 * Which.
 */
import: ImportId, };

export type ImportEnded = { 
/**
 * Which.
 */
import: ImportId, 
/**
 * What was done.
 */
phase: ImportPhase, 
/**
 * Stopped by somebody: what was done stays done.
 */
stopped: boolean, 
/**
 * Why it failed, as a code of the locales.
 */
error: string | null, };

export type ImportId = string;

export type ImportKept = { 
/**
 * Who, as many as fit a page.
 */
people: Array<PersonCard>, 
/**
 * How many there are.
 */
total: number, };

export type ImportPhase = "checking" | "writing" | "undoing" | "restoring";

export type ImportProgress = { 
/**
 * Which.
 */
import: ImportId, 
/**
 * What is being done.
 */
phase: ImportPhase, 
/**
 * Rows or people done.
 */
done: number, 
/**
 * Of so many.
 */
total: number, };

export type ImportState = "running" | "unfinished" | "elsewhere" | "done" | "undone";

export type ImportStatus = { 
/**
 * What is under way on this device.
 */
running: ImportProgress | null, 
/**
 * How the last one ended, since the program was unlocked.
 */
last: ImportEnded | null, 
/**
 * How many have ended since: whoever asks from time to time sees that one did, however short it was.
 */
ended: number, };

export type ImportView = { 
/**
 * Which.
 */
import: ImportId, 
/**
 * Name of the file.
 */
file_name: string | null, 
/**
 * What it was.
 */
format: ListFormat | null, 
/**
 * When it began.
 */
at: string | null, 
/**
 * By whom.
 */
staff: StaffCard, 
/**
 * Rows of the list.
 */
rows: number, 
/**
 * People written; so far, when it is not ended.
 */
imported: number, 
/**
 * Rows refused.
 */
refused: number, 
/**
 * Rows left out.
 */
left_out: number, 
/**
 * Where it stands.
 */
state: ImportState, 
/**
 * Day on which it was undone.
 */
undone_on: string | null, 
/**
 * By whom.
 */
undone_by: StaffCard, 
/**
 * Once undone: those of its people who were worked with since, and stay.
 */
kept: number, 
/**
 * The rows refused can be fetched here.
 */
has_error_sheet: boolean, 
/**
 * The one at work may undo it, or bring it back.
 */
may_undo: boolean, };

export type IncidentKind = "opened" | "refused" | "failed" | "broken" | "slow" | "round";

export type IncidentView = { 
/**
 * The first time.
 */
first_at: string, 
/**
 * The last of those in a row that are the same.
 */
last_at: string, 
/**
 * How many they are.
 */
times: number, 
/**
 * What sort of thing.
 */
what: IncidentKind, 
/**
 * The command it happened in.
 */
command: string | null, 
/**
 * The code it was refused or failed with.
 */
code: string | null, 
/**
 * Whether the words of that code can be said: they need nothing of what the error carried but the field, which is the
 * cause.
 */
in_words: boolean, 
/**
 * What the code alone does not tell: a field, a sort of disk error.
 */
cause: string | null, 
/**
 * Milliseconds it took; the longest.
 */
took_ms: number, 
/**
 * The version of the program.
 */
version: string, };

export type IncomeSource = "wage" | "occasional" | "own_activity" | "pension" | "alimony" | "public_aid" | "support" | "none" | "other";

export type IndhCategory = "indigent_elderly" | "disabled_without_resources" | "homeless_mentally_ill" | "kidney_failure" | "hiv" | "very_precarious_woman" | "former_prisoner" | "beggar_or_vagrant" | "drug_dependent" | "street_child" | "abandoned_child";

export type IntakeCase = { 
/**
 * What it is about.
 */
case_type: CaseType, 
/**
 * The situation in plain words.
 */
situation: string | null, 
/**
 * Protocol to start at once.
 */
protocol: string | null, };

export type IntakeFinished = { 
/**
 * Whom it was about.
 */
person: PersonId | null, 
/**
 * The case opened, or followed in.
 */
case: CaseId | null, 
/**
 * The referral sent.
 */
referral: ReferralId | null, 
/**
 * The appointment given.
 */
appointment: string | null, };

export type JoinArgs = { 
/**
 * First language of the program.
 */
language: Language, 
/**
 * Address of the hub.
 */
hub: string, 
/**
 * Short-lived code given by the hub: it says which center, and which role.
 */
code: string, 
/**
 * Who will work on this laptop.
 */
user: JoiningUser, 
/**
 * At least ten characters.
 */
passphrase: string, };

export type JoiningUser = { 
/**
 * Full name in Arabic.
 */
name_ar: string | null, 
/**
 * Full name in Latin script.
 */
name_lat: string | null, 
/**
 * For words that agree.
 */
sex: Sex | null, };

export type Kind = "center" | "staff" | "partner" | "readerless" | "person" | "same_person" | "contact" | "entitlement" | "import" | "situation" | "household" | "household_member" | "reception" | "appointment" | "case" | "case_event" | "consent" | "attachment" | "protocol_instance" | "step_event" | "step_document" | "visit" | "service" | "note" | "flag" | "referral" | "referral_event" | "referral_packet";

export type Kinship = "head" | "spouse" | "child" | "parent" | "sibling" | "grandparent" | "grandchild" | "relative" | "guardian" | "kafil" | "friend" | "service" | "other";

export type KinshipChange = { 
/**
 * Whose place.
 */
membership: HouseholdMemberId, 
/**
 * As handed out with the view.
 */
seen: string, 
/**
 * To the new head.
 */
kinship: Kinship, };

export type KinshipProposal = { 
/**
 * Whose place.
 */
membership: HouseholdMemberId, 
/**
 * To that head; none where it has to be said.
 */
kinship: Kinship | null, };

export type KinshipsArgs = { 
/**
 * The place of the one who would be head.
 */
head: HouseholdMemberId, };

export type KnownArgs = { 
/**
 * Which list.
 */
import: ImportId, 
/**
 * What its columns mean: what was compared under another meaning is not told.
 */
mapping: { [key in string]: ListField }, 
/**
 * Rows to pass over.
 */
offset: number, 
/**
 * Rows shown, 20 when absent.
 */
limit: number | null, };

export type KnownRow = { 
/**
 * Its number in the file.
 */
row: number, 
/**
 * Whom it says.
 */
person: PersonCard, 
/**
 * Very likely known: left out, unless somebody brings them in all the same.
 */
same: boolean, 
/**
 * Who they may be, likeliest first, with the reasons.
 */
candidates: Array<Candidate>, };

export type Label = { 
/**
 * Arabic, as the Moroccan administration writes it.
 */
ar: string, 
/**
 * French.
 */
fr: string, 
/**
 * English.
 */
en: string, };

export type Language = "ar" | "fr" | "en";

export type LeaveArgs = { 
/**
 * Whose place.
 */
membership: HouseholdMemberId, 
/**
 * As handed out with the view.
 */
seen: string, 
/**
 * Day of moving out; today when absent.
 */
day: string | null, };

export type LikenessView = { 
/**
 * The chance that they are one person, 0 to 1.
 */
score: number, 
/**
 * `same` or `maybe`; `different` where somebody compares people who do not look alike.
 */
verdict: Verdict, 
/**
 * Why, weightiest first.
 */
reasons: Array<Reason>, };

export type ListColumn = { 
/**
 * Its heading.
 */
name: string, 
/**
 * What it probably means.
 */
field: ListField, 
/**
 * The first things in it.
 */
samples: Array<string>, };

export type ListCounts = { 
/**
 * Rows.
 */
rows: number, 
/**
 * Of which a person can be made.
 */
ready: number, 
/**
 * Of which none can.
 */
refused: number, 
/**
 * Ready, with something to make sure of.
 */
doubted: number, 
/**
 * Ready, whose person stands in an earlier row.
 */
twins: number, };

export type ListField = "given_name_ar" | "family_name_ar" | "given_name_lat" | "family_name_lat" | "full_name" | "full_name_family_first" | "title" | "nickname" | "sex" | "birth_date" | "age" | "birth_place" | "mother_name_ar" | "cnie" | "document_number" | "idcs" | "paper_file" | "phone" | "province" | "commune" | "address" | "marital_status" | "school_level" | "occupation" | "remark" | "nothing";

export type ListFormat = "csv" | "xlsx";

export type ListKnown = { 
/**
 * People compared; 0 before `import.check`.
 */
compared: number, 
/**
 * To the end of the list.
 */
whole: boolean, 
/**
 * Rows very likely known.
 */
same: number, 
/**
 * Rows that may be known.
 */
total: number, 
/**
 * This page of them.
 */
rows: Array<KnownRow>, };

export type ListOpened = { 
/**
 * Names it until the program is locked.
 */
import: ImportId, 
/**
 * Name of the file.
 */
file_name: string, 
/**
 * What it is.
 */
format: ListFormat, 
/**
 * Encoding of a text, as the web names it.
 */
encoding: string | null, 
/**
 * What stands between two cells of a text.
 */
delimiter: string | null, 
/**
 * Its letters can be read otherwise, should they be none.
 */
reads_otherwise: boolean, 
/**
 * The sheet read of a workbook.
 */
sheet: string | null, 
/**
 * Its sheets.
 */
sheets: Array<string>, 
/**
 * Rows below the heading.
 */
rows: number, 
/**
 * Rows above it.
 */
above: number, 
/**
 * Its columns.
 */
columns: Array<ListColumn>, };

export type ListPreview = { 
/**
 * Counts over the whole list.
 */
counts: ListCounts, 
/**
 * Of the rows ready, those that would be written; the others are left out.
 */
to_write: number, 
/**
 * What is to be made sure of, or in the way, most frequent first.
 */
problems: Array<ListProblem>, 
/**
 * Rows, as they would be written.
 */
rows: Array<RowPreview>, 
/**
 * Of so many of the kind shown.
 */
total: number, };

export type ListProblem = { 
/**
 * Code of the locales: `list_refusal.<code>` or `list_doubt.<code>`.
 */
code: string, 
/**
 * Whether the rows are refused.
 */
refuses: boolean, 
/**
 * In how many rows.
 */
count: number, 
/**
 * The first of them, as numbered in the file.
 */
first: Array<number>, };

export type MaritalStatus = "single" | "married" | "divorced" | "widowed";

export type MediaType = "image/jpeg" | "image/png" | "image/webp" | "application/pdf";

export type MemberView = { 
/**
 * The membership, as held.
 */
membership: RecordView<HouseholdMember>, 
/**
 * Who.
 */
person: PersonCard, };

export type Named = { 
/**
 * Who.
 */
staff: StaffId, 
/**
 * Whether the viewer may take their name from it.
 */
unname: Unname, };

export type NavigationCounts = { 
/**
 * Tasks of today, late ones included.
 */
today: number, 
/**
 * Late ones among them.
 */
today_late: number, 
/**
 * Open cases of one's own.
 */
cases: number, 
/**
 * Open cases of the center, for its director, whose list opens on them.
 */
center_cases: number | null, 
/**
 * Planned visits up to the end of the week.
 */
visits: number, 
/**
 * Late ones among them.
 */
visits_late: number, 
/**
 * Referrals not closed, as listed.
 */
referrals: number, };

export type NewCenter = { 
/**
 * In Arabic.
 */
name_ar: string, 
/**
 * In French.
 */
name_fr: string | null, 
/**
 * What kind of center.
 */
center_type: CenterType, 
/**
 * HCP code of the province.
 */
province: string, 
/**
 * HCP code of the commune or arrondissement.
 */
commune: string | null, 
/**
 * Street address, in either script.
 */
address: string | null, 
/**
 * Telephone.
 */
phone: string | null, };

export type NewUser = { 
/**
 * Full name in Arabic.
 */
name_ar: string | null, 
/**
 * Full name in Latin script.
 */
name_lat: string | null, 
/**
 * For words that agree.
 */
sex: Sex | null, 
/**
 * What they may do.
 */
role: Role, };

export type Note = { 
/**
 * In which case.
 */
case: CaseId | null, 
/**
 * About whom.
 */
person: PersonId | null, 
/**
 * What it records.
 */
kind: NoteKind | null, 
/**
 * The words.
 */
body: string | null, 
/**
 * Civil day it tells of.
 */
day: string | null, 
/**
 * When it was written, UTC.
 */
at: string | null, 
/**
 * By whom.
 */
by: StaffId | null, 
/**
 * The note this corrects.
 */
corrects: NoteId | null, };

export type NoteId = string;

export type NoteKind = "remark" | "listening" | "call" | "inquiry";

export type OpenCaseArgs = { 
/**
 * For whom.
 */
person: PersonId, 
/**
 * What it is about.
 */
case_type: CaseType, 
/**
 * The situation in plain words.
 */
situation: string | null, 
/**
 * Stricter than the default of its type; never laxer without a director.
 */
confidentiality: Confidentiality | null, 
/**
 * For a sealed case: who may know of it besides the one who opens it.
 */
named: Array<StaffId>, 
/**
 * Responsible one; the one who opens it when absent.
 */
lead: StaffId | null, 
/**
 * Protocol to start at once.
 */
protocol: string | null, 
/**
 * The reception that led to it.
 */
reception: string | null, };

export type OpenKind = "visit" | "appointment" | "referral" | "step" | "draft";

export type OpenListArgs = { 
/**
 * Name of the file: told, never believed.
 */
file_name: string, 
/**
 * Its bytes, base64: CSV, or an Excel workbook, of 64 MiB at most.
 */
content: string, };

export type OpenReceptionArgs = { 
/**
 * What is known already; `day`, `number`, `opened_at`, `received_by` are set by the program.
 */
reception: Reception, };

export type OpenUserArgs = { 
/**
 * A colleague of the center.
 */
staff: StaffId, 
/**
 * Their passphrase on this device, chosen with them.
 */
passphrase: string, };

export type Orientation = "information" | "service" | "appointment" | "case" | "referral" | "left";

export type OutcomeView = { 
/**
 * Code.
 */
code: string, 
/**
 * In words.
 */
title: Label, 
/**
 * It settles the step; otherwise it is an attempt.
 */
done: boolean, 
/**
 * It says that there is a danger.
 */
alarm: boolean, 
/**
 * The answer on being reached that it is.
 */
safe_contact: SafeContact | null, 
/**
 * That answer protects less than what the card of the person says: it is asked about.
 */
lowers_card: boolean, };

export type PairArgs = { 
/**
 * One.
 */
left: PersonId, 
/**
 * The other.
 */
right: PersonId, };

export type Partner = { 
/**
 * Name in Arabic.
 */
name_ar: string | null, 
/**
 * Name in French.
 */
name_fr: string | null, 
/**
 * What it is.
 */
partner_type: PartnerType | null, 
/**
 * The center it is, when it uses this program too.
 */
center: CenterId | null, 
/**
 * What it offers, in plain words.
 */
services: string | null, 
/**
 * HCP code of its province.
 */
province: string | null, 
/**
 * HCP code of its commune.
 */
commune: string | null, 
/**
 * Street address.
 */
address: string | null, 
/**
 * Telephone, E.164.
 */
phone: string | null, 
/**
 * Electronic mail.
 */
email: string | null, 
/**
 * Opening hours, in plain words.
 */
hours: string | null, 
/**
 * Day on which somebody last made sure the entry is true (HSDS `assured_date`).
 */
assured_on: string | null, 
/**
 * No longer to be proposed.
 */
inactive: boolean | null, };

export type PartnerId = string;

export type PartnerType = "health" | "court" | "police" | "authority" | "shelter" | "association" | "education" | "employment" | "social_service" | "center" | "other";

export type PartnerView = { 
/**
 * As held.
 */
partner: RecordView<Partner>, 
/**
 * Names of its commune, in Arabic and French.
 */
commune_names: [string, string] | null, 
/**
 * Referrals sent to it that still wait.
 */
waiting: number, };

export type PartnersArgs = { 
/**
 * Words of a name or a service.
 */
query: string | null, 
/**
 * Only these.
 */
partner_type: PartnerType | null, 
/**
 * Those no longer proposed too.
 */
inactive: boolean, };

export type PastHousehold = { 
/**
 * Which.
 */
household: HouseholdId, 
/**
 * What it is called.
 */
name: string | null, 
/**
 * Its head, when known.
 */
head: PersonCard | null, 
/**
 * Their place in it, with the days.
 */
membership: RecordView<HouseholdMember>, };

export type Person = { 
/**
 * الاسم الشخصي.
 */
given_name_ar: string | null, 
/**
 * الاسم العائلي.
 */
family_name_ar: string | null, 
/**
 * Given name in Latin script.
 */
given_name_lat: string | null, 
/**
 * Family name in Latin script.
 */
family_name_lat: string | null, 
/**
 * Title kept apart from the name (مولاي، لالة، الحاج).
 */
title: string | null, 
/**
 * What an anonymous person is called.
 */
nickname: string | null, 
/**
 * The person is received without giving a name.
 */
anonymous: boolean | null, 
/**
 * Sex.
 */
sex: Sex | null, 
/**
 * تاريخ الازدياد: `YYYY-MM-DD`, `YYYY` when only the year is known, `unknown` when they were asked and do not
 * know.
 */
birth_date: string | null, 
/**
 * Age estimated at the reception, in years, when the birth is unknown.
 */
estimated_age: number | null, 
/**
 * Day of that estimate.
 */
estimated_on: string | null, 
/**
 * مكان الازدياد.
 */
birth_place: string | null, 
/**
 * Given name of the mother, in Arabic.
 */
mother_name_ar: string | null, 
/**
 * Which papers the person holds.
 */
document_type: DocumentType | null, 
/**
 * CNIE, upper case without spaces.
 */
cnie: string | null, 
/**
 * Number of another paper.
 */
document_number: string | null, 
/**
 * رسم الولادة: rank number of the act in the register of its year.
 */
act_number: string | null, 
/**
 * Year of that register, as the paper writes it: Hijri or Gregorian.
 */
act_year: number | null, 
/**
 * مكتب الحالة المدنية that keeps the act.
 */
act_office: string | null, 
/**
 * المعرف الرقمي المدني والاجتماعي.
 */
idcs: string | null, 
/**
 * Number of the paper file, kept and searchable.
 */
paper_file: string | null, 
/**
 * Telephone, E.164.
 */
phone: string | null, 
/**
 * Whether that number may be called.
 */
safe_contact: SafeContact | null, 
/**
 * When it may be called, in plain words («بعد 18:00»).
 */
safe_hours: string | null, 
/**
 * HCP code of the province.
 */
province: string | null, 
/**
 * HCP code of the commune or arrondissement.
 */
commune: string | null, 
/**
 * حي / دوار، زنقة، رقم.
 */
address: string | null, 
/**
 * Where an anonymous person is usually found.
 */
usual_place: string | null, 
/**
 * Nationality, ISO 3166-1 alpha-2.
 */
nationality: string | null, 
/**
 * الحالة العائلية.
 */
marital_status: MaritalStatus | null, 
/**
 * المستوى الدراسي.
 */
school_level: SchoolLevel | null, 
/**
 * المهنة: what they do for a living, in their words.
 */
occupation: string | null, 
/**
 * Languages spoken, ISO 639 codes (`ar`, `ary`, `zgh`, `fr`).
 */
languages: Array<string>, 
/**
 * Interpreter, sign language, ramp: what makes the meeting possible.
 */
accessibility: string | null, 
/**
 * The list they came from.
 */
import: ImportId | null, 
/**
 * What that list said of them and no field here holds, a line for each column: «عدد الأبناء: 3».
 */
import_remark: string | null, 
/**
 * Day on which they were taken out of the register, with the list they came from. Somebody withdrawn is found by
 * no search, no list and no count; the record stays, and comes back when this is emptied.
 */
withdrawn_on: string | null, };

export type PersonArgs = { 
/**
 * Who.
 */
person: PersonId, };

export type PersonCard = { 
/**
 * Their id.
 */
person: PersonId | null, 
/**
 * Given name in Arabic.
 */
given_name_ar: string | null, 
/**
 * Family name in Arabic.
 */
family_name_ar: string | null, 
/**
 * Given name in Latin script.
 */
given_name_lat: string | null, 
/**
 * Family name in Latin script.
 */
family_name_lat: string | null, 
/**
 * What an anonymous person is called.
 */
nickname: string | null, 
/**
 * Sex.
 */
sex: Sex | null, 
/**
 * Birth, `YYYY` or `YYYY-MM-DD`.
 */
birth_date: string | null, 
/**
 * Age today.
 */
age: number | null, 
/**
 * Commune, in both languages.
 */
commune_ar: string | null, 
/**
 * Commune in French.
 */
commune_fr: string | null, 
/**
 * Number of their paper file.
 */
paper_file: string | null, };

export type PersonChecked = { 
/**
 * As it would be written (phone in E.164, CNIE folded).
 */
person: Person, 
/**
 * Codes of the locales: `cnie_unusual`, `phone_unreadable`…
 */
warnings: Array<FieldWarning>, 
/**
 * Titles typed inside a name, to be proposed apart.
 */
titles: Array<TitleFound>, 
/**
 * People who already hold the same paper or number.
 */
same_papers: Array<PersonHit>, };

export type PersonColumn = "paper_file" | "given_name_ar" | "family_name_ar" | "given_name_lat" | "family_name_lat" | "sex" | "birth_date" | "mother_name_ar" | "cnie" | "idcs" | "phone" | "safe_contact" | "province" | "commune" | "address" | "marital_status" | "school_level" | "occupation";

export type PersonHit = { 
/**
 * Who.
 */
person: PersonCard, 
/**
 * The record that was found, when another one stands for the person.
 */
recorded_as: PersonCard | null, 
/**
 * Their cases the searcher may know of, open ones first.
 */
cases: Array<CaseCard>, 
/**
 * What matched: `name`, `birth_year`, `cnie`, `phone`, `case_number`, `paper_file`, `idcs`, `document`.
 */
matched: Array<string>, 
/**
 * The words of their names, as written, that what was typed found.
 */
found: Array<string>, };

export type PersonId = string;

export type PersonRecord = { 
/**
 * As named in rows.
 */
card: PersonCard, 
/**
 * As it was written.
 */
person: RecordView<Person>, };

export type PersonView = { 
/**
 * The person.
 */
person: RecordView<Person>, 
/**
 * As in rows: age, commune in words.
 */
card: PersonCard, 
/**
 * Names of their province, in Arabic and French.
 */
province_names: [string, string] | null, 
/**
 * Whether they may be reached: the most protective answer among their records.
 */
safe_contact: SafeContact | null, 
/**
 * What that answer allows.
 */
reachable: Reachable, 
/**
 * What a referral does not tell of them, even when it is ticked; nothing for those who write none.
 */
withheld: Array<Withheld>, 
/**
 * Every record of the person, the one that stands for them first; empty when they were recorded once.
 */
records: Array<PersonRecord>, 
/**
 * What was said of records being one person or not, the latest first: what joins these records, and what
 * contradicts a joining.
 */
tied: Array<Statement>, 
/**
 * Who may be reached.
 */
contacts: Array<RecordView<Contact>>, 
/**
 * Their household.
 */
household: HouseholdView | null, 
/**
 * Households they lived in before, the last one first.
 */
past_households: Array<PastHousehold>, 
/**
 * Target groups they belong to, with the answers to their forms; for those who follow cases.
 */
situations: Array<RecordView<Situation>>, 
/**
 * Of those that hold, the answers to be seen at once.
 */
dangers: Array<Danger>, 
/**
 * Their cases the viewer may know of.
 */
cases: Array<CaseRow>, 
/**
 * Passages at the desk, newest first.
 */
receptions: Array<ReceptionView>, 
/**
 * Appointments still to come.
 */
appointments: Array<AppointmentView>, 
/**
 * Their places in public programmes; for those who follow cases.
 */
entitlements: Array<RecordView<Entitlement>>, 
/**
 * What the viewer may add of their papers.
 */
attachment_purposes: Array<AttachmentPurpose>, 
/**
 * Their photo and papers outside cases, newest first.
 */
attachments: Array<AttachmentView>, 
/**
 * Consents in force or past, outside cases.
 */
consents: Array<ConsentView>, };

export type Place = { 
/**
 * HCP code.
 */
code: string, 
/**
 * `province`, `prefecture`, `urban`, `rural`, `arrondissement`, …
 */
kind: string, 
/**
 * Code of the region, or of the province.
 */
parent: string, 
/**
 * Name in Arabic.
 */
name_ar: string, 
/**
 * Name in French.
 */
name_fr: string, };

export type PlanVisitArgs = { 
/**
 * The visit.
 */
visit: Visit, };

export type PreviewArgs = { 
/**
 * Which list.
 */
import: ImportId, 
/**
 * What its columns mean; as guessed where a heading is absent.
 */
mapping: { [key in string]: ListField }, 
/**
 * Which rows.
 */
show: RowsShown, 
/**
 * Rows to pass over.
 */
offset: number, 
/**
 * Rows shown, 20 when absent.
 */
limit: number | null, 
/**
 * Rows left out, as numbered in the file.
 */
leave_out: Array<number>, 
/**
 * Whether the later of two rows of one person is left out too.
 */
leave_out_twins: boolean, 
/**
 * Whether rows very likely known are left out too, once they were looked for.
 */
leave_out_known: boolean, 
/**
 * Of those, the rows brought in all the same.
 */
bring: Array<number>, };

export type Programme = "rnp" | "rsu" | "asd" | "amo_tadamon" | "disability_card" | "other";

export type ProtocolCard = { 
/**
 * Which.
 */
protocol: string, 
/**
 * Its version.
 */
version: number, 
/**
 * In words.
 */
title: Label, 
/**
 * For which types of case.
 */
case_types: Array<CaseType>, 
/**
 * How many steps.
 */
steps: number, };

export type ProtocolInstanceId = string;

export type Purpose = "care" | "referral" | "health" | "justice" | "contact" | "statistics";

export type Question = { 
/**
 * How answers name it. Keeps its meaning in every version.
 */
id: string, 
/**
 * The question.
 */
label: Label, 
/**
 * A word of help under it.
 */
help: Label | null, 
/**
 * How it is answered.
 */
kind: QuestionKind, 
/**
 * What may be chosen.
 */
choices: Array<FormChoice>, 
/**
 * Least number that can be meant.
 */
min: number | null, 
/**
 * Greatest number that can be meant.
 */
max: number | null, 
/**
 * What a number counts («كلم», «درهم في الشهر»).
 */
unit: Label | null, 
/**
 * Answered *yes*, it must be seen at once by whoever opens the case; of questions answered so alone.
 */
alarm: boolean, 
/**
 * Asked only after this answer to an earlier question.
 */
when: FormCondition | null, 
/**
 * The field of the person that holds it: asked on their card, shown here, and never answered a second time.
 */
of_person: string | null, };

export type QuestionKind = "text" | "long_text" | "number" | "date" | "choice" | "several" | "yes_no";

export type Reach = "free" | "hours" | "hours_unknown" | "not_asked" | "never";

export type Reachable = { 
/**
 * Whether they may.
 */
may_be_reached: boolean, 
/**
 * Why, or why not.
 */
reach: Reach, 
/**
 * The hours at which they said they may.
 */
hours: string | null, };

export type ReadAmountArgs = { 
/**
 * As typed.
 */
text: string, 
/**
 * What it is an amount of.
 */
of: AmountOf, 
/**
 * Whole dirhams are kept, and nothing finer.
 */
whole: boolean | null, };

export type ReaderlessCase = { 
/**
 * Which, for `case.give_reader`; it leads nowhere else.
 */
case: CaseId, 
/**
 * Civil day since which it waits.
 */
since: string | null, };

export type Reason = { 
/**
 * What was compared, and how it came out.
 */
code: ReasonCode, 
/**
 * It speaks for one person; otherwise for two.
 */
favours: boolean, };

export type ReasonCode = "name_same" | "name_alike" | "name_swapped" | "family_other" | "given_other" | "birth_same" | "birth_swapped" | "birth_near" | "birth_year_same" | "birth_other" | "sex_other" | "mother_same" | "mother_other" | "cnie_same" | "cnie_near" | "cnie_other" | "idcs_same" | "idcs_other" | "document_same" | "paper_file_same" | "phone_same" | "phone_near" | "commune_same" | "commune_other" | "province_same" | "province_other";

export type ReceiptArgs = { 
/**
 * Which passage.
 */
reception: ReceptionId, };

export type Reception = { 
/**
 * Civil day of the passage.
 */
day: string | null, 
/**
 * Number of the day on this device, from 1.
 */
number: number | null, 
/**
 * When the desk began, UTC.
 */
opened_at: string | null, 
/**
 * Who received.
 */
received_by: StaffId | null, 
/**
 * Who was received; empty for a passage without a file.
 */
person: PersonId | null, 
/**
 * Who sent them.
 */
source: Source | null, 
/**
 * Why they came, as they said it.
 */
reason: string | null, 
/**
 * How soon they must be helped.
 */
urgency: Urgency | null, 
/**
 * An interpreter is needed: which language.
 */
interpreter: string | null, 
/**
 * Heard without their companion.
 */
heard_alone: boolean | null, 
/**
 * What it led to.
 */
orientation: Orientation | null, };

export type ReceptionId = string;

export type ReceptionOpened = { 
/**
 * Which.
 */
reception: ReceptionId, 
/**
 * Its number of the day.
 */
number: number, 
/**
 * For the edits that follow.
 */
seen: string, };

export type ReceptionView = { 
/**
 * The passage. `reason` is left out for those who may not read case content.
 */
reception: RecordView<Reception>, 
/**
 * Who was received.
 */
person: PersonCard | null, 
/**
 * Who received.
 */
staff: StaffCard, };

export type ReceptionsArgs = { 
/**
 * Which day; today when absent.
 */
day: string | null, };

export type RecordConsentArgs = { 
/**
 * The consent; `given_at` and `recorded_by` are set by the program when absent.
 */
consent: Consent, };

export type RecordEntitlementArgs = { 
/**
 * The entitlement; `person` and `programme` are required.
 */
entitlement: Entitlement, };

export type RecordReferralArgs = { 
/**
 * Which.
 */
referral: ReferralId, 
/**
 * What.
 */
event: ReferralEventType, 
/**
 * On which civil day; today when absent.
 */
day: string | null, 
/**
 * Why, for a refusal or a service not given: asked for.
 */
reason: RefusalReason | null, 
/**
 * What the partner answered.
 */
note: string | null, };

export type RecordSituationArgs = { 
/**
 * The situation; `noted_on` and `noted_by` are set by the program.
 */
situation: Situation, 
/**
 * The draft to drop once it is written.
 */
draft: string | null, 
/**
 * An amount far from the usual is meant.
 */
confirmed: boolean | null, };

export type RecordStepArgs = { 
/**
 * In which case.
 */
case: CaseId, 
/**
 * Which instance.
 */
instance: ProtocolInstanceId, 
/**
 * Which step.
 */
step: string, 
/**
 * What happened.
 */
event: StepEventType, 
/**
 * With which outcome.
 */
outcome: string | null, 
/**
 * On which civil day; today when absent, never in the future.
 */
day: string | null, 
/**
 * A word on it.
 */
note: string | null, 
/**
 * For *postponed*: until when.
 */
until: string | null, 
/**
 * The event this one corrects.
 */
corrects: string | null, 
/**
 * For an answer on being reached that holds at certain hours: which.
 */
safe_hours: string | null, 
/**
 * For an answer on being reached that protects less than the card: the card as it was shown when this was asked.
 */
card: CardSeen | null, };

export type RecordView<R> = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its fields.
 */
record: R, 
/**
 * Opaque: what this view showed. Every edit hands it back (sync rule 4).
 */
seen: string, 
/**
 * Fields with more than one value.
 */
conflicts: Array<Conflict>, 
/**
 * It has never reached the hub.
 */
only_here: boolean, 
/**
 * Part of it waits to be sent.
 */
pending: boolean, };

export type RecoverArgs = { 
/**
 * From the printed slip.
 */
recovery_code: string, 
/**
 * Who forgot.
 */
staff: StaffId, 
/**
 * The new passphrase.
 */
passphrase: string, };

export type RecoveryCodeReplaced = { 
/**
 * To be printed and kept in the safe; shown once.
 */
recovery_code: string, };

export type RecoverySlipArgs = { 
/**
 * As shown at set-up.
 */
recovery_code: string, };

export type Referral = { 
/**
 * Which case.
 */
case: CaseId | null, 
/**
 * Whom.
 */
person: PersonId | null, 
/**
 * To which partner.
 */
partner: PartnerId | null, 
/**
 * To which center, when the partner uses this program.
 */
to_center: CenterId | null, 
/**
 * Reference printed on the letter (`R-7K3M-9QPT`): opaque, typed back with the answer.
 */
reference: string | null, 
/**
 * What is asked, in plain words.
 */
service_asked: string | null, 
/**
 * Why.
 */
reason: string | null, 
/**
 * How soon.
 */
urgency: Urgency | null, 
/**
 * What is told: what protects the person is left out, even where it was ticked.
 */
shared: Array<SharedItem>, 
/**
 * The consent it rests on.
 */
consent: ConsentId | null, 
/**
 * Without consent: why it had to be (danger, child, court order). Audited.
 */
override_reason: string | null, 
/**
 * Civil day of drafting.
 */
created_on: string | null, 
/**
 * By whom.
 */
created_by: StaffId | null, };

export type ReferralArgs = { 
/**
 * Which.
 */
referral: ReferralId, };

export type ReferralCounts = { 
/**
 * Sent, no answer yet.
 */
awaiting: number, 
/**
 * Accepted, not served yet.
 */
accepted: number, 
/**
 * Refused or not served, to be taken up again.
 */
refused: number, 
/**
 * All of them, drafts and those served included: as many as the list shows.
 */
open: number, };

export type ReferralCreated = { 
/**
 * Which.
 */
referral: ReferralId, 
/**
 * Printed on the letter.
 */
reference: string, 
/**
 * What was to be told and is not.
 */
withheld: Array<SharedItem>, };

export type ReferralEventId = string;

export type ReferralEventType = "sent" | "received" | "accepted" | "refused" | "served" | "not_served" | "closed" | "reopened";

export type ReferralEventView = { 
/**
 * What.
 */
event: ReferralEventType, 
/**
 * Civil day.
 */
day: string | null, 
/**
 * Why.
 */
reason: RefusalReason | null, 
/**
 * What the partner answered.
 */
note: string | null, 
/**
 * Who recorded it.
 */
staff: StaffCard, };

export type ReferralId = string;

export type ReferralRow = { 
/**
 * Which.
 */
referral: ReferralId, 
/**
 * Printed on the letter.
 */
reference: string, 
/**
 * In which case.
 */
case: CaseCard, 
/**
 * Whom.
 */
person: PersonCard, 
/**
 * Partner, in Arabic.
 */
partner_ar: string | null, 
/**
 * Partner, in French.
 */
partner_fr: string | null, 
/**
 * What is asked.
 */
service_asked: string | null, 
/**
 * Where it stands.
 */
state: ReferralState, 
/**
 * Day of drafting.
 */
created_on: string | null, 
/**
 * Days without an answer since it was sent.
 */
days_waiting: number | null, };

export type ReferralState = { 
/**
 * Where it stands.
 */
status: ReferralStatus, 
/**
 * Day it was sent.
 */
sent_on: string | null, 
/**
 * Day of the event that made the status.
 */
since: string | null, 
/**
 * Why it was refused or not served.
 */
reason: RefusalReason | null, 
/**
 * Whether a service was given in the end, known once it was or was not.
 */
served: boolean | null, 
/**
 * Events that contradict each other: accepted and refused with no reopening between.
 */
contradictions: Array<ReferralEventId>, };

export type ReferralStatus = "draft" | "sent" | "received" | "accepted" | "refused" | "served" | "not_served" | "closed";

export type ReferralView = { 
/**
 * As held.
 */
referral: RecordView<Referral>, 
/**
 * As in lists.
 */
row: ReferralRow, 
/**
 * The partner.
 */
partner: Partner | null, 
/**
 * What happened to it, oldest first.
 */
events: Array<ReferralEventView>, 
/**
 * What may happen next.
 */
may: Array<ReferralEventType>, };

export type ReferralsArgs = { 
/**
 * Only these.
 */
status: Array<ReferralStatus>, 
/**
 * Only those of one case.
 */
case: CaseId | null, 
/**
 * Closed ones too.
 */
closed: boolean, };

export type Refusal = { 
/**
 * The reason.
 */
code: string, 
/**
 * How many.
 */
transactions: number, };

export type RefusalReason = "no_capacity" | "not_eligible" | "missing_documents" | "did_not_come" | "person_declined" | "unavailable" | "other";

export type RefusedArgs = { 
/**
 * Which transaction.
 */
tx: string, };

export type RefusedChange = { 
/**
 * Kind of the record.
 */
kind: Kind, 
/**
 * Which record.
 */
id: string, 
/**
 * The person it is about.
 */
person: PersonCard | null, 
/**
 * The values.
 */
patch: Record<string, unknown>, };

export type RefusedItem = { 
/**
 * Which transaction.
 */
tx: string, 
/**
 * What the hub made of it.
 */
verdict: RefusedVerdict, 
/**
 * Why, as a code of the locales.
 */
code: string, 
/**
 * What it would have written.
 */
changes: Array<RefusedChange>, 
/**
 * When, milliseconds UTC, as a decimal string.
 */
at_ms: string, };

export type RefusedVerdict = "rejected" | "held";

export type RegisterArgs = { 
/**
 * The person; one name in one script, or a nickname, is enough.
 */
person: Person, 
/**
 * The reception to tie them to.
 */
reception: string | null, 
/**
 * The draft to drop once they are registered.
 */
draft: string | null, };

export type ReopenArgs = { 
/**
 * Which case.
 */
case: CaseId, 
/**
 * Why: asked for.
 */
note: string, };

export type ReplaceRecoveryCodeArgs = { 
/**
 * One's own.
 */
passphrase: string, };

export type ResolveArgs = { 
/**
 * Kind of the record.
 */
kind: Kind, 
/**
 * Which record.
 */
id: string, 
/**
 * Which field.
 */
field: string, 
/**
 * The value that stands: one of those listed, or another.
 */
value: unknown, 
/**
 * As handed out with the list.
 */
seen: string, };

export type Role = "reception" | "caseworker" | "field" | "specialist" | "director" | "reader" | "administrator";

export type RoleAct = "meet_people" | "follow_cases" | "oversee_cases" | "keep_directory" | "keep_accounts" | "import_lists" | "export_lists";

export type RouteStop = { 
/**
 * Where; in neither script when nobody said.
 */
place: Spelt, 
/**
 * Households or people there.
 */
households: number, 
/**
 * Visits there.
 */
visits: number, };

export type RowDoubt = { 
/**
 * In which column; none: in the whole row.
 */
column: string | null, 
/**
 * Code of the locales.
 */
code: string, };

export type RowPreview = { 
/**
 * Its number in the file.
 */
row: number, 
/**
 * The person; none: refused.
 */
person: Person | null, 
/**
 * As in rows of people.
 */
card: PersonCard | null, 
/**
 * The province, in Arabic and French.
 */
province_names: [string, string] | null, 
/**
 * Why it is refused, as a code of the locales.
 */
refusal: string | null, 
/**
 * What to make sure of.
 */
doubts: Array<RowDoubt>, 
/**
 * What stands in the row, when it is refused.
 */
cells: Array<string>, 
/**
 * The earlier row of the same person.
 */
twin_of: number | null, };

export type RowsShown = "all" | "refused" | "doubted";

export type SafeContact = "yes" | "hours" | "no" | "unknown";

export type SamePersonId = string;

export type SaveDraftArgs = { 
/**
 * Which; a new one when absent.
 */
draft: string | null, 
/**
 * What it will become: `intake`, `note`, `visit`, `referral` …
 */
form: string, 
/**
 * What it is about, for the list of drafts.
 */
title: string | null, 
/**
 * Everything typed, `seen` tokens included. `case` names the case it is written in: closing the case asks about it.
 */
body: unknown, };

export type ScanArgs = { 
/**
 * At most so many people; 25 when 0.
 */
people: number, };

export type Scanned = { 
/**
 * People compared in this portion.
 */
compared: number, 
/**
 * People still to compare.
 */
left: number, 
/**
 * People in the register.
 */
people: number, };

export type SchoolLevel = "none" | "preschool" | "primary" | "lower_secondary" | "upper_secondary" | "training" | "non_formal" | "higher";

export type SearchArgs = { 
/**
 * Words of a name in either script, CNIE, phone, case or paper-file number.
 */
query: string, 
/**
 * At most so many, 20 when absent.
 */
limit: number | null, };

export type SearchResult = { 
/**
 * Best first.
 */
people: Array<PersonHit>, 
/**
 * More were found than are shown.
 */
more: boolean, };

export type Service = { 
/**
 * In which case, if any.
 */
case: CaseId | null, 
/**
 * To whom.
 */
person: PersonId | null, 
/**
 * What.
 */
service_type: ServiceType | null, 
/**
 * In plain words («قفة مواد غذائية»).
 */
item: string | null, 
/**
 * How many.
 */
quantity: number | null, 
/**
 * For money: centimes of dirham.
 */
amount: number | null, 
/**
 * For a session: minutes.
 */
minutes: number | null, 
/**
 * Civil day.
 */
day: string | null, 
/**
 * When it was recorded, UTC.
 */
at: string | null, 
/**
 * By whom.
 */
by: StaffId | null, 
/**
 * A word on it.
 */
remark: string | null, 
/**
 * The one this corrects.
 */
corrects: ServiceId | null, };

export type ServiceId = string;

export type ServiceType = "in_kind" | "cash" | "shelter" | "meal" | "psychological" | "legal" | "health" | "rehabilitation" | "educational" | "training" | "mediation" | "accompaniment" | "other";

export type SessionView = { 
/**
 * Who.
 */
staff: StaffId, 
/**
 * Name in Arabic.
 */
name_ar: string | null, 
/**
 * Name in Latin script.
 */
name_lat: string | null, 
/**
 * For words that agree.
 */
sex: Sex | null, 
/**
 * Their function.
 */
role: Role, 
/**
 * What it lets them do.
 */
may: Array<RoleAct>, };

export type SetLogoArgs = { 
/**
 * Its bytes, base64: a JPEG, PNG or WebP image. Absent takes the logo away.
 */
content: string | null, };

export type SetUpArgs = { 
/**
 * First language of the program.
 */
language: Language, 
/**
 * The center.
 */
center: NewCenter, 
/**
 * The first user: a director or an administrator.
 */
user: NewUser, 
/**
 * At least ten characters.
 */
passphrase: string, };

export type SetUpDone = { 
/**
 * The first user.
 */
staff: StaffId, 
/**
 * The center.
 */
center: CenterId, 
/**
 * To be printed and kept in the safe; shown once.
 */
recovery_code: string, };

export type Settings = { 
/**
 * Language.
 */
language: Language | null, 
/**
 * `light`, `dark` or `system`.
 */
theme: string | null, 
/**
 * Minutes without a key after which the program locks: 1 to 60.
 */
auto_lock_minutes: number | null, };

export type Sex = "female" | "male" | "unknown";

export type SharedItem = "name" | "birth" | "cnie" | "phone" | "address" | "situation" | "household";

export type SheetArgs = { 
/**
 * Which list.
 */
import: ImportId, 
/**
 * Which of its sheets.
 */
sheet: string, };

export type Side = { 
/**
 * Who.
 */
person: PersonCard, 
/**
 * How many records they have.
 */
records: number, 
/**
 * Names of their province, in Arabic and French.
 */
province_names: [string, string] | null, 
/**
 * Their cases the viewer may know of.
 */
cases: Array<CaseCard>, 
/**
 * Who lives with them, as far as the viewer may know.
 */
household: Array<PersonCard>, 
/**
 * Passages at the desk.
 */
receptions: number, 
/**
 * Day of the latest.
 */
last_reception: string | null, 
/**
 * When the record was made, milliseconds UTC, as a decimal string.
 */
recorded_at_ms: string | null, 
/**
 * Who made it.
 */
recorded_by: StaffCard, };

export type Situation = { 
/**
 * Whose.
 */
person: PersonId | null, 
/**
 * The case in which it was learnt (sync rule 21). A confidential one is always a case's own.
 */
case: CaseId | null, 
/**
 * The target group.
 */
group: CaseType | null, 
/**
 * The category of the national initiative.
 */
indh: IndhCategory | null, 
/**
 * Which form was answered.
 */
form: string | null, 
/**
 * In which version.
 */
form_version: number | null, 
/**
 * What was answered.
 */
answers: Array<Answer>, 
/**
 * Civil day on which it was noted.
 */
noted_on: string | null, 
/**
 * Who noted it.
 */
noted_by: StaffId | null, 
/**
 * Day from which it is no longer so.
 */
until: string | null, };

export type SituationId = string;

export type SlipArgs = { 
/**
 * Which.
 */
appointment: AppointmentId, };

export type Source = "self" | "family" | "court" | "police" | "health" | "school" | "authority" | "association" | "round" | "helpline" | "other";

export type Spelt = { 
/**
 * In Arabic.
 */
ar: string | null, 
/**
 * In Latin script.
 */
lat: string | null, };

export type StaffCard = { 
/**
 * Their id.
 */
staff: StaffId | null, 
/**
 * Name in Arabic.
 */
name_ar: string | null, 
/**
 * Name in Latin script.
 */
name_lat: string | null, 
/**
 * For words that agree.
 */
sex: Sex | null, 
/**
 * Their function.
 */
role: Role | null, };

export type StaffId = string;

export type StartArgs = { 
/**
 * In which case.
 */
case: CaseId, 
/**
 * Which protocol; its current version.
 */
protocol: string, };

export type StartImportArgs = { 
/**
 * Which list.
 */
import: ImportId, 
/**
 * What its columns mean; as guessed where a heading is absent.
 */
mapping: { [key in string]: ListField }, 
/**
 * Rows left out, as numbered in the file.
 */
leave_out: Array<number>, 
/**
 * Whether the later of two rows of one person is left out too.
 */
leave_out_twins: boolean, 
/**
 * Whether rows very likely known are left out too, once they were looked for.
 */
leave_out_known: boolean, 
/**
 * Of those, the rows brought in all the same.
 */
bring: Array<number>, };

export type StateArgs = { 
/**
 * One.
 */
left: PersonId, 
/**
 * The other.
 */
right: PersonId, 
/**
 * The statements on screen that say the opposite: they are undone with it.
 */
undoes: Array<SamePersonId>, };

export type Statement = { 
/**
 * The edge, to undo it by.
 */
edge: SamePersonId, 
/**
 * One record.
 */
left: PersonCard, 
/**
 * The other.
 */
right: PersonCard, 
/**
 * What was said.
 */
same: boolean, 
/**
 * It joins nothing, because somebody else said the opposite.
 */
contradicted: boolean, 
/**
 * Who said it.
 */
staff: StaffCard, 
/**
 * When, milliseconds UTC, as a decimal string.
 */
at_ms: string, };

export type StepDocumentArgs = { 
/**
 * In which case.
 */
case: CaseId, 
/**
 * Which instance.
 */
instance: ProtocolInstanceId, 
/**
 * Which step.
 */
step: string, 
/**
 * Which paper.
 */
document: string, 
/**
 * What was done with it.
 */
status: DocumentStatus, 
/**
 * As handed out with the view; absent the first time.
 */
seen: string | null, };

export type StepDocumentId = string;

export type StepDocumentView = { 
/**
 * Code.
 */
document: string, 
/**
 * In words.
 */
title: Label, 
/**
 * Optional ones never hold anything up.
 */
required: boolean, 
/**
 * What was done with it.
 */
status: DocumentStatus | null, 
/**
 * The record, once there is one.
 */
id: string | null, 
/**
 * For the edit of that record.
 */
seen: string | null, };

export type StepEventType = "started" | "waiting" | "done" | "declined" | "not_possible" | "postponed" | "reopened";

export type StepState = { 
/**
 * Which step of the definition.
 */
step: string, 
/**
 * Where it stands.
 */
status: StepStatus, 
/**
 * Day it opened: its trigger's, or the day somebody began it before that.
 */
opened_on: string | null, 
/**
 * Day somebody began it.
 */
started_on: string | null, 
/**
 * When it is expected; kept after it ended, so that a report can say whether it was late.
 */
window: DueWindow | null, 
/**
 * How it ended; how the last attempt turned out while it has not.
 */
outcome: string | null, 
/**
 * Attempts that did not end it.
 */
attempts: number, 
/**
 * Civil day it ended.
 */
settled_on: string | null, 
/**
 * Who recorded that.
 */
settled_by: string | null, 
/**
 * Ids of the events that say different ends; empty when they agree. The latest stands.
 */
contradictions: Array<string>, };

export type StepStatus = "later" | "open" | "waiting" | "done" | "declined" | "not_possible" | "skipped";

export type StepView = { 
/**
 * Which step.
 */
step: string, 
/**
 * In words.
 */
title: Label, 
/**
 * One sentence.
 */
help: Label, 
/**
 * An act of others that is waited for.
 */
waits_for_others: boolean, 
/**
 * Urgent, without papers.
 */
urgent: boolean, 
/**
 * What is not recorded of it for now, as the person must not be reached.
 */
refused: Array<StepEventType>, 
/**
 * Where it stands.
 */
state: StepState, 
/**
 * When it is due.
 */
due: Due | null, 
/**
 * How it may end, in words; *declined* and *not possible* are always there besides.
 */
outcomes: Array<OutcomeView>, 
/**
 * Papers.
 */
documents: Array<StepDocumentView>, 
/**
 * Outcome in words, once settled.
 */
outcome_label: Label | null, 
/**
 * Who settled it.
 */
settled_by: StaffCard | null, };

export type SyncProgress = { 
/**
 * `reaching`, `sending`, `receiving`, `publishing`, `attaching`.
 */
phase: string, 
/**
 * Records, or pieces of attachments, done in this phase.
 */
done: number, 
/**
 * Of so many; 0 when not known yet.
 */
total: number, 
/**
 * Bytes over the network so far, both ways.
 */
bytes: number, 
/**
 * Seconds left, when they can be told.
 */
seconds_left: number | null, };

export type SyncStatus = { 
/**
 * The hub's address; none: the program works by itself.
 */
hub: string | null, 
/**
 * Changes that wait to be sent.
 */
pending: number, 
/**
 * A round is running.
 */
running: SyncProgress | null, 
/**
 * When the last whole round ended, milliseconds UTC, as a decimal string.
 */
last_done_ms: string | null, 
/**
 * Why the last round failed, as a code of the locales; none after a whole round.
 */
last_error: string | null, 
/**
 * By how many minutes this device's clock was found off, when more than two (sync rule 28).
 */
clock_off_minutes: number | null, 
/**
 * Grows whenever a round changed something: refetch.
 */
data_version: number, 
/**
 * Conflicts and refused changes.
 */
attention: number, 
/**
 * Attachments that wait to be sent.
 */
attachments_to_send: number, 
/**
 * Attachments that wait to be fetched.
 */
attachments_to_fetch: number, 
/**
 * Why some of them did not travel in the last round, as a code of the locales. The records did.
 */
attachments_error: string | null, };

export type Task = { 
/**
 * Stable key for lists.
 */
key: string, 
/**
 * What it opens.
 */
target: TaskTarget, 
/**
 * Words of a protocol step; otherwise the target says what it is.
 */
title: Label | null, 
/**
 * What a person wrote (purpose of a visit or an appointment, service asked).
 */
detail: string | null, 
/**
 * About whom.
 */
person: PersonCard, 
/**
 * In which case.
 */
case: CaseCard | null, 
/**
 * Where, as somebody wrote it.
 */
place: string | null, 
/**
 * Whose answer is awaited.
 */
partner: Spelt | null, 
/**
 * At what time.
 */
time: string | null, 
/**
 * When.
 */
due: Due | null, 
/**
 * Urgency comes before date.
 */
urgent: boolean, 
/**
 * Why they must not be reached: always when they refused it, otherwise where doing it reaches them.
 */
reach: Reach | null, };

export type TaskCounts = { 
/**
 * Past their window.
 */
overdue: number, 
/**
 * In their window today.
 */
today: number, 
/**
 * Before this week ends.
 */
week: number, 
/**
 * After it.
 */
later: number, };

export type TaskTarget = { "kind": "step", 
/**
 * In which case.
 */
case: CaseId, 
/**
 * Which instance.
 */
instance: string, 
/**
 * Which step.
 */
step: string, 
/**
 * An act of others that is waited for.
 */
waiting: boolean, } | { "kind": "visit", 
/**
 * Which.
 */
visit: VisitId, } | { "kind": "appointment", 
/**
 * Which.
 */
appointment: AppointmentId, } | { "kind": "referral", 
/**
 * Which.
 */
referral: ReferralId, 
/**
 * In which case.
 */
case: CaseId, };

export type Timeline = { 
/**
 * This page, newest first.
 */
items: Array<TimelineEntry>, 
/**
 * How many there are.
 */
total: number, };

export type TimelineArgs = { 
/**
 * Which case.
 */
case: CaseId, 
/**
 * Entries to pass over.
 */
offset: number, 
/**
 * At most so many.
 */
limit: number, };

export type TimelineEntry = { 
/**
 * The record it comes from.
 */
id: string, 
/**
 * Kind of that record: `note`, `service`, `visit`, `step_event`, `case_event`, `referral_event`,
 * `consent`, `appointment`.
 */
kind: string, 
/**
 * What happened, as the record's code: `opened`, `done`, `sent`, `in_kind`, `listening` …
 */
code: string, 
/**
 * Words of a protocol step or outcome.
 */
label: Label | null, 
/**
 * Outcome of a protocol step, in words.
 */
outcome: Label | null, 
/**
 * What a person wrote.
 */
text: string | null, 
/**
 * Something countable: item, amount in centimes, minutes; a place, a reason.
 */
detail: string | null, 
/**
 * Who it was done with: the partner of a referral, the colleague a case was given to.
 */
with: Spelt | null, 
/**
 * Civil day.
 */
day: string | null, 
/**
 * Moment, milliseconds UTC, as a decimal string.
 */
at_ms: string | null, 
/**
 * Who.
 */
staff: StaffCard, 
/**
 * A later entry corrects this one.
 */
corrected: boolean, 
/**
 * It waits to be sent.
 */
pending: boolean, };

export type TitleFound = { 
/**
 * The field it was typed in.
 */
field: string, 
/**
 * The title, as the record keeps it.
 */
title: string, 
/**
 * What the name would be without it.
 */
rest: string, };

export type Today = { 
/**
 * Past their window, most late first.
 */
overdue: Array<Task>, 
/**
 * In their window today.
 */
today: Array<Task>, 
/**
 * Before this week ends, on Sunday.
 */
week: Array<Task>, 
/**
 * Everything after that.
 */
later: Array<Task>, 
/**
 * How many tasks each list leaves out.
 */
beyond: TaskCounts, 
/**
 * Referrals of one's own cases and those one drafted; a director's, of the center.
 */
referrals: ReferralCounts, 
/**
 * Visits of today and late ones, by place.
 */
route: Array<RouteStop>, 
/**
 * Passages at the desk today, all staff.
 */
receptions: number, 
/**
 * Conflicts and refused changes that wait for a decision.
 */
attention: number, 
/**
 * Counts of the navigation.
 */
counts: NavigationCounts, };

export type TodayArgs = { 
/**
 * At most so many of each list; as many as a screen or two hold when not said.
 */
shown: number | null, };

export type TrackView = { 
/**
 * Which instance.
 */
instance: ProtocolInstanceId, 
/**
 * Which protocol.
 */
protocol: string, 
/**
 * Which version.
 */
version: number, 
/**
 * In words.
 */
title: Label, 
/**
 * Legal references, in words.
 */
legal: Array<Label>, 
/**
 * Day from which windows count.
 */
started_on: string | null, 
/**
 * Its steps, in order.
 */
steps: Array<StepView>, 
/**
 * Settled steps.
 */
done: number, 
/**
 * Steps in all, those left out excepted.
 */
total: number, 
/**
 * The one thing to do next.
 */
next: string | null, };

export type UnassignArgs = { 
/**
 * Which case.
 */
case: CaseId, 
/**
 * From whom.
 */
staff: StaffId, };

export type UndoArgs = { 
/**
 * The statements to undo.
 */
edges: Array<SamePersonId>, };

export type Unfinished = { 
/**
 * What kind of thing.
 */
kind: OpenKind, 
/**
 * Which: a record, a step of the protocol, a draft.
 */
id: string, 
/**
 * Words of a protocol step.
 */
title: Label | null, 
/**
 * What a person wrote: what it is for.
 */
detail: string | null, 
/**
 * The partner of a referral.
 */
with: Spelt | null, 
/**
 * Day it is for, or since which it waits.
 */
day: string | null, 
/**
 * Where a referral stands.
 */
referral: ReferralStatus | null, 
/**
 * What a draft will become.
 */
form: string | null, 
/**
 * Opaque: what was shown of it. What is said of it hands it back.
 */
seen: string, 
/**
 * What may become of it; nothing does by itself.
 */
fates: Array<Fate>, };

export type UnlockArgs = { 
/**
 * Who.
 */
staff: StaffId, 
/**
 * Their passphrase.
 */
passphrase: string, 
/**
 * Opens a copy that was told not to be whole: what is missing is given up.
 */
as_it_is: boolean, };

export type Unname = "free" | "with_reason" | "never";

export type Unsure = { 
/**
 * Who.
 */
staff: StaffCard, 
/**
 * When, milliseconds UTC, as a decimal string.
 */
at_ms: string, };

export type UpdateCenterArgs = { 
/**
 * As handed out with the view.
 */
seen: string, 
/**
 * Street address, in either script.
 */
address: string | null, 
/**
 * Telephone.
 */
phone: string | null, };

export type Urgency = "ordinary" | "soon" | "immediate";

export type Verdict = "different" | "maybe" | "same";

export type Visit = { 
/**
 * In which case.
 */
case: CaseId | null, 
/**
 * Whom.
 */
person: PersonId | null, 
/**
 * Which household, for the day's route.
 */
household: HouseholdId | null, 
/**
 * What kind.
 */
kind: VisitKind | null, 
/**
 * Who goes.
 */
staff: StaffId | null, 
/**
 * Civil day it is planned for.
 */
planned_on: string | null, 
/**
 * Where, in plain words.
 */
place: string | null, 
/**
 * What for.
 */
purpose: string | null, 
/**
 * When it was performed, UTC; empty while planned.
 */
performed_at: string | null, 
/**
 * Civil day it was performed.
 */
performed_on: string | null, 
/**
 * By whom.
 */
performed_by: StaffId | null, 
/**
 * How it went.
 */
outcome: VisitOutcome | null, 
/**
 * Who was present.
 */
present: string | null, 
/**
 * What was seen and heard.
 */
observations: string | null, 
/**
 * What comes next.
 */
next_step: string | null, };

export type VisitId = string;

export type VisitKind = "home" | "institution" | "street" | "center";

export type VisitOutcome = "met" | "absent" | "declined" | "moved" | "unreachable";

export type VisitStanding = "planned" | "performed" | "cancelled";

export type VisitView = { 
/**
 * As held.
 */
visit: RecordView<Visit>, 
/**
 * Whom.
 */
person: PersonCard, 
/**
 * In which case.
 */
case: CaseCard | null, 
/**
 * Who is to go, as the case stands now.
 */
staff: StaffCard, 
/**
 * When.
 */
due: Due | null, 
/**
 * Household, for the day's route.
 */
household_name: string | null, 
/**
 * Why the person must not be visited at home; nothing where they may, and for what does not go there.
 */
not_at_home: Reach | null, 
/**
 * The case was closed since.
 */
case_closed: boolean, };

export type VisitsArgs = { 
/**
 * To this day included; the end of the week when absent. Late ones are always there.
 */
to: string | null, 
/**
 * Everybody's, for a director.
 */
all: boolean, };

export type WithdrawArgs = { 
/**
 * Which.
 */
consent: ConsentId, 
/**
 * As handed out with the view.
 */
seen: string, 
/**
 * Civil day; today when absent.
 */
day: string | null, };

export type WithdrawAttachmentArgs = { 
/**
 * Which.
 */
attachment: AttachmentId, 
/**
 * As handed out with the view.
 */
seen: string, 
/**
 * Why.
 */
reason: string | null, };

export type Withheld = { 
/**
 * What.
 */
item: SharedItem, 
/**
 * Because they may not be reached; otherwise nothing is recorded to tell.
 */
reach: Reach | null, };

export type Written = { 
/**
 * The record.
 */
id: string, };

export interface Commands {
  'device.status': { args: Empty; result: DeviceStatus };
  'device.set_up': { args: SetUpArgs; result: SetUpDone };
  'device.join': { args: JoinArgs; result: SetUpDone };
  'session.unlock': { args: UnlockArgs; result: SessionView };
  'session.recover': { args: RecoverArgs; result: SessionView };
  'session.lock': { args: Empty; result: Empty };
  'territory.provinces': { args: Empty; result: Array<Place> };
  'territory.communes': { args: CommunesArgs; result: Array<Place> };
  'session.stay': { args: Empty; result: Empty };
  'device.enrol': { args: EnrolArgs; result: Enrolled };
  'device.recovery_slip': { args: RecoverySlipArgs; result: Document };
  'device.replace_recovery_code': { args: ReplaceRecoveryCodeArgs; result: RecoveryCodeReplaced };
  'user.add': { args: AddUserArgs; result: StaffCard };
  'user.open': { args: OpenUserArgs; result: StaffCard };
  'user.close': { args: CloseUserArgs; result: Empty };
  'user.on_device': { args: Empty; result: Array<DeviceUser> };
  'user.list': { args: Empty; result: Array<StaffCard> };
  'user.change_passphrase': { args: ChangePassphraseArgs; result: Empty };
  'settings.get': { args: Empty; result: Settings };
  'settings.set': { args: Settings; result: Settings };
  'center.get': { args: Empty; result: CenterView };
  'center.update': { args: UpdateCenterArgs; result: Written };
  'center.set_logo': { args: SetLogoArgs; result: Empty };
  'diagnostic.get': { args: Empty; result: Diagnostics };
  'clock.status': { args: Empty; result: ClockStatus };
  'clock.accept': { args: AcceptClockArgs; result: ClockStatus };
  'today.center': { args: TodayArgs; result: CenterToday };
  'today.get': { args: TodayArgs; result: Today };
  'person.search': { args: SearchArgs; result: SearchResult };
  'person.check': { args: RegisterArgs; result: PersonChecked };
  'person.duplicates': { args: DuplicatesArgs; result: Duplicates };
  'person.register': { args: RegisterArgs; result: Written };
  'person.get': { args: PersonArgs; result: PersonView };
  'person.update': { args: Edit<Person>; result: Written };
  'duplicate.list': { args: DuplicateListArgs; result: DuplicateList };
  'duplicate.scan': { args: ScanArgs; result: Scanned };
  'duplicate.unsure': { args: PairArgs; result: Empty };
  'duplicate.compare': { args: PairArgs; result: Comparison };
  'duplicate.same': { args: StateArgs; result: Written };
  'duplicate.different': { args: StateArgs; result: Written };
  'duplicate.undo': { args: UndoArgs; result: Empty };
  'contact.add': { args: AddContactArgs; result: Written };
  'contact.update': { args: Edit<Contact>; result: Written };
  'entitlement.record': { args: RecordEntitlementArgs; result: Written };
  'entitlement.update': { args: Edit<Entitlement>; result: Written };
  'attachment.add': { args: AddAttachmentArgs; result: Written };
  'attachment.get': { args: AttachmentArgs; result: Document };
  'attachment.withdraw': { args: WithdrawAttachmentArgs; result: Written };
  'household.add_member': { args: AddMemberArgs; result: Written };
  'household.update_member': { args: Edit<HouseholdMember>; result: Written };
  'household.leave': { args: LeaveArgs; result: Written };
  'household.kinships': { args: KinshipsArgs; result: Array<KinshipProposal> };
  'household.change_head': { args: ChangeHeadArgs; result: Written };
  'household.update': { args: Edit<Household>; result: Written };
  'form.list': { args: Empty; result: Forms };
  'situation.record': { args: RecordSituationArgs; result: Written };
  'situation.update': { args: Edit<Situation>; result: Written };
  'reception.open': { args: OpenReceptionArgs; result: ReceptionOpened };
  'reception.update': { args: Edit<Reception>; result: Written };
  'reception.list': { args: ReceptionsArgs; result: Array<ReceptionView> };
  'reception.receipt': { args: ReceiptArgs; result: Document };
  'intake.finish': { args: FinishIntakeArgs; result: IntakeFinished };
  'case.open': { args: OpenCaseArgs; result: CaseOpened };
  'case.get': { args: CaseArgs; result: CaseView };
  'case.list': { args: CasesArgs; result: Cases };
  'case.timeline': { args: TimelineArgs; result: Timeline };
  'case.update': { args: EditCaseArgs; result: Written };
  'case.assign': { args: AssignArgs; result: Written };
  'case.give_reader': { args: GiveReaderArgs; result: Written };
  'case.unassign': { args: UnassignArgs; result: Written };
  'case.unfinished': { args: CaseArgs; result: Array<Unfinished> };
  'case.close': { args: CloseArgs; result: Written };
  'case.reopen': { args: ReopenArgs; result: Written };
  'protocol.list': { args: Empty; result: Array<ProtocolCard> };
  'protocol.start': { args: StartArgs; result: Written };
  'step.record': { args: RecordStepArgs; result: Written };
  'step.document': { args: StepDocumentArgs; result: Written };
  'appointment.create': { args: CreateAppointmentArgs; result: Written };
  'appointment.update': { args: Edit<Appointment>; result: Written };
  'appointment.list': { args: AppointmentsArgs; result: Array<AppointmentView> };
  'appointment.slip': { args: SlipArgs; result: Document };
  'visit.plan': { args: PlanVisitArgs; result: Written };
  'visit.update': { args: Edit<Visit>; result: Written };
  'visit.list': { args: VisitsArgs; result: Array<VisitView> };
  'amount.read': { args: ReadAmountArgs; result: AmountRead };
  'service.give': { args: GiveArgs; result: Written };
  'flag.list': { args: PersonArgs; result: Array<RecordView<Flag>> };
  'flag.add': { args: AddFlagArgs; result: Written };
  'flag.update': { args: Edit<Flag>; result: Written };
  'note.add': { args: AddNoteArgs; result: Written };
  'consent.record': { args: RecordConsentArgs; result: Written };
  'consent.form': { args: ConsentFormArgs; result: Document };
  'consent.withdraw': { args: WithdrawArgs; result: Written };
  'referral.create': { args: CreateReferralArgs; result: ReferralCreated };
  'referral.get': { args: ReferralArgs; result: ReferralView };
  'referral.find': { args: FindReferralArgs; result: ReferralView };
  'referral.list': { args: ReferralsArgs; result: Array<ReferralRow> };
  'referral.record': { args: RecordReferralArgs; result: Written };
  'referral.letter': { args: ReferralArgs; result: Document };
  'partner.list': { args: PartnersArgs; result: Array<PartnerView> };
  'partner.create': { args: CreatePartnerArgs; result: Written };
  'partner.update': { args: Edit<Partner>; result: Written };
  'draft.save': { args: SaveDraftArgs; result: Draft };
  'draft.get': { args: DraftArgs; result: Draft };
  'draft.list': { args: DraftsArgs; result: Array<Draft> };
  'draft.discard': { args: DraftArgs; result: Empty };
  'attention.list': { args: Empty; result: Attention };
  'attention.retry': { args: RefusedArgs; result: Written };
  'attention.dismiss': { args: RefusedArgs; result: Empty };
  'conflict.resolve': { args: ResolveArgs; result: Written };
  'import.open': { args: OpenListArgs; result: ListOpened };
  'import.sheet': { args: SheetArgs; result: ListOpened };
  'import.reread': { args: ImportArgs; result: ListOpened };
  'import.preview': { args: PreviewArgs; result: ListPreview };
  'import.check': { args: CheckListArgs; result: ImportStatus };
  'import.known': { args: KnownArgs; result: ListKnown };
  'import.start': { args: StartImportArgs; result: ImportStatus };
  'import.resume': { args: ImportArgs; result: ImportStatus };
  'import.status': { args: Empty; result: ImportStatus };
  'import.stop': { args: Empty; result: ImportStatus };
  'import.close': { args: ImportArgs; result: Empty };
  'import.list': { args: Empty; result: Array<ImportView> };
  'import.undo': { args: ImportArgs; result: ImportStatus };
  'import.restore': { args: ImportArgs; result: ImportStatus };
  'import.kept': { args: ImportArgs; result: ImportKept };
  'import.error_sheet': { args: ErrorSheetArgs; result: Document };
  'export.people': { args: ExportPeopleArgs; result: Document };
  'export.cases': { args: ExportCasesArgs; result: Document };
  'sync.status': { args: Empty; result: SyncStatus };
  'sync.start': { args: Empty; result: SyncStatus };
  'sync.stop': { args: Empty; result: SyncStatus };
}

/** What the answer of each reading command is made of: it is asked for again when one of these was written. */
export const READS = {
  'device.status': ['center', 'staff', 'session', 'settings'],
  'territory.provinces': [],
  'territory.communes': [],
  'user.on_device': ['staff', 'settings'],
  'user.list': ['staff'],
  'settings.get': ['settings'],
  'center.get': ['center', 'attachment', 'device'],
  'diagnostic.get': ['diagnostic', 'attention'],
  'clock.status': ['session', 'clock', 'settings', 'device'],
  'today.center': ['staff', 'appointment', 'case', 'case_event', 'visit'],
  'today.get': ['center', 'staff', 'partner', 'readerless', 'person', 'same_person', 'contact', 'entitlement', 'import', 'situation', 'household', 'household_member', 'reception', 'appointment', 'case', 'case_event', 'consent', 'attachment', 'protocol_instance', 'step_event', 'step_document', 'visit', 'service', 'note', 'flag', 'referral', 'referral_event', 'referral_packet', 'attention'],
  'person.search': ['staff', 'person', 'same_person', 'case', 'case_event'],
  'person.check': ['staff', 'person', 'same_person', 'case', 'case_event'],
  'person.duplicates': ['staff', 'person', 'same_person', 'case', 'case_event'],
  'person.get': ['staff', 'person', 'same_person', 'contact', 'entitlement', 'situation', 'household', 'household_member', 'reception', 'appointment', 'case', 'case_event', 'consent', 'attachment', 'protocol_instance', 'step_event'],
  'duplicate.list': ['staff', 'person', 'same_person', 'case', 'case_event', 'duplicate'],
  'duplicate.compare': ['staff', 'person', 'same_person', 'household', 'household_member', 'reception', 'case', 'case_event', 'duplicate'],
  'attachment.get': ['staff', 'case', 'case_event', 'attachment'],
  'household.kinships': ['staff', 'household_member', 'case', 'case_event'],
  'form.list': [],
  'reception.list': ['staff', 'person', 'same_person', 'reception', 'case', 'case_event'],
  'case.get': ['staff', 'partner', 'person', 'same_person', 'contact', 'situation', 'household', 'household_member', 'reception', 'appointment', 'case', 'case_event', 'consent', 'attachment', 'protocol_instance', 'step_event', 'step_document', 'visit', 'service', 'note', 'referral', 'referral_event', 'device'],
  'case.list': ['staff', 'person', 'same_person', 'contact', 'household_member', 'case', 'case_event', 'protocol_instance', 'step_event'],
  'case.timeline': ['staff', 'partner', 'appointment', 'case', 'case_event', 'consent', 'protocol_instance', 'step_event', 'visit', 'service', 'note', 'referral', 'referral_event'],
  'case.unfinished': ['staff', 'partner', 'person', 'same_person', 'contact', 'household_member', 'appointment', 'case', 'case_event', 'protocol_instance', 'step_event', 'visit', 'referral', 'referral_event', 'draft'],
  'protocol.list': [],
  'appointment.list': ['staff', 'person', 'same_person', 'appointment', 'case', 'case_event'],
  'visit.list': ['staff', 'person', 'same_person', 'household', 'household_member', 'case', 'case_event', 'visit'],
  'amount.read': [],
  'flag.list': ['staff', 'same_person', 'case', 'case_event', 'flag'],
  'referral.get': ['staff', 'partner', 'person', 'same_person', 'case', 'case_event', 'referral', 'referral_event'],
  'referral.find': ['staff', 'partner', 'person', 'same_person', 'case', 'case_event', 'referral', 'referral_event'],
  'referral.list': ['staff', 'partner', 'person', 'same_person', 'case', 'case_event', 'referral', 'referral_event'],
  'partner.list': ['staff', 'partner', 'case', 'case_event', 'referral', 'referral_event'],
  'draft.get': ['draft'],
  'draft.list': ['draft'],
  'attention.list': ['center', 'staff', 'partner', 'readerless', 'person', 'same_person', 'contact', 'entitlement', 'import', 'situation', 'household', 'household_member', 'reception', 'appointment', 'case', 'case_event', 'consent', 'attachment', 'protocol_instance', 'step_event', 'step_document', 'visit', 'service', 'note', 'flag', 'referral', 'referral_event', 'referral_packet', 'attention'],
  'import.preview': ['import'],
  'import.known': ['person', 'same_person', 'import', 'case'],
  'import.status': ['import'],
  'import.list': ['staff', 'import'],
  'import.kept': ['staff', 'person', 'import', 'case', 'case_event'],
  'sync.status': ['center', 'staff', 'partner', 'readerless', 'person', 'same_person', 'contact', 'entitlement', 'import', 'situation', 'household', 'household_member', 'reception', 'appointment', 'case', 'case_event', 'consent', 'attachment', 'protocol_instance', 'step_event', 'step_document', 'visit', 'service', 'note', 'flag', 'referral', 'referral_event', 'referral_packet', 'settings', 'attention', 'device'],
} as const satisfies Partial<Record<keyof Commands, readonly string[]>>;

/** The codes of every list, by the name of its type, in the order they are read to a person. */
export const CODES = {
  Agreement: ['agrees', 'fits', 'differs', 'one_side'],
  AmountOf: ['month', 'aid', 'sum'],
  AppointmentStatus: ['planned', 'held', 'missed', 'cancelled'],
  AttachmentPlace: ['only_here', 'at_hub', 'not_here', 'awaited'],
  AttachmentPurpose: ['identity_paper', 'certificate', 'consent', 'court_paper', 'person_photo', 'other'],
  CaseAct: ['edit', 'assign', 'close', 'reopen'],
  CaseEventType: ['opened', 'assigned', 'unassigned', 'lead_set', 'closed', 'reopened', 'named', 'unnamed'],
  CaseStatus: ['open', 'closed'],
  CaseType: ['woman_victim_of_violence', 'woman_in_difficulty', 'single_mother', 'child_in_difficulty', 'child_without_family', 'street_child', 'schoolchild', 'disability', 'elderly', 'homeless', 'care_leaver', 'precarious_family', 'trafficking_victim', 'addiction', 'project_holder'],
  CenterType: ['cas', 'eps', 'emf', 'cape', 'upe', 'coaph', 'cjpa', 'samu', 'other'],
  ClockDoubt: ['behind', 'ahead', 'slow', 'fast'],
  ClosureReason: ['achieved', 'declined', 'transferred', 'lost_contact', 'moved', 'deceased', 'mistake', 'other'],
  Confidentiality: ['ordinary', 'restricted', 'sealed'],
  ConsentForm: ['signed', 'oral', 'fingerprint'],
  DangerSource: ['answer', 'step', 'reception'],
  DeviceState: ['empty', 'locked', 'unlocked'],
  DocumentStatus: ['seen', 'copied', 'missing', 'not_needed'],
  DocumentType: ['cnie', 'birth_act', 'passport', 'residence_permit', 'none'],
  DueState: ['overdue', 'due', 'soon', 'later', 'none'],
  EntitlementStatus: ['to_request', 'requested', 'granted', 'refused', 'ended'],
  Fate: ['cancelled', 'held', 'missed', 'closed', 'declined', 'not_possible', 'discarded', 'left'],
  GivenBy: ['person', 'guardian', 'judge'],
  ImportPhase: ['checking', 'writing', 'undoing', 'restoring'],
  ImportState: ['running', 'unfinished', 'elsewhere', 'done', 'undone'],
  IncidentKind: ['opened', 'refused', 'failed', 'broken', 'slow', 'round'],
  IncomeSource: ['wage', 'occasional', 'own_activity', 'pension', 'alimony', 'public_aid', 'support', 'none', 'other'],
  IndhCategory: ['indigent_elderly', 'disabled_without_resources', 'homeless_mentally_ill', 'kidney_failure', 'hiv', 'very_precarious_woman', 'former_prisoner', 'beggar_or_vagrant', 'drug_dependent', 'street_child', 'abandoned_child'],
  Kind: ['center', 'staff', 'partner', 'readerless', 'person', 'same_person', 'contact', 'entitlement', 'import', 'situation', 'household', 'household_member', 'reception', 'appointment', 'case', 'case_event', 'consent', 'attachment', 'protocol_instance', 'step_event', 'step_document', 'visit', 'service', 'note', 'flag', 'referral', 'referral_event', 'referral_packet'],
  Kinship: ['head', 'spouse', 'child', 'parent', 'sibling', 'grandparent', 'grandchild', 'relative', 'guardian', 'kafil', 'friend', 'service', 'other'],
  Language: ['ar', 'fr', 'en'],
  LanguageSpoken: ['ary', 'zgh', 'shi', 'tzm', 'rif', 'mey', 'ar', 'fr', 'es', 'en', 'xms', 'other'],
  ListField: ['given_name_ar', 'family_name_ar', 'given_name_lat', 'family_name_lat', 'full_name', 'full_name_family_first', 'title', 'nickname', 'sex', 'birth_date', 'age', 'birth_place', 'mother_name_ar', 'cnie', 'document_number', 'idcs', 'paper_file', 'phone', 'province', 'commune', 'address', 'marital_status', 'school_level', 'occupation', 'remark', 'nothing'],
  ListFormat: ['csv', 'xlsx'],
  MaritalStatus: ['single', 'married', 'divorced', 'widowed'],
  MediaType: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
  Nationality: ['MA', 'DZ', 'TN', 'MR', 'LY', 'EG', 'SD', 'SY', 'IQ', 'YE', 'PS', 'SN', 'ML', 'CI', 'GN', 'CM', 'NG', 'CD', 'CG', 'GA', 'FR', 'ES', 'PH', 'XX', 'ZZ'],
  NoteKind: ['remark', 'listening', 'call', 'inquiry'],
  OpenKind: ['visit', 'appointment', 'referral', 'step', 'draft'],
  Orientation: ['information', 'service', 'appointment', 'case', 'referral', 'left'],
  PartnerType: ['health', 'court', 'police', 'authority', 'shelter', 'association', 'education', 'employment', 'social_service', 'center', 'other'],
  PersonColumn: ['paper_file', 'given_name_ar', 'family_name_ar', 'given_name_lat', 'family_name_lat', 'sex', 'birth_date', 'mother_name_ar', 'cnie', 'idcs', 'phone', 'safe_contact', 'province', 'commune', 'address', 'marital_status', 'school_level', 'occupation'],
  Programme: ['rnp', 'rsu', 'asd', 'amo_tadamon', 'disability_card', 'other'],
  Purpose: ['care', 'referral', 'health', 'justice', 'contact', 'statistics'],
  QuestionKind: ['text', 'long_text', 'number', 'date', 'choice', 'several', 'yes_no'],
  Reach: ['free', 'hours', 'hours_unknown', 'not_asked', 'never'],
  ReasonCode: ['name_same', 'name_alike', 'name_swapped', 'family_other', 'given_other', 'birth_same', 'birth_swapped', 'birth_near', 'birth_year_same', 'birth_other', 'sex_other', 'mother_same', 'mother_other', 'cnie_same', 'cnie_near', 'cnie_other', 'idcs_same', 'idcs_other', 'document_same', 'paper_file_same', 'phone_same', 'phone_near', 'commune_same', 'commune_other', 'province_same', 'province_other'],
  ReferralEventType: ['sent', 'received', 'accepted', 'refused', 'served', 'not_served', 'closed', 'reopened'],
  ReferralStatus: ['draft', 'sent', 'received', 'accepted', 'refused', 'served', 'not_served', 'closed'],
  RefusalReason: ['no_capacity', 'not_eligible', 'missing_documents', 'did_not_come', 'person_declined', 'unavailable', 'other'],
  RefusedVerdict: ['rejected', 'held'],
  Role: ['reception', 'caseworker', 'field', 'specialist', 'director', 'reader', 'administrator'],
  RoleAct: ['meet_people', 'follow_cases', 'oversee_cases', 'keep_directory', 'keep_accounts', 'import_lists', 'export_lists'],
  RowsShown: ['all', 'refused', 'doubted'],
  SafeContact: ['yes', 'hours', 'no', 'unknown'],
  SchoolLevel: ['none', 'preschool', 'primary', 'lower_secondary', 'upper_secondary', 'training', 'non_formal', 'higher'],
  ServiceType: ['in_kind', 'cash', 'shelter', 'meal', 'psychological', 'legal', 'health', 'rehabilitation', 'educational', 'training', 'mediation', 'accompaniment', 'other'],
  Sex: ['female', 'male', 'unknown'],
  SharedItem: ['name', 'birth', 'cnie', 'phone', 'address', 'situation', 'household'],
  Source: ['self', 'family', 'court', 'police', 'health', 'school', 'authority', 'association', 'round', 'helpline', 'other'],
  StepEventType: ['started', 'waiting', 'done', 'declined', 'not_possible', 'postponed', 'reopened'],
  StepStatus: ['later', 'open', 'waiting', 'done', 'declined', 'not_possible', 'skipped'],
  Unname: ['free', 'with_reason', 'never'],
  Urgency: ['ordinary', 'soon', 'immediate'],
  Verdict: ['different', 'maybe', 'same'],
  VisitKind: ['home', 'institution', 'street', 'center'],
  VisitOutcome: ['met', 'absent', 'declined', 'moved', 'unreachable'],
  VisitStanding: ['planned', 'performed', 'cancelled'],
} as const;

/** A field of a record, as the core declares it. */
export interface FieldOf {
  merge: 'latest' | 'narrative' | 'strictest' | 'once';
  /** What its values are. */
  shape: string;
  /** Its closed or open list: the name in CODES, and the family of its words. */
  codes?: keyof typeof CODES;
  family?: string;
  /** Several values. */
  many?: true;
  /** With which it is shown and asked. */
  group?: string;
  /** Written by the program beside what a person wrote. */
  byProgram?: true;
}

/** The fields of every kind, in declared order. */
export const RECORDS: Readonly<Record<Kind, Readonly<Record<string, FieldOf>>>> = {
  center: {
    name_ar: { merge: 'latest', shape: 'text' },
    name_fr: { merge: 'latest', shape: 'text' },
    center_type: { merge: 'latest', shape: 'code', codes: 'CenterType', family: 'center_type' },
    province: { merge: 'latest', shape: 'place' },
    commune: { merge: 'latest', shape: 'place' },
    code: { merge: 'latest', shape: 'text' },
    address: { merge: 'latest', shape: 'text' },
    phone: { merge: 'latest', shape: 'telephone' },
  },
  staff: {
    center: { merge: 'latest', shape: 'reference' },
    name_ar: { merge: 'latest', shape: 'text' },
    name_lat: { merge: 'latest', shape: 'text' },
    sex: { merge: 'latest', shape: 'code', codes: 'Sex', family: 'sex' },
    role: { merge: 'latest', shape: 'code', codes: 'Role', family: 'role' },
    phone: { merge: 'latest', shape: 'telephone' },
    public_key: { merge: 'latest', shape: 'reference' },
    left_on: { merge: 'latest', shape: 'day' },
  },
  partner: {
    name_ar: { merge: 'latest', shape: 'text' },
    name_fr: { merge: 'latest', shape: 'text' },
    partner_type: { merge: 'latest', shape: 'code', codes: 'PartnerType', family: 'partner_type' },
    center: { merge: 'latest', shape: 'reference' },
    services: { merge: 'latest', shape: 'text' },
    province: { merge: 'latest', shape: 'place' },
    commune: { merge: 'latest', shape: 'place' },
    address: { merge: 'latest', shape: 'text' },
    phone: { merge: 'latest', shape: 'telephone' },
    email: { merge: 'latest', shape: 'text' },
    hours: { merge: 'latest', shape: 'text' },
    assured_on: { merge: 'latest', shape: 'day' },
    inactive: { merge: 'latest', shape: 'flag' },
  },
  readerless: {
    since: { merge: 'latest', shape: 'day' },
    waits: { merge: 'latest', shape: 'flag' },
  },
  person: {
    given_name_ar: { merge: 'latest', shape: 'name', group: 'names' },
    family_name_ar: { merge: 'latest', shape: 'name', group: 'names' },
    given_name_lat: { merge: 'latest', shape: 'name', group: 'names' },
    family_name_lat: { merge: 'latest', shape: 'name', group: 'names' },
    title: { merge: 'latest', shape: 'text', group: 'names' },
    nickname: { merge: 'latest', shape: 'name', group: 'names' },
    anonymous: { merge: 'latest', shape: 'flag' },
    sex: { merge: 'latest', shape: 'code', codes: 'Sex', family: 'sex', group: 'birth' },
    birth_date: { merge: 'latest', shape: 'birth', group: 'birth' },
    estimated_age: { merge: 'latest', shape: 'count', group: 'birth' },
    estimated_on: { merge: 'latest', shape: 'day' },
    birth_place: { merge: 'latest', shape: 'text', group: 'birth' },
    mother_name_ar: { merge: 'latest', shape: 'name', group: 'birth' },
    document_type: { merge: 'latest', shape: 'code', codes: 'DocumentType', family: 'document_type', group: 'papers' },
    cnie: { merge: 'latest', shape: 'cnie', group: 'papers' },
    document_number: { merge: 'latest', shape: 'number', group: 'papers' },
    act_number: { merge: 'latest', shape: 'number', group: 'papers' },
    act_year: { merge: 'latest', shape: 'count', group: 'papers' },
    act_office: { merge: 'latest', shape: 'text', group: 'papers' },
    idcs: { merge: 'latest', shape: 'number', group: 'papers' },
    paper_file: { merge: 'latest', shape: 'number', group: 'papers' },
    phone: { merge: 'latest', shape: 'telephone', group: 'reach' },
    safe_contact: { merge: 'strictest', shape: 'code', codes: 'SafeContact', family: 'safe_contact', group: 'reach' },
    safe_hours: { merge: 'latest', shape: 'text', group: 'reach' },
    province: { merge: 'latest', shape: 'place', group: 'home' },
    commune: { merge: 'latest', shape: 'place', group: 'home' },
    address: { merge: 'latest', shape: 'text', group: 'home' },
    usual_place: { merge: 'latest', shape: 'text', group: 'home' },
    nationality: { merge: 'latest', shape: 'open', codes: 'Nationality', family: 'nationality', group: 'life' },
    marital_status: { merge: 'latest', shape: 'code', codes: 'MaritalStatus', family: 'marital_status', group: 'life' },
    school_level: { merge: 'latest', shape: 'code', codes: 'SchoolLevel', family: 'school_level', group: 'life' },
    occupation: { merge: 'latest', shape: 'text', group: 'life' },
    languages: { merge: 'latest', shape: 'open', codes: 'LanguageSpoken', family: 'language_spoken', many: true, group: 'meeting' },
    accessibility: { merge: 'latest', shape: 'text', group: 'meeting' },
    import: { merge: 'once', shape: 'reference' },
    import_remark: { merge: 'once', shape: 'text' },
    withdrawn_on: { merge: 'latest', shape: 'day' },
  },
  same_person: {
    left: { merge: 'once', shape: 'person' },
    right: { merge: 'once', shape: 'person' },
    same: { merge: 'once', shape: 'flag' },
    undoes: { merge: 'once', shape: 'reference' },
  },
  contact: {
    person: { merge: 'once', shape: 'person', byProgram: true },
    case: { merge: 'once', shape: 'reference' },
    name: { merge: 'latest', shape: 'text' },
    kinship: { merge: 'latest', shape: 'code', codes: 'Kinship', family: 'kinship' },
    phone: { merge: 'latest', shape: 'telephone' },
    companion: { merge: 'latest', shape: 'flag' },
    safe_contact: { merge: 'strictest', shape: 'code', codes: 'SafeContact', family: 'safe_contact' },
    alleged_perpetrator: { merge: 'strictest', shape: 'flag' },
    remark: { merge: 'narrative', shape: 'text' },
    until: { merge: 'latest', shape: 'day' },
  },
  entitlement: {
    person: { merge: 'once', shape: 'person', byProgram: true },
    programme: { merge: 'once', shape: 'code', codes: 'Programme', family: 'programme' },
    status: { merge: 'latest', shape: 'code', codes: 'EntitlementStatus', family: 'entitlement_status' },
    since: { merge: 'latest', shape: 'day' },
    until: { merge: 'latest', shape: 'day' },
    number: { merge: 'latest', shape: 'number' },
    remark: { merge: 'narrative', shape: 'text' },
  },
  import: {
    file_name: { merge: 'once', shape: 'text' },
    format: { merge: 'once', shape: 'code', codes: 'ListFormat', family: 'list_format' },
    at: { merge: 'once', shape: 'moment', byProgram: true },
    by: { merge: 'once', shape: 'staff', byProgram: true },
    rows: { merge: 'once', shape: 'count' },
    ended_at: { merge: 'latest', shape: 'moment' },
    imported: { merge: 'latest', shape: 'count' },
    refused: { merge: 'latest', shape: 'count' },
    left_out: { merge: 'latest', shape: 'count' },
    undone_on: { merge: 'latest', shape: 'day' },
    undone_by: { merge: 'latest', shape: 'staff' },
  },
  situation: {
    person: { merge: 'once', shape: 'person', byProgram: true },
    case: { merge: 'once', shape: 'reference' },
    group: { merge: 'once', shape: 'code', codes: 'CaseType', family: 'case_type' },
    indh: { merge: 'once', shape: 'code', codes: 'IndhCategory', family: 'indh' },
    form: { merge: 'once', shape: 'text' },
    form_version: { merge: 'once', shape: 'count' },
    answers: { merge: 'latest', shape: 'answers', many: true },
    noted_on: { merge: 'once', shape: 'day' },
    noted_by: { merge: 'once', shape: 'staff' },
    until: { merge: 'latest', shape: 'day' },
  },
  household: {
    name: { merge: 'latest', shape: 'text' },
    rsu_id: { merge: 'latest', shape: 'number' },
    province: { merge: 'latest', shape: 'place' },
    commune: { merge: 'latest', shape: 'place' },
    address: { merge: 'latest', shape: 'text' },
  },
  household_member: {
    household: { merge: 'once', shape: 'reference' },
    person: { merge: 'once', shape: 'person', byProgram: true },
    case: { merge: 'once', shape: 'reference' },
    kinship: { merge: 'latest', shape: 'code', codes: 'Kinship', family: 'kinship' },
    since: { merge: 'latest', shape: 'day' },
    until: { merge: 'latest', shape: 'day' },
    income: { merge: 'latest', shape: 'money' },
    income_source: { merge: 'latest', shape: 'code', codes: 'IncomeSource', family: 'income_source' },
  },
  reception: {
    day: { merge: 'once', shape: 'day' },
    number: { merge: 'once', shape: 'count' },
    opened_at: { merge: 'once', shape: 'moment' },
    received_by: { merge: 'once', shape: 'staff', byProgram: true },
    person: { merge: 'latest', shape: 'person' },
    source: { merge: 'latest', shape: 'code', codes: 'Source', family: 'source' },
    reason: { merge: 'narrative', shape: 'text' },
    urgency: { merge: 'latest', shape: 'code', codes: 'Urgency', family: 'urgency' },
    interpreter: { merge: 'latest', shape: 'text' },
    heard_alone: { merge: 'latest', shape: 'flag' },
    orientation: { merge: 'latest', shape: 'code', codes: 'Orientation', family: 'orientation' },
  },
  appointment: {
    person: { merge: 'once', shape: 'person', byProgram: true },
    case: { merge: 'once', shape: 'reference' },
    staff: { merge: 'latest', shape: 'staff' },
    day: { merge: 'latest', shape: 'day' },
    time: { merge: 'latest', shape: 'time' },
    purpose: { merge: 'narrative', shape: 'text' },
    place: { merge: 'latest', shape: 'text' },
    bring: { merge: 'latest', shape: 'text' },
    status: { merge: 'latest', shape: 'code', codes: 'AppointmentStatus', family: 'appointment_status' },
  },
  case: {
    person: { merge: 'once', shape: 'person', byProgram: true },
    number: { merge: 'once', shape: 'number' },
    case_type: { merge: 'latest', shape: 'code', codes: 'CaseType', family: 'case_type' },
    confidentiality: { merge: 'strictest', shape: 'code', codes: 'Confidentiality', family: 'confidentiality' },
    named: { merge: 'once', shape: 'staff', many: true },
    situation: { merge: 'narrative', shape: 'text' },
    reception: { merge: 'once', shape: 'reference' },
    opened_on: { merge: 'once', shape: 'day' },
    opened_by: { merge: 'once', shape: 'staff', byProgram: true },
  },
  case_event: {
    case: { merge: 'once', shape: 'reference' },
    event: { merge: 'once', shape: 'code', codes: 'CaseEventType', family: 'case_event' },
    at: { merge: 'once', shape: 'moment', byProgram: true },
    day: { merge: 'once', shape: 'day' },
    by: { merge: 'once', shape: 'staff', byProgram: true },
    staff: { merge: 'once', shape: 'staff' },
    reason: { merge: 'once', shape: 'code', codes: 'ClosureReason', family: 'closure_reason' },
    note: { merge: 'once', shape: 'text' },
  },
  consent: {
    person: { merge: 'once', shape: 'person', byProgram: true },
    case: { merge: 'once', shape: 'reference' },
    purposes: { merge: 'once', shape: 'code', codes: 'Purpose', family: 'purpose', many: true },
    given_by: { merge: 'once', shape: 'code', codes: 'GivenBy', family: 'given_by' },
    form: { merge: 'once', shape: 'code', codes: 'ConsentForm', family: 'consent_form' },
    given_at: { merge: 'once', shape: 'moment' },
    recorded_by: { merge: 'once', shape: 'staff', byProgram: true },
    expires_on: { merge: 'latest', shape: 'day' },
    withdrawn_on: { merge: 'strictest', shape: 'day' },
    withheld: { merge: 'narrative', shape: 'text' },
  },
  attachment: {
    person: { merge: 'once', shape: 'person', byProgram: true },
    case: { merge: 'once', shape: 'reference' },
    document: { merge: 'once', shape: 'reference' },
    purpose: { merge: 'once', shape: 'code', codes: 'AttachmentPurpose', family: 'attachment_purpose' },
    name: { merge: 'once', shape: 'text' },
    media_type: { merge: 'once', shape: 'code', codes: 'MediaType', family: 'media_type' },
    size: { merge: 'once', shape: 'count' },
    hash: { merge: 'once', shape: 'reference' },
    key: { merge: 'once', shape: 'reference' },
    day: { merge: 'once', shape: 'day' },
    by: { merge: 'once', shape: 'staff', byProgram: true },
    complete: { merge: 'latest', shape: 'flag', byProgram: true },
    withdrawn_on: { merge: 'strictest', shape: 'day' },
    withdrawn_reason: { merge: 'narrative', shape: 'text' },
  },
  protocol_instance: {
    case: { merge: 'once', shape: 'reference' },
    protocol: { merge: 'once', shape: 'protocol' },
    version: { merge: 'once', shape: 'count', byProgram: true },
    started_on: { merge: 'once', shape: 'day' },
    started_by: { merge: 'once', shape: 'staff', byProgram: true },
  },
  step_event: {
    case: { merge: 'once', shape: 'reference' },
    instance: { merge: 'once', shape: 'reference' },
    step: { merge: 'once', shape: 'step' },
    event: { merge: 'once', shape: 'code', codes: 'StepEventType', family: 'step_event' },
    at: { merge: 'once', shape: 'moment', byProgram: true },
    day: { merge: 'once', shape: 'day' },
    by: { merge: 'once', shape: 'staff', byProgram: true },
    outcome: { merge: 'once', shape: 'step' },
    note: { merge: 'once', shape: 'text' },
    until: { merge: 'once', shape: 'day' },
    corrects: { merge: 'once', shape: 'reference' },
  },
  step_document: {
    case: { merge: 'once', shape: 'reference' },
    instance: { merge: 'once', shape: 'reference' },
    step: { merge: 'once', shape: 'step' },
    document: { merge: 'once', shape: 'step' },
    status: { merge: 'latest', shape: 'code', codes: 'DocumentStatus', family: 'document_status' },
    day: { merge: 'latest', shape: 'day' },
  },
  visit: {
    case: { merge: 'once', shape: 'reference' },
    person: { merge: 'once', shape: 'person', byProgram: true },
    household: { merge: 'latest', shape: 'reference' },
    kind: { merge: 'latest', shape: 'code', codes: 'VisitKind', family: 'visit_kind' },
    staff: { merge: 'latest', shape: 'staff' },
    planned_on: { merge: 'latest', shape: 'day' },
    place: { merge: 'latest', shape: 'text' },
    purpose: { merge: 'narrative', shape: 'text' },
    performed_at: { merge: 'latest', shape: 'moment' },
    performed_on: { merge: 'latest', shape: 'day' },
    performed_by: { merge: 'latest', shape: 'staff' },
    outcome: { merge: 'latest', shape: 'code', codes: 'VisitOutcome', family: 'visit_outcome' },
    present: { merge: 'narrative', shape: 'text' },
    observations: { merge: 'narrative', shape: 'text' },
    next_step: { merge: 'narrative', shape: 'text' },
  },
  service: {
    case: { merge: 'once', shape: 'reference' },
    person: { merge: 'once', shape: 'person', byProgram: true },
    service_type: { merge: 'once', shape: 'code', codes: 'ServiceType', family: 'service_type' },
    item: { merge: 'once', shape: 'text' },
    quantity: { merge: 'once', shape: 'count' },
    amount: { merge: 'once', shape: 'money' },
    minutes: { merge: 'once', shape: 'count' },
    day: { merge: 'once', shape: 'day' },
    at: { merge: 'once', shape: 'moment', byProgram: true },
    by: { merge: 'once', shape: 'staff', byProgram: true },
    remark: { merge: 'once', shape: 'text' },
    corrects: { merge: 'once', shape: 'reference' },
  },
  note: {
    case: { merge: 'once', shape: 'reference' },
    person: { merge: 'once', shape: 'person', byProgram: true },
    kind: { merge: 'once', shape: 'code', codes: 'NoteKind', family: 'note_kind' },
    body: { merge: 'once', shape: 'text' },
    day: { merge: 'once', shape: 'day' },
    at: { merge: 'once', shape: 'moment', byProgram: true },
    by: { merge: 'once', shape: 'staff', byProgram: true },
    corrects: { merge: 'once', shape: 'reference' },
  },
  flag: {
    person: { merge: 'once', shape: 'person', byProgram: true },
    case: { merge: 'once', shape: 'reference' },
    reason: { merge: 'narrative', shape: 'text' },
    until: { merge: 'latest', shape: 'day' },
    noted_on: { merge: 'once', shape: 'day', byProgram: true },
    noted_by: { merge: 'once', shape: 'staff', byProgram: true },
    resolution: { merge: 'narrative', shape: 'text' },
    resolved_on: { merge: 'latest', shape: 'day', byProgram: true },
    resolved_by: { merge: 'latest', shape: 'staff', byProgram: true },
  },
  referral: {
    case: { merge: 'once', shape: 'reference' },
    person: { merge: 'once', shape: 'person', byProgram: true },
    partner: { merge: 'once', shape: 'partner' },
    to_center: { merge: 'once', shape: 'reference' },
    reference: { merge: 'once', shape: 'text' },
    service_asked: { merge: 'latest', shape: 'text' },
    reason: { merge: 'narrative', shape: 'text' },
    urgency: { merge: 'latest', shape: 'code', codes: 'Urgency', family: 'urgency' },
    shared: { merge: 'latest', shape: 'code', codes: 'SharedItem', family: 'shared_item', many: true },
    consent: { merge: 'once', shape: 'reference' },
    override_reason: { merge: 'once', shape: 'text' },
    created_on: { merge: 'once', shape: 'day' },
    created_by: { merge: 'once', shape: 'staff', byProgram: true },
  },
  referral_event: {
    case: { merge: 'once', shape: 'reference' },
    referral: { merge: 'once', shape: 'reference' },
    event: { merge: 'once', shape: 'code', codes: 'ReferralEventType', family: 'referral_event' },
    at: { merge: 'once', shape: 'moment', byProgram: true },
    day: { merge: 'once', shape: 'day' },
    by: { merge: 'once', shape: 'staff', byProgram: true },
    reason: { merge: 'once', shape: 'code', codes: 'RefusalReason', family: 'refusal_reason' },
    note: { merge: 'once', shape: 'text' },
  },
  referral_packet: {
    referral: { merge: 'once', shape: 'reference' },
    to_center: { merge: 'once', shape: 'reference' },
    from_center: { merge: 'once', shape: 'reference' },
    reference: { merge: 'once', shape: 'text' },
    confidentiality: { merge: 'strictest', shape: 'code', codes: 'Confidentiality', family: 'confidentiality' },
    person_name: { merge: 'once', shape: 'text' },
    birth_date: { merge: 'once', shape: 'birth' },
    phone: { merge: 'once', shape: 'telephone' },
    service_asked: { merge: 'once', shape: 'text' },
    reason: { merge: 'once', shape: 'text' },
    urgency: { merge: 'once', shape: 'code', codes: 'Urgency', family: 'urgency' },
    sent_on: { merge: 'once', shape: 'day' },
  },
};

/** Cases that start restricted: said before they are opened. */
export const STARTS_RESTRICTED: readonly CaseType[] = ['woman_victim_of_violence', 'child_in_difficulty', 'child_without_family', 'street_child', 'trafficking_victim'];

/** Services counted in minutes. */
export const SESSIONS: readonly ServiceType[] = ['psychological', 'legal', 'rehabilitation', 'educational', 'mediation'];

/** What the front desk adds. */
export const DESK_PURPOSES: readonly AttachmentPurpose[] = ['identity_paper', 'person_photo'];

/** What is exported when nobody chooses. */
export const USUAL_COLUMNS: readonly PersonColumn[] = ['given_name_ar', 'family_name_ar', 'given_name_lat', 'family_name_lat', 'sex', 'birth_date', 'commune'];

/** The hour of Morocco as the core has it: from a moment (ms since 1970) on, so many minutes ahead of UTC. */
export const OFFSETS: readonly (readonly [number, number])[] = [
  [1577836800000, 60],
  [1587261600000, 0],
  [1590890400000, 60],
  [1618106400000, 0],
  [1621130400000, 60],
  [1648346400000, 0],
  [1651975200000, 60],
  [1679191200000, 0],
  [1682215200000, 60],
  [1710036000000, 0],
  [1713060000000, 60],
  [1740276000000, 0],
  [1743904800000, 60],
  [1771120800000, 0],
  [1774144800000, 60],
  [1801965600000, 0],
  [1804989600000, 60],
  [1832205600000, 0],
  [1835834400000, 60],
  [1863050400000, 0],
  [1866074400000, 60],
  [1893290400000, 0],
  [1896919200000, 60],
  [1924135200000, 0],
  [1927159200000, 60],
  [1954980000000, 0],
  [1958004000000, 60],
  [1985220000000, 0],
  [1988848800000, 60],
  [2016064800000, 0],
  [2019088800000, 60],
  [2046304800000, 0],
  [2049933600000, 60],
  [2077149600000, 0],
  [2080778400000, 60],
  [2107994400000, 0],
  [2111018400000, 60],
  [2138234400000, 0],
  [2141863200000, 60],
  [2169079200000, 0],
  [2172103200000, 60],
  [2199924000000, 0],
  [2202948000000, 60],
  [2230164000000, 0],
  [2233792800000, 60],
  [2261008800000, 0],
  [2264032800000, 60],
  [2291248800000, 0],
  [2294877600000, 60],
  [2322093600000, 0],
  [2325722400000, 60],
  [2352938400000, 0],
  [2355962400000, 60],
  [2383178400000, 0],
  [2386807200000, 60],
  [2414023200000, 0],
  [2417047200000, 60],
  [2444868000000, 0],
  [2447892000000, 60],
  [2475108000000, 0],
  [2478736800000, 60],
  [2505952800000, 0],
  [2508976800000, 60],
  [2536192800000, 0],
  [2539821600000, 60],
  [2567037600000, 0],
  [2570666400000, 60],
  [2597882400000, 0],
  [2600906400000, 60],
  [2628122400000, 0],
  [2631751200000, 60],
  [2658967200000, 0],
  [2661991200000, 60],
  [2689812000000, 0],
  [2692836000000, 60],
  [2720052000000, 0],
  [2723680800000, 60],
  [2750896800000, 0],
  [2753920800000, 60],
  [2781136800000, 0],
  [2784765600000, 60],
  [2811981600000, 0],
  [2815610400000, 60],
  [2842826400000, 0],
  [2845850400000, 60],
  [2873066400000, 0],
  [2876695200000, 60],
  [2903911200000, 0],
  [2906935200000, 60],
  [2934756000000, 0],
  [2937780000000, 60],
  [2964996000000, 0],
  [2968624800000, 60],
  [2995840800000, 0],
  [2998864800000, 60],
  [3026080800000, 0],
  [3029709600000, 60],
  [3056925600000, 0],
  [3060554400000, 60],
  [3087770400000, 0],
  [3090794400000, 60],
  [3118010400000, 0],
  [3121639200000, 60],
  [3148855200000, 0],
  [3151879200000, 60],
  [3179700000000, 0],
  [3182724000000, 60],
  [3209940000000, 0],
  [3213568800000, 60],
  [3240784800000, 0],
  [3243808800000, 60],
  [3271024800000, 0],
  [3274653600000, 60],
  [3301869600000, 0],
  [3305498400000, 60],
  [3332714400000, 0],
  [3335738400000, 60],
  [3362954400000, 0],
  [3366583200000, 60],
  [3393799200000, 0],
  [3396823200000, 60],
  [3424644000000, 0],
  [3427668000000, 60],
  [3454884000000, 0],
  [3458512800000, 60],
  [3485728800000, 0],
  [3488752800000, 60],
  [3515968800000, 0],
  [3519597600000, 60],
  [3546813600000, 0],
  [3549837600000, 60],
  [3577658400000, 0],
  [3580682400000, 60],
  [3607898400000, 0],
  [3611527200000, 60],
  [3638743200000, 0],
  [3641767200000, 60],
  [3669588000000, 0],
  [3672612000000, 60],
  [3699828000000, 0],
  [3703456800000, 60],
];
