//! What stands in a cell, as the register keeps it. Nothing is guessed silently: what was not said plainly comes with a
//! [`Doubt`].

mod birth;
mod choice;
mod month;
mod name;
mod phone;
mod place;
mod sex;

pub use birth::read_birth;
pub use choice::read_choice;
pub use name::{Script, read_full_name, script_of};
pub use phone::read_phone;
pub use place::{Places, ReadPlace};
pub use sex::read_sex;

macro_rules! doubts {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// What to make sure of in a row; the row is written all the same.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Doubt {
            $($(#[$doc])* $name,)+
        }
        impl Doubt {
            /// Every one.
            pub const ALL: &'static [Doubt] = &[$(Doubt::$name,)+];

            /// Code of the locales, `list_doubt.<code>`.
            pub fn code(self) -> &'static str {
                match self { $(Doubt::$name => $code,)+ }
            }
        }
    };
}

doubts! {
    /// A year of two digits.
    TwoDigitYear = "two_digit_year",
    /// The month stands first, as Americans write.
    MonthFirst = "month_first",
    /// Only the year can be kept of what is said.
    YearOnly = "year_only",
    /// A year of the Hijri calendar, turned into ours: give or take one.
    Hijri = "hijri",
    /// A plain number that Excel counts days by.
    DayNumber = "day_number",
    /// No birth can be read; what was written is kept in words.
    BirthUnreadable = "birth_unreadable",
    /// No age can be read.
    AgeUnreadable = "age_unreadable",
    /// Neither of the usual words for a sex.
    SexUnreadable = "sex_unreadable",
    /// No word of a list of choices; what was written is kept in words.
    ChoiceUnreadable = "choice_unreadable",
    /// Not as CNIE numbers usually are; kept.
    CnieUnusual = "cnie_unusual",
    /// No telephone number; kept as written.
    PhoneUnreadable = "phone_unreadable",
    /// Several numbers: the first is the telephone, the others are kept in words.
    PhoneSeveral = "phone_several",
    /// No such place in the list of the HCP; kept in words.
    PlaceUnknown = "place_unknown",
    /// Several places of this name; kept in words.
    PlaceUnsure = "place_unsure",
    /// A whole name of three words or more, divided.
    NameDivided = "name_divided",
    /// Begins as a formula does; kept as words.
    FormulaLike = "formula_like",
    /// The same person stands in an earlier row.
    Twin = "twin",
}

/// What was read, and what to make sure of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read<T> {
    /// The value, where there is one.
    pub value: Option<T>,
    /// What to make sure of.
    pub doubt: Option<Doubt>,
}

impl<T> Read<T> {
    pub(crate) fn sure(value: T) -> Self {
        Self {
            value: Some(value),
            doubt: None,
        }
    }
    pub(crate) fn doubted(value: T, doubt: Doubt) -> Self {
        Self {
            value: Some(value),
            doubt: Some(doubt),
        }
    }
    pub(crate) fn none(doubt: Doubt) -> Self {
        Self {
            value: None,
            doubt: Some(doubt),
        }
    }
}
