//! Random histories of one laptop that a whole center shares, as each of the seven functions: nothing of what somebody may
//! not know of is in any answer they get, counts included, and a number told in two places is one number.

mod answers;
mod figures;
mod model;
mod op;

use proptest::prelude::*;

use crate::laptop::Laptop;
use model::World;
use op::Op;

/// Who shares the laptop besides Karim the director, Nadia and Youssef the caseworkers and Samira at the desk.
const JOINED: [(&str, &str, &str); 4] = [
    ("hamid", "حميد الفاسي", "field"),
    ("salma", "سلمى العمراني", "specialist"),
    ("rachid", "رشيد التازي", "reader"),
    ("leila", "ليلى الصقلي", "administrator"),
];

/// Everybody, each function at least once.
const EVERYBODY: [&str; 8] = [
    "karim", "nadia", "youssef", "samira", "hamid", "salma", "rachid", "leila",
];

/// A center of which everybody's account is open, made once and copied for each history.
fn center() -> Laptop {
    let mut laptop = Laptop::new();
    for (name, ar, role) in JOINED {
        laptop.joins(name, ar, role);
    }
    laptop.keeps("base");
    laptop
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100,
        max_shrink_iters: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn rule_20_no_answer_of_any_command_tells_what_somebody_may_not_know(
        ops in prop::collection::vec(any::<Op>(), 8..36)
    ) {
        let mut laptop = CENTER.with(|center| center.borrow_mut().take()).unwrap_or_else(center);
        laptop.goes_back_to("base");
        let mut world = World::new(laptop);
        for op in &ops {
            world.does(op);
        }
        for name in EVERYBODY {
            world.laptop.sits(name);
            answers::hold(&world, name);
            figures::agree(&world, name);
        }
        CENTER.with(|center| *center.borrow_mut() = Some(world.laptop));
    }
}

thread_local! {
    static CENTER: std::cell::RefCell<Option<Laptop>> = const { std::cell::RefCell::new(None) };
}
