//! What waits: fields with several values, transactions the hub did not take.

use std::collections::BTreeMap;

use jisr_domain::case::Readerless;
use jisr_domain::record::{Kind, Rules, Subject};
use jisr_domain::with_kind;
use jisr_store::{AttentionChange, AttentionItem, Reader};
use jisr_sync::feed::VerdictKind;

use super::{
    AboutField, Attention, ConflictItem, ReaderlessCase, RefusedChange, RefusedItem, RefusedVerdict,
};
use crate::case::case_card;
use crate::code::Code;
use crate::error::CommandError;
use crate::person::person_card;
use crate::record::{any_record, conflicts, reads_field};
use crate::session::Session;
use crate::view::Empty;

/// `attention.list`: what the one at work may know of and may settle.
///
/// # Errors
/// The database.
pub fn list(session: &Session<'_>, _args: Empty) -> Result<Attention, CommandError> {
    session.read(|reader| waiting(reader, session))
}

pub(super) fn waiting(
    reader: &Reader<'_>,
    session: &Session<'_>,
) -> Result<Attention, CommandError> {
    let mut conflicts = Vec::new();
    for (kind, id, _) in reader.conflicts()? {
        conflicts.extend(conflict(reader, session, kind, id)?);
    }
    let mut refused = Vec::new();
    for item in reader.attention()? {
        refused.extend(refused_item(reader, session, item)?);
    }
    let mut readerless = Vec::new();
    if reader.may_know(&Subject::Directors, session.staff())? {
        let waiting = reader.list::<Readerless>("waits ORDER BY since, id", [])?;
        readerless.extend(waiting.into_iter().map(|(case, notice)| ReaderlessCase {
            case,
            since: notice.since,
        }));
    }
    Ok(Attention {
        conflicts,
        refused,
        readerless,
    })
}

fn conflict(
    reader: &Reader<'_>,
    session: &Session<'_>,
    kind: Kind,
    id: uuid::Uuid,
) -> Result<Option<ConflictItem>, CommandError> {
    if !session.me().role.may_write(kind) {
        return Ok(None);
    }
    let record = match any_record(reader, session, kind, id) {
        Ok(record) => record,
        Err(CommandError::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut fields = conflicts(reader, record.conflicts)?;
    let in_case = record.subject.case().is_some();
    let may_read = |field: &str| reads_field(session, &kind.definition(), field, in_case);
    fields.retain(|conflict| may_read(&conflict.field));
    if fields.is_empty() {
        return Ok(None);
    }
    let about = naming(kind)
        .iter()
        .filter(|name| may_read(name) && fields.iter().all(|one| one.field != **name))
        .filter_map(|name| Some((*name, record.fields.get(*name)?.clone())))
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| AboutField {
            field: name.to_owned(),
            value,
        })
        .collect();
    Ok(Some(ConflictItem {
        kind,
        id: id.to_string(),
        person: record
            .subject
            .people()
            .first()
            .copied()
            .map(|person| person_card(reader, session, person))
            .transpose()?
            .flatten(),
        case: record
            .subject
            .case()
            .map(|case| case_card(reader, session, case))
            .transpose()?
            .flatten(),
        about,
        seen: record.seen,
        fields,
    }))
}

/// A transaction is shown whole or not at all: every record it names must be one the viewer may settle.
pub(super) fn refused_item(
    reader: &Reader<'_>,
    session: &Session<'_>,
    item: AttentionItem,
) -> Result<Option<RefusedItem>, CommandError> {
    let mut changes = Vec::new();
    for change in item.changes {
        match refused_change(reader, session, change)? {
            Some(change) => changes.push(change),
            None => return Ok(None),
        }
    }
    Ok(Some(RefusedItem {
        tx: item.tx.to_string(),
        verdict: if item.verdict == VerdictKind::Held {
            RefusedVerdict::Held
        } else {
            RefusedVerdict::Rejected
        },
        code: Code::read(&item.code)
            .filter(|code| code.text().starts_with("verdict_"))
            .unwrap_or(Code::VerdictOther)
            .text()
            .to_owned(),
        changes,
        at_ms: item.seen_at.to_string(),
    }))
}

fn refused_change(
    reader: &Reader<'_>,
    session: &Session<'_>,
    change: AttentionChange,
) -> Result<Option<RefusedChange>, CommandError> {
    let Some(kind) =
        Kind::from_code(&change.kind).filter(|kind| session.me().role.may_write(*kind))
    else {
        return Ok(None);
    };
    let subject = match any_record(reader, session, kind, change.id) {
        Ok(record) => record.subject,
        // The hub took the record back: the change itself says whom it is about.
        Err(CommandError::NotFound) => {
            let subject = kind.definition().about.subject(change.id, &change.patch);
            let gone = reader.state(kind, change.id)?.is_none();
            if !gone || subject == Subject::Center || !reader.may_know(&subject, session.staff())? {
                return Ok(None);
            }
            subject
        }
        Err(error) => return Err(error),
    };
    let in_case = subject.case().is_some();
    let patch: BTreeMap<_, _> = change
        .patch
        .into_iter()
        .filter(|(name, _)| reads_field(session, &kind.definition(), name, in_case))
        .collect();
    Ok(Some(RefusedChange {
        kind,
        id: change.id.to_string(),
        person: subject
            .people()
            .first()
            .copied()
            .map(|person| person_card(reader, session, person))
            .transpose()?
            .flatten(),
        patch,
    }))
}

/// The fields a person would tell a record of `kind` by, among others of the same person or case.
fn naming(kind: Kind) -> &'static [&'static str] {
    with_kind!(kind, R => R::TOLD_BY)
}
