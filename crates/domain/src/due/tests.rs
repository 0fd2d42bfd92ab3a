#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use chrono::{Datelike, Days, Weekday};
use proptest::prelude::*;

use super::*;

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
}

fn window(start: u32, due: u32, end: Option<u32>) -> DueWindow {
    DueWindow {
        start: day(start),
        due: day(due),
        end: end.map(day),
        suggested: true,
    }
}

#[test]
fn a_step_is_due_through_its_whole_window_and_late_only_the_day_after() {
    let w = window(10, 12, Some(15));
    assert_eq!(due_state(&w, day(9)), DueState::Soon);
    assert_eq!(due_state(&w, day(10)), DueState::Due);
    assert_eq!(due_state(&w, day(12)), DueState::Due);
    assert_eq!(
        due_state(&w, day(13)),
        DueState::Due,
        "the days after the due day are still in the window"
    );
    assert_eq!(due_state(&w, day(15)), DueState::Due);
    assert_eq!(due_state(&w, day(16)), DueState::Overdue);
}

#[test]
fn without_an_end_the_due_day_is_the_last() {
    let w = window(10, 12, None);
    assert_eq!(due_state(&w, day(12)), DueState::Due);
    assert_eq!(due_state(&w, day(13)), DueState::Overdue);
}

#[test]
fn soon_is_what_is_expected_before_sunday_is_over() {
    // 18 November 2026 is a Wednesday.
    let w = window(18, 25, None);
    assert_eq!(due_state(&w, day(15)), DueState::Later, "the Sunday before");
    assert_eq!(due_state(&w, day(16)), DueState::Soon);
    assert_eq!(due_state(&w, day(17)), DueState::Soon);
    assert_eq!(due_state(&w, day(18)), DueState::Due);
}

proptest! {
    /// Whatever the day and the window: *this week* holds what a day from tomorrow to Sunday will call due, and no more.
    #[test]
    fn this_week_is_every_day_until_sunday_and_none_after(
        today in 0_u64..4_000,
        start in 0_u64..60,
        due in 0_u64..60,
        longer in proptest::option::of(0_u64..30),
    ) {
        let origin = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
        let after = |from: NaiveDate, days: u64| from.checked_add_days(Days::new(days)).unwrap();
        let today = after(origin, today);
        let begins = after(today, 0) - Days::new(20);
        let w = DueWindow {
            start: after(begins, start),
            due: after(begins, due),
            end: longer.map(|longer| after(begins, due + longer)),
            suggested: true,
        };
        let sunday = today
            .iter_days()
            .find(|day| day.weekday() == Weekday::Sun)
            .unwrap();
        let state = due_state(&w, today);
        let pressing = matches!(state, DueState::Due | DueState::Overdue);
        let in_the_week = today
            .iter_days()
            .skip(1)
            .take_while(|day| *day <= sunday)
            .any(|day| due_state(&w, day) == DueState::Due);
        prop_assert_eq!(state == DueState::Soon, !pressing && in_the_week);
        prop_assert_eq!(state == DueState::Later, !pressing && !in_the_week);
    }
}

#[test]
fn days_late_and_left_are_never_negative_and_start_at_one() {
    let w = window(10, 12, Some(15));
    assert_eq!((days_left(&w, day(9)), days_late(&w, day(9))), (3, 0));
    assert_eq!((days_left(&w, day(12)), days_late(&w, day(12))), (0, 0));
    assert_eq!((days_left(&w, day(14)), days_late(&w, day(14))), (0, 0));
    assert_eq!((days_left(&w, day(16)), days_late(&w, day(16))), (0, 1));
}

#[test]
fn a_chosen_day_is_due_that_day_only() {
    let w = DueWindow::on(day(20));
    assert!(!w.suggested);
    assert_eq!(due_state(&w, day(19)), DueState::Soon);
    assert_eq!(due_state(&w, day(20)), DueState::Due);
    assert_eq!(due_state(&w, day(21)), DueState::Overdue);
}

#[test]
fn a_window_written_backwards_is_never_late_before_its_due_day() {
    let w = window(20, 12, Some(5));
    assert_eq!(due_state(&w, day(12)), DueState::Due);
    assert_eq!(due_state(&w, day(13)), DueState::Overdue);
}

#[test]
fn what_has_no_window_is_never_late_and_sorts_last() {
    assert_eq!(state_of(None, day(1)), DueState::None);
    assert_eq!(
        state_of(Some(&DueWindow::on(day(1))), day(1)),
        DueState::Due
    );
    let mut states = [
        DueState::None,
        DueState::Later,
        DueState::Overdue,
        DueState::Soon,
        DueState::Due,
    ];
    states.sort();
    assert_eq!(
        states,
        [
            DueState::Overdue,
            DueState::Due,
            DueState::Soon,
            DueState::Later,
            DueState::None
        ]
    );
}

proptest! {
    #[test]
    fn what_a_database_is_asked_for_as_late_is_what_is_late(planned in 1u32..=28, now in 1u32..=28) {
        let window = DueWindow::on(day(planned));
        let asked = last_late_day(day(now)).is_some_and(|last| day(planned) <= last);
        prop_assert_eq!(asked, is_late(Some(&window), day(now)));
        prop_assert_eq!(asked, days_late(&window, day(now)) > 0);
    }
}
