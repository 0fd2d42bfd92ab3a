//! Answers completed, or a situation that is over.

use jisr_domain::form::Answer;
use jisr_domain::situation::Situation;

use super::{read_numbers, validate};
use crate::amount::values_of;
use crate::error::CommandError;
use crate::input::{self, Asked, WriteRules};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `situation.update`
///
/// # Errors
/// Those of [`input::update`].
pub fn update(session: &Session<'_>, args: Edit<Situation>) -> Result<Written, CommandError> {
    input::update(session, args)
}

impl WriteRules for Situation {
    fn allowed(asked: &Asked<'_, Self>, after: &mut Self) -> Result<(), CommandError> {
        let known: Vec<Vec<Answer>> = asked.before.map_or_else(Vec::new, |held| {
            values_of("answers", [held.record.answers.clone()], &held.conflicts)
        });
        read_numbers(after, asked.confirmed, &known.concat())?;
        validate(asked.reader, after)
    }
}
