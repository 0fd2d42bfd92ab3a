//! What each member of staff finds on arriving: a few late, a few today, several this week. Without it chance
//! would leave half a center late.

use super::entry::Who;

/// How many of each somebody still gets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    pub(super) late_steps: u32,
    pub(super) due_steps: u32,
    pub(super) late_visits: u32,
    pub(super) due_visits: u32,
    pub(super) week_visits: u32,
    pub(super) due_appointments: u32,
    pub(super) week_appointments: u32,
}

impl Budget {
    /// What `who` starts with.
    pub(super) fn of(who: Who) -> Self {
        let [
            late_steps,
            due_steps,
            late_visits,
            due_visits,
            week_visits,
            due_appointments,
            week_appointments,
        ] = match who {
            Who::Latifa => [1, 1, 1, 1, 2, 1, 2],
            Who::Youssef => [1, 2, 1, 1, 2, 1, 2],
            Who::Redouane => [1, 1, 1, 2, 3, 0, 1],
            Who::Nadia => [0, 1, 0, 0, 0, 2, 3],
            Who::Director | Who::Soumia | Who::Karima | Who::Abderrahim => [0; 7],
        };
        Self {
            late_steps,
            due_steps,
            late_visits,
            due_visits,
            week_visits,
            due_appointments,
            week_appointments,
        }
    }
}

/// Takes one of `left`, if any is left.
pub(super) fn take(left: &mut u32) -> bool {
    let any = *left > 0;
    *left = left.saturating_sub(1);
    any
}
