//! What goes wrong at the hub.

use std::path::PathBuf;

/// Anything that goes wrong. Only [`HubError::Refused`] crosses to a device, as its code.
#[derive(Debug, thiserror::Error)]
pub enum HubError {
    /// The request is refused; nothing changed.
    #[error("refused: {}", .0.code())]
    Refused(Refused),
    /// The database.
    #[error("the database: {0}")]
    Database(#[from] rusqlite::Error),
    /// A migration.
    #[error("the tables cannot be brought up to date: {0}")]
    Migration(#[from] refinery::Error),
    /// What is stored is not what was written.
    #[error("{what} in the database cannot be read")]
    Damaged {
        /// What.
        what: &'static str,
    },
    /// A value cannot be written as JSON, or what is stored is not JSON.
    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A change cannot be written down.
    #[error(transparent)]
    Change(#[from] jisr_sync::change::Unreadable),
    /// A body cannot be written.
    #[error(transparent)]
    Wire(#[from] jisr_sync::wire::WireError),
    /// A file.
    #[error("{}: {source}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The network.
    #[error("the network: {0}")]
    Network(#[source] std::io::Error),
    /// Something an administrator asked that cannot be done; the words say what to do instead.
    #[error("{0}")]
    Usage(String),
}

/// Why a request of a device is refused: codes of the locales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A header is missing or the signature does not hold.
    SignatureWrong,
    /// The hub does not know this device.
    DeviceUnknown,
    /// The device was revoked.
    DeviceRevoked,
    /// The body is not what the protocol says.
    BodyUnreadable,
    /// The device speaks an older protocol than is still fed.
    ProtocolTooOld,
    /// No such enrolment code.
    CodeWrong,
    /// The code was for a shorter time.
    CodeExpired,
    /// The code was used already.
    CodeUsed,
    /// The profile holds another center than the code's: ask whether to join it (rule 25).
    JoinNeeded,
    /// The code is for a new center, and the device brings none.
    CenterNeeded,
    /// The device is enrolled in another center, or under another key.
    DeviceKnown,
    /// The user is enrolled in another center, or under another key.
    UserKnown,
    /// A public key that is none.
    KeyUnreadable,
    /// No such attachment for this device, or no such piece of it here: the two are not told apart.
    AttachmentUnknown,
    /// The bytes are not those the record says.
    AttachmentWrong,
    /// Something failed here; the same request may succeed later.
    Failed,
}

impl Refused {
    /// Every one, so that a test can walk them through the locales.
    pub const ALL: [Refused; 16] = [
        Refused::SignatureWrong,
        Refused::DeviceUnknown,
        Refused::DeviceRevoked,
        Refused::BodyUnreadable,
        Refused::ProtocolTooOld,
        Refused::CodeWrong,
        Refused::CodeExpired,
        Refused::CodeUsed,
        Refused::JoinNeeded,
        Refused::CenterNeeded,
        Refused::DeviceKnown,
        Refused::UserKnown,
        Refused::KeyUnreadable,
        Refused::AttachmentUnknown,
        Refused::AttachmentWrong,
        Refused::Failed,
    ];

    /// Code of the locales.
    pub fn code(self) -> &'static str {
        match self {
            Refused::SignatureWrong => "hub_signature_wrong",
            Refused::DeviceUnknown => "hub_device_unknown",
            Refused::DeviceRevoked => "hub_device_revoked",
            Refused::BodyUnreadable => "hub_body_unreadable",
            Refused::ProtocolTooOld => "hub_protocol_too_old",
            Refused::CodeWrong => "hub_code_wrong",
            Refused::CodeExpired => "hub_code_expired",
            Refused::CodeUsed => "hub_code_used",
            Refused::JoinNeeded => "hub_join_needed",
            Refused::CenterNeeded => "hub_center_needed",
            Refused::DeviceKnown => "hub_device_known",
            Refused::UserKnown => "hub_user_known",
            Refused::KeyUnreadable => "hub_key_unreadable",
            Refused::AttachmentUnknown => "hub_attachment_unknown",
            Refused::AttachmentWrong => "hub_attachment_wrong",
            Refused::Failed => "hub_failed",
        }
    }

    /// HTTP status.
    pub fn status(self) -> u16 {
        match self {
            Refused::SignatureWrong | Refused::DeviceUnknown => 401,
            Refused::DeviceRevoked
            | Refused::CodeWrong
            | Refused::CodeExpired
            | Refused::CodeUsed => 403,
            Refused::BodyUnreadable | Refused::KeyUnreadable | Refused::AttachmentWrong => 400,
            Refused::AttachmentUnknown => 404,
            Refused::ProtocolTooOld => 426,
            Refused::JoinNeeded
            | Refused::CenterNeeded
            | Refused::DeviceKnown
            | Refused::UserKnown => 409,
            Refused::Failed => 500,
        }
    }
}

impl From<Refused> for HubError {
    fn from(refused: Refused) -> Self {
        HubError::Refused(refused)
    }
}

/// Why a transaction is rejected or held (rule 10): codes of the locales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The role of the user does not write this kind of record.
    NotPermitted,
    /// The record, or its case, is not for this user.
    NotInAudience,
    /// The confidentiality is for others to change so: a director, the responsible one.
    LoweringRefused,
    /// Whoever a sealed case is given to stays named in it.
    StaysNamed,
    /// A value written once would be replaced.
    WrittenOnce,
    /// The user is not enrolled on this device.
    UserUnknown,
    /// The user's account is closed.
    UserInactive,
    /// The transaction is dated after the user left.
    UserLeft,
    /// The user's signature does not hold.
    SignatureWrong,
    /// A change cannot be read.
    Unreadable,
    /// The transaction contradicts itself.
    Malformed,
    /// The transaction is above the limits (rule 7).
    TooLarge,
    /// It depends on a record that was rejected.
    DependsOnRejected,
    /// What it depended on is here now.
    Freed,
}

impl Why {
    /// Every one, so that a test can walk them through the locales.
    pub const ALL: [Why; 14] = [
        Why::NotPermitted,
        Why::NotInAudience,
        Why::LoweringRefused,
        Why::StaysNamed,
        Why::WrittenOnce,
        Why::UserUnknown,
        Why::UserInactive,
        Why::UserLeft,
        Why::SignatureWrong,
        Why::Unreadable,
        Why::Malformed,
        Why::TooLarge,
        Why::DependsOnRejected,
        Why::Freed,
    ];

    /// Code of the locales.
    pub fn code(self) -> &'static str {
        match self {
            Why::NotPermitted => "verdict_not_permitted",
            Why::NotInAudience => "verdict_not_in_audience",
            Why::LoweringRefused => "verdict_lowering_refused",
            Why::StaysNamed => "verdict_stays_named",
            Why::WrittenOnce => "verdict_written_once",
            Why::UserUnknown => "verdict_user_unknown",
            Why::UserInactive => "verdict_user_inactive",
            Why::UserLeft => "verdict_user_left",
            Why::SignatureWrong => "verdict_signature_wrong",
            Why::Unreadable => "verdict_unreadable",
            Why::Malformed => "verdict_malformed",
            Why::TooLarge => "verdict_too_large",
            Why::DependsOnRejected => "verdict_depends_on_rejected",
            Why::Freed => "verdict_freed",
        }
    }
}
