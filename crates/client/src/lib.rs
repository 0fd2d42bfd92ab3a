//! Talks to a hub: HTTP, signing. Decides nothing about conflicts.
//!
//! Blocking on purpose: a round of sync is one background thread of its caller, which hands in the time and
//! a flag to stop. Nothing here reads a clock or draws a number.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod error;
mod exchange;
mod hub;
mod traffic;
mod url;

pub use error::ClientError;
pub use hub::HubClient;
pub use traffic::Traffic;
pub use url::check as check_url;
