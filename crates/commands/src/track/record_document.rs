//! What was done with a paper.

use jisr_domain::id::StepDocumentId;
use jisr_domain::record::Kind;
use jisr_domain::track::StepDocument;
use serde_json::json;

use super::StepDocumentArgs;
use super::record_step::step_in;
use crate::case::open_case;
use crate::code::Code;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::view::Written;

/// Records what was done with a paper a step asks for.
///
/// # Errors
/// The case unknown or closed; a paper the step does not ask for; a view that did not show what is there.
pub fn record_document(
    session: &Session<'_>,
    args: StepDocumentArgs,
) -> Result<Written, CommandError> {
    session.write(|tx| {
        open_case(tx.reader(), session, args.case)?;
        let step = step_in(tx.reader(), args.case, args.instance, &args.step)?;
        if !step
            .documents
            .iter()
            .any(|document| document.code == args.document)
        {
            return Err(CommandError::Field {
                field: "document",
                code: Code::UnknownValue,
            });
        }
        let held = tx
            .reader()
            .by::<StepDocument>("instance", args.instance)?
            .into_iter()
            .filter(|(_, paper)| {
                paper.step.as_deref() == Some(&args.step)
                    && paper.document.as_deref() == Some(&args.document)
            })
            .max_by_key(|(id, _)| *id);
        let Some((id, _)) = held else {
            let id = StepDocumentId(session.new_id());
            let document = StepDocument {
                case: Some(args.case),
                instance: Some(args.instance),
                step: Some(args.step.clone()),
                document: Some(args.document.clone()),
                status: Some(args.status),
                day: Some(session.today()),
            };
            tx.create(id, &document)?;
            return Ok(Written { id: id.to_string() });
        };
        let seen = input::seen(
            args.seen
                .as_deref()
                .ok_or(CommandError::Rule(Code::StaleView))?,
        )?;
        let patch = [
            ("status".to_owned(), json!(args.status)),
            ("day".to_owned(), json!(session.today())),
        ]
        .into();
        tx.update(Kind::StepDocument, id.0, patch, &seen)?;
        Ok(Written { id: id.to_string() })
    })
}
