//! What happened to a step.

use chrono::NaiveDate;
use jisr_domain::id::{CaseId, ProtocolInstanceId, StepEventId};
use jisr_domain::person::Reach;
use jisr_domain::protocol::{self, DECLINED, NOT_POSSIBLE, StepDefinition, StepEventType};
use jisr_domain::track::{ProtocolInstance, StepEvent};
use jisr_store::{Reader, Tx};

use super::RecordStepArgs;
use super::answer::answer_on_card;
use crate::case::open_case;
use crate::code::Code;
use crate::error::CommandError;
use crate::input;
use crate::person::refusal;
use crate::session::Session;
use crate::view::Written;

/// Records what happened to a step: written once, corrected by another. The answer on being reached is written on the
/// card of the person too.
///
/// # Errors
/// The case unknown or closed; a step or an outcome the protocol does not have; no outcome of what was done; a day to
/// come; a person who may not be contacted; an answer on being reached that the card contradicts.
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
        let person = held.record.person.ok_or(CommandError::NotFound)?;
        let reach = crate::person::reach(tx.reader(), session, person)?;
        if let Some(code) = refusal(reach).filter(|_| refused(step, reach).contains(&args.event)) {
            return Err(CommandError::Rule(code));
        }
        if let Some(answer) = outcome.as_deref().and_then(|code| step.safe_contact(code)) {
            answer_on_card(session, tx, person, answer, &args)?;
        }
        let id = StepEventId(session.new_id());
        let event = StepEvent {
            outcome,
            note,
            until,
            corrects,
            ..event(
                session,
                (args.case, args.instance),
                &args.step,
                args.event,
                day,
            )
        };
        tx.create(id, &event)?;
        Ok(Written { id: id.to_string() })
    })
}

/// An event of a step on `day`, recorded now by the one at work.
fn event(
    session: &Session<'_>,
    (case, instance): (CaseId, ProtocolInstanceId),
    step: &str,
    event: StepEventType,
    day: NaiveDate,
) -> StepEvent {
    StepEvent {
        case: Some(case),
        instance: Some(instance),
        step: Some(step.to_owned()),
        event: Some(event),
        at: Some(session.now()),
        day: Some(day),
        by: Some(session.staff()),
        ..StepEvent::default()
    }
}

/// Ends a step with its case: the person does not wish it, or it cannot be done.
///
/// # Errors
/// The database.
pub(crate) fn ended_with_case(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    of: (CaseId, ProtocolInstanceId),
    step: &str,
    how: StepEventType,
    why: Option<String>,
) -> Result<(), CommandError> {
    let ended = StepEvent {
        note: why,
        ..event(session, of, step, how, session.today())
    };
    tx.create(StepEventId(session.new_id()), &ended)?;
    Ok(())
}

/// What is not recorded of a step while its person, of whom `reach` is known, must not be reached: what contacts them.
/// Ending a step without them, putting it off or taking it up again asks nothing of them.
pub(super) fn refused(step: &StepDefinition, reach: Reach) -> Vec<StepEventType> {
    if step.safe_contact_required && !reach.allowed() {
        vec![
            StepEventType::Started,
            StepEventType::Waiting,
            StepEventType::Done,
        ]
    } else {
        Vec::new()
    }
}

/// The step called `step`, as the version the case started on defines it. The instance must belong to the case.
pub(super) fn step_in(
    reader: &Reader<'_>,
    case: CaseId,
    instance: ProtocolInstanceId,
    step: &str,
) -> Result<&'static StepDefinition, CommandError> {
    let instance = reader
        .find::<ProtocolInstance>(instance)?
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
        .find::<StepEvent>(id)?
        .ok_or(CommandError::NotFound)?;
    if event.case != Some(args.case)
        || event.instance != Some(args.instance)
        || event.step.as_deref() != Some(&args.step)
    {
        return Err(CommandError::NotFound);
    }
    Ok(Some(id))
}
