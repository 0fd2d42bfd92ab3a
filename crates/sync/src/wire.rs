//! Bodies between device and hub: JSON under zstd.
//!
//! | path | request | answer |
//! |---|---|---|
//! | `POST /v1/enrol` | [`EnrolRequest`] | [`EnrolReply`] |
//! | `POST /v1/hello` | [`HelloRequest`] | [`HelloReply`] |
//! | `POST /v1/push` | [`PushRequest`] | [`PushReply`] |
//! | `POST /v1/pull` | [`PullRequest`] | [`PullPage`] |
//! | `POST /v1/fork` | [`ForkRequest`] | [`ForkReply`] |
//! | `POST /v1/attachment/have` | [`HaveRequest`] | [`HaveReply`] |
//! | `POST /v1/attachment/put` | [`PutRequest`] | [`PutReply`] |
//! | `POST /v1/attachment/get` | [`GetRequest`] | [`GetReply`] |
//!
//! Every request names its device in `x-jisr-device`, its moment in `x-jisr-time` (milliseconds) and is signed in
//! `x-jisr-signature` (base64url) with the device's key; an enrolment by the key it brings along, so that the device
//! shows it holds it. A refusal is an HTTP status with a [`Refusal`].

use jisr_domain::id::{AttachmentId, CenterId, DeviceId, StaffId};
use jisr_domain::record::Fields;
use jisr_domain::role::Role;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::change::{ChangeHash, Logged};
use crate::feed::{Cursor, Row};

/// The protocol this build speaks.
pub const PROTOCOL: u32 = 1;
/// Largest body taken before decompression.
pub const MAX_COMPRESSED: usize = 8 << 20;
/// Largest body taken after decompression.
pub const MAX_DECOMPRESSED: usize = 64 << 20;
/// Level of compression. Against 3, a batch of a center's changes is a tenth smaller and takes twice as long to
/// compress, which is a hundredth of a second; 9 would take four times as long for another twenty-fifth.
pub const ZSTD_LEVEL: i32 = 6;
/// Header naming the device.
pub const HEADER_DEVICE: &str = "x-jisr-device";
/// Header naming the moment.
pub const HEADER_TIME: &str = "x-jisr-time";
/// Header carrying the signature.
pub const HEADER_SIGNATURE: &str = "x-jisr-signature";

/// Why a body cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// Not zstd, or larger than [`MAX_DECOMPRESSED`].
    #[error("the body is not zstd, or too large")]
    Compression(#[source] std::io::Error),
    /// Not the JSON expected.
    #[error("the body is not what was expected")]
    Json(#[from] serde_json::Error),
}

/// Writes a body.
///
/// # Errors
/// When a value cannot be written.
pub fn pack<T: Serialize>(body: &T) -> Result<Vec<u8>, WireError> {
    let json = serde_json::to_vec(body)?;
    zstd::bulk::compress(&json, ZSTD_LEVEL).map_err(WireError::Compression)
}

/// Reads a body, refusing what would swell past [`MAX_DECOMPRESSED`].
///
/// # Errors
/// [`WireError`].
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, WireError> {
    let mut json = Vec::new();
    let decoder = zstd::stream::read::Decoder::new(bytes).map_err(WireError::Compression)?;
    let limit = u64::try_from(MAX_DECOMPRESSED).unwrap_or(u64::MAX);
    let read = std::io::Read::read_to_end(&mut std::io::Read::take(decoder, limit + 1), &mut json)
        .map_err(WireError::Compression)?;
    if read > MAX_DECOMPRESSED {
        return Err(WireError::Compression(std::io::Error::other(
            "decompressed body too large",
        )));
    }
    Ok(serde_json::from_slice(&json)?)
}

/// What the hub answers when it refuses a request.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Refusal {
    /// Code of the locales (`hub_code_wrong`, `hub_device_revoked`, …).
    pub code: String,
}

/// A device that wants to belong to a hub.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EnrolRequest {
    /// The code given by the hub, without spaces.
    pub code: String,
    /// The device.
    pub device: DeviceId,
    /// Its public key, base64url.
    pub device_key: String,
    /// Protocol it speaks.
    pub protocol: u32,
    /// The user enrolling: their id on this device, their public key, their card.
    pub user: EnrolUser,
    /// The center this profile already holds, if any: id and card.
    pub center: Option<EnrolCenter>,
    /// The profile's center may become an alias of the code's center (rule 25).
    pub join: bool,
}

/// The user of an enrolment.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EnrolUser {
    /// Their id.
    pub staff: StaffId,
    /// Their public key, base64url.
    pub public_key: String,
    /// Name in Arabic.
    pub name_ar: Option<String>,
    /// Name in Latin script.
    pub name_lat: Option<String>,
    /// For words that agree; not said by earlier versions.
    #[serde(default)]
    pub sex: Option<jisr_domain::person::Sex>,
}

/// The center of an enrolment.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EnrolCenter {
    /// Its id.
    pub id: CenterId,
    /// Its card.
    pub fields: Fields,
}

/// The hub's welcome.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EnrolReply {
    /// The hub.
    pub hub: Uuid,
    /// Its epoch (rule 18).
    pub epoch: Uuid,
    /// The center the device now belongs to.
    pub center: CenterId,
    /// Readable code that opens case numbers.
    pub center_code: String,
    /// Label of the device in case numbers.
    pub device_label: String,
    /// The role the hub gives the user: never what the device says.
    pub role: Role,
    /// Who the user is at the hub. Another id than asked when the code was made for an existing user.
    pub staff: StaffId,
    /// Name of the center in Arabic, as the hub holds it; not said by earlier versions.
    #[serde(default)]
    pub center_name_ar: Option<String>,
    /// Name of the center in French.
    #[serde(default)]
    pub center_name_fr: Option<String>,
}

