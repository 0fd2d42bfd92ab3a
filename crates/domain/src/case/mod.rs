//! Cases: the records, and the fold of their events.

use chrono::{DateTime, NaiveDate, Utc};

use crate::id::{CaseId, PersonId, ReceptionId, StaffId};
use crate::record::{Rules, code, record};

mod confidentiality;
mod fold;
mod number;

pub use confidentiality::may_unname;
pub use fold::{CaseState, CaseStatus, fold};
pub use number::{case_number, device_label};

code! {
    /// Official target groups (فئات, domain notes §2): what a case is about.
    CaseType {
        /// النساء والفتيات ضحايا العنف.
        WomanVictimOfViolence = "woman_victim_of_violence",
        /// النساء في وضعية صعبة.
        WomanInDifficulty = "woman_in_difficulty",
        /// الأمهات العازبات.
        SingleMother = "single_mother",
        /// الأطفال في وضعية صعبة.
        ChildInDifficulty = "child_in_difficulty",
        /// الأطفال المحرومون من الوسط العائلي.
        ChildWithoutFamily = "child_without_family",
        /// الأطفال في وضعية الشارع.
        StreetChild = "street_child",
        /// الأطفال المتمدرسون.
        Schoolchild = "schoolchild",
        /// الأشخاص في وضعية إعاقة.
        Disability = "disability",
        /// الأشخاص المسنون.
        Elderly = "elderly",
        /// الأشخاص بدون مأوى.
        Homeless = "homeless",
        /// الشباب المقبلون على مغادرة المؤسسات.
        CareLeaver = "care_leaver",
        /// الأسر في وضعية هشاشة.
        PrecariousFamily = "precarious_family",
        /// ضحايا الاتجار بالبشر.
        TraffickingVictim = "trafficking_victim",
        /// المدمنون بدون موارد.
        Addiction = "addiction",
        /// النساء حاملات المشاريع.
        ProjectHolder = "project_holder",
    }
}

impl CaseType {
    /// Confidentiality a new case of this type starts with (sync rule 20).
    pub fn default_confidentiality(self) -> Confidentiality {
        match self {
            CaseType::WomanVictimOfViolence
            | CaseType::TraffickingVictim
            | CaseType::ChildInDifficulty
            | CaseType::ChildWithoutFamily
            | CaseType::StreetChild => Confidentiality::Restricted,
            _ => Confidentiality::Ordinary,
        }
    }
}

code! {
    /// Who may know of a case (architecture §6). In order, each protects more than the one before.
    Confidentiality {
        /// The center.
        Ordinary = "ordinary",
        /// Assigned staff and the director; others find the identity card and no trace of the case.
        Restricted = "restricted",
        /// Named people; absent everywhere for the rest.
        Sealed = "sealed",
    }
}

code! {
    /// What can happen to a case.
    CaseEventType in "case_event" {
        /// فتح الملف.
        Opened = "opened",
        /// Given to a member of staff (`staff`).
        Assigned = "assigned",
        /// Taken from a member of staff (`staff`).
        Unassigned = "unassigned",
        /// Made the responsible one (مسؤول(ة) الملف).
        LeadSet = "lead_set",
        /// إغلاق الملف.
        Closed = "closed",
        /// إعادة فتح الملف.
        Reopened = "reopened",
        /// Named in a sealed case: they may know of it (`staff`).
        Named = "named",
        /// Not named in it any more (`staff`).
        Unnamed = "unnamed",
    }
}

code! {
    /// How a case ended.
    ClosureReason {
        /// The goals were reached.
        Achieved = "achieved",
        /// The person no longer wishes to be followed.
        Declined = "declined",
        /// Followed elsewhere.
        Transferred = "transferred",
        /// No contact any more.
        LostContact = "lost_contact",
        /// Moved away.
        Moved = "moved",
        /// Died.
        Deceased = "deceased",
        /// Opened by mistake.
        Mistake = "mistake",
        /// Something else.
        Other = "other",
    }
}

record! {
    /// A case (ملف): a stretch of care for one person.
    Case: CaseId, about: person(person) in case(itself), written by: follows_cases {
        /// Whose.
        person: Option<PersonId> => Once, Identity, by_program();
        /// Readable number, printed; never changes, never a key.
        number: Option<String> as Number => Once, Identity;
        /// What it is about.
        case_type: Option<CaseType> => Latest, Care;
        /// Who may know of it.
        confidentiality: Option<Confidentiality> => Strictest(Secrecy), Care;
        /// For a case opened sealed: the people named then. Who is named now is folded from its events
        /// ([`CaseState::named_in`]): of two who name somebody without seeing each other both are heard.
        named: Vec<StaffId> => Once, Care;
        /// The situation, in plain words.
        situation: Option<String> => Narrative, Care;
        /// The reception that led to it.
        reception: Option<ReceptionId> => Once, Care;
        /// Civil day of opening.
        opened_on: Option<NaiveDate> => Once, Care;
        /// Who opened it.
        opened_by: Option<StaffId> => Once, Care, by_program();
    }
}

impl Rules for Case {
    const EDITABLE: Option<&'static [&'static str]> =
        Some(&["case_type", "confidentiality", "situation"]);
    const TOLD_BY: &'static [&'static str] = &["case_type"];
}

record! {
    /// Something that happened to a case.
    CaseEvent: CaseEventId, about: case(case), written by: follows_cases {
        /// Which case.
        case: Option<CaseId> => Once, Care;
        /// What.
        event: Option<CaseEventType> => Once, Care;
        /// When it was recorded, UTC.
        at: Option<DateTime<Utc>> => Once, Care, by_program();
        /// Civil day.
        day: Option<NaiveDate> => Once, Care;
        /// By whom.
        by: Option<StaffId> => Once, Care, by_program();
        /// For assignments: who is concerned.
        staff: Option<StaffId> => Once, Care;
        /// For a closure: how it ended.
        reason: Option<ClosureReason> => Once, Care;
        /// A word on it.
        note: Option<String> => Once, Care;
    }
}

impl Rules for CaseEvent {}

record! {
    /// That a case, of which this is the id, has no reader left and waits for one: the hub writes it and tells the
    /// directors, and nothing else of the case (sync rule 20).
    Readerless: CaseId, about: directors, written by: nobody {
        /// Civil day since which it waits.
        since: Option<NaiveDate> => Latest, Public;
        /// It waits still.
        waits: Option<bool> => Latest, Public;
    }
}

impl Rules for Readerless {}
