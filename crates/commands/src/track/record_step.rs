//! What happened to a step.

use jisr_domain::id::{CaseId, ProtocolInstanceId, StepEventId};
use jisr_domain::protocol::{self, DECLINED, NOT_POSSIBLE, StepDefinition, StepEventType};
use jisr_domain::track::{ProtocolInstance, StepEvent};
use jisr_store::Reader;

use super::RecordStepArgs;
use crate::case::{may_be_reached, open_case};
use crate::code::Code;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::show;
use crate::view::Written;

/// Records what happened to a step: written once, corrected by another.
///
/// # Errors
/// The case unknown or closed; a step or an outcome the protocol does not have; a day to come; a person who
/// may not be contacted yet.
pub fn record_step(session: &Session<'_>, args: RecordStepArgs) -> Result<Written, CommandError> {
    let note = args
        .note
        .as_deref()
        .map(|note| input::clean_text("note", note))
        .transpose()?
        .flatten();
    let day = input::happened(session, args.day)?;
    let until = args.until.filter(|_| !args.event.ends());
    match until {
        None if args.event == StepEventType::Postponed => {
            return Err(CommandError::Field {
                field: "until",
                code: Code::Required,
            });
        }
        Some(until) if input::believable("until", until)? < day => {
            return Err(CommandError::Field {
                field: "until",
                code: Code::DayBefore,
            });
        }
        _ => {}
    }
    session.write(|tx| {
        let held = open_case(tx.reader(), session, args.case)?;
        let step = step_in(tx.reader(), args.case, args.instance, &args.step)?;
        let outcome = outcome_of(step, args.event, args.outcome.as_deref())?;
        let corrects = corrected(tx.reader(), &args)?;
        if step.safe_contact_required && contacts(args.event) {
            let answer = match held.record.person {
                Some(person) => show::safe_contact(tx.reader(), session, person)?,
                None => None,
            };
            if !may_be_reached(answer) {
                return Err(CommandError::Rule(Code::SafeContactFirst));
            }
        }
        let id = StepEventId(session.new_id());
        let event = StepEvent {
            case: Some(args.case),
            instance: Some(args.instance),
            step: Some(args.step.clone()),
            event: Some(args.event),
            at: Some(session.now()),
            day: Some(day),
            by: Some(session.staff()),
            outcome,
            note,
            until,
            corrects,
        };
        tx.create(id, &event)?;
        Ok(Written { id: id.to_string() })
    })
}

/// Whether the person is contacted by it: ending a step without them, putting it off or taking it up again
/// asks nothing of them.
fn contacts(event: StepEventType) -> bool {
    matches!(
        event,
        StepEventType::Started | StepEventType::Waiting | StepEventType::Done
    )
}

/// The step called `step`, as the version the case started on defines it. The instance must belong to the case.
pub(super) fn step_in(
    reader: &Reader<'_>,
    case: CaseId,
    instance: ProtocolInstanceId,
    step: &str,
) -> Result<&'static StepDefinition, CommandError> {
    let instance = reader
        .show::<ProtocolInstance>(instance)?
        .ok_or(CommandError::NotFound)?;
    if instance.case != Some(case) {
        return Err(CommandError::NotFound);
    }
    let definition = instance
        .protocol
        .as_deref()
        .zip(instance.version)
        .and_then(|(id, version)| protocol::find(id, version));
    definition
        .ok_or(CommandError::NotFound)?
        .step(step)
        .ok_or(CommandError::Field {
            field: "step",
            code: Code::UnknownValue,
        })
}

/// The outcome as it is kept: one of the definition for what was done, and the event's own name for the two
/// ends every step has.
fn outcome_of(
    step: &StepDefinition,
    event: StepEventType,
    outcome: Option<&str>,
) -> Result<Option<String>, CommandError> {
    let implied = match event {
        StepEventType::Declined => Some(DECLINED),
        StepEventType::NotPossible => Some(NOT_POSSIBLE),
        _ => None,
    };
    match (event, outcome) {
        (StepEventType::Done, Some(code)) if step.outcome(code).is_some() => {
            Ok(Some(code.to_owned()))
        }
        (StepEventType::Done, None) if step.outcomes.is_empty() => Ok(None),
        (StepEventType::Done, None) => Err(CommandError::Field {
            field: "outcome",
            code: Code::Required,
        }),
        (_, None) => Ok(None),
        (_, Some(code)) if implied == Some(code) => Ok(None),
        (_, Some(_)) => Err(CommandError::Field {
            field: "outcome",
            code: Code::UnknownValue,
        }),
    }
}

/// The event corrected, which must be one of the same step.
fn corrected(
    reader: &Reader<'_>,
    args: &RecordStepArgs,
) -> Result<Option<StepEventId>, CommandError> {
    let Some(corrects) = &args.corrects else {
        return Ok(None);
    };
    let id = StepEventId(input::id(corrects)?);
    let event = reader
        .show::<StepEvent>(id)?
        .ok_or(CommandError::NotFound)?;
    if event.case != Some(args.case)
        || event.instance != Some(args.instance)
        || event.step.as_deref() != Some(&args.step)
    {
        return Err(CommandError::NotFound);
    }
    Ok(Some(id))
}
