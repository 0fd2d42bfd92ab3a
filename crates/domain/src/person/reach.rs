//! Whether somebody may be called, written to or visited at home, and why not.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Person, SafeContact};

/// Whether somebody may be called, written to or visited at home. What protects is asked once, here; each reason not
/// to is its own, since what is to be done about it differs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// At any time.
    Free,
    /// At the hours they said, and at no other.
    Hours,
    /// At certain hours only, and nobody wrote which: until then at none.
    HoursUnknown,
    /// Nobody asked yet.
    #[default]
    NotAsked,
    /// Never: they come by themselves.
    Never,
}

impl Reach {
    /// What is known of `person` makes of it.
    pub fn of(person: &Person) -> Self {
        let hours = person.safe_hours.as_deref().unwrap_or_default();
        match person.safe_contact {
            Some(SafeContact::Yes) => Reach::Free,
            Some(SafeContact::Hours) if hours.trim().is_empty() => Reach::HoursUnknown,
            Some(SafeContact::Hours) => Reach::Hours,
            Some(SafeContact::No) => Reach::Never,
            Some(SafeContact::Unknown) | None => Reach::NotAsked,
        }
    }

    /// Whether they may be reached at all.
    pub fn allowed(self) -> bool {
        matches!(self, Reach::Free | Reach::Hours)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_not_to_reach_somebody_is_its_own() {
        let of = |answer: Option<SafeContact>, hours: Option<&str>| {
            Reach::of(&Person {
                safe_contact: answer,
                safe_hours: hours.map(str::to_owned),
                ..Person::default()
            })
        };
        for (answer, hours, reach, allowed) in [
            (Some(SafeContact::Yes), None, Reach::Free, true),
            (
                Some(SafeContact::Hours),
                Some("بعد 18:00"),
                Reach::Hours,
                true,
            ),
            (
                Some(SafeContact::Hours),
                Some(" "),
                Reach::HoursUnknown,
                false,
            ),
            (Some(SafeContact::Hours), None, Reach::HoursUnknown, false),
            (Some(SafeContact::Unknown), None, Reach::NotAsked, false),
            (None, Some("بعد 18:00"), Reach::NotAsked, false),
            (
                Some(SafeContact::No),
                Some("بعد 18:00"),
                Reach::Never,
                false,
            ),
        ] {
            assert_eq!((of(answer, hours), reach.allowed()), (reach, allowed));
        }
    }
}
