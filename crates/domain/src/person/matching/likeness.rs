//! What the evidence comes to.

use super::reason::Reason;
use crate::name::Verdict;

/// Least chance at which two records are called one person. The desk is told «مرجح جدا».
pub const SAME: f32 = 0.9;
/// Least chance at which they are shown at all.
pub const MAYBE: f32 = 0.1;

/// Two records compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// The chance that they are one person, 0 to 1.
    pub score: f32,
    /// What the score is called.
    pub verdict: Verdict,
    /// Why, weightiest first, whichever way they speak.
    pub reasons: Vec<Reason>,
}

impl Likeness {
    /// From the sums of evidence, in bits against *stranger*, in a register of `people`.
    ///
    /// Of those who come to a desk one in two is known already (the share matters little: ten times less moves the
    /// total by three bits), and a person has about four relatives in the register.
    pub(super) fn of(same: f32, relative: f32, people: u64, mut reasons: Vec<Reason>) -> Self {
        const KNOWN: f64 = 0.5;
        const RELATIVES: f64 = 4.0;
        let people = people.max(2) as f64;
        let same = (f64::from(same) + (KNOWN / people).log2())
            .clamp(-200.0, 60.0)
            .exp2();
        let relative = (f64::from(relative) + (RELATIVES / people).log2())
            .clamp(-200.0, 60.0)
            .exp2();
        let score = (same / (same + relative + 1.0)) as f32;
        reasons.sort_by(|a, b| {
            b.bits
                .abs()
                .total_cmp(&a.bits.abs())
                .then(a.code.cmp(&b.code))
        });
        Self {
            score,
            verdict: verdict(score),
            reasons,
        }
    }
}

fn verdict(score: f32) -> Verdict {
    if score >= SAME {
        Verdict::Same
    } else if score >= MAYBE {
        Verdict::Maybe
    } else {
        Verdict::Different
    }
}
