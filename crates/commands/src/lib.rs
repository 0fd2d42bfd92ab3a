//! One function per user intention. Roles are checked here, from the unlocked session and never from an
//! argument; words are left to the interface: errors are codes.
//!
//! The crate knows no window. The shell and the command line are two hosts of the same [`Core`].
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

pub mod access;
pub mod amount;
pub mod appointment;
pub mod attachment;
pub mod attention;
pub mod case;
pub mod center;
pub mod clock;
pub mod code;
pub mod consent;
pub mod contact;
pub mod core;
pub mod device;
pub mod diagnostic;
pub mod dispatch;
pub mod draft;
pub mod duplicate;
pub mod entitlement;
pub mod error;
pub mod export;
mod field_code;
pub mod flag;
pub mod household;
pub mod import;
pub mod input;
pub mod intake;
pub mod note;
pub mod partner;
pub mod person;
pub mod print;
pub mod reception;
pub mod record;
mod record_types;
pub mod referral;
pub mod registry;
pub mod service;
pub mod session;
pub mod settings;
pub mod situation;
pub mod sync;
pub mod territory;
mod tick;
pub mod today;
pub mod track;
pub mod types;
pub mod user;
pub mod view;
pub mod visit;
pub mod words;

pub use code::Code;
pub use core::{Core, Host};
pub use dispatch::{Cause, Reply};
pub use error::{CommandError, ErrorBody};
