//! Somebody comes to the desk.

use jisr_domain::id::ReceptionId;
use jisr_domain::reception::Reception;

use super::{OpenReceptionArgs, ReceptionOpened};
use crate::access::visible_person;
use crate::clock::believed;
use crate::error::CommandError;
use crate::input::clean_record;
use crate::session::Session;

/// `reception.open`: the passage gets its number of the day.
///
/// # Errors
/// [`CommandError::Rule`] with `clock_doubtful`; otherwise:
/// [`CommandError::NotFound`]; [`CommandError::Field`]; the database.
pub fn open(
    session: &Session<'_>,
    args: OpenReceptionArgs,
) -> Result<ReceptionOpened, CommandError> {
    believed(session)?;
    let mut reception: Reception = clean_record(&args.reception)?;
    let new = ReceptionId(session.new_id());
    session.write(|tx| {
        if let Some(person) = reception.person {
            visible_person(tx.reader(), session, person)?;
        }
        let number = tx.next_daily_number(session.today())?;
        reception.day = Some(session.today());
        reception.number = Some(number);
        reception.opened_at = Some(session.now());
        reception.received_by = Some(session.staff());
        tx.create(new, &reception)?;
        let held = tx
            .reader()
            .get::<Reception>(new)?
            .ok_or(CommandError::NotFound)?;
        Ok(ReceptionOpened {
            reception: new,
            number,
            seen: held.seen,
        })
    })
}
