//! The picture at the head of the center's papers: an attachment of nobody, which goes to every laptop of the center.

use jisr_domain::attachment::{Attachment, AttachmentPurpose, MediaType};
use jisr_domain::id::AttachmentId;
use jisr_domain::record::{Fields, Kind};
use jisr_store::Reader;
use serde_json::json;

use super::SetLogoArgs;
use crate::attachment::{given, picture};
use crate::error::CommandError;
use crate::input::seen;
use crate::session::Session;
use crate::view::Empty;

/// `center.set_logo`: the one before is taken back.
///
/// # Errors
/// [`CommandError::Rule`] with `attachment_size`, `attachment_heic`, `attachment_unreadable` or `logo_type`;
/// [`CommandError::Argument`]; the disk and the database.
pub fn set_logo(session: &Session<'_>, args: SetLogoArgs) -> Result<Empty, CommandError> {
    let bytes = match &args.content {
        Some(content) => Some(picture::logo(&given(content)?)?),
        None => None,
    };
    let new = match &bytes {
        Some(bytes) => {
            let id = AttachmentId(session.new_id());
            let placed = session
                .store()
                .place_attachment(id, &session.random(), bytes)?;
            let record = Attachment {
                purpose: Some(AttachmentPurpose::Other),
                name: Some("logo".to_owned()),
                media_type: Some(MediaType::Png),
                size: u32::try_from(bytes.len()).ok(),
                hash: Some(placed.hash.clone()),
                key: Some(placed.key.clone()),
                day: Some(session.today()),
                by: Some(session.staff()),
                ..Attachment::default()
            };
            Some((id, record, placed))
        }
        None => None,
    };
    session.write(|tx| {
        for (before, _) in logos(tx.reader())? {
            let Some(held) = tx.reader().get::<Attachment>(before)? else {
                continue;
            };
            let taken_back = Fields::from([("withdrawn_on".to_owned(), json!(session.today()))]);
            tx.update(Kind::Attachment, before.0, taken_back, &seen(&held.seen)?)?;
        }
        if let Some((id, record, placed)) = &new {
            tx.create(*id, record)?;
            tx.keep_attachment(placed)?;
        }
        Ok(())
    })?;
    Ok(Empty {})
}

/// The logo as a PNG this program drew: another device may have written anything. None where there is none, where it has
/// not arrived, or where it cannot be drawn: papers then have the plain head.
///
/// # Errors
/// The database.
pub(crate) fn logo(
    session: &Session<'_>,
    reader: &Reader<'_>,
) -> Result<Option<Vec<u8>>, CommandError> {
    let Some((id, record)) = logos(reader)?.into_iter().max_by_key(|(id, _)| *id) else {
        return Ok(None);
    };
    let bytes = session.store().attachment_of(reader, id, &record);
    Ok(bytes
        .ok()
        .flatten()
        .and_then(|bytes| picture::logo(&bytes).ok()))
}

/// Those in force: one, or one of each of several who chose at the same time.
fn logos(reader: &Reader<'_>) -> Result<Vec<(AttachmentId, Attachment)>, CommandError> {
    let mut all = reader.list::<Attachment>(
        "person IS NULL AND purpose = 'other' AND withdrawn_on IS NULL",
        [],
    )?;
    all.retain(|(_, record)| record.is_the_centers());
    Ok(all)
}
