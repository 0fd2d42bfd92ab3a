//! Notes.

use chrono::{DateTime, NaiveDate, Utc};

use crate::id::{CaseId, NoteId, PersonId, StaffId};
use crate::record::{Circumstances, Fault, Refused, Rules, code, happened, record, refused};

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

record! {
    /// Something that must be known at once (تنبيه); it stands until its day, or until somebody says what became of it. One of
    /// a person is for whoever meets them, and raised and resolved by them, the desk too; one learnt in a case is as the case.
    Flag: FlagId, about: person(person) in case(case), written by: meets_people {
        /// Of whom.
        person: Option<PersonId> => Once, Identity, by_program();
        /// The case it was learnt in.
        case: Option<CaseId> => Once, Identity;
        /// What must be known.
        reason: Option<String> => Narrative, Desk;
        /// Last day on which it stands; none: until resolved.
        until: Option<NaiveDate> => Latest, Desk;
        /// Day it was raised.
        noted_on: Option<NaiveDate> => Once, Desk, by_program();
        /// Who raised it.
        noted_by: Option<StaffId> => Once, Desk, by_program();
        /// What became of it: says that it is resolved.
        resolution: Option<String> => Narrative, Desk;
        /// Day it was resolved.
        resolved_on: Option<NaiveDate> => Latest, Desk, by_program();
        /// Who resolved it.
        resolved_by: Option<StaffId> => Latest, Desk, by_program();
    }
}

impl Rules for Flag {
    const REQUIRED: &'static [&'static str] = &["reason"];
    const EDITABLE: Option<&'static [&'static str]> = Some(&["reason", "until", "resolution"]);
    const TOLD_BY: &'static [&'static str] = &["reason"];

    fn prepare(&mut self, at: &Circumstances) {
        self.noted_on = Some(at.today);
        self.noted_by = Some(at.staff);
        self.resolution = None;
        self.resolved_on = None;
        self.resolved_by = None;
    }

    fn amend(&mut self, before: &Self, at: &Circumstances) {
        if self.resolution.is_some() != before.resolution.is_some() {
            self.resolved_on = self.resolution.is_some().then_some(at.today);
            self.resolved_by = self.resolution.is_some().then_some(at.staff);
        }
    }

    /// It stands at least on the day it was raised.
    fn validate(&self, _: Option<&Self>, _: &Circumstances) -> Result<(), Refused> {
        match self.until.zip(self.noted_on) {
            Some((until, noted)) if until < noted => Err(refused("until", Fault::DayBefore)),
            _ => Ok(()),
        }
    }
}

impl Flag {
    /// Whether it is to be seen on `today`.
    pub fn stands(&self, today: NaiveDate) -> bool {
        self.resolution.is_none() && self.until.is_none_or(|until| today <= until)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_flag_stands_until_its_day_or_until_somebody_says_what_became_of_it() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let at = Circumstances {
            now: DateTime::UNIX_EPOCH,
            today: day("2026-11-22"),
            staff: StaffId::from(uuid::Uuid::nil()),
            role: crate::role::Role::Caseworker,
        };
        let mut flag = Flag {
            until: Some(day("2026-11-30")),
            ..Flag::default()
        };
        flag.prepare(&at);
        assert!(flag.stands(day("2026-11-30")) && !flag.stands(day("2026-12-01")));
        let before = flag.clone();
        flag.resolution = Some("زال الخطر".into());
        flag.amend(&before, &at);
        assert!(!flag.stands(at.today));
        assert_eq!(
            (flag.resolved_on, flag.resolved_by),
            (Some(at.today), Some(at.staff))
        );
        flag.until = Some(day("2026-11-21"));
        assert!(flag.validate(None, &at).is_err());
    }
}
