//! The log of what went wrong.

use super::Laptop;
use crate::{Incident, MOST_INCIDENTS};

const fn incident(at_ms: u64, code: &'static str) -> Incident {
    Incident {
        at_ms,
        what: "refused",
        command: Some("person.get"),
        code: Some(code),
        cause: None,
        took_ms: at_ms,
        version: "0.1.0",
    }
}

#[test]
fn the_same_again_and_again_is_one_line() {
    let laptop = Laptop::of(1);
    let all = [
        incident(1, "a"),
        incident(2, "a"),
        incident(3, "b"),
        incident(4, "a"),
    ];
    laptop.store().keep_incidents(&all).unwrap();
    let kept = laptop.store().read(|reader| reader.incidents()).unwrap();
    let lines: Vec<_> = kept
        .iter()
        .map(|one| {
            (
                one.code.as_deref(),
                one.times,
                one.first_at_ms,
                one.last_at_ms,
                one.took_ms,
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            (Some("a"), 1, 4, 4, 4),
            (Some("b"), 1, 3, 3, 3),
            (Some("a"), 2, 1, 2, 2)
        ]
    );
}

#[test]
fn the_log_does_not_grow_and_the_oldest_goes_first() {
    let laptop = Laptop::of(1);
    let most = u64::from(MOST_INCIDENTS);
    for at_ms in 0..2 * most + 7 {
        let code = if at_ms % 2 == 0 { "a" } else { "b" };
        laptop
            .store()
            .keep_incidents(&[incident(at_ms, code)])
            .unwrap();
    }
    let kept = laptop.store().read(|reader| reader.incidents()).unwrap();
    assert_eq!(kept.len() as u64, most);
    assert_eq!(kept[0].first_at_ms, 2 * most + 6);
    assert_eq!(kept.last().unwrap().first_at_ms, most + 7);
}
