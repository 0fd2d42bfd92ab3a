//! People, as looked up and shown.

use jisr_domain::attachment::AttachmentPurpose;
use jisr_domain::entitlement::Entitlement;
use jisr_domain::id::{ContactId, PersonId};
use jisr_domain::name::Verdict;
use jisr_domain::person::matching::Reason;
use jisr_domain::person::{Contact, Person, SafeContact, TitleFound};
use jisr_domain::situation::Situation;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::appointment::AppointmentView;
use crate::attachment::AttachmentView;
use crate::case::CaseRow;
use crate::consent::ConsentView;
use crate::duplicate::{PersonRecord, Statement};
use crate::household::{HouseholdView, PastHousehold};
use crate::person::Reachable;
use crate::reception::ReceptionView;
use crate::view::{CaseCard, Danger, PersonCard, RecordView};
use jisr_domain::referral::Withheld;

/// `person.search`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct SearchArgs {
    /// Words of a name in either script, CNIE, phone, case or paper-file number.
    pub query: String,
    /// At most so many, 20 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// `person.search`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct SearchResult {
    /// Best first.
    pub people: Vec<PersonHit>,
    /// More were found than are shown.
    pub more: bool,
}

/// A person found.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct PersonHit {
    /// Who.
    pub person: PersonCard,
    /// The record that was found, when another one stands for the person.
    pub recorded_as: Option<PersonCard>,
    /// Their cases the searcher may know of, open ones first.
    pub cases: Vec<CaseCard>,
    /// What matched: `name`, `birth_year`, `cnie`, `phone`, `case_number`, `paper_file`, `idcs`, `document`.
    pub matched: Vec<String>,
    /// The words of their names, as written, that what was typed found.
    pub found: Vec<String>,
}

/// `person.duplicates`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct DuplicatesArgs {
    /// What is known of the person so far.
    pub draft: Person,
    /// A record to leave out: the one being corrected.
    #[serde(default)]
    pub except: Option<PersonId>,
    /// At most so many, 5 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// `person.duplicates`: only those worth showing.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Duplicates {
    /// Likeliest first.
    pub candidates: Vec<Candidate>,
}

/// Somebody of the register who may be the person at the desk.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Candidate {
    /// Who.
    pub person: PersonCard,
    /// The chance that they are one person, 0 to 1.
    pub score: f32,
    /// `same` when it is very likely, else `maybe`.
    pub verdict: Verdict,
    /// Why, weightiest first, whichever way it speaks.
    pub reasons: Vec<Reason>,
    /// Their cases the viewer may know of, open ones first.
    pub cases: Vec<CaseCard>,
}

/// `person.register`, `person.check`
#[derive(Clone, Debug, Serialize, Deserialize, TS, JsonSchema)]
pub struct RegisterArgs {
    /// The person; one name in one script, or a nickname, is enough.
    pub person: Person,
    /// The reception to tie them to.
    #[serde(default)]
    pub reception: Option<String>,
    /// The draft to drop once they are registered.
    #[serde(default)]
    pub draft: Option<String>,
}

/// `person.check`: what would be written, and what to make sure of. Warnings never block.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct PersonChecked {
    /// As it would be written (phone in E.164, CNIE folded).
    pub person: Person,
    /// Codes of the locales: `cnie_unusual`, `phone_unreadable`…
    pub warnings: Vec<FieldWarning>,
    /// Titles typed inside a name, to be proposed apart.
    pub titles: Vec<TitleFound>,
    /// People who already hold the same paper or number.
    pub same_papers: Vec<PersonHit>,
}

/// Something to make sure of.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct FieldWarning {
    /// Which field.
    pub field: String,
    /// Code of the locales.
    pub code: String,
}

/// `person.get`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct PersonArgs {
    /// Who.
    pub person: PersonId,
}

/// `person.get`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct PersonView {
    /// The person.
    pub person: RecordView<Person>,
    /// As in rows: age, commune in words.
    pub card: PersonCard,
    /// Names of their province, in Arabic and French.
    pub province_names: Option<(String, String)>,
    /// Whether they may be reached: the most protective answer among their records.
    pub safe_contact: Option<SafeContact>,
    /// What that answer allows.
    pub reachable: Reachable,
    /// What a referral does not tell of them, even when it is ticked; nothing for those who write none.
    pub withheld: Vec<Withheld>,
    /// Every record of the person, the one that stands for them first; empty when they were recorded once.
    pub records: Vec<PersonRecord>,
    /// What was said of records being one person or not, the latest first: what joins these records, and what
    /// contradicts a joining.
    pub tied: Vec<Statement>,
    /// Who may be reached.
    pub contacts: Vec<RecordView<Contact>>,
    /// Their household.
    pub household: Option<HouseholdView>,
    /// Households they lived in before, the last one first.
    pub past_households: Vec<PastHousehold>,
    /// Target groups they belong to, with the answers to their forms; for those who follow cases.
    pub situations: Vec<RecordView<Situation>>,
    /// Of those that hold, the answers to be seen at once.
    pub dangers: Vec<Danger>,
    /// Their cases the viewer may know of.
    pub cases: Vec<CaseRow>,
    /// Passages at the desk, newest first.
    pub receptions: Vec<ReceptionView>,
    /// Appointments still to come.
    pub appointments: Vec<AppointmentView>,
    /// Their places in public programmes; for those who follow cases.
    pub entitlements: Vec<RecordView<Entitlement>>,
    /// What the viewer may add of their papers.
    pub attachment_purposes: Vec<AttachmentPurpose>,
    /// Their photo and papers outside cases, newest first.
    pub attachments: Vec<AttachmentView>,
    /// Consents in force or past, outside cases.
    pub consents: Vec<ConsentView>,
}

/// `contact.add`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct AddContactArgs {
    /// The contact; `person` is required.
    pub contact: Contact,
}

/// `contact.remove`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct RemoveContactArgs {
    /// Which.
    pub contact: ContactId,
    /// As handed out with the view.
    pub seen: String,
}
