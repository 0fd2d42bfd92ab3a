//! The change log, what became of it, and the records it makes.

use jisr_domain::id::{CaseId, CenterId, DeviceId, PersonId, StaffId};
use jisr_domain::record::Fields;
use jisr_sync::change::ChangeHash;
use jisr_sync::feed::VerdictKind;
use jisr_sync::wire::Mark;
use jisr_sync::{Logged, RecordState, Stamp};
use uuid::Uuid;

use crate::HubError;

/// Names a record: kind code and id.
pub type Key = (String, Uuid);

/// A change as the hub logged it.
#[derive(Clone, Debug)]
pub struct LoggedChange {
    /// Whose.
    pub device: DeviceId,
    /// As it was sent.
    pub logged: Logged,
    /// Its transaction.
    pub tx: Uuid,
    /// Kind code of its record; empty when it cannot be read.
    pub kind: String,
    /// Its record; nil when it cannot be read.
    pub record: Uuid,
    /// Its stamp, bounded (rule 28).
    pub stamp: Stamp,
    /// Payload hash.
    pub hash: ChangeHash,
    /// Link of the chain after it.
    pub chain: ChangeHash,
    /// What became of it.
    pub verdict: VerdictKind,
}

/// Where the hub stands with a change it holds: payload hash and link of the chain after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Payload hash.
    pub hash: ChangeHash,
    /// Link of the chain.
    pub chain: ChangeHash,
}

/// A transaction as the hub took it.
#[derive(Clone, Debug, PartialEq)]
pub struct TxRow {
    /// Its name.
    pub tx: Uuid,
    /// Its first change.
    pub first: u64,
    /// Its last change.
    pub last: u64,
    /// Who signed.
    pub actor: StaffId,
    /// The signature, base64url.
    pub signature: String,
    /// What became of it.
    pub verdict: VerdictKind,
    /// Why, when it was not applied.
    pub code: String,
}

/// A record, with what the audience needs to be found by.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordRow {
    /// Kind code.
    pub kind: String,
    /// Its id.
    pub id: Uuid,
    /// The center that keeps it.
    pub center: CenterId,
    /// The person it names; a person names itself.
    pub person: Option<PersonId>,
    /// The other person of a same_person edge.
    pub other: Option<PersonId>,
    /// The case it belongs to; a case belongs to itself.
    pub case: Option<CaseId>,
    /// The record, other than a person or a case, its audience hangs from or is part of.
    pub parent: Option<Uuid>,
    /// The center a packet, or the answer to one, concerns besides its own.
    pub addressed: Option<CenterId>,
    /// For a case: 0 ordinary or not known, 1 restricted, 2 sealed.
    pub secrecy: u8,
    /// Holds something this version does not declare.
    pub undeclared: bool,
    /// Its state.
    pub state: RecordState,
    /// What is shown.
    pub shown: Fields,
}

impl RecordRow {
    /// Its name.
    pub fn key(&self) -> Key {
        (self.kind.clone(), self.id)
    }
}

/// Row operations on changes and records.
pub trait Records {
    /// Where the hub stands with change `seq` of `device`.
    fn stand(&self, device: DeviceId, seq: u64) -> Result<Option<Stand>, HubError>;
    /// The last change held of `device`.
    fn last(&self, device: DeviceId) -> Result<Mark, HubError>;
    /// Logs a change.
    fn log(&self, change: &LoggedChange) -> Result<(), HubError>;
    /// The changes `first..=last` of a device.
    fn logged(
        &self,
        device: DeviceId,
        first: u64,
        last: u64,
    ) -> Result<Vec<LoggedChange>, HubError>;
    /// The applied changes of a record, each device's in its order.
    fn history(&self, key: &Key) -> Result<Vec<LoggedChange>, HubError>;
    /// The changes of a device to `record` that were rejected or are held, in order.
    fn refused(&self, device: DeviceId, record: Uuid) -> Result<Vec<LoggedChange>, HubError>;
    /// Whether any change of a device was rejected or is held.
    fn refuses(&self, device: DeviceId) -> Result<bool, HubError>;
    /// Every device that has changes here.
    fn writers(&self) -> Result<Vec<DeviceId>, HubError>;

    /// Keeps a transaction, or what became of it, for its changes too.
    fn put_tx(&self, device: DeviceId, tx: &TxRow) -> Result<(), HubError>;
    /// The held transactions of a device, in order.
    fn held(&self, device: DeviceId) -> Result<Vec<TxRow>, HubError>;

    /// A record.
    fn record(&self, key: &Key) -> Result<Option<RecordRow>, HubError>;
    /// Whether any record has this id.
    fn holds(&self, id: Uuid) -> Result<bool, HubError>;
    /// Adds or replaces.
    fn put_record(&self, record: &RecordRow) -> Result<(), HubError>;
    /// Names of the records of a case, the case included.
    fn of_case(&self, case: CaseId) -> Result<Vec<Key>, HubError>;
    /// The events of a case.
    fn case_events(&self, case: CaseId) -> Result<Vec<(Uuid, Fields)>, HubError>;
    /// Names of the records that name a person, on either side.
    fn of_person(&self, person: PersonId) -> Result<Vec<Key>, HubError>;
    /// The cases of a person at least as confidential as `secrecy`.
    fn cases_of(&self, person: PersonId, secrecy: u8) -> Result<Vec<RecordRow>, HubError>;
    /// Names of the records whose parent this is.
    fn of_parent(&self, parent: Uuid) -> Result<Vec<Key>, HubError>;
    /// Names of the packets and answers that concern a center besides their own.
    fn addressed_to(&self, center: CenterId) -> Result<Vec<Key>, HubError>;
    /// The restricted and sealed cases of a center.
    fn guarded_cases(&self, center: CenterId) -> Result<Vec<CaseId>, HubError>;
    /// Names of every record of a center.
    fn of_center(&self, center: CenterId) -> Result<Vec<Key>, HubError>;
    /// Names of every record.
    fn every_record(&self) -> Result<Vec<Key>, HubError>;
}
