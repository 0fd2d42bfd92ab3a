//! What was measured, and how it is told.

use std::time::Duration;

/// How often everything is measured: the middle one is told.
pub const RUNS: usize = 5;

/// What a row must keep to.
#[derive(Clone, Copy)]
pub enum Budget {
    /// The figure itself, at most.
    AtMost(f64),
    /// The figure over its baseline, at most.
    RatioAtMost(f64),
    /// The figure over its baseline, at least: for rates.
    RatioAtLeast(f64),
    /// Unbudgeted beside the row above it, and held to nothing.
    Unbudgeted,
}

/// One row of the table.
pub struct Figure {
    /// What was measured, and on what.
    pub what: String,
    /// The middle of the runs.
    pub figure: f64,
    /// The same for the baseline: what it is, and how much.
    pub baseline: Option<(&'static str, f64)>,
    /// Of both.
    pub unit: &'static str,
    /// What it must keep to.
    pub budget: Budget,
}

impl Figure {
    /// A row with nothing beside it.
    pub fn alone(what: impl Into<String>, figure: f64, unit: &'static str, most: f64) -> Self {
        Self {
            what: what.into(),
            figure,
            baseline: None,
            unit,
            budget: Budget::AtMost(most),
        }
    }

    /// What is worth knowing of the row above.
    pub fn told(what: impl Into<String>, figure: f64, unit: &'static str) -> Self {
        Self {
            what: what.into(),
            figure,
            baseline: None,
            unit,
            budget: Budget::Unbudgeted,
        }
    }

    /// The figure over its baseline.
    fn ratio(&self) -> Option<f64> {
        self.baseline.map(|(_, baseline)| self.figure / baseline)
    }

    /// Whether it keeps to its budget; none where there is none.
    fn met(&self) -> Option<bool> {
        match self.budget {
            Budget::AtMost(most) => Some(self.figure <= most),
            Budget::RatioAtMost(most) => self.ratio().map(|ratio| ratio <= most),
            Budget::RatioAtLeast(least) => self.ratio().map(|ratio| ratio >= least),
            Budget::Unbudgeted => None,
        }
    }

    fn line(&self) -> String {
        let baseline = self.baseline.map_or_else(
            || "—".to_owned(),
            |(what, value)| format!("{} {} ({what})", shown(value), self.unit),
        );
        let ratio = self
            .ratio()
            .map_or_else(|| "—".to_owned(), |ratio| format!("{ratio:.2}"));
        let budget = match self.budget {
            Budget::AtMost(most) => format!("≤ {} {}", shown(most), self.unit),
            Budget::RatioAtMost(most) => format!("≤ {most} ×"),
            Budget::RatioAtLeast(least) => format!("≥ {least} ×"),
            Budget::Unbudgeted => "—".to_owned(),
        };
        let met = match self.met() {
            Some(true) => "met",
            Some(false) => "**missed**",
            None => "",
        };
        format!(
            "| {} | {} {} | {baseline} | {ratio} | {budget} | {met} |",
            self.what,
            shown(self.figure),
            self.unit
        )
    }
}

/// Prints all of them as one table, in the form `docs/performance.md` keeps.
pub fn print(figures: &[Figure]) {
    println!("| what | figure | baseline | ratio | budget | |\n|---|---|---|---|---|---|");
    for figure in figures {
        println!("{}", figure.line());
    }
}

/// Three digits that mean something.
fn shown(value: f64) -> String {
    match value {
        value if value >= 100.0 => {
            let digits = format!("{value:.0}");
            let groups: Vec<&str> = digits
                .as_bytes()
                .rchunks(3)
                .rev()
                .map(|group| std::str::from_utf8(group).unwrap_or_default())
                .collect();
            groups.join(",")
        }
        value if value >= 10.0 || value.fract() == 0.0 => format!("{value:.0}"),
        value if value >= 1.0 => format!("{value:.1}"),
        value => format!("{value:.2}"),
    }
}

/// The middle value.
///
/// # Panics
/// When there is none.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// A duration in milliseconds.
pub fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
