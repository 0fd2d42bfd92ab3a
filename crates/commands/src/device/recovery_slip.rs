//! The printed recovery slip.

use jisr_letters::{Letter, RecoverySlip};
use jisr_store::key::RecoveryCode;

use super::RecoverySlipArgs;
use crate::clock::believed;
use crate::error::CommandError;
use crate::print;
use crate::session::Session;
use crate::view::Document;

/// The slip to print and keep in the safe. The code is only laid out, never stored.
///
/// # Errors
/// [`CommandError::Rule`] with `clock_doubtful`; otherwise:
/// A code that cannot be one; a page that cannot be made.
pub fn recovery_slip(
    session: &Session<'_>,
    args: RecoverySlipArgs,
) -> Result<Document, CommandError> {
    believed(session)?;
    let code = RecoveryCode::parse(&args.recovery_code)?;
    let me = session.me();
    let mut head = session.read(|reader| print::letterhead(session, reader))?;
    if head.center_ar.is_empty() && head.center_fr.is_empty() {
        // A laptop that has just joined: the card of its center is on its way, its name is on the door.
        let door = session.core.keys.profile()?.public;
        let either = |one: &str, other: &str| if one.is_empty() { other } else { one }.to_owned();
        head.center_ar = either(&door.center_name_ar, &door.center_name_fr);
        head.center_fr = either(&door.center_name_fr, &door.center_name_ar);
    }
    // Whoever keeps the slip signs it; on a colleague's laptop their name is left to be written.
    let keeper = |name: &Option<String>, other: &Option<String>| {
        let name = name.clone().or_else(|| other.clone());
        name.filter(|_| me.role.keeps_accounts())
            .unwrap_or_default()
    };
    let slip = RecoverySlip {
        head,
        code: code.printed().to_string(),
        director_ar: keeper(&me.name_ar, &me.name_lat),
        director_lat: keeper(&me.name_lat, &me.name_ar),
        date: session.today().to_string(),
    };
    print::document(
        "jisr-recovery.pdf".to_owned(),
        &Letter::Recovery(Box::new(slip)),
    )
}
