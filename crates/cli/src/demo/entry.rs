//! What the generator gives: records with their ids, and who signs them.

#[cfg(test)]
use jisr_domain::record::{Fields, Kind, Record};

/// The eight people of the demonstration center. All invented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    Director,
    Latifa,
    Youssef,
    Nadia,
    Soumia,
    Redouane,
    Karima,
    Abderrahim,
}

impl Who {
    /// Whether records of the center are theirs: a reader writes none, an administrator none about people.
    pub(super) fn writes(self) -> bool {
        !matches!(self, Self::Karima | Self::Abderrahim)
    }
}

/// A record to be created by somebody.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) by: Who,
    pub(super) entry: Entry,
}

macro_rules! entries {
    ($($kind:ident in $module:ident: $id:ident),+ $(,)?) => {
        /// A record of any kind.
        #[derive(Clone, Debug, PartialEq)]
        pub(super) enum Entry {
            $($kind(jisr_domain::id::$id, Box<jisr_domain::$module::$kind>),)+
        }

        #[cfg(test)]
        impl Entry {
            /// Which kind it is.
            pub(super) fn kind(&self) -> Kind {
                match self { $(Self::$kind(..) => Kind::$kind,)+ }
            }

            /// Its id.
            pub(super) fn id(&self) -> uuid::Uuid {
                match self { $(Self::$kind(id, _) => id.0,)+ }
            }

            /// Its fields, as they go into a change.
            pub(super) fn fields(&self) -> Result<Fields, serde_json::Error> {
                match self { $(Self::$kind(_, record) => record.to_fields(),)+ }
            }
        }

        $(impl From<(jisr_domain::id::$id, jisr_domain::$module::$kind)> for Entry {
            fn from((id, record): (jisr_domain::id::$id, jisr_domain::$module::$kind)) -> Self {
                Self::$kind(id, Box::new(record))
            }
        })+

        /// Creates the record in the transaction, whatever its kind.
        macro_rules! create {
            ($tx:expr, $entry:expr) => {
                match $entry { $($crate::demo::entry::Entry::$kind(id, record) => $tx.create(*id, record.as_ref()),)+ }
            };
        }
        pub(super) use create;
    };
}

entries! {
    Partner in partner: PartnerId,
    Person in person: PersonId,
    Contact in person: ContactId,
    Entitlement in entitlement: EntitlementId,
    Situation in situation: SituationId,
    Household in household: HouseholdId,
    HouseholdMember in household: HouseholdMemberId,
    Reception in reception: ReceptionId,
    Appointment in appointment: AppointmentId,
    Case in case: CaseId,
    CaseEvent in case: CaseEventId,
    Consent in consent: ConsentId,
    ProtocolInstance in track: ProtocolInstanceId,
    StepEvent in track: StepEventId,
    StepDocument in track: StepDocumentId,
    Visit in visit: VisitId,
    Service in service: ServiceId,
    Note in note: NoteId,
    Flag in note: FlagId,
    Referral in referral: ReferralId,
    ReferralEvent in referral: ReferralEventId,
}

impl Line {
    pub(super) fn new(by: Who, entry: impl Into<Entry>) -> Self {
        Self {
            by,
            entry: entry.into(),
        }
    }
}
