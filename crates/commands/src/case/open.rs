//! Opening a case.

use std::collections::BTreeSet;

use chrono::Datelike;
use jisr_domain::case::{Case, CaseEventType, Confidentiality};
use jisr_domain::id::{CaseId, PersonId, ReceptionId, StaffId};
use jisr_domain::protocol::ProtocolDefinition;
use jisr_domain::reception::{Orientation, Reception};
use jisr_domain::record::{Fields, Kind};
use jisr_store::Tx;
use serde_json::json;

use super::event::{EventDetails, record};
use super::rules::ensure_assignable;
use super::{CaseOpened, OpenCaseArgs};
use crate::clock::believed;
use crate::code::Code;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::track;

/// Opens a case for a person. Whoever opens it follows it; somebody else may lead.
///
/// # Errors
/// [`CommandError::Rule`] with `clock_doubtful`; otherwise:
/// The person unknown; a confidentiality laxer than asked for by someone who is not the director; a
/// responsible one, a protocol or a reception that does not exist.
pub fn open(session: &Session<'_>, args: OpenCaseArgs) -> Result<CaseOpened, CommandError> {
    believed(session)?;
    session.write(|tx| {
        let reception = args.reception.clone();
        let person = args.person;
        let opened = open_in(session, tx, args)?;
        if let Some(reception) = reception {
            orient(session, tx, ReceptionId(input::id(&reception)?), person)?;
        }
        Ok(opened)
    })
}

/// [`open`], in a transaction under way, the clock believed; the passage at the desk it comes from is for the caller to
/// write.
///
/// # Errors
/// Those of [`open`].
pub(crate) fn open_in(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    args: OpenCaseArgs,
) -> Result<CaseOpened, CommandError> {
    let situation = args
        .situation
        .as_deref()
        .map(|text| input::clean_text("situation", text))
        .transpose()?
        .flatten();
    let definition = args
        .protocol
        .as_deref()
        .map(track::definition)
        .transpose()?;
    let reception = args
        .reception
        .as_deref()
        .map(input::id)
        .transpose()?
        .map(ReceptionId);
    let lead = args.lead.unwrap_or_else(|| session.staff());
    let confidentiality = confidentiality(session, &args, lead, definition)?;
    crate::access::visible_person(tx.reader(), session, args.person)?;
    ensure_assignable(tx.reader(), "lead", lead)?;
    let named = match confidentiality {
        Confidentiality::Sealed => {
            args.named
                .iter()
                .try_for_each(|staff| ensure_assignable(tx.reader(), "named", *staff))?;
            args.named
                .iter()
                .copied()
                .chain([session.staff(), lead])
                .collect::<BTreeSet<StaffId>>()
        }
        _ => BTreeSet::new(),
    };
    let number = tx.next_case_number(session.today().year())?;
    let id = CaseId(session.new_id());
    let case = Case {
        person: Some(args.person),
        number: Some(number.clone()),
        case_type: Some(args.case_type),
        confidentiality: Some(confidentiality),
        named: named.into_iter().collect(),
        situation,
        reception,
        opened_on: Some(session.today()),
        opened_by: Some(session.staff()),
    };
    tx.create(id, &case)?;
    record(
        session,
        tx,
        id,
        CaseEventType::Opened,
        EventDetails::default(),
    )?;
    if lead != session.staff() {
        record(
            session,
            tx,
            id,
            CaseEventType::Assigned,
            EventDetails::of(session.staff()),
        )?;
    }
    record(
        session,
        tx,
        id,
        CaseEventType::LeadSet,
        EventDetails::of(lead),
    )?;
    if let Some(definition) = definition {
        track::begin(session, tx, id, definition)?;
    }
    Ok(CaseOpened { case: id, number })
}

/// As asked for, by somebody who could make it so once it is open; otherwise what the type and the protocol start with.
fn confidentiality(
    session: &Session<'_>,
    args: &OpenCaseArgs,
    lead: StaffId,
    definition: Option<&ProtocolDefinition>,
) -> Result<Confidentiality, CommandError> {
    let by_type = args.case_type.default_confidentiality();
    let by_protocol = definition.map_or(Confidentiality::Ordinary, |definition| {
        definition.confidentiality
    });
    let least = by_protocol.max(by_type);
    let asked = args.confidentiality.unwrap_or(least);
    if least.may_become(asked, session.me().role, lead == session.staff()) {
        Ok(asked)
    } else {
        Err(CommandError::Forbidden)
    }
}

/// The passage at the desk led to this case.
fn orient(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    id: ReceptionId,
    person: PersonId,
) -> Result<(), CommandError> {
    let held = tx
        .reader()
        .get::<Reception>(id)?
        .ok_or(CommandError::NotFound)?;
    if let Some(received) = held.record.person
        && !crate::person::are_one(tx.reader(), session, received, person)?
    {
        return Err(CommandError::Field {
            field: "reception",
            code: Code::OtherPerson,
        });
    }
    let mut patch = Fields::from([("orientation".to_owned(), json!(Orientation::Case))]);
    if held.record.person.is_none() {
        patch.insert("person".to_owned(), json!(person));
    }
    tx.update(Kind::Reception, id.0, patch, &input::seen(&held.seen)?)?;
    Ok(())
}
