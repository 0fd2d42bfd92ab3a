//! The printed recovery slip.

use jisr_letters::{Letter, RecoverySlip};
use jisr_store::key::RecoveryCode;

use super::RecoverySlipArgs;
use crate::error::CommandError;
use crate::print;
use crate::session::Session;
use crate::view::Document;

/// The slip to print and keep in the safe. The code is only laid out, never stored.
///
/// # Errors
/// A code that cannot be one; a page that cannot be made.
pub fn recovery_slip(
    session: &Session<'_>,
    args: RecoverySlipArgs,
) -> Result<Document, CommandError> {
    let code = RecoveryCode::parse(&args.recovery_code)?;
    let me = session.me();
    let slip = RecoverySlip {
        head: session.read(print::letterhead)?,
        code: code.printed().to_string(),
        director_ar: me
            .name_ar
            .clone()
            .or_else(|| me.name_lat.clone())
            .unwrap_or_default(),
        director_lat: me
            .name_lat
            .clone()
            .or_else(|| me.name_ar.clone())
            .unwrap_or_default(),
        date: session.today().to_string(),
    };
    print::document(
        "jisr-recovery.pdf".to_owned(),
        &Letter::Recovery(Box::new(slip)),
    )
}
