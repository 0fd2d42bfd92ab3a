//! How people live: family situation, schooling, what they do.

use jisr_domain::id::PersonId;
use jisr_domain::person::{MaritalStatus, Person, SchoolLevel};

use super::chance::Chance;

/// Chance of its own: what is drawn here changes nothing of the rest of the story.
const STREAM: u64 = 0x11FE;
/// Age of civil majority: nobody younger is drawn married.
const MAJORITY: u32 = 18;

const OCCUPATIONS: [&str; 8] = [
    "عاملة نظافة",
    "بائع متجول",
    "عامل فلاحي",
    "خياطة",
    "بناء",
    "ربة بيت",
    "بدون عمل",
    "حارس ليلي",
];

/// What is known of it, which is not always much.
pub(super) fn told(record: &mut Person, id: PersonId, age: u32) {
    let mut chance = Chance::of(id.0, STREAM);
    if age >= MAJORITY && chance.percent(70) {
        record.marital_status = Some(chance.weighted(&[
            (MaritalStatus::Married, 45),
            (MaritalStatus::Single, 20),
            (MaritalStatus::Divorced, 20),
            (MaritalStatus::Widowed, age / 4),
        ]));
        if chance.percent(60) {
            record.occupation = Some((*chance.pick(&OCCUPATIONS)).to_owned());
        }
    }
    if age >= 6 && chance.percent(55) {
        let grown = u32::from(age >= MAJORITY) * 15;
        record.school_level = Some(chance.weighted(&[
            (SchoolLevel::None, 25),
            (SchoolLevel::Primary, 35),
            (SchoolLevel::LowerSecondary, grown),
            (SchoolLevel::UpperSecondary, grown),
        ]));
    }
}
