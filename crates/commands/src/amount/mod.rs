//! Amounts of money: what somebody typed, told back before it is kept, and what is asked about.

mod read;
mod view;

pub use read::read;
pub use view::*;

use jisr_domain::amount::{AmountOf, AmountProblem, LARGEST};
use jisr_store::FieldConflict;

use crate::code::Code;
use crate::error::CommandError;

/// Why an amount cannot be taken, as a code.
pub(crate) fn problem(why: AmountProblem) -> Code {
    match why {
        AmountProblem::Unreadable => Code::AmountUnreadable,
        AmountProblem::Negative => Code::Negative,
        AmountProblem::TooFine => Code::AmountTooFine,
        AmountProblem::TooLarge => Code::AmountTooLarge,
    }
}

/// Takes an amount of centimes as it is kept: never below nothing, and one far from the usual only when somebody
/// said that it is meant, now or when it was written into `held`.
///
/// # Errors
/// [`CommandError::Field`] with `negative`, `amount_too_large` or `amount_unusual`.
pub(crate) fn take(
    field: &'static str,
    of: AmountOf,
    centimes: i64,
    confirmed: bool,
    held: &[i64],
) -> Result<(), CommandError> {
    let refused = |code| Err(CommandError::Field { field, code });
    if centimes < 0 {
        return refused(Code::Negative);
    }
    if centimes > LARGEST {
        return refused(Code::AmountTooLarge);
    }
    if of.is_far(centimes) && !confirmed && !held.contains(&centimes) {
        return refused(Code::AmountUnusual);
    }
    Ok(())
}

/// Every value a field of a record holds: the one shown and those beside it.
pub(crate) fn values_of<T: serde::de::DeserializeOwned>(
    field: &str,
    shown: impl IntoIterator<Item = T>,
    conflicts: &[FieldConflict],
) -> Vec<T> {
    let beside = conflicts
        .iter()
        .filter(|conflict| conflict.field == field)
        .flat_map(|conflict| &conflict.values)
        .filter_map(|value| serde_json::from_value(value.value.clone()).ok());
    shown.into_iter().chain(beside).collect()
}
