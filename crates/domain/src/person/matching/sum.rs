//! Evidence added up, with what is told of it.

use super::reason::{Reason, ReasonCode};

/// Likelihood of what was found, of one person, of relatives and of strangers.
#[derive(Clone, Copy)]
pub(super) struct Odds {
    pub(super) same: f32,
    pub(super) relative: f32,
    pub(super) stranger: f32,
}

pub(super) const fn odds(same: f32, relative: f32, stranger: f32) -> Odds {
    Odds {
        same,
        relative,
        stranger,
    }
}

#[derive(Default)]
pub(super) struct Sum {
    pub(super) same: f32,
    pub(super) relative: f32,
    pub(super) reasons: Vec<Reason>,
}

/// One way to read two names against each other.
pub(super) struct Reading {
    pub(super) same: f32,
    pub(super) relative: f32,
    pub(super) reasons: Vec<(ReasonCode, f32)>,
}

impl Sum {
    pub(super) fn names(&mut self, best: Option<Reading>) {
        let Some(best) = best else { return };
        self.same += best.same;
        self.relative += best.relative;
        for (code, bits) in best.reasons {
            self.tell(code, bits);
        }
    }

    pub(super) fn add(&mut self, code: ReasonCode, found: Odds) {
        let same = (found.same / found.stranger).log2();
        self.same += same;
        self.relative += (found.relative / found.stranger).log2();
        self.tell(code, same);
    }

    pub(super) fn tell(&mut self, code: ReasonCode, bits: f32) {
        self.reasons.push(Reason {
            code,
            favours: bits > 0.0,
            bits,
        });
    }
}
