//! The rules of sync as a hub and the laptops of a center live them. Numbers are those of
//! `docs/sync-protocol.md`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod admin;
mod attachment;
mod audience;
mod enrol;
mod http;
mod migrations;
mod pull;
mod push;
mod referral;
mod rights;
mod support;
