//! A consent given.

use jisr_domain::consent::Consent;

use super::RecordConsentArgs;
use crate::error::CommandError;
use crate::input::{WriteRules, create};
use crate::session::Session;
use crate::view::Written;

/// `consent.record`: recorded by the one at work, whatever is said. By whom it was given and how is never supposed: a
/// consent nobody gave protects nobody.
///
/// # Errors
/// Those of [`create`].
pub fn record(session: &Session<'_>, args: RecordConsentArgs) -> Result<Written, CommandError> {
    create(session, &args.consent, None, |_, _| Ok(()))
}

impl WriteRules for Consent {}
