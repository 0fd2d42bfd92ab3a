//! Passages at the desk.

use chrono::NaiveDate;
use jisr_domain::id::{PersonId, ReceptionId, StaffId};
use jisr_domain::person::Sex;
use jisr_domain::reception::{Orientation, Reception, Source, Urgency};

use super::calendar::Calendar;
use super::chance::Chance;
use super::lists::text;
use super::people::Someone;

/// A passage of `someone` on `day`. Its number of the day is given when it is written.
pub(super) fn passage(
    chance: &mut Chance,
    calendar: &Calendar,
    someone: &Someone,
    day: NaiveDate,
    received_by: StaffId,
) -> (ReceptionId, Reception) {
    let mut reception = drawn(chance, calendar, day, someone.sex, received_by);
    reception.person = Some(someone.id);
    if someone.street {
        reception.source = Some(Source::Round);
    }
    (id_of(chance, &reception), reception)
}

/// The passage that led to a case.
pub(super) fn leading_to_case(
    chance: &mut Chance,
    calendar: &Calendar,
    someone: &Someone,
    day: NaiveDate,
    grave: bool,
    received_by: StaffId,
) -> (ReceptionId, Reception) {
    let (id, mut reception) = passage(chance, calendar, someone, day, received_by);
    reception.orientation = Some(Orientation::Case);
    if grave {
        reception.heard_alone = Some(true);
        reception.urgency = Some(chance.weighted(&[(Urgency::Soon, 55), (Urgency::Immediate, 45)]));
        reception.source = Some(chance.weighted(&[
            (Source::Self_, 40),
            (Source::Association, 15),
            (Source::Health, 15),
            (Source::Court, 12),
            (Source::Police, 10),
            (Source::Helpline, 8),
        ]));
    }
    (id, reception)
}

/// Somebody who asked and left without a file.
pub(super) fn without_file(
    chance: &mut Chance,
    calendar: &Calendar,
    day: NaiveDate,
    received_by: StaffId,
) -> (ReceptionId, Reception) {
    let sex = chance.weighted(&[(Sex::Female, 60), (Sex::Male, 40)]);
    let mut reception = drawn(chance, calendar, day, sex, received_by);
    reception.orientation =
        Some(chance.weighted(&[(Orientation::Information, 85), (Orientation::Left, 15)]));
    (id_of(chance, &reception), reception)
}

/// Whether a passage of this person is known already: nobody comes to the desk twice for one registration.
pub(super) fn came(
    receptions: &[(ReceptionId, Reception)],
    person: PersonId,
    day: NaiveDate,
) -> bool {
    receptions
        .iter()
        .any(|(_, reception)| reception.person == Some(person) && reception.day == Some(day))
}

fn drawn(
    chance: &mut Chance,
    calendar: &Calendar,
    day: NaiveDate,
    sex: Sex,
    received_by: StaffId,
) -> Reception {
    Reception {
        day: Some(day),
        opened_at: Some(calendar.at(day, chance.between(2, 420))),
        received_by: Some(received_by),
        source: Some(chance.weighted(&[
            (Source::Self_, 52),
            (Source::Family, 16),
            (Source::Association, 8),
            (Source::Authority, 8),
            (Source::Health, 6),
            (Source::School, 5),
            (Source::Court, 3),
            (Source::Police, 2),
        ])),
        reason: Some(text(chance, "reason", sex)),
        urgency: Some(chance.weighted(&[
            (Urgency::Ordinary, 80),
            (Urgency::Soon, 17),
            (Urgency::Immediate, 3),
        ])),
        interpreter: chance.percent(3).then(|| "zgh".to_owned()),
        heard_alone: chance.percent(40).then_some(true),
        orientation: Some(chance.weighted(&[
            (Orientation::Information, 40),
            (Orientation::Service, 20),
            (Orientation::Appointment, 30),
            (Orientation::Referral, 10),
        ])),
        ..Reception::default()
    }
}

fn id_of(chance: &mut Chance, reception: &Reception) -> ReceptionId {
    chance.id(reception.opened_at.unwrap_or_default())
}
