//! Households: the family as lived, with people moving in and out.

use chrono::NaiveDate;

use crate::id::{CaseId, HouseholdId, PersonId};
use crate::person::Kinship;
use crate::record::{Circumstances, Fault, Refused, Rules, code, record, refused};

mod head;

pub use head::kinship_to;

code! {
    /// Where a member's money comes from.
    IncomeSource {
        /// عمل قار.
        Wage = "wage",
        /// عمل غير قار.
        Occasional = "occasional",
        /// نشاط خاص.
        OwnActivity = "own_activity",
        /// معاش.
        Pension = "pension",
        /// نفقة.
        Alimony = "alimony",
        /// دعم عمومي.
        PublicAid = "public_aid",
        /// إعالة من الأسرة أو الغير.
        Support = "support",
        /// بدون دخل.
        None = "none",
        /// Something else.
        Other = "other",
    }
}

record! {
    /// A household (أسرة).
    Household: HouseholdId, about: via(HouseholdMember, household), written by: meets_people {
        /// What it is called («أسرة بوشعيب الناجي»).
        name: Option<String> => Latest, Identity;
        /// Identifier of the household in the Unified Social Register.
        rsu_id: Option<String> as Number => Latest, Identity;
        /// HCP code of the province.
        province: Option<String> as Place => Latest, Contact;
        /// HCP code of the commune.
        commune: Option<String> as Place => Latest, Contact;
        /// حي / دوار.
        address: Option<String> => Latest, Contact;
    }
}

impl Rules for Household {
    const TOLD_BY: &'static [&'static str] = &["name"];
}

record! {
    /// A person's place in a household.
    HouseholdMember: HouseholdMemberId, about: person(person) in case(case), written by: meets_people {
        /// Which household.
        household: Option<HouseholdId> => Once, Identity;
        /// Who.
        person: Option<PersonId> => Once, Identity, by_program();
        /// The case in which the link was learnt, when restricted or sealed (sync rule 21).
        case: Option<CaseId> => Once, Identity;
        /// Kinship to the head of the household.
        kinship: Option<Kinship> => Latest, Identity;
        /// Day of moving in, if known.
        since: Option<NaiveDate> => Latest, Identity;
        /// Day of moving out.
        until: Option<NaiveDate> => Latest, Identity;
        /// What they bring in, centimes of dirham a month. Theirs, not the household's: what is learnt of one member in a
        /// restricted case stays there with the link.
        income: Option<i64> as Money(crate::amount::AmountOf::Month) => Latest, Care;
        /// Where it comes from.
        income_source: Option<IncomeSource> => Latest, Care;
    }
}

impl Rules for HouseholdMember {
    const TOLD_BY: &'static [&'static str] = &["kinship"];

    /// Nobody leaves before they came.
    fn validate(&self, _: Option<&Self>, _: &Circumstances) -> Result<(), Refused> {
        let days = self.since.zip(self.until);
        if days.is_some_and(|(since, until)| until < since) {
            return Err(refused("until", Fault::DayBefore));
        }
        Ok(())
    }
}
