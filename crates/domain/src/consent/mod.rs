//! Consent: what a person agreed to, for which purpose, until when (law 09-08).

use chrono::{DateTime, NaiveDate, Utc};

use crate::id::{CaseId, PersonId, StaffId};
use crate::record::{Circumstances, Fault, Refused, Rules, Shape, code, record, refused};

code! {
    /// What consent is given for.
    Purpose {
        /// Keeping a file and being followed.
        Care = "care",
        /// Sharing with the partners of a referral.
        Referral = "referral",
        /// Sharing with health services.
        Health = "health",
        /// Sharing with justice.
        Justice = "justice",
        /// Being reached at home or by telephone.
        Contact = "contact",
        /// Anonymous statistics.
        Statistics = "statistics",
    }
}

code! {
    /// Who gave it.
    GivenBy {
        /// The person.
        Person = "person",
        /// Father, mother or legal guardian.
        Guardian = "guardian",
        /// A judge's decision stands for it.
        Judge = "judge",
    }
}

code! {
    /// How it was given.
    ConsentForm {
        /// On a signed form.
        Signed = "signed",
        /// In words, before the person who wrote it down.
        Oral = "oral",
        /// With a fingerprint.
        Fingerprint = "fingerprint",
    }
}

record! {
    /// A consent (الموافقة المستنيرة).
    Consent: ConsentId, about: person(person) in case(case), written by: follows_cases {
        /// Whose.
        person: Option<PersonId> => Once, Identity, by_program();
        /// In which case.
        case: Option<CaseId> => Once, Identity;
        /// For what.
        purposes: Vec<Purpose> => Once, Care;
        /// By whom.
        given_by: Option<GivenBy> => Once, Care;
        /// How.
        form: Option<ConsentForm> => Once, Care;
        /// When, UTC.
        given_at: Option<DateTime<Utc>> => Once, Care;
        /// Who recorded it.
        recorded_by: Option<StaffId> => Once, Care, by_program();
        /// Last day on which it holds; none: until withdrawn.
        expires_on: Option<NaiveDate> => Latest, Care;
        /// Day of withdrawal. Once withdrawn anywhere it is withdrawn.
        withdrawn_on: Option<NaiveDate> => Strictest(Withdrawal), Care;
        /// What is not to be told, to whom.
        withheld: Option<String> => Narrative, Care;
    }
}

impl Rules for Consent {
    const REQUIRED: &'static [&'static str] = &["purposes", "given_by", "form"];
    const TOLD_BY: &'static [&'static str] = &["given_at", "purposes"];

    fn prepare(&mut self, at: &Circumstances) {
        self.given_at = self.given_at.or(Some(at.now));
        self.recorded_by = Some(at.staff);
    }

    fn validate(&self, before: Option<&Self>, at: &Circumstances) -> Result<(), Refused> {
        let Some(given) = self.given_at.filter(|_| before.is_none()) else {
            return Ok(());
        };
        if given > at.now {
            return Err(refused("given_at", Fault::DayToCome));
        }
        if !Shape::is_believable(given.date_naive()) {
            return Err(refused("given_at", Fault::DayAbsurd));
        }
        Ok(())
    }
}

impl Consent {
    /// Whether it covers `purpose` on `day`.
    pub fn covers(&self, purpose: Purpose, day: NaiveDate) -> bool {
        self.purposes.contains(&purpose)
            && self.withdrawn_on.is_none()
            && self.expires_on.is_none_or(|last| day <= last)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_consent_holds_through_its_last_day_and_never_after_withdrawal() {
        let last: NaiveDate = "2027-05-12".parse().unwrap();
        let mut consent = Consent {
            purposes: vec![Purpose::Referral],
            expires_on: Some(last),
            ..Consent::default()
        };
        assert!(consent.covers(Purpose::Referral, last));
        assert!(!consent.covers(Purpose::Referral, last.succ_opt().unwrap()));
        assert!(!consent.covers(Purpose::Health, last));
        consent.withdrawn_on = Some(last);
        assert!(!consent.covers(Purpose::Referral, last));
    }
}
