//! The budgets of `docs/performance.md`, measured: `make bench` builds a release and runs this.
//!
//! Whatever is measured is the middle of at least five runs, each beside its baseline in the same run. A budget
//! that is missed is told, and is no failure; what cannot be measured is one.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "a measure that cannot be taken ends here; counts of bytes and rows fit"
)]

mod bare;
mod cases;
mod desk;
mod figure;
mod memory;
mod people;
mod relay;
mod travel;
mod window;
mod write;

use figure::Figure;

/// People whose center has twenty thousand cases.
const PEOPLE: u32 = 45_000;
/// The groups of rows, by the names `make bench ONLY="…"` takes.
const GROUPS: [&str; 5] = ["write", "travel", "people", "cases", "window"];

fn main() {
    // Cargo itself hands over `--bench`.
    let chosen: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    if let Some(unknown) = chosen.iter().find(|name| !GROUPS.contains(&name.as_str())) {
        eprintln!(
            "there is no group {unknown}: name some of {}",
            GROUPS.join(", ")
        );
        std::process::exit(2);
    }
    let wanted = |group: &str| chosen.is_empty() || chosen.iter().any(|name| name == group);
    let mut table = Table::default();
    if wanted("write") {
        table.measure("a record through the door", write::figures);
    }
    if wanted("travel") {
        table.measure(
            "ten thousand records, a hub, a second device",
            travel::figures,
        );
    }
    if wanted("people") {
        table.measure(
            "registers of a thousand to a million people",
            people::figures,
        );
    }
    if wanted("cases") || wanted("window") {
        let profile = tempfile::tempdir().expect("a folder");
        let cases = table.take("a center of twenty thousand cases, invented", || {
            desk::invent(profile.path(), PEOPLE)
        });
        if let Some(cases) = cases.filter(|_| wanted("window")) {
            table.measure("the window on it, and an empty window", || {
                window::figures(profile.path(), cases)
            });
        }
        if let Some(cases) = cases.filter(|_| wanted("cases")) {
            table.measure("its cases, by the commands", || {
                cases::figures(profile.path(), cases)
            });
        }
    }
    figure::print(&table.figures);
    if !table.failed.is_empty() {
        eprintln!("not measured: {}", table.failed.join("; "));
        std::process::exit(1);
    }
}

/// What was measured, and what could not be.
#[derive(Default)]
struct Table {
    figures: Vec<Figure>,
    failed: Vec<&'static str>,
}

impl Table {
    fn measure(&mut self, what: &'static str, figures: impl FnOnce() -> Vec<Figure>) {
        let measured = self.take(what, figures);
        self.figures.extend(measured.unwrap_or_default());
    }

    /// One that fails leaves the others their turn; why it failed is on standard error already.
    fn take<T>(&mut self, what: &'static str, f: impl FnOnce() -> T) -> Option<T> {
        eprintln!("measuring: {what}");
        let taken = std::panic::catch_unwind(std::panic::AssertUnwindSafe(f)).ok();
        if taken.is_none() {
            self.failed.push(what);
        }
        taken
    }
}
