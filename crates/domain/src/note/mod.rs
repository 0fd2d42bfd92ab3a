//! Notes.

use chrono::{DateTime, NaiveDate, Utc};

use crate::id::{CaseId, NoteId, PersonId, StaffId};
use crate::record::{Circumstances, Refused, Rules, code, happened, record};

code! {
    /// What the note records.
    NoteKind {
        /// A remark.
        Remark = "remark",
        /// جلسة استماع.
        Listening = "listening",
        /// A call.
        Call = "call",
        /// بحث اجتماعي.
        Inquiry = "inquiry",
    }
}

record! {
    /// A note in a case or on a person. Written once; corrected by a new one that names it.
    Note: NoteId, about: person(person) in case(case), written by: follows_cases {
        /// In which case.
        case: Option<CaseId> => Once, Care;
        /// About whom.
        person: Option<PersonId> => Once, Care, by_program();
        /// What it records.
        kind: Option<NoteKind> => Once, Care;
        /// The words.
        body: Option<String> => Once, Care;
        /// Civil day it tells of.
        day: Option<NaiveDate> => Once, Care;
        /// When it was written, UTC.
        at: Option<DateTime<Utc>> => Once, Care, by_program();
        /// By whom.
        by: Option<StaffId> => Once, Care, by_program();
        /// The note this corrects.
        corrects: Option<NoteId> => Once, Care;
    }
}

impl Rules for Note {
    const REQUIRED: &'static [&'static str] = &["body"];

    fn prepare(&mut self, at: &Circumstances) {
        self.kind = self.kind.or(Some(NoteKind::Remark));
        self.day = self.day.or(Some(at.today));
        self.at = Some(at.now);
        self.by = Some(at.staff);
    }

    fn validate(&self, _: Option<&Self>, at: &Circumstances) -> Result<(), Refused> {
        happened("day", self.day, at)
    }

    fn corrected(&self) -> Option<NoteId> {
        self.corrects
    }
}
