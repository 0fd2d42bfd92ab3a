//! Referrals: a closed loop, from the draft to the answer in the case.

use chrono::{DateTime, NaiveDate, Utc};

use crate::id::{CaseId, CenterId, ConsentId, PartnerId, PersonId, ReferralId, StaffId};
use crate::reception::Urgency;
use crate::record::{Rules, code, record};

mod disclosure;
mod fold;
mod follow;
mod reference;

pub use disclosure::{Disclosure, Withheld};
pub use fold::{ReferralState, ReferralStatus, fold};
pub use follow::may_follow;
pub use reference::{read_reference, reference_code};

code! {
    /// What may be told to the partner; the person chooses with their consent.
    SharedItem {
        /// Name.
        Name = "name",
        /// Birth.
        Birth = "birth",
        /// CNIE.
        Cnie = "cnie",
        /// Telephone.
        Phone = "phone",
        /// Address.
        Address = "address",
        /// The situation in plain words.
        Situation = "situation",
        /// Members of the household.
        Household = "household",
    }
}

code! {
    /// What can happen to a referral.
    ReferralEventType in "referral_event" {
        /// The letter left, or the packet.
        Sent = "sent",
        /// The partner has it.
        Received = "received",
        /// The partner takes it on.
        Accepted = "accepted",
        /// The partner does not (`reason`).
        Refused = "refused",
        /// The service was given.
        Served = "served",
        /// It was not, in the end (`reason`).
        NotServed = "not_served",
        /// Closed with what came of it.
        Closed = "closed",
        /// Opened again.
        Reopened = "reopened",
    }
}

code! {
    /// Why a partner refused, or did not serve.
    RefusalReason {
        /// No place.
        NoCapacity = "no_capacity",
        /// Not within its mission or territory.
        NotEligible = "not_eligible",
        /// Papers missing.
        MissingDocuments = "missing_documents",
        /// The person did not come.
        DidNotCome = "did_not_come",
        /// The person no longer wishes it.
        PersonDeclined = "person_declined",
        /// The service is not available.
        Unavailable = "unavailable",
        /// Something else (`note`).
        Other = "other",
    }
}

record! {
    /// A referral (إحالة).
    Referral: ReferralId, about: person(person) in case(case), written by: follows_cases {
        /// Which case.
        case: Option<CaseId> => Once, Care;
        /// Whom.
        person: Option<PersonId> => Once, Care, by_program();
        /// To which partner.
        partner: Option<PartnerId> => Once, Care;
        /// To which center, when the partner uses this program.
        to_center: Option<CenterId> => Once, Care;
        /// Reference printed on the letter (`R-7K3M-9QPT`): opaque, typed back with the answer.
        reference: Option<String> => Once, Care;
        /// What is asked, in plain words.
        service_asked: Option<String> => Latest, Care;
        /// Why.
        reason: Option<String> => Narrative, Care;
        /// How soon.
        urgency: Option<Urgency> => Latest, Care;
        /// What is told: what protects the person is left out, even where it was ticked.
        shared: Vec<SharedItem> => Latest, Care;
        /// The consent it rests on.
        consent: Option<ConsentId> => Once, Care;
        /// Without consent: why it had to be (danger, child, court order). Audited.
        override_reason: Option<String> => Once, Care;
        /// Civil day of drafting.
        created_on: Option<NaiveDate> => Once, Care;
        /// By whom.
        created_by: Option<StaffId> => Once, Care, by_program();
    }
}

impl Rules for Referral {
    const TOLD_BY: &'static [&'static str] = &["created_on", "partner", "service_asked"];
}

record! {
    /// Something that happened to a referral.
    ReferralEvent: ReferralEventId, about: case(case) or that of referral(Referral), written by: follows_cases {
        /// Which case.
        case: Option<CaseId> => Once, Care;
        /// Which referral.
        referral: Option<ReferralId> => Once, Care;
        /// What.
        event: Option<ReferralEventType> => Once, Care;
        /// When it was recorded, UTC.
        at: Option<DateTime<Utc>> => Once, Care, by_program();
        /// Civil day.
        day: Option<NaiveDate> => Once, Care;
        /// By whom it was recorded.
        by: Option<StaffId> => Once, Care, by_program();
        /// Why, for a refusal or a service not given.
        reason: Option<RefusalReason> => Once, Care;
        /// A word on it; what the partner answered.
        note: Option<String> => Once, Care;
    }
}

impl Rules for ReferralEvent {}

record! {
    /// What another center receives: its own immutable packet, only what the consent lets go (sync rule 22).
    ReferralPacket: ReferralPacketId, about: addressed(to_center) of referral(Referral), written by: follows_cases {
        /// The referral it carries. The origin case is not named.
        referral: Option<ReferralId> => Once, Care;
        /// To which center.
        to_center: Option<CenterId> => Once, Care;
        /// From which center.
        from_center: Option<CenterId> => Once, Care;
        /// Reference code.
        reference: Option<String> => Once, Care;
        /// Confidentiality inherited from the case.
        confidentiality: Option<crate::case::Confidentiality> => Strictest(Secrecy), Care;
        /// Name as shown, where shared.
        person_name: Option<String> => Once, Care;
        /// Birth, where shared.
        birth_date: Option<String> as Birth => Once, Care;
        /// Telephone as it is dialled, where shared and safe, with the hours at which it is.
        phone: Option<String> as Telephone => Once, Care;
        /// What is asked.
        service_asked: Option<String> => Once, Care;
        /// Why, where shared.
        reason: Option<String> => Once, Care;
        /// How soon.
        urgency: Option<Urgency> => Once, Care;
        /// Civil day of sending.
        sent_on: Option<NaiveDate> => Once, Care;
    }
}

impl Rules for ReferralPacket {
    const EDITABLE: Option<&'static [&'static str]> = Some(&[]);
}
