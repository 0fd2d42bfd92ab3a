//! What an amount as typed means, in figures and words.

use jisr_domain::amount::{self, Reading};

use super::{AmountMeaning, AmountRead, ReadAmountArgs, problem};
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;

/// `amount.read`: what an amount field shows beside what is typed in it. Nothing is kept.
///
/// # Errors
/// None: what cannot be read is an answer too.
pub fn read(_: &Session<'_>, args: ReadAmountArgs) -> Result<AmountRead, CommandError> {
    let none = |code: Code| AmountRead {
        meanings: Vec::new(),
        problem: Some(code.text().to_owned()),
    };
    let meant = match amount::read(&args.text) {
        Ok(Reading::Clear(centimes)) => vec![centimes],
        Ok(Reading::Either {
            thousands,
            decimals,
        }) => vec![thousands, decimals],
        Err(why) => return Ok(none(problem(why))),
    };
    let whole = args.whole.unwrap_or(false);
    let meanings: Vec<AmountMeaning> = meant
        .into_iter()
        .filter(|centimes| !whole || centimes % 100 == 0)
        .map(|centimes| AmountMeaning {
            centimes,
            text: amount::written(centimes),
            words: amount::in_words(centimes),
            unusual: args.of.is_far(centimes),
        })
        .collect();
    if meanings.is_empty() {
        return Ok(none(Code::AmountNotWhole));
    }
    Ok(AmountRead {
        meanings,
        problem: None,
    })
}
