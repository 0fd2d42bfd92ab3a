//! Target groups of the people of the demonstration, each with some answers to its form.

use jisr_domain::form::{self, Answer, FormDefinition, QuestionKind};
use jisr_domain::id::SituationId;
use jisr_domain::situation::Situation;

use super::cases::Scene;
use super::chance::Chance;
use super::entry::Line;

/// Chance of its own: what is drawn here changes nothing of the rest of the story.
const STREAM: u64 = 0x51D0;

/// The group the case is about, noted in the case when it was opened.
pub(super) fn noted(scene: &Scene<'_>) -> Option<Line> {
    let mut chance = Chance::of(scene.case.0, STREAM);
    if chance.percent(20) {
        return None;
    }
    let form = form::current(scene.case_type)?;
    let at = scene.calendar.at(scene.opened_on, chance.between(90, 120));
    let id: SituationId = chance.id(at);
    let record = Situation {
        person: Some(scene.someone.id),
        case: Some(scene.case),
        group: Some(scene.case_type),
        form: Some(form.id.clone()),
        form_version: Some(form.version),
        answers: answers(form, &mut chance),
        noted_on: Some(scene.opened_on),
        noted_by: Some(scene.staff),
        ..Situation::default()
    };
    Some(Line::new(scene.by, (id, record)))
}

/// What is chosen among words; the rest waits, as it does at a desk. No grave danger is invented.
fn answers(form: &FormDefinition, chance: &mut Chance) -> Vec<Answer> {
    let mut answers: Vec<Answer> = Vec::new();
    for question in form.questions.iter().filter(|one| one.when.is_none()) {
        if chance.percent(35) {
            continue;
        }
        let values = match question.kind {
            QuestionKind::YesNo => vec![if chance.percent(50) { "yes" } else { "no" }.to_owned()],
            QuestionKind::Choice | QuestionKind::Several => {
                let calm: Vec<&str> = question
                    .choices
                    .iter()
                    .filter(|choice| !choice.alarm)
                    .map(|choice| choice.code.as_str())
                    .collect();
                if calm.is_empty() {
                    continue;
                }
                vec![(*chance.pick(&calm)).to_owned()]
            }
            _ => continue,
        };
        answers.push(Answer {
            question: question.id.clone(),
            values,
            unknown: false,
        });
    }
    answers
}
