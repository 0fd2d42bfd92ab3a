//! Whatever happens between devices and their hub, in whatever order, it ends well: seeded random histories on real
//! encrypted databases and a real hub, with clocks that are wrong, messages that are lost or repeated, programs
//! that stop anywhere.
//!
//! (a) Once all is quiet, devices of one audience show identical states, and the hub's is what its log makes in any
//! order. (b) Every value of an accepted change stands or was replaced by somebody who saw it; every refused one
//! is in the attention list of the device it was written on. (c) What a mark passed is stored. (d) No page and no
//! database carries what its readers may not see. (e) Somebody's second device holds what the first does.
//!
//! `PROPTEST_CASES` asks for longer runs, `JISR_SEED` for other histories.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod check;
mod edit;
mod op;
mod oracle;
mod round;
mod scenes;
mod world;

use std::cell::{Cell, RefCell};
use std::sync::Once;

use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

use op::{Misfortune, Op, ops};
use world::{Reached, Template};

fn run(misfortune: Misfortune, cases: u32) {
    let asked = |name| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let seed: u32 = asked("JISR_SEED").unwrap_or(2026);
    let config = Config {
        cases: asked("PROPTEST_CASES").unwrap_or(cases),
        failure_persistence: None,
        max_shrink_iters: asked("PROPTEST_MAX_SHRINK_ITERS").unwrap_or(200),
        ..Config::default()
    };
    let mut bytes = [0; 32];
    bytes[..4].copy_from_slice(&seed.to_le_bytes());
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let template = Template::new();
    quiet_while_looking();
    let reached = RefCell::new(Reached::default());
    let history = |history: Vec<Op>| -> Result<(), TestCaseError> {
        let mut world = template.world();
        for op in history {
            world.happens(op);
        }
        world.grows_quiet();
        world.check_everything();
        reached.borrow_mut().add(&world.reached);
        Ok(())
    };
    match runner.run(&ops(misfortune), history) {
        Ok(()) => {
            let reached = reached.into_inner();
            let shy = reached.lacks(misfortune);
            LOOKING.set(false);
            assert!(shy.is_empty(), "no history led to {shy:?}: {reached:?}");
        }
        Err(TestError::Fail(why, history)) => {
            let history: Vec<String> = history.iter().map(|op| format!("{op:?}")).collect();
            LOOKING.set(false);
            panic!(
                "seed {seed}: {why}\nthe shortest history found:\n{}",
                history.join("\n")
            )
        }
        Err(other) => panic!("seed {seed}: {other}"),
    }
}

thread_local! {
    /// A history is being tried: should it fail, a shorter one is looked for, and only that one told.
    static LOOKING: Cell<bool> = const { Cell::new(false) };
}

fn quiet_while_looking() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !LOOKING.get() {
                usual(info);
            }
        }));
    });
    LOOKING.set(true);
}

#[test]
fn everybody_ends_with_the_same_whatever_the_network_does() {
    run(Misfortune::Network, 50);
}

#[test]
fn disks_copied_and_put_back_lose_nothing_the_hub_took() {
    run(Misfortune::Disks, 30);
}

#[test]
fn a_hub_restored_from_a_backup_is_given_back_what_it_lost() {
    run(Misfortune::Hub, 30);
}
