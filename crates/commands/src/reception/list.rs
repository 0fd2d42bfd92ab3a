//! The register of a day.

use chrono::NaiveDate;
use jisr_domain::id::ReceptionId;
use jisr_domain::reception::Reception;
use jisr_store::Reader;

use super::{ReceptionView, ReceptionsArgs};
use crate::access::may_see;
use crate::error::CommandError;
use crate::reception::reception_view;
use crate::session::Session;

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
        for reception in of_day(reader, session, day)? {
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

/// The passages of `day` the one at work may know of: those listed are those counted.
///
/// # Errors
/// The database.
pub(crate) fn of_day(
    reader: &Reader<'_>,
    session: &Session<'_>,
    day: NaiveDate,
) -> Result<Vec<(ReceptionId, Reception)>, CommandError> {
    let mut known = Vec::new();
    for (id, record) in reader.by::<Reception>("day", day)? {
        if may_see(reader, session, record.person, None)? {
            known.push((id, record));
        }
    }
    Ok(known)
}