/// Opens a conversation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HelloRequest {
    /// Protocol the device speaks.
    pub protocol: u32,
    /// Schema it writes.
    pub schema: u32,
}

/// The hub's side of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HelloReply {
    /// Oldest protocol still fed. Below it a device may still push.
    pub protocol_min: u32,
    /// Newest protocol spoken.
    pub protocol_max: u32,
    /// Schema the hub knows.
    pub schema: u32,
    /// The hub's clock, milliseconds.
    pub time_ms: u64,
    /// Its epoch (rule 18).
    pub epoch: Uuid,
    /// The device's mark.
    pub mark: Mark,
    /// Every feed the device follows.
    pub feeds: Vec<jisr_domain::audience::Feed>,
    /// Code, label and roles as they now stand.
    pub center_code: String,
    /// Label of the device.
    pub device_label: String,
}

/// How far the hub has taken a device's changes: contiguous, with the chain's link there (rule 9).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The last change taken.
    pub seq: u64,
    /// The link of the chain after it.
    pub hash: ChangeHash,
}

/// Whole transactions, in order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PushRequest {
    /// The link of the chain before the first change sent.
    pub prev: ChangeHash,
    /// The transactions.
    pub transactions: Vec<PushTransaction>,
    /// Feed positions the device had (rule 11).
    pub cursors: Vec<Cursor>,
}

/// One transaction.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PushTransaction {
    /// Its name.
    pub tx: Uuid,
    /// Who.
    pub actor: StaffId,
    /// Their signature, base64url.
    pub signature: String,
    /// Its changes, dense.
    pub changes: Vec<Logged>,
}

/// What the hub made of a push. Verdicts arrive with the pull (rule 10).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum PushReply {
    /// Taken; the mark stands here now.
    Taken {
        /// The mark.
        mark: Mark,
        /// The hub's clock, milliseconds.
        time_ms: u64,
    },
    /// The batch starts beyond the mark: send from here.
    Gap {
        /// The mark.
        mark: Mark,
    },
    /// Another change stands where one of these should: a cloned or restored disk (rule 9).
    Fork {
        /// The first change that differs, or the first the device never wrote.
        differs_at: u64,
    },
}

/// Asks for what moved.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PullRequest {
    /// Protocol the device speaks.
    pub protocol: u32,
    /// The epoch of the cursors; none for a new device.
    pub epoch: Option<Uuid>,
    /// Where this page goes on from, one cursor a feed.
    pub cursors: Vec<Cursor>,
    /// The last round the device published; none when it holds nothing. Within a round of several pages a record
    /// may move ahead of `cursors` before it is read: which of its fields the device lacks is told from here.
    #[serde(default)]
    pub held: Option<Published>,
    /// The device's mark in that round: what it wrote after it is in its log, and need not be told again
    /// ([`RowBody::Own`]). None from a device that must be told.
    ///
    /// [`RowBody::Own`]: crate::feed::RowBody::Own
    #[serde(default)]
    pub settled: Option<u64>,
    /// At most so many rows.
    pub limit: usize,
}

/// A round as published on a device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The hub's epoch in it.
    pub epoch: Uuid,
    /// How far each feed was read.
    pub cursors: Vec<Cursor>,
}

/// One page, cut from one snapshot (rule 14).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PullPage {
    /// The hub's epoch.
    pub epoch: Uuid,
    /// The device's mark in that snapshot.
    pub mark: Mark,
    /// The rows.
    pub rows: Vec<Row>,
    /// Where each cursor stands after this page; feeds the device newly follows are added, those it lost gone.
    pub cursors: Vec<Cursor>,
    /// Every feed is exhausted in this snapshot.
    pub caught_up: bool,
    /// Rows left after this page, for progress.
    pub remaining: u64,
    /// The hub's clock, milliseconds.
    pub time_ms: u64,
}

/// A device whose disk was cloned or restored takes a new identity (rule 9).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ForkRequest {
    /// The new identity. Its key stays the old one's.
    pub device: DeviceId,
}

/// The new identity, registered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ForkReply {
    /// Label of the new identity in case numbers.
    pub device_label: String,
}

/// Most attachments asked about at once.
pub const MAX_ASKED: usize = 500;

/// Asks which pieces of these attachments the hub holds (rule 27).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HaveRequest {
    /// Which, at most [`MAX_ASKED`].
    pub attachments: Vec<AttachmentId>,
}

/// What it holds of those the device may read. One it may not read and one the hub never heard of are both absent.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HaveReply {
    /// Each with its pieces.
    pub attachments: Vec<HeldPieces>,
}

/// The pieces of one attachment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldPieces {
    /// Which.
    pub id: AttachmentId,
    /// The pieces held, from 0.
    pub pieces: Vec<u32>,
}

/// One piece for the hub. A repeat changes nothing.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PutRequest {
    /// Of which attachment.
    pub id: AttachmentId,
    /// Which piece, from 0.
    pub piece: u32,
    /// Its encrypted bytes, base64url.
    pub bytes: String,
}

/// Taken.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PutReply {
    /// The hub holds all of it, has checked it and has said so in the record, which the next pull brings.
    pub complete: bool,
}

/// Asks for one piece.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GetRequest {
    /// Of which attachment.
    pub id: AttachmentId,
    /// Which piece, from 0.
    pub piece: u32,
}

/// One piece.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GetReply {
    /// Its encrypted bytes, base64url.
    pub bytes: String,
}
