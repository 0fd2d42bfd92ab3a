//! Entitlements: where a person stands with the public programmes that aid or cover them.
//!
//! The order is the State's own: the population register first, then the social register, then each programme apart,
//! at the annexe or online. What a programme pays and from which index is its own affair and is not computed here.

use chrono::NaiveDate;

use crate::id::PersonId;
use crate::record::{Rules, code, record};

code! {
    /// A register or programme of the State.
    Programme {
        /// National population register (السجل الوطني للسكان): gives the IDCS.
        Rnp = "rnp",
        /// Unified social register (السجل الاجتماعي الموحد): gives the household its index.
        Rsu = "rsu",
        /// Direct social aid (الدعم الاجتماعي المباشر, law 58-23).
        Asd = "asd",
        /// Health cover for those who cannot contribute (أمو تضامن).
        AmoTadamon = "amo_tadamon",
        /// Disability card (بطاقة شخص في وضعية إعاقة).
        DisabilityCard = "disability_card",
        /// Another, named in the remark.
        Other = "other",
    }
}

code! {
    /// Where a request stands.
    EntitlementStatus {
        /// Entitled or thought to be; nothing asked for yet.
        ToRequest = "to_request",
        /// Asked for, no answer yet.
        Requested = "requested",
        /// Registered or in payment.
        Granted = "granted",
        /// Refused.
        Refused = "refused",
        /// Granted once, not any more.
        Ended = "ended",
    }
}

record! {
    /// A person's place in one programme (الاستفادة من برنامج).
    Entitlement: EntitlementId, about: person(person), written by: follows_cases {
        /// Whose.
        person: Option<PersonId> => Once, Identity, by_program();
        /// Of which programme.
        programme: Option<Programme> => Once, Care;
        /// Where it stands.
        status: Option<EntitlementStatus> => Latest, Care;
        /// Day of the request, the grant, the refusal or the end: of the status shown.
        since: Option<NaiveDate> => Latest, Care;
        /// Last day of what was granted; none: open.
        until: Option<NaiveDate> => Latest, Care;
        /// Number given by the programme, as written on its paper.
        number: Option<String> as Number => Latest, Identity;
        /// What is missing, or which other programme it is.
        remark: Option<String> => Narrative, Care;
    }
}

impl Rules for Entitlement {
    const REQUIRED: &'static [&'static str] = &["person", "programme"];
    const TOLD_BY: &'static [&'static str] = &["programme"];
}
