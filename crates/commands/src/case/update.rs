//! Changing a case.

use std::collections::BTreeSet;
use std::marker::PhantomData;

use jisr_domain::case::{Case, CaseEventType, CaseState, Confidentiality, may_unname};
use jisr_domain::id::{CaseId, StaffId};
use jisr_domain::record::{Kind, Rules};
use jisr_store::{Held, Reader, Tx};
use serde_json::Value;

use super::EditCaseArgs;
use super::event::{EventDetails, record};
use super::rules::{ensure_assignable, open_case, state_of, visible_case};
use crate::code::Code;
use crate::error::CommandError;
use crate::input::{self, WriteRules};
use crate::session::Session;
use crate::view::{Edit, Written};

/// Changes the type, the situation, the confidentiality or the people named. Who may make a case known to more
/// people: [`Confidentiality::may_become`].
///
/// # Errors
/// The case unknown or closed; a confidentiality lowered by somebody who may not; a sealed case that names nobody.
pub fn update(session: &Session<'_>, args: EditCaseArgs) -> Result<Written, CommandError> {
    let why = args.why.as_deref();
    let naming = Naming {
        name: args.name.unwrap_or_default(),
        unname: args.unname.unwrap_or_default(),
        why: why
            .map(|why| input::clean_text("why", why))
            .transpose()?
            .flatten(),
    };
    let edit = Edit {
        id: args.id,
        seen: args.seen,
        patch: args.patch,
        confirmed: None,
        of: PhantomData,
    };
    write(session, edit, naming, open_case)
}

/// Lets one of the values of a field in conflict stand. Of a closed case too: nothing new is said of it.
///
/// # Errors
/// Those of [`update`]; of a closed case, for a value that is none of those in conflict.
pub fn resolve(session: &Session<'_>, edit: Edit<Case>) -> Result<Written, CommandError> {
    let chosen = edit.patch.clone();
    write(session, edit, Naming::default(), |reader, session, case| {
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

/// Who is to be named in a sealed case, beside those who are, and who is not.
#[derive(Default)]
struct Naming {
    name: Vec<StaffId>,
    unname: Vec<StaffId>,
    why: Option<String>,
}

fn write(
    session: &Session<'_>,
    edit: Edit<Case>,
    naming: Naming,
    gate: impl FnOnce(&Reader<'_>, &Session<'_>, CaseId) -> Result<Held<Case>, CommandError>,
) -> Result<Written, CommandError> {
    let patch = input::edit::<Case>(edit, Case::EDITABLE.unwrap_or_default())?;
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
        tx.update(Kind::Case, patch.id, patch.fields, &patch.seen)?;
        if after.level() == Confidentiality::Sealed {
            let named = state.named_in(&held);
            let sealing = held.level() != Confidentiality::Sealed;
            let to_be = to_be_named(session, &state, &named, sealing, &naming)?;
            for staff in to_be.difference(&named) {
                ensure_assignable(tx.reader(), "named", *staff)?;
                note(session, tx, case, CaseEventType::Named, *staff, None)?;
            }
            for staff in named.difference(&to_be) {
                let why = naming.why.clone();
                note(session, tx, case, CaseEventType::Unnamed, *staff, why)?;
            }
        }
        Ok(Written {
            id: case.to_string(),
        })
    })
}

/// Those named once this is done. To seal a case names those who follow it and whoever seals it.
fn to_be_named(
    session: &Session<'_>,
    state: &CaseState,
    named: &BTreeSet<StaffId>,
    sealing: bool,
    naming: &Naming,
) -> Result<BTreeSet<StaffId>, CommandError> {
    let mut to_be: BTreeSet<StaffId> = named.iter().chain(&naming.name).copied().collect();
    if sealing {
        to_be.extend(&state.assigned);
        to_be.insert(session.staff());
    }
    let by = (session.staff(), session.me().role);
    for staff in &naming.unname {
        let assigned = state.assigned.contains(staff);
        if to_be.remove(staff) && !may_unname((*staff, assigned), by, naming.why.is_some()) {
            return Err(CommandError::Rule(Code::StaysNamed));
        }
    }
    if to_be.is_empty() {
        return Err(CommandError::Field {
            field: "named",
            code: Code::Required,
        });
    }
    Ok(to_be)
}

fn note(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    case: CaseId,
    event: CaseEventType,
    staff: StaffId,
    note: Option<String>,
) -> Result<(), CommandError> {
    let details = EventDetails {
        note,
        ..EventDetails::of(staff)
    };
    record(session, tx, case, event, details).map(|_| ())
}

impl WriteRules for Case {
    fn resolve(session: &Session<'_>, edit: Edit<Self>) -> Result<Written, CommandError> {
        resolve(session, edit)
    }
}
