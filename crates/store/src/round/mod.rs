//! What the device knows of its hub: staged rounds, their publication, verdicts, identity.

mod attention;
mod cursors;
mod enrol;
mod publish;
mod reidentify;
mod settle;
mod stage;

pub use attention::{AttentionChange, AttentionItem};
pub(crate) use cursors::published as published_cursors;
