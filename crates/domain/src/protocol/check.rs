//! Whether a definition can be published: checked at build, and again whenever one is loaded.

use std::collections::BTreeSet;

use super::condition::Condition;
use super::definition::{
    Label, ProtocolDefinition, SAFE_CONTACT, StepDefinition, StepKind, Trigger,
};
use super::event::{DECLINED, NOT_POSSIBLE};
use crate::role::Role;

/// What is wrong with a definition. Addressed to whoever writes protocols.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProtocolError {
    /// The file is not a protocol.
    #[error("not a protocol: {0}")]
    Unreadable(String),
    /// Nothing to do.
    #[error("no steps")]
    NoSteps,
    /// Versions count from 1.
    #[error("version 0")]
    NoVersion,
    /// No step opens when the case does, nor on a date.
    #[error("no step opens by itself")]
    NothingOpens,
    /// Ids are lower-case letters, digits and `_`, beginning with a letter: conditions name them.
    #[error("`{0}` is not a usable id")]
    BadId(String),
    /// A case of this type starts more confidential than the protocol asks for.
    #[error("less confidential than a case of type {0}")]
    TooOpen(&'static str),
    /// The same id twice.
    #[error("`{0}` appears twice")]
    Duplicate(String),
    /// A language is missing.
    #[error("{0}: a language is empty")]
    EmptyLabel(String),
    /// A trigger or a condition names a step that is not there.
    #[error("{step}: no step `{names}`")]
    UnknownStep {
        /// Where.
        step: String,
        /// What it names.
        names: String,
    },
    /// A trigger names an outcome that step does not have.
    #[error("{step}: no outcome `{outcome}`")]
    UnknownOutcome {
        /// Where.
        step: String,
        /// What it names.
        outcome: String,
    },
    /// A trigger waits for an outcome that leaves the other step open.
    #[error("{step}: outcome `{outcome}` ends nothing, so it cannot open a step")]
    OutcomeEndsNothing {
        /// Where.
        step: String,
        /// What it names.
        outcome: String,
    },
    /// A step waits for itself in the end.
    #[error("{0}: its triggers turn in a circle")]
    Cycle(String),
    /// `declined` and `not_possible` belong to every step already.
    #[error("{step}: `{outcome}` is an outcome of every step")]
    ReservedOutcome {
        /// Where.
        step: String,
        /// Which.
        outcome: String,
    },
    /// How the step on being reached ends is an answer of the card, or it would say something else than the card.
    #[error("{0}: `{1}` is no answer on being reached")]
    NoAnswer(String, String),
    /// No outcome ends the step.
    #[error("{0}: no outcome ends it")]
    NeverDone(String),
    /// Start, due and end are not in this order.
    #[error("{0}: window out of order")]
    Window(String),
    /// The condition is not CEL.
    #[error("{step}: {message}")]
    Condition {
        /// Where.
        step: String,
        /// The compiler's words.
        message: String,
    },
    /// The condition reads something no case offers.
    #[error("{step}: conditions know no `{variable}`")]
    UnknownVariable {
        /// Where.
        step: String,
        /// What it reads.
        variable: String,
    },
    /// A step names a legal reference the protocol does not have.
    #[error("{step}: no legal reference `{reference}`")]
    UnknownLegal {
        /// Where.
        step: String,
        /// Which.
        reference: String,
    },
    /// A wait that does not say who is awaited.
    #[error("{0}: who is awaited?")]
    NobodyAwaited(String),
    /// What others do is never required of the person.
    #[error("{0}: a wait is never mandatory")]
    MandatoryWait(String),
    /// The role does not work in cases.
    #[error("{0}: this role does no steps")]
    Actor(String),
}

impl ProtocolDefinition {
    /// Whether the definition can be used, with everything that is wrong and not only the first.
    ///
    /// # Errors
    /// One [`ProtocolError`] per fault.
    pub fn check(&self) -> Result<(), Vec<ProtocolError>> {
        let mut errors = Vec::new();
        if self.version == 0 {
            errors.push(ProtocolError::NoVersion);
        }
        if self.steps.is_empty() {
            errors.push(ProtocolError::NoSteps);
        } else if self
            .steps
            .iter()
            .all(|step| step.trigger.parent().is_some())
        {
            errors.push(ProtocolError::NothingOpens);
        }
        check_label(&self.id, &self.title, &mut errors);
        check_ids([&self.id], &mut errors);
        for case_type in &self.case_types {
            if self.confidentiality < case_type.default_confidentiality() {
                errors.push(ProtocolError::TooOpen(case_type.code()));
            }
        }
        check_ids(
            self.legal.iter().map(|reference| &reference.id),
            &mut errors,
        );
        check_ids(self.steps.iter().map(|step| &step.id), &mut errors);
        for reference in &self.legal {
            check_label(&reference.id, &reference.label, &mut errors);
        }
        for step in &self.steps {
            self.check_step(step, &mut errors);
            self.check_trigger(step, &mut errors);
            self.check_condition(step, &mut errors);
        }
        if errors.is_empty() {
            Ok(())
        } else {
            Err(errors)
        }
    }

