//! The trade: what a social center records, and the rules it works by.
//!
//! Pure by construction: no file, no socket, no clock, no randomness. Time and ids are passed in.
//! A record type is declared once, in [`record`], with the merge class and sensitivity of each field;
//! the tables, the wire form and the TypeScript types follow from that declaration.

pub mod amount;
pub mod appointment;
pub mod attachment;
pub mod audience;
pub mod case;
pub mod center;
pub mod civil;
pub mod clock;
pub mod consent;
pub mod due;
pub mod entitlement;
pub mod form;
pub mod household;
pub mod id;
pub mod import;
pub mod name;
pub mod note;
pub mod partner;
pub mod person;
pub mod protocol;
pub mod reception;
pub mod record;
pub mod referral;
pub mod role;
pub mod service;
pub mod situation;
pub mod text;
pub mod track;
pub mod visit;
