//! Target groups of a person, with the answers to their forms.

mod list;
mod record;
mod update;
mod view;

pub use list::{forms, of_person};
pub use record::record;
pub use update::update;
pub use view::*;

use jisr_domain::case::{Case, Confidentiality};
use jisr_domain::id::CaseId;
use jisr_domain::situation::{Situation, SituationProblem};
use jisr_store::Reader;

use crate::code::Code;
use crate::error::CommandError;

/// Whether the situation may be kept where it is said to belong.
///
/// # Errors
/// [`CommandError::Field`] with `required`, `restricted_case_needed` or `unknown_value`; the database.
fn sound(reader: &Reader<'_>, situation: &Situation) -> Result<(), CommandError> {
    let field = |field, code| CommandError::Field { field, code };
    let secrecy = match situation.case {
        Some(case) => secrecy(reader, case)?,
        None => None,
    };
    situation.check(secrecy).map_err(|problem| match problem {
        SituationProblem::Nothing => field("group", Code::Required),
        SituationProblem::Exposed => field("case", Code::RestrictedCaseNeeded),
        SituationProblem::NoForm => field("form", Code::UnknownValue),
        SituationProblem::Answer(_) => field("answers", Code::UnknownValue),
    })
}

fn secrecy(reader: &Reader<'_>, case: CaseId) -> Result<Option<Confidentiality>, CommandError> {
    Ok(reader
        .show::<Case>(case)?
        .and_then(|case| case.confidentiality))
}
