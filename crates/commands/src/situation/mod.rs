//! Target groups of a person, with the answers to their forms.

mod dangers;
mod list;
mod record;
mod update;
mod view;

pub use dangers::dangers;
pub use list::{forms, of_person};
pub use record::record;
pub use update::update;
pub use view::*;

use jisr_domain::case::{Case, Confidentiality};
use jisr_domain::form::{self, Answer, AnswerProblem};
use jisr_domain::id::CaseId;
use jisr_domain::situation::{Situation, SituationProblem};
use jisr_store::Reader;

use crate::amount;
use crate::code::Code;
use crate::error::CommandError;

/// Numbers and amounts among the answers as they are kept. One far from the usual is kept when somebody said that it
/// is meant, now or when it was written into `known` answers.
///
/// # Errors
/// [`CommandError::Field`] with a code of amounts.
fn read_numbers(
    situation: &mut Situation,
    confirmed: bool,
    known: &[Answer],
) -> Result<(), CommandError> {
    let refused = |code| CommandError::Field {
        field: "answers",
        code,
    };
    let found = situation
        .form
        .as_deref()
        .zip(situation.form_version)
        .and_then(|(form, version)| form::find(form, version));
    // Without a form there is nothing to read: what then stands in its answers is refused as such.
    let Some(form) = found else { return Ok(()) };
    form.read_numbers(&mut situation.answers)
        .map_err(|problem| refused(answer_code(&problem)))?;
    match form.far_amount(&situation.answers, known) {
        Some(_) if !confirmed => Err(refused(Code::AmountUnusual)),
        _ => Ok(()),
    }
}

fn answer_code(problem: &AnswerProblem) -> Code {
    match problem {
        AnswerProblem::Amount(_, why) => amount::problem(*why),
        AnswerProblem::AmountUnclear(_) => Code::AmountUnclear,
        AnswerProblem::AmountNotWhole(_) => Code::AmountNotWhole,
        AnswerProblem::NoQuestion(_) | AnswerProblem::Twice(_) | AnswerProblem::NotAnAnswer(_) => {
            Code::UnknownValue
        }
    }
}

/// Whether the situation may be kept where it is said to belong.
///
/// # Errors
/// [`CommandError::Field`] with `required`, `restricted_case_needed` or `unknown_value`; the database.
fn validate(reader: &Reader<'_>, situation: &Situation) -> Result<(), CommandError> {
    let field = |field, code| CommandError::Field { field, code };
    let secrecy = match situation.case {
        Some(case) => secrecy(reader, case)?,
        None => None,
    };
    situation.check(secrecy).map_err(|problem| match problem {
        SituationProblem::Nothing => field("group", Code::Required),
        SituationProblem::Exposed => field("case", Code::RestrictedCaseNeeded),
        SituationProblem::NoForm => field("form", Code::UnknownValue),
        SituationProblem::Answer(problem) => field("answers", answer_code(&problem)),
    })
}

fn secrecy(reader: &Reader<'_>, case: CaseId) -> Result<Option<Confidentiality>, CommandError> {
    Ok(reader
        .find::<Case>(case)?
        .and_then(|case| case.confidentiality))
}
