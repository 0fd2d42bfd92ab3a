//! Applies changes to records, and keeps with each what its audience is found by.

use jisr_domain::case::Confidentiality;
use jisr_domain::id::{CaseId, CenterId, PersonId};
use jisr_domain::record::{Kind, MergeClass, Strictness};
use jisr_sync::{Change, RecordState, Stamp, apply};
use serde_json::Value;
use uuid::Uuid;

use super::Desk;
use crate::HubError;
use crate::database::{Key, RecordRow, Transaction};
use crate::feed::{home, read};

/// Applies a change of a user of `center`.
pub(crate) fn keep(
    desk: &mut Desk<'_>,
    change: &Change,
    stamp: Stamp,
    center: CenterId,
) -> Result<(), HubError> {
    let key = (change.said.kind.clone(), change.said.id);
    let before = desk.tx.record(&key)?;
    let mut after = before.clone().unwrap_or_else(|| blank(&key, center));
    apply(&mut after.state, change, stamp);
    index(desk.tx, &mut after, center)?;
    desk.tx.put_record(&after)?;
    desk.moves
        .touch(before.as_ref(), &after, change.said.patch.keys());
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
        referral: None,
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
    record.person = match kind {
        Kind::Person => Some(PersonId(record.id)),
        Kind::SamePerson => read(shown, "left"),
        _ => read(shown, "person"),
    };
    record.other = read::<PersonId>(shown, "right").filter(|_| kind == Kind::SamePerson);
    record.referral = read::<Uuid>(shown, "referral");
    record.case = match kind {
        Kind::Case => Some(CaseId(record.id)),
        _ => read(shown, "case"),
    };
    match kind {
        Kind::Case => {
            let confidentiality = shown.get("confidentiality").unwrap_or(&Value::Null);
            record.secrecy = Strictness::Secrecy.rank(confidentiality);
        }
        Kind::ReferralPacket => {
            let to: Option<CenterId> = read(shown, "to_center");
            record.addressed = to.map(|to| home(tx, to)).transpose()?;
        }
        Kind::ReferralEvent => {
            // The answer of another center names the referral it was sent, and never learns of the case.
            if record.case.is_none()
                && let Some(referral) = record.referral
                && let Some(referral) = tx.record(&(Kind::Referral.code().to_owned(), referral))?
            {
                record.case = referral.case;
                if referral.center != writer {
                    record.addressed = Some(writer);
                }
                record.center = referral.center;
            }
        }
        _ => {}
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
