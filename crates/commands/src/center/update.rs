//! How the center is reached, corrected.

use jisr_domain::center::Center;
use jisr_domain::record::{Fields, Kind};
use serde_json::json;

use super::UpdateCenterArgs;
use crate::error::CommandError;
use crate::input::{clean_record, seen};
use crate::session::Session;
use crate::view::Written;

/// `center.update`: what did not change is not written, so that two who correct different things do not meet.
///
/// # Errors
/// [`CommandError::Field`] with `text_too_long`; [`CommandError::Rule`] with `stale_view`;
/// [`CommandError::NotFound`]; the database.
pub fn update(session: &Session<'_>, args: UpdateCenterArgs) -> Result<Written, CommandError> {
    let now = reach(args.address, args.phone)?;
    let seen = seen(&args.seen)?;
    let center = session.write(|tx| {
        let center = tx.reader().device()?.center;
        let held = tx
            .reader()
            .get::<Center>(center)?
            .ok_or(CommandError::NotFound)?
            .record;
        let mut fields = Fields::new();
        if now.address != held.address {
            fields.insert("address".to_owned(), json!(now.address));
        }
        if now.phone != held.phone {
            fields.insert("phone".to_owned(), json!(now.phone));
        }
        if !fields.is_empty() {
            tx.update(Kind::Center, center.0, fields, &seen)?;
        }
        Ok(center)
    })?;
    Ok(Written {
        id: center.to_string(),
    })
}

/// How a center is reached, as it is kept.
///
/// # Errors
/// [`CommandError::Field`] with `text_too_long`.
pub(crate) fn reach(
    address: Option<String>,
    phone: Option<String>,
) -> Result<Center, CommandError> {
    clean_record(&Center {
        address,
        phone,
        ..Center::default()
    })
}
