//! The list of record kinds. A new record type adds one line here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Definition, Record};

macro_rules! kinds {
    ($d:tt $($(#[$doc:meta])* $name:ident = $code:literal in $module:ident),+ $(,)?) => {
        /// A kind of record. Its code names the table, the wire kind and the locale keys.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, JsonSchema)]
        pub enum Kind {
            $($(#[$doc])* #[serde(rename = $code)] $name,)+
        }
        impl Kind {
            /// Every kind this version declares.
            pub const ALL: &'static [Kind] = &[$(Kind::$name,)+];

            /// The code on the wire and the name of the table.
            pub fn code(self) -> &'static str {
                match self { $(Kind::$name => $code,)+ }
            }

            /// The kind written `code`, unless a newer version declared it.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.code() == code)
            }

            /// The declaration of this kind.
            pub fn definition(self) -> Definition {
                use $crate::record::kinds::modules::*;
                match self { $(Kind::$name => <$name as Record>::DEFINITION,)+ }
            }
        }
        mod modules { $(pub use crate::$module::$name;)+ }

        /// Runs an expression for the record type of a kind known only when the program runs: in
        /// `with_kind!(kind, R => R::from_fields(&fields).is_ok())`, `R` is the type. It is the one list of record types.
        #[macro_export]
        macro_rules! with_kind {
            ($d kind:expr, $d record:ident => $d body:expr) => {
                match $d kind {
                    $($d crate::record::Kind::$name => {
                        type $d record = $d crate::$module::$name;
                        $d body
                    })+
                }
            };
        }
    };
}

kinds! {$
    /// A social center.
    Center = "center" in center,
    /// A member of staff.
    Staff = "staff" in center,
    /// A partner in the directory.
    Partner = "partner" in partner,
    /// A case nobody may read any more.
    Readerless = "readerless" in case,
    /// A person received.
    Person = "person" in person,
    /// The statement that two person records are one person (sync rule 24).
    SamePerson = "same_person" in person,
    /// A contact or companion of a person.
    Contact = "contact" in person,
    /// A person's place in a programme.
    Entitlement = "entitlement" in entitlement,
    /// A list brought in.
    Import = "import" in import,
    /// A person's belonging to a target group.
    Situation = "situation" in situation,
    /// A household.
    Household = "household" in household,
    /// A place in a household.
    HouseholdMember = "household_member" in household,
    /// A passage at the desk.
    Reception = "reception" in reception,
    /// An appointment.
    Appointment = "appointment" in appointment,
    /// A case.
    Case = "case" in case,
    /// An event of a case.
    CaseEvent = "case_event" in case,
    /// A consent.
    Consent = "consent" in consent,
    /// A scan or photo kept with a person or a case.
    Attachment = "attachment" in attachment,
    /// A protocol followed in a case.
    ProtocolInstance = "protocol_instance" in track,
    /// An event of a protocol step.
    StepEvent = "step_event" in track,
    /// A paper a step asks for.
    StepDocument = "step_document" in track,
    /// A visit.
    Visit = "visit" in visit,
    /// A service given.
    Service = "service" in service,
    /// A note.
    Note = "note" in note,
    /// A flag on a person.
    Flag = "flag" in note,
    /// A referral.
    Referral = "referral" in referral,
    /// An event of a referral.
    ReferralEvent = "referral_event" in referral,
    /// What another center receives of a referral (sync rule 22).
    ReferralPacket = "referral_packet" in referral,
}
