//! What the answers to a protocol say must be seen at once.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::definition::{
    OutcomeDefinition, ProtocolDefinition, SAFE_CONTACT, StepDefinition, Trigger,
};
use super::state::{InstanceState, StepState};

/// What an outcome says of a danger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Alarm {
    /// There is one, to be seen at once by whoever opens the case.
    Raises,
    /// What was raised before in this protocol is over.
    Ends,
}

impl ProtocolDefinition {
    /// The steps whose last outcome raises an alarm that nothing ended, in the order of the protocol.
    ///
    /// What ends one: the step ended otherwise since, a later outcome that says so, or the end of a step that was opened
    /// by the alarm. Whether somebody may be reached is told by their card, and not again here.
    pub fn alarms<'a>(
        &'a self,
        state: &'a InstanceState,
    ) -> Vec<(&'a StepDefinition, &'a OutcomeDefinition, &'a StepState)> {
        let found = self.steps.iter().zip(&state.steps);
        let said = found.filter_map(|(step, at)| {
            let outcome = step.outcome(at.outcome.as_deref()?)?;
            Some((step, outcome, at))
        });
        let said: Vec<_> = said.collect();
        let ended = |step: &StepDefinition, outcome: &OutcomeDefinition, since: &StepState| {
            said.iter().any(|(other, now, at)| {
                let over = now.alarm == Some(Alarm::Ends) && at.settled_on >= since.settled_on;
                let answered = outcome.done
                    && at.settled_on.is_some()
                    && other.trigger
                        == Trigger::Outcome {
                            step: step.id.clone(),
                            outcome: outcome.code.clone(),
                        };
                over || answered
            })
        };
        said.iter()
            .copied()
            .filter(|(step, outcome, at)| {
                outcome.alarm == Some(Alarm::Raises)
                    && step.id != SAFE_CONTACT
                    && !ended(step, outcome, at)
            })
            .collect()
    }
}
