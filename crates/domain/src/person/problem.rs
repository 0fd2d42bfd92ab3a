//! Why no record can be made of a person.

use crate::record::{Fault, Refused, refused};

/// Why a person cannot be registered as typed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PersonProblem {
    /// Neither a name in one script nor a nickname, and nobody said they are received without a name.
    #[error(
        "a name in one script is needed, or a nickname, or to say that the person is anonymous"
    )]
    NameMissing,
    /// The birth is neither `YYYY`, `YYYY-MM-DD` nor `unknown`, lies in the future or before 1900.
    #[error("the date of birth cannot be read")]
    BirthUnreadable,
    /// Nobody said which sex, nor that it is not known.
    #[error("the sex is needed, or to say that it is not known")]
    SexMissing,
    /// Nobody said when they were born, about how old they are, nor that it is not known.
    #[error("the birth is needed, or to say that it is not known")]
    BirthMissing,
}

impl PersonProblem {
    /// On the field where it is mended.
    pub fn refused(self) -> Refused {
        match self {
            PersonProblem::NameMissing => refused("given_name_ar", Fault::NameMissing),
            PersonProblem::SexMissing => refused("sex", Fault::SexMissing),
            PersonProblem::BirthMissing => refused("birth_date", Fault::BirthMissing),
            PersonProblem::BirthUnreadable => refused("birth_date", Fault::BirthUnreadable),
        }
    }
}
