//! Said again, once what the hub objected to is put right.

use jisr_store::{Actor, Local, Moment};
use uuid::Uuid;

use super::list::refused_item;
use super::{RefusedArgs, RefusedItem};
use crate::error::CommandError;
use crate::input::id;
use crate::session::Session;
use crate::view::Written;

/// `attention.retry`: as a new transaction of the one at work, which names the old.
///
/// # Errors
/// [`CommandError::NotFound`]; [`jisr_store::StoreError::NotRejected`] for one that is held; the database.
pub fn retry(session: &Session<'_>, args: RefusedArgs) -> Result<Written, CommandError> {
    let tx = id(&args.tx)?;
    let item = refused(session, tx)?;
    let changes = settling(session, |actor, moment| {
        Ok(session.store().retry(actor, moment, tx)?)
    })?;
    for kind in changes.kinds() {
        session.touch(kind.code());
    }
    session.touch(Local::Attention.code());
    Ok(Written {
        id: item
            .changes
            .into_iter()
            .next()
            .map_or(args.tx, |change| change.id),
    })
}

/// The transaction, for those who may settle it.
pub(super) fn refused(session: &Session<'_>, tx: Uuid) -> Result<RefusedItem, CommandError> {
    session.read(|reader| {
        let item = reader
            .attention()?
            .into_iter()
            .find(|item| item.tx == tx)
            .ok_or(CommandError::NotFound)?;
        refused_item(reader, session, item)?.ok_or(CommandError::NotFound)
    })
}

/// Runs `f` as the one at work, now.
pub(super) fn settling<T>(
    session: &Session<'_>,
    f: impl FnOnce(&Actor<'_>, &Moment) -> Result<T, CommandError>,
) -> Result<T, CommandError> {
    let actor = Actor {
        staff: session.staff(),
        key: &session.open.signing,
    };
    f(
        &actor,
        &Moment {
            ms: session.now_ms(),
            today: session.today(),
        },
    )
}
