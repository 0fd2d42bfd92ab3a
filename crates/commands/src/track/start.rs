//! Starting a protocol in a case.

use jisr_domain::id::{CaseId, ProtocolInstanceId};
use jisr_domain::protocol::{ProtocolDefinition, current};
use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use jisr_domain::track::ProtocolInstance;
use jisr_store::Tx;
use serde_json::json;

use super::StartArgs;
use crate::case::open_case;
use crate::code::Code;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::view::Written;

/// Starts the current version of a protocol in a case, counted from today. The case becomes at least as
/// confidential as the protocol asks; a director decides otherwise by hand.
///
/// # Errors
/// The case unknown or closed; no such protocol; the protocol in course already.
pub fn start(session: &Session<'_>, args: StartArgs) -> Result<Written, CommandError> {
    let definition = definition(&args.protocol)?;
    session.write(|tx| {
        let held = open_case(tx.reader(), session, args.case)?;
        let running = tx.reader().by::<ProtocolInstance>("case", args.case)?;
        if running
            .iter()
            .any(|(_, instance)| instance.protocol.as_deref() == Some(definition.id.as_str()))
        {
            return Err(CommandError::Rule(Code::ProtocolRunning));
        }
        let now = held.record.confidentiality;
        let laxer = now.is_none_or(|now| now < definition.confidentiality);
        if laxer && session.me().role != Role::Director {
            let patch = [(
                "confidentiality".to_owned(),
                json!(definition.confidentiality),
            )]
            .into();
            tx.update(Kind::Case, args.case.0, patch, &input::seen(&held.seen)?)?;
        }
        let id = begin(session, tx, args.case, definition)?;
        Ok(Written { id: id.to_string() })
    })
}

/// The current version of the protocol called `id`.
pub(crate) fn definition(id: &str) -> Result<&'static ProtocolDefinition, CommandError> {
    current(id).ok_or(CommandError::Field {
        field: "protocol",
        code: Code::UnknownValue,
    })
}

/// Writes the instance.
pub(crate) fn begin(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    case: CaseId,
    definition: &ProtocolDefinition,
) -> Result<ProtocolInstanceId, CommandError> {
    let id = ProtocolInstanceId(session.new_id());
    let instance = ProtocolInstance {
        case: Some(case),
        protocol: Some(definition.id.clone()),
        version: Some(definition.version),
        started_on: Some(session.today()),
        started_by: Some(session.staff()),
    };
    tx.create(id, &instance)?;
    Ok(id)
}
