//! Closing a case.

use std::fmt::Write;

use jisr_domain::case::CaseEventType;
use jisr_domain::id::{CaseId, ReferralId};
use jisr_domain::protocol::StepEventType;
use jisr_domain::record::{Fields, Kind};
use jisr_domain::referral::Referral;
use jisr_store::{Local, Tx};
use serde_json::{Value, json};

use super::event::{EventDetails, record};
use super::rules::{can_manage, open_case, state_of};
use super::unfinished::open_in;
use super::{Becomes, CloseArgs, Fate, OpenKind, Unfinished};
use crate::code::Code;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::settings::{Language, language_of};
use crate::view::Written;
use crate::words::word;
use crate::{referral, track};

/// Closes an open case, and does with what is still open in it what is said of each, all at once. What is left as it is
/// says why, in the words of the closing.
///
/// # Errors
/// The case unknown or closed already; not the director's nor one's own to close; something still open of which nobody
/// said what becomes, or of which two things are said; something said of what is not open in the case.
pub fn close(session: &Session<'_>, args: CloseArgs) -> Result<Written, CommandError> {
    let note = args
        .note
        .as_deref()
        .map(|note| input::clean_text("note", note))
        .transpose()?
        .flatten();
    let said = args
        .becomes
        .into_iter()
        .map(|mut said| {
            let why = said.why.as_deref();
            said.why = why
                .map(|why| input::clean_text("why", why))
                .transpose()?
                .flatten();
            Ok(said)
        })
        .collect::<Result<Vec<Becomes>, CommandError>>()?;
    session.write(|tx| {
        open_case(tx.reader(), session, args.case)?;
        let state = state_of(tx.reader(), args.case)?;
        if !can_manage(session, &state) {
            return Err(CommandError::Forbidden);
        }
        let open = open_in(tx.reader(), session, args.case)?;
        let settled: Option<Vec<(&Unfinished, &Becomes)>> = open
            .iter()
            .map(|one| Some((one, one.answer_among(&said)?)))
            .collect();
        let Some(settled) = settled else {
            return Err(CommandError::Unfinished(open));
        };
        // Something is said of what is not open here: it was done meanwhile, or is of another case.
        if settled.len() != said.len() {
            return Err(CommandError::Rule(Code::StaleView));
        }
        // Told together, they may be longer than a text is kept.
        let note = told(language_of(tx.reader())?, note, &settled)
            .map(|note| input::clean_text("note", &note))
            .transpose()?
            .flatten();
        for (one, said) in settled {
            settle(session, tx, args.case, one, said)?;
        }
        let details = EventDetails {
            reason: Some(args.reason),
            note,
            ..EventDetails::default()
        };
        let id = record(session, tx, args.case, CaseEventType::Closed, details)?;
        Ok(Written { id: id.to_string() })
    })
}

/// The words of the closing, then a line for each thing that was open: a plan taken away is nowhere else.
fn told(
    language: Language,
    note: Option<String>,
    settled: &[(&Unfinished, &Becomes)],
) -> Option<String> {
    let mut text = note.unwrap_or_default();
    for (one, said) in settled {
        let Some(what) = one.in_words(language) else {
            continue;
        };
        let fate = word(language, &format!("fate.{}", said.fate.code()));
        let separator = if text.is_empty() { "" } else { "\n" };
        let why = said.why.as_deref().map(|why| format!(" ({why})"));
        let why = why.unwrap_or_default();
        // Writing into a text never fails.
        let _ = write!(text, "{separator}{what}: {fate}{why}");
    }
    Some(text).filter(|text| !text.is_empty())
}

/// Does what is said of one thing that was open.
fn settle(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    case: CaseId,
    one: &Unfinished,
    said: &Becomes,
) -> Result<(), CommandError> {
    let field = |name: &str, value: Value| Fields::from([(name.to_owned(), value)]);
    if said.fate == Fate::Left {
        return Ok(());
    }
    match one.kind {
        OpenKind::Visit => {
            let id = input::id(&one.id)?;
            tx.update_as_shown(Kind::Visit, id, field("planned_on", Value::Null))?;
        }
        OpenKind::Appointment => {
            let id = input::id(&one.id)?;
            tx.update_as_shown(Kind::Appointment, id, field("status", json!(said.fate)))?;
        }
        OpenKind::Referral => {
            let id = ReferralId(input::id(&one.id)?);
            let referral = tx.reader().find::<Referral>(id)?;
            let referral = referral.ok_or(CommandError::NotFound)?;
            let why = said.why.clone();
            referral::closed_with_case(session, tx, id, &referral, why)?;
        }
        OpenKind::Step => {
            let instance = one.instance.ok_or(CommandError::NotFound)?;
            let event = if said.fate == Fate::Declined {
                StepEventType::Declined
            } else {
                StepEventType::NotPossible
            };
            track::ended_with_case(
                session,
                tx,
                (case, instance),
                &one.id,
                event,
                said.why.clone(),
            )?;
        }
        OpenKind::Draft => {
            tx.drop_draft(input::id(&one.id)?)?;
            session.touch(Local::Draft.code());
        }
    }
    Ok(())
}
