//! Applies changes to records, and keeps with each what its audience is found by.

use jisr_domain::case::Confidentiality;
use jisr_domain::id::CenterId;
use jisr_domain::record::{Kind, MergeClass, Strictness, Subject};
use jisr_sync::{Change, RecordState, Stamp, apply};
use serde_json::Value;

use super::Desk;
use crate::HubError;
use crate::database::{Key, RecordRow, Transaction};
use crate::feed::home;

/// Applies a change of a user of `center`.
pub(crate) fn keep(
    desk: &mut Desk<'_>,
    change: &Change,
    stamp: Stamp,
    center: CenterId,
) -> Result<(), HubError> {
    let key = (change.payload.kind.clone(), change.payload.id);
    let before = desk.tx.record(&key)?;
    let mut after = before.clone().unwrap_or_else(|| blank(&key, center));
    apply(&mut after.state, change, stamp);
    index(desk.tx, &mut after, center)?;
    desk.tx.put_record(&after)?;
    desk.moves
        .touch(before.as_ref(), &after, change.payload.patch.keys());
    Ok(())
}

/// Folds a record again from the log, after something took its place in the past of its device.
pub(super) fn refold(desk: &mut Desk<'_>, key: &Key, center: CenterId) -> Result<(), HubError> {
    let before = desk.tx.record(key)?;
    let mut after = before.clone().unwrap_or_else(|| blank(key, center));
    after.state = fold(desk.tx, key)?;
    index(desk.tx, &mut after, center)?;
    desk.tx.put_record(&after)?;
    let old = before.as_ref().map(|row| &row.state.fields);
    let moved: Vec<String> = after
        .state
        .fields
        .iter()
        .filter(|(name, field)| old.and_then(|old| old.get(*name)) != Some(*field))
        .map(|(name, _)| name.clone())
        .collect();
    desk.moves.touch(before.as_ref(), &after, &moved);
    Ok(())
}

/// The state of a record from its applied changes alone.
pub(crate) fn fold(tx: &dyn Transaction, key: &Key) -> Result<RecordState, HubError> {
    let mut state = RecordState::default();
    for logged in tx.history(key)? {
        apply(
            &mut state,
            &logged.logged.read(logged.device)?,
            logged.stamp,
        );
    }
    Ok(state)
}

fn blank(key: &Key, center: CenterId) -> RecordRow {
    RecordRow {
        kind: key.0.clone(),
        id: key.1,
        center,
        person: None,
        other: None,
        case: None,
        parent: None,
        addressed: None,
        secrecy: 0,
        undeclared: false,
        state: RecordState::default(),
        shown: jisr_domain::record::Fields::new(),
    }
}

/// Works out what is shown and what the record hangs from. `writer` is the center of who wrote last.
pub(crate) fn index(
    tx: &dyn Transaction,
    record: &mut RecordRow,
    writer: CenterId,
) -> Result<(), HubError> {
    let Some(kind) = Kind::from_code(&record.kind) else {
        record.undeclared = true;
        return Ok(());
    };
    let definition = kind.definition();
    record.shown = record.state.shown(&definition);
    record.undeclared = record
        .state
        .fields
        .keys()
        .any(|name| definition.field(name).is_none());
    let shown = &record.shown;
    let subject = definition.about.subject(record.id, shown);
    let mut people = subject.people().iter().copied();
    record.person = people.next();
    record.other = people.next();
    record.case = subject.case();
    record.parent = kind.parent(shown).map(|(_, parent)| parent);
    match kind {
        Kind::Case => {
            let confidentiality = shown.get("confidentiality").unwrap_or(&Value::Null);
            record.secrecy = Strictness::Secrecy.rank(confidentiality);
        }
        _ => match subject {
            Subject::Addressed(to, _) => record.addressed = Some(home(tx, to)?),
            // The answer of another center names the referral it was sent, and never learns of the case.
            Subject::ThatOf(kind, parent) => {
                if let Some(parent) = tx.record(&(kind.code().to_owned(), parent))? {
                    record.case = parent.case;
                    if parent.center != writer {
                        record.addressed = Some(writer);
                    }
                    record.center = parent.center;
                }
            }
            _ => {}
        },
    }
    Ok(())
}

/// The confidentiality in force in a state, and its rank.
pub(super) fn in_force(state: &RecordState) -> Option<(Confidentiality, u8)> {
    let shown = state
        .fields
        .get("confidentiality")?
        .shown(MergeClass::Strictest(Strictness::Secrecy))?;
    let confidentiality = serde_json::from_value(shown.value.clone()).ok()?;
    Some((confidentiality, Strictness::Secrecy.rank(&shown.value)))
}
