//! Services given.

use chrono::{DateTime, NaiveDate, Utc};

use crate::id::{CaseId, PersonId, ServiceId, StaffId};
use crate::record::{Circumstances, Refused, Rules, code, happened, record};

code! {
    /// What was given.
    ServiceType {
        /// مساعدة عينية.
        InKind = "in_kind",
        /// مساعدة مالية.
        Cash = "cash",
        /// إيواء.
        Shelter = "shelter",
        /// إطعام.
        Meal = "meal",
        /// دعم نفسي.
        Psychological = "psychological",
        /// مواكبة قانونية.
        Legal = "legal",
        /// علاجات صحية أولية.
        Health = "health",
        /// ترويض.
        Rehabilitation = "rehabilitation",
        /// دعم تربوي.
        Educational = "educational",
        /// تكوين مهني.
        Training = "training",
        /// وساطة أسرية.
        Mediation = "mediation",
        /// مرافقة إلى مصلحة.
        Accompaniment = "accompaniment",
        /// Something else.
        Other = "other",
    }
}

impl ServiceType {
    /// Whether it is counted in minutes: a session, not a thing given.
    pub fn is_session(self) -> bool {
        matches!(
            self,
            ServiceType::Psychological
                | ServiceType::Legal
                | ServiceType::Rehabilitation
                | ServiceType::Educational
                | ServiceType::Mediation
        )
    }
}

record! {
    /// A service given (استفادة). Written once; corrected by a new one that names it.
    Service: ServiceId, about: person(person) in case(case), written by: follows_cases {
        /// In which case, if any.
        case: Option<CaseId> => Once, Care;
        /// To whom.
        person: Option<PersonId> => Once, Care, by_program();
        /// What.
        service_type: Option<ServiceType> => Once, Care;
        /// In plain words («قفة مواد غذائية»).
        item: Option<String> => Once, Care;
        /// How many.
        quantity: Option<u32> => Once, Care;
        /// For money: centimes of dirham.
        amount: Option<i64> as Money(crate::amount::AmountOf::Aid) => Once, Care;
        /// For a session: minutes.
        minutes: Option<u32> => Once, Care;
        /// Civil day.
        day: Option<NaiveDate> => Once, Care;
        /// When it was recorded, UTC.
        at: Option<DateTime<Utc>> => Once, Care, by_program();
        /// By whom.
        by: Option<StaffId> => Once, Care, by_program();
        /// A word on it.
        remark: Option<String> => Once, Care;
        /// The one this corrects.
        corrects: Option<ServiceId> => Once, Care;
    }
}

impl Rules for Service {
    const REQUIRED: &'static [&'static str] = &["service_type"];

    fn prepare(&mut self, at: &Circumstances) {
        self.day = self.day.or(Some(at.today));
        self.at = Some(at.now);
        self.by = Some(at.staff);
    }

    fn validate(&self, _: Option<&Self>, at: &Circumstances) -> Result<(), Refused> {
        happened("day", self.day, at)
    }

    fn corrected(&self) -> Option<ServiceId> {
        self.corrects
    }
}
