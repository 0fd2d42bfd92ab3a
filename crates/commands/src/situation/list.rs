//! The forms there are, and the situations of a person.

use std::cmp::Reverse;

use jisr_domain::case::{CaseType, Confidentiality};
use jisr_domain::form::{FormDefinition, library};
use jisr_domain::situation::{IndhCategory, Situation};
use jisr_store::Reader;

use super::{AmountQuestion, Forms};
use crate::access::may_see;
use crate::error::CommandError;
use crate::person::PersonRecords;
use crate::record::record_view_by_id;
use crate::session::Session;
use crate::view::{Empty, RecordView};

/// `form.list`: every version, since answers keep theirs, and what is only ever kept in a restricted case.
///
/// # Errors
/// None.
pub fn forms(_: &Session<'_>, _: Empty) -> Result<Forms, CommandError> {
    let groups = CaseType::ALL.iter().copied();
    let categories = IndhCategory::ALL.iter().copied();
    Ok(Forms {
        forms: library().to_vec(),
        confidential_groups: groups
            .filter(|group| group.default_confidentiality() != Confidentiality::Ordinary)
            .collect(),
        confidential_categories: categories
            .filter(|category| category.is_confidential())
            .collect(),
        amounts: library().iter().flat_map(amounts_of).collect(),
    })
}

fn amounts_of(form: &FormDefinition) -> impl Iterator<Item = AmountQuestion> {
    form.questions.iter().filter_map(|question| {
        Some(AmountQuestion {
            form: form.id.clone(),
            version: form.version,
            question: question.id.clone(),
            of: question.amount_of()?,
        })
    })
}

/// Those the viewer may know of, for those who follow cases: what is still so first, then the newest.
///
/// # Errors
/// The database.
pub fn of_person(
    reader: &Reader<'_>,
    session: &Session<'_>,
    one: &PersonRecords,
) -> Result<Vec<RecordView<Situation>>, CommandError> {
    if !session.me().role.follows_cases() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for (id, situation) in one.all::<Situation>(reader)? {
        if may_see(reader, session, situation.person, situation.case)? {
            found.push((id, situation));
        }
    }
    found.sort_by_key(|(id, situation)| (situation.until, Reverse(situation.noted_on), *id));
    found
        .into_iter()
        .map(|(id, _)| record_view_by_id(reader, id))
        .collect()
}
