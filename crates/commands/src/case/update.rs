//! Changing a case.

use std::collections::BTreeSet;

use jisr_domain::case::{Case, Confidentiality};
use jisr_domain::id::{CaseId, StaffId};
use jisr_domain::record::Kind;
use jisr_store::{Held, Reader};
use serde_json::{Value, json};

use super::rules::{ensure_assignable, open_case, state_of, visible_case};
use crate::code::Code;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::view::{Edit, Written};

/// Changes the type, the situation, the confidentiality or the people named. Who may make a case known to more
/// people: [`Confidentiality::may_become`].
///
/// # Errors
/// The case unknown or closed; a confidentiality lowered by somebody who may not; a sealed case that names nobody.
pub fn update(session: &Session<'_>, edit: Edit<Case>) -> Result<Written, CommandError> {
    write(session, edit, open_case)
}

/// Lets one of the values of a field in conflict stand. Of a closed case too: nothing new is said of it.
///
/// # Errors
/// Those of [`update`]; of a closed case, for a value that is none of those in conflict.
pub fn resolve(session: &Session<'_>, edit: Edit<Case>) -> Result<Written, CommandError> {
    let chosen = edit.patch.clone();
    write(session, edit, |reader, session, case| {
        let held = visible_case(reader, session, case)?;
        let among = |(name, value): (&String, &Value)| {
            held.conflicts.iter().any(|conflict| {
                conflict.field == *name && conflict.values.iter().any(|one| one.value == *value)
            })
        };
        if chosen.iter().all(among) {
            Ok(held)
        } else {
            open_case(reader, session, case)
        }
    })
}

fn write(
    session: &Session<'_>,
    edit: Edit<Case>,
    gate: impl FnOnce(&Reader<'_>, &Session<'_>, CaseId) -> Result<Held<Case>, CommandError>,
) -> Result<Written, CommandError> {
    let mut patch = input::edit::<Case>(
        edit,
        &["case_type", "confidentiality", "named", "situation"],
    )?;
    let case = CaseId(patch.id);
    session.write(|tx| {
        let held = gate(tx.reader(), session, case)?.record;
        let after = input::merged(&held, &patch)?;
        for required in ["case_type", "confidentiality"] {
            if patch.fields.get(required).is_some_and(Value::is_null) {
                return Err(input::refused(required, "cannot be emptied"));
            }
        }
        let state = state_of(tx.reader(), case)?;
        let leads = state.lead == Some(session.staff());
        if !held
            .level()
            .may_become(after.level(), session.me().role, leads)
        {
            return Err(CommandError::Forbidden);
        }
        if after.level() == Confidentiality::Sealed {
            let named: BTreeSet<StaffId> = match patch.fields.contains_key("named") {
                true => after.named.iter().copied().collect(),
                // Sealed without saying to whom: those who follow it, and whoever seals it.
                false if held.level() != Confidentiality::Sealed => after
                    .named
                    .iter()
                    .copied()
                    .chain(state.assigned)
                    .chain([session.staff()])
                    .collect(),
                false => after.named.iter().copied().collect(),
            };
            if named.is_empty() {
                return Err(CommandError::Field {
                    field: "named",
                    code: Code::Required,
                });
            }
            for staff in named.iter().filter(|staff| !held.named.contains(staff)) {
                ensure_assignable(tx.reader(), "named", *staff)?;
            }
            if named != held.named.iter().copied().collect() {
                patch.fields.insert("named".to_owned(), json!(named));
            }
        }
        tx.update(Kind::Case, patch.id, patch.fields, &patch.seen)?;
        Ok(Written {
            id: case.to_string(),
        })
    })
}
