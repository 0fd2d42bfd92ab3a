//! What an amount usually is, and from where on it is asked about.

use crate::record::code;

code! {
    /// What an amount is of: each has its own usual size.
    AmountOf {
        /// What somebody earns or receives in a month.
        Month = "month",
        /// Money given in one act.
        Aid = "aid",
        /// What somebody owns or needs at once: savings, the cost of a project.
        Sum = "sum",
    }
}

/// So many times the usual is asked about: the distance of a mark misread or a nought too many.
const FAR: i64 = 10;

impl AmountOf {
    /// The usual amount, in centimes. A proposal of the program, not a rule of anybody's: orders of magnitude that
    /// tell a slip of the hand.
    #[must_use]
    pub fn usual(self) -> i64 {
        match self {
            // About the legal minimum wage of industry and trade in 2026 for 191 hours (SMIG).
            AmountOf::Month => 350_000,
            // Twice the least a household gets in a month of direct social aid (500 DH, law 58-23).
            AmountOf::Aid => 100_000,
            // Five years of the 500 DH a month laid aside for a child in an institution (draft decree 2.25.1064).
            AmountOf::Sum => 3_000_000,
        }
    }

    /// Whether whoever writes it must say that it is meant: ten times the usual, or more.
    #[must_use]
    pub fn is_far(self, centimes: i64) -> bool {
        centimes >= self.usual() * FAR
    }
}

#[cfg(test)]
mod tests {
    use super::AmountOf;

    #[test]
    fn ten_times_the_usual_is_asked_about_and_nothing_less() {
        for of in AmountOf::ALL {
            assert!(of.is_far(of.usual() * 10), "{of:?}");
            assert!(!of.is_far(of.usual() * 10 - 1), "{of:?}");
        }
    }

    #[test]
    fn a_mark_read_as_a_thousands_mark_never_passes_unasked() {
        assert!(AmountOf::Month.is_far(25_000_000) && AmountOf::Aid.is_far(25_000_000));
    }
}
