//! What was answered to a form and must be seen at once.

use jisr_domain::form::{self, Answer, FormDefinition};
use jisr_domain::situation::Situation;

use crate::view::{Danger, DangerSource, RecordView};

/// The dangers told by those of `situations` that hold, in the order of their forms. Where two people answered
/// differently without knowing of each other, whichever of the two told of a danger is heard until somebody decides.
pub fn dangers(situations: &[RecordView<Situation>]) -> Vec<Danger> {
    let mut found: Vec<Danger> = Vec::new();
    for held in situations.iter().filter(|held| held.record.until.is_none()) {
        let form = held.record.form.as_deref().zip(held.record.form_version);
        let Some(form) = form.and_then(|(form, version)| form::find(form, version)) else {
            continue;
        };
        let mut told = told(held, form, &held.record.answers);
        for answers in others(held) {
            told.extend(self::told(held, form, &answers));
        }
        for danger in told {
            if !found.contains(&danger) {
                found.push(danger);
            }
        }
    }
    found
}

fn told(held: &RecordView<Situation>, form: &FormDefinition, answers: &[Answer]) -> Vec<Danger> {
    form.alarms(answers)
        .into_iter()
        .map(|(question, choice)| Danger {
            source: DangerSource::Answer,
            situation: held.id.parse().ok(),
            about: Some(question.label.clone()),
            answer: choice.map(|choice| choice.label.clone()),
            on: held.record.noted_on,
        })
        .collect()
}

/// The answers written beside those that are shown.
fn others(held: &RecordView<Situation>) -> impl Iterator<Item = Vec<Answer>> {
    held.conflicts
        .iter()
        .filter(|conflict| conflict.field == "answers")
        .flat_map(|conflict| &conflict.values)
        .filter_map(|other| serde_json::from_value(other.value.clone()).ok())
}
