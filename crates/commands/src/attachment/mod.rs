//! Scans of papers and photos of people: added, shown, taken back.

mod add;
mod get;
mod list;
pub(crate) mod picture;
mod view;
mod withdraw;

pub use add::add;
pub(crate) use add::{given, purposes};
pub use get::get;
pub(crate) use list::{of_case, of_person};
pub use view::*;
pub use withdraw::{settle, withdraw};

use jisr_domain::attachment::{Attachment, AttachmentPurpose};
use jisr_domain::id::AttachmentId;
use jisr_store::{Held, Reader};

use crate::access::may_see;
use crate::error::CommandError;
use crate::input::is_author;
use crate::session::Session;

/// Whether the one at work may know of an attachment: those who follow cases as they may know of its case or person;
/// the others the photo of a person, and what they added themselves. The center's own picture is everybody's.
fn seen_by(
    reader: &Reader<'_>,
    session: &Session<'_>,
    record: &Attachment,
) -> Result<bool, CommandError> {
    if record.is_the_centers() {
        return Ok(true);
    }
    let photo = record.purpose == Some(AttachmentPurpose::PersonPhoto) && record.case.is_none();
    if !session.me().role.follows_cases() && !photo && !is_author(session, record.by) {
        return Ok(false);
    }
    may_see(reader, session, record.person, record.case)
}

/// The attachment, for those who may know of it.
fn visible(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: AttachmentId,
) -> Result<Held<Attachment>, CommandError> {
    let held = reader
        .get::<Attachment>(id)?
        .ok_or(CommandError::NotFound)?;
    if seen_by(reader, session, &held.record)? {
        Ok(held)
    } else {
        Err(CommandError::NotFound)
    }
}
