//! The attachments of a person and of a case, newest first.

use jisr_domain::attachment::Attachment;
use jisr_domain::id::{AttachmentId, CaseId};
use jisr_domain::record::{Kind, Sensitivity};
use jisr_store::{Place, Reader};

use super::withdraw::may_withdraw;
use super::{AttachmentPlace, AttachmentView, seen_by};
use crate::error::CommandError;
use crate::person::PersonRecords;
use crate::record::conflicts;
use crate::session::Session;
use crate::user::staff_card;
use crate::view::StaffCard;

/// Those of a case.
pub(crate) fn of_case(
    reader: &Reader<'_>,
    session: &Session<'_>,
    case: CaseId,
) -> Result<Vec<AttachmentView>, CommandError> {
    views(reader, session, reader.by::<Attachment>("case", case)?)
}

/// Those of a person outside any case, whichever of their records they were put with.
pub(crate) fn of_person(
    reader: &Reader<'_>,
    session: &Session<'_>,
    one: &PersonRecords,
) -> Result<Vec<AttachmentView>, CommandError> {
    let mut all = one.all::<Attachment>(reader)?;
    all.retain(|(_, record)| record.case.is_none());
    views(reader, session, all)
}

fn views(
    reader: &Reader<'_>,
    session: &Session<'_>,
    mut all: Vec<(AttachmentId, Attachment)>,
) -> Result<Vec<AttachmentView>, CommandError> {
    all.sort_by_key(|(id, _)| std::cmp::Reverse(*id));
    let mut views = Vec::new();
    for (id, record) in all {
        if seen_by(reader, session, &record)? {
            views.push(view(reader, session, id)?);
        }
    }
    Ok(views)
}

fn view(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: AttachmentId,
) -> Result<AttachmentView, CommandError> {
    let held = reader
        .get::<Attachment>(id)?
        .ok_or(CommandError::NotFound)?;
    let record = held.record;
    let may_withdraw = record.withdrawn_on.is_none() && may_withdraw(session, &record);
    let place = match reader.attachment_place(id, &record)? {
        Place::OnlyHere => AttachmentPlace::OnlyHere,
        Place::AtHub => AttachmentPlace::AtHub,
        Place::NotHere => AttachmentPlace::NotHere,
        Place::Awaited => AttachmentPlace::Awaited,
    };
    let mut fields = conflicts(reader, held.conflicts)?;
    fields.retain(|conflict| {
        Kind::Attachment
            .definition()
            .field(&conflict.field)
            .is_some_and(|field| field.sensitivity != Sensitivity::Secret)
    });
    Ok(AttachmentView {
        id,
        case: record.case,
        document: record.document,
        purpose: record.purpose,
        name: record.name,
        media_type: record.media_type,
        size: record.size,
        day: record.day,
        staff: match record.by {
            Some(by) => staff_card(reader, by)?,
            None => StaffCard::default(),
        },
        place,
        may_withdraw,
        withdrawn_on: record.withdrawn_on,
        withdrawn_reason: record.withdrawn_reason,
        seen: held.seen,
        conflicts: fields,
    })
}
