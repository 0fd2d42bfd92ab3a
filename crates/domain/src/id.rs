//! Typed identifiers. A [`uuid::Uuid`] (version 7 when made here, any version when read) under a name,
//! so that a case is never passed where a person is meant.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! id {
    (@shape) => {
        crate::record::Shape::Reference
    };
    (@shape $shape:ident) => {
        crate::record::Shape::$shape
    };
    ($($(#[$doc:meta])* $name:ident $(as $shape:ident)?),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, JsonSchema)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl crate::record::Column for $name {
            const TYPE: crate::record::ColumnType = crate::record::ColumnType::Text;
            const SHAPE: crate::record::Shape = id!(@shape $($shape)?);
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                s.parse().map(Self)
            }
        }
    )+};
}

id! {
    /// A social center.
    CenterId,
    /// A person who works at a center; also the user of a device.
    StaffId as Staff,
    /// A device: 16 random bytes, never reused after a clone or a restore.
    DeviceId,
    /// A person received by a center.
    PersonId as Person,
    /// Somebody to reach about a person, or who came with them.
    ContactId,
    /// A household.
    HouseholdId,
    /// A person's place in a household.
    HouseholdMemberId,
    /// A passage at the desk.
    ReceptionId,
    /// An appointment.
    AppointmentId,
    /// A case.
    CaseId,
    /// Something that happened to a case.
    CaseEventId,
    /// A consent given by or for a person.
    ConsentId,
    /// A person's place in a programme.
    EntitlementId,
    /// A person's belonging to a target group.
    SituationId,
    /// A scan or photo kept with a person or a case.
    AttachmentId,
    /// A list brought in.
    ImportId,
    /// A protocol followed in a case.
    ProtocolInstanceId,
    /// Something that happened to a step of a protocol.
    StepEventId,
    /// A paper a step asks for.
    StepDocumentId,
    /// A visit.
    VisitId,
    /// A service given.
    ServiceId,
    /// A note.
    NoteId,
    /// A flag.
    FlagId,
    /// A referral.
    ReferralId,
    /// Something that happened to a referral.
    ReferralEventId,
    /// A partner of the center.
    PartnerId as Partner,
    /// The statement that two records are one person.
    SamePersonId,
    /// The closed packet of a referral between two centers.
    ReferralPacketId,
}