    fn check_step(&self, step: &StepDefinition, errors: &mut Vec<ProtocolError>) {
        let id = &step.id;
        check_label(id, &step.title, errors);
        check_label(id, &step.help, errors);
        check_ids(step.documents.iter().map(|document| &document.code), errors);
        check_ids(step.outcomes.iter().map(|outcome| &outcome.code), errors);
        for document in &step.documents {
            check_label(&format!("{id}.{}", document.code), &document.title, errors);
        }
        for outcome in &step.outcomes {
            check_label(&format!("{id}.{}", outcome.code), &outcome.title, errors);
            if [DECLINED, NOT_POSSIBLE].contains(&outcome.code.as_str()) {
                errors.push(ProtocolError::ReservedOutcome {
                    step: id.clone(),
                    outcome: outcome.code.clone(),
                });
            }
            if id == SAFE_CONTACT && outcome.done && step.safe_contact(&outcome.code).is_none() {
                errors.push(ProtocolError::NoAnswer(id.clone(), outcome.code.clone()));
            }
        }
        if !step.outcomes.iter().any(|outcome| outcome.done) {
            errors.push(ProtocolError::NeverDone(id.clone()));
        }
        if let Some(window) = step.window
            && !(window.start_days <= window.due_days && window.due_days <= window.end_days)
        {
            errors.push(ProtocolError::Window(id.clone()));
        }
        if let Some(reference) = &step.legal
            && !self.legal.iter().any(|known| known.id == *reference)
        {
            errors.push(ProtocolError::UnknownLegal {
                step: id.clone(),
                reference: reference.clone(),
            });
        }
        if matches!(step.actor, Role::Reader | Role::Administrator) {
            errors.push(ProtocolError::Actor(id.clone()));
        }
        if step.kind == StepKind::Wait {
            if step.partner_type.is_none() {
                errors.push(ProtocolError::NobodyAwaited(id.clone()));
            }
            if step.mandatory {
                errors.push(ProtocolError::MandatoryWait(id.clone()));
            }
        }
    }

    fn check_trigger(&self, step: &StepDefinition, errors: &mut Vec<ProtocolError>) {
        let Some(parent) = step.trigger.parent() else {
            return;
        };
        let Some(parent) = self.step(parent) else {
            errors.push(ProtocolError::UnknownStep {
                step: step.id.clone(),
                names: parent.to_owned(),
            });
            return;
        };
        if let Trigger::Outcome { outcome, .. } = &step.trigger
            && ![DECLINED, NOT_POSSIBLE].contains(&outcome.as_str())
        {
            match parent.outcome(outcome) {
                None => errors.push(ProtocolError::UnknownOutcome {
                    step: step.id.clone(),
                    outcome: outcome.clone(),
                }),
                Some(known) if !known.done => errors.push(ProtocolError::OutcomeEndsNothing {
                    step: step.id.clone(),
                    outcome: outcome.clone(),
                }),
                Some(_) => {}
            }
        }
        // Each step has one trigger, so its ancestors are a chain: longer than the protocol means a circle.
        let mut above = Some(parent);
        for _ in 0..self.steps.len() {
            match above
                .and_then(|step| step.trigger.parent())
                .and_then(|id| self.step(id))
            {
                Some(next) => above = Some(next),
                None => return,
            }
        }
        errors.push(ProtocolError::Cycle(step.id.clone()));
    }

    fn check_condition(&self, step: &StepDefinition, errors: &mut Vec<ProtocolError>) {
        let Some(source) = &step.condition else {
            return;
        };
        match Condition::compile(source) {
            Err(message) => errors.push(ProtocolError::Condition {
                step: step.id.clone(),
                message,
            }),
            Ok(condition) => {
                let unknown = condition.unknown_variables().into_iter();
                for variable in unknown.chain(condition.unknown_facts()) {
                    errors.push(ProtocolError::UnknownVariable {
                        step: step.id.clone(),
                        variable,
                    });
                }
                for names in condition.steps() {
                    if self.step(&names).is_none() {
                        errors.push(ProtocolError::UnknownStep {
                            step: step.id.clone(),
                            names,
                        });
                    }
                }
            }
        }
    }
}

fn check_label(place: &str, label: &Label, errors: &mut Vec<ProtocolError>) {
    if [&label.ar, &label.fr, &label.en]
        .iter()
        .any(|text| text.trim().is_empty())
    {
        errors.push(ProtocolError::EmptyLabel(place.to_owned()));
    }
}

fn check_ids<'a>(ids: impl IntoIterator<Item = &'a String>, errors: &mut Vec<ProtocolError>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        let usable = id.starts_with(|c: char| c.is_ascii_lowercase())
            && id
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !usable {
            errors.push(ProtocolError::BadId(id.clone()));
        }
        if !seen.insert(id) {
            errors.push(ProtocolError::Duplicate(id.clone()));
        }
    }
}
