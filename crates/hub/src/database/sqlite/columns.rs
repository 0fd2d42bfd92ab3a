//! From and to columns.

use jisr_domain::audience::Feed;
use jisr_sync::change::ChangeHash;
use jisr_sync::feed::VerdictKind;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::HubError;

/// An id as stored.
pub fn text(id: impl std::fmt::Display) -> String {
    id.to_string()
}

/// An id as read.
pub fn id<T: From<Uuid>>(stored: &str) -> Result<T, HubError> {
    stored
        .parse::<Uuid>()
        .map(T::from)
        .map_err(|_| HubError::Damaged {
            what: "an identifier",
        })
}

/// An id that may be missing.
pub fn maybe_id<T: From<Uuid>>(stored: Option<String>) -> Result<Option<T>, HubError> {
    stored.as_deref().map(id).transpose()
}

/// A count as stored. Stamps too: 48 bits of milliseconds leave the sign alone until the year 6429.
pub fn int(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A count as read.
pub fn count(stored: i64) -> u64 {
    u64::try_from(stored).unwrap_or(0)
}

/// JSON as stored.
pub fn json<T: Serialize>(value: &T) -> Result<String, HubError> {
    Ok(serde_json::to_string(value)?)
}

/// JSON as read.
pub fn parse<T: DeserializeOwned>(stored: &str) -> Result<T, HubError> {
    Ok(serde_json::from_str(stored)?)
}

/// A hash as read.
pub fn hash(stored: &str) -> Result<ChangeHash, HubError> {
    parse(&format!("\"{stored}\"")).map_err(|_| HubError::Damaged { what: "a hash" })
}

/// A verdict as stored.
pub fn verdict(kind: VerdictKind) -> i64 {
    match kind {
        VerdictKind::Applied => 0,
        VerdictKind::Rejected => 1,
        VerdictKind::Held => 2,
    }
}

/// A verdict as read.
pub fn verdict_kind(stored: i64) -> VerdictKind {
    match stored {
        0 => VerdictKind::Applied,
        2 => VerdictKind::Held,
        _ => VerdictKind::Rejected,
    }
}

/// A feed as stored.
pub fn feed_name(feed: Feed) -> String {
    match feed {
        Feed::Center(id) => format!("center:{id}"),
        Feed::User(id) => format!("user:{id}"),
        Feed::Device(id) => format!("device:{id}"),
    }
}

/// A feed as read.
pub fn feed(stored: &str) -> Result<Feed, HubError> {
    match stored.split_once(':') {
        Some(("center", rest)) => Ok(Feed::Center(id(rest)?)),
        Some(("user", rest)) => Ok(Feed::User(id(rest)?)),
        Some(("device", rest)) => Ok(Feed::Device(id(rest)?)),
        _ => Err(HubError::Damaged { what: "a feed" }),
    }
}
