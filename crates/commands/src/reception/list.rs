//! The register of a day.

use jisr_domain::reception::Reception;

use super::{ReceptionView, ReceptionsArgs};
use crate::error::CommandError;
use crate::session::Session;
use crate::show::reception_view;

/// `reception.list`: the passages of a day, newest first.
///
/// # Errors
/// The database.
pub fn list(
    session: &Session<'_>,
    args: ReceptionsArgs,
) -> Result<Vec<ReceptionView>, CommandError> {
    let day = args.day.unwrap_or(session.today());
    session.read(|reader| {
        let mut views = Vec::new();
        for reception in reader.by::<Reception>("day", day)? {
            views.extend(reception_view(reader, session, reception)?);
        }
        views.sort_by_key(|view| {
            std::cmp::Reverse((
                view.reception.record.opened_at,
                view.reception.record.number,
            ))
        });
        Ok(views)
    })
}
