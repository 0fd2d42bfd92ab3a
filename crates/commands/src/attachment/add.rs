//! A scan or photo, kept.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_domain::attachment::{Attachment, AttachmentPurpose};
use jisr_domain::id::AttachmentId;
use jisr_domain::role::Role;
use jisr_domain::track::StepDocument;
use jisr_store::Reader;
use jisr_sync::attachment::LARGEST;

use super::AddAttachmentArgs;
use super::picture::{LARGEST_GIVEN, kept};
use crate::case::open_case;
use crate::code::Code;
use crate::error::CommandError;
use crate::input::{about, clean_record, refused};
use crate::session::Session;
use crate::view::Written;

/// `attachment.add`: a picture drawn anew ([`super::picture`]), encrypted and on the disk before anything speaks of it. Who does not follow cases adds the photo
/// or the identity paper of a person.
///
/// # Errors
/// [`CommandError::Rule`] with `attachment_size`, `attachment_type`, `attachment_heic`, `attachment_unreadable` or `case_closed`; [`CommandError::Field`] with
/// `required`, `other_person` or `text_too_long`; [`CommandError::Forbidden`]; [`CommandError::NotFound`]; the disk
/// and the database.
pub fn add(session: &Session<'_>, args: AddAttachmentArgs) -> Result<Written, CommandError> {
    let role = session.me().role;
    let of_case = args.case.is_some() && !role.follows_cases();
    if of_case || !purposes(role).contains(&args.purpose) {
        return Err(CommandError::Forbidden);
    }
    let (media_type, bytes) = kept(given(&args.content)?)?;
    if bytes.len() > LARGEST {
        return Err(CommandError::Rule(Code::AttachmentSize));
    }
    let mut attachment = clean_record(&Attachment {
        person: args.person,
        case: args.case,
        document: args.document,
        purpose: Some(args.purpose),
        name: args.name,
        media_type: Some(media_type),
        size: u32::try_from(bytes.len()).ok(),
        day: Some(session.today()),
        by: Some(session.staff()),
        ..Attachment::default()
    })?;
    attachment.person = Some(session.read(|reader| belongs(reader, session, &attachment))?);
    let id = AttachmentId(session.new_id());
    let placed = session
        .store()
        .place_attachment(id, &session.random(), &bytes)?;
    attachment.hash = Some(placed.hash.clone());
    attachment.key = Some(placed.key.clone());
    session.write(|tx| {
        belongs(tx.reader(), session, &attachment)?;
        tx.create(id, &attachment)?;
        tx.keep_attachment(&placed)?;
        Ok(())
    })?;
    Ok(Written { id: id.to_string() })
}

/// What `role` may add with a person: who does not follow cases, what is asked for at the desk.
pub(crate) fn purposes(role: Role) -> Vec<AttachmentPurpose> {
    let all = AttachmentPurpose::ALL.iter().copied();
    all.filter(|purpose| role.follows_cases() || purpose.is_for_the_desk())
        .collect()
}

/// The bytes of a file, as they came.
///
/// # Errors
/// [`CommandError::Rule`] with `attachment_size`; [`CommandError::Argument`].
pub(crate) fn given(content: &str) -> Result<Vec<u8>, CommandError> {
    // Four letters of base64 for three bytes: what is too long is not even read.
    if content.is_empty() || content.len() > LARGEST_GIVEN.div_ceil(3) * 4 {
        return Err(CommandError::Rule(Code::AttachmentSize));
    }
    STANDARD
        .decode(content)
        .map_err(|_| refused("content", "is not base64"))
}

/// The person it is about, once the case is open and the paper is one of its steps.
fn belongs(
    reader: &Reader<'_>,
    session: &Session<'_>,
    attachment: &Attachment,
) -> Result<jisr_domain::id::PersonId, CommandError> {
    let person = about(reader, session, attachment.person, attachment.case)?;
    if let Some(case) = attachment.case {
        open_case(reader, session, case)?;
    }
    if let Some(document) = attachment.document {
        let paper = reader
            .find::<StepDocument>(document)?
            .ok_or(CommandError::NotFound)?;
        if attachment.case.is_none() || paper.case != attachment.case {
            return Err(CommandError::NotFound);
        }
    }
    Ok(person)
}
