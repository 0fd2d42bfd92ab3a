//! The content of an attachment, to be shown.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_domain::attachment::MediaType;
use jisr_domain::record::Kind;

use super::{AttachmentArgs, visible};
use crate::access::audit_view;
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Document;

/// `attachment.get`. Showing one of a restricted or sealed case is written in the audit log.
///
/// # Errors
/// [`CommandError::Rule`] with `attachment_not_here` when its bytes have not arrived, `attachment_withdrawn`,
/// `attachment_damaged`; [`CommandError::NotFound`]; the disk and the database.
pub fn get(session: &Session<'_>, args: AttachmentArgs) -> Result<Document, CommandError> {
    let id = args.attachment;
    let record = session.read(|reader| visible(reader, session, id))?.record;
    if record.withdrawn_on.is_some() {
        return Err(CommandError::Rule(Code::AttachmentWithdrawn));
    }
    let bytes = session
        .store()
        .attachment(id)?
        .ok_or(CommandError::Rule(Code::AttachmentNotHere))?;
    // Told by the bytes again: what another device says of them is not what a window is made to show.
    let media_type = MediaType::of(&bytes).ok_or(CommandError::Rule(Code::AttachmentType))?;
    audit_view(session, record.case, Kind::Attachment, id.0)?;
    Ok(Document {
        file_name: format!("{id}.{}", ending(media_type)),
        mime: media_type.code().to_owned(),
        base64: STANDARD.encode(bytes),
    })
}

fn ending(media_type: MediaType) -> &'static str {
    match media_type {
        MediaType::Jpeg => "jpg",
        MediaType::Png => "png",
        MediaType::Webp => "webp",
        MediaType::Pdf => "pdf",
    }
}
