//! jisr-hub: the central endpoint. Devices push changes to it and pull states from it; the rules are in
//! `docs/sync-protocol.md`, and numbers in comments and tests name them.
//!
//! [`Hub`] is the whole of it without a socket; [`serve`] puts it behind HTTP. Time and chance are handed in
//! through [`Surroundings`].
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod admin;
mod attachment;
pub mod database;
mod enrol;
mod error;
mod feed;
mod hub;
mod key;
mod routes;
mod serve;
mod surroundings;
mod take;

pub use admin::{CodeAsked, Verified, restore};
pub use error::{HubError, Refused, Why};
pub use hub::Hub;
pub use key::{HubKey, KEY_VARIABLE};
pub use routes::router;
pub use serve::serve;
pub use surroundings::Surroundings;

/// The hub's id, in its own words about itself.
const META_HUB: &str = "hub";
/// Its epoch (rule 18).
const META_EPOCH: &str = "epoch";
/// What the version that wrote last declared (rule 12).
const META_DECLARED: &str = "declared";
