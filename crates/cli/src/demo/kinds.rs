//! Which cases a center follows, for whom, and who follows them.

use std::collections::BTreeSet;

use jisr_domain::case::CaseType;
use jisr_domain::person::{Kinship, Sex};

use super::chance::Chance;
use super::entry::Who;
use super::people::Someone;

/// Whether this person has a case: heads of families and those who live alone more than the others.
pub(super) fn has_case(chance: &mut Chance, someone: &Someone) -> bool {
    chance.percent(match someone.kinship {
        _ if someone.street => 90,
        None => 62,
        Some(Kinship::Head) => 68,
        Some(Kinship::Spouse) => 36,
        Some(Kinship::Child) if someone.age < 3 => 4,
        Some(Kinship::Child) => 27,
        Some(_) => 45,
    })
}

/// What it is about. Types not `seen` yet are likelier, so that a small center shows them all.
pub(super) fn case_type(
    chance: &mut Chance,
    someone: &Someone,
    seen: &BTreeSet<CaseType>,
) -> CaseType {
    let weights: Vec<(CaseType, u32)> = possible(someone)
        .into_iter()
        .map(|(case_type, weight)| {
            (
                case_type,
                if seen.contains(&case_type) {
                    weight
                } else {
                    weight * 8
                },
            )
        })
        .collect();
    chance.weighted(&weights)
}

fn possible(someone: &Someone) -> Vec<(CaseType, u32)> {
    use CaseType::*;
    let woman = someone.sex == Sex::Female;
    let mut possible = match someone.age {
        _ if someone.street && someone.age >= 18 => vec![(Homeless, 100)],
        0..3 => vec![
            (ChildInDifficulty, 60),
            (ChildWithoutFamily, 25),
            (Disability, 15),
        ],
        3..18 => vec![
            (Schoolchild, 46),
            (ChildInDifficulty, 22),
            (ChildWithoutFamily, 8),
            (Disability, 18),
        ],
        62.. => vec![
            (Elderly, 68),
            (Disability, 18),
            (Homeless, 4),
            (PrecariousFamily, 10),
        ],
        _ if woman => vec![
            (WomanVictimOfViolence, 20),
            (WomanInDifficulty, 20),
            (ProjectHolder, 8),
            (Disability, 6),
            (Addiction, 1),
            (TraffickingVictim, 1),
        ],
        _ => vec![(PrecariousFamily, 10), (Disability, 14), (Addiction, 10)],
    };
    match someone.age {
        8..18 if !woman || someone.age > 11 => possible.push((StreetChild, 6)),
        18..=22 => possible.push((CareLeaver, 25)),
        23..62 if someone.kinship == Some(Kinship::Head) => possible.push((PrecariousFamily, 34)),
        23..62 if !woman && someone.kinship.is_none() => possible.push((Homeless, 18)),
        _ => {}
    }
    if woman && (18..40).contains(&someone.age) && someone.kinship == Some(Kinship::Head) {
        possible.push((SingleMother, 14));
    }
    possible
}

/// The responsible one.
pub(super) fn lead(chance: &mut Chance, case_type: CaseType) -> Who {
    use CaseType::*;
    let weights = match case_type {
        WomanVictimOfViolence | WomanInDifficulty | SingleMother => [62, 10, 26, 2],
        TraffickingVictim => [50, 0, 50, 0],
        ChildInDifficulty | ChildWithoutFamily => [20, 45, 35, 0],
        StreetChild | Homeless | Addiction => [4, 26, 5, 65],
        Schoolchild | CareLeaver | ProjectHolder => [40, 48, 12, 0],
        Disability | Elderly | PrecariousFamily => [44, 36, 4, 16],
    };
    let [latifa, youssef, nadia, redouane] = weights;
    chance.weighted(&[
        (Who::Latifa, latifa),
        (Who::Youssef, youssef),
        (Who::Nadia, nadia),
        (Who::Redouane, redouane),
    ])
}

/// Whether what it is about is told to few and heard alone.
pub(super) fn is_grave(case_type: CaseType) -> bool {
    matches!(
        case_type,
        CaseType::WomanVictimOfViolence | CaseType::TraffickingVictim | CaseType::StreetChild
    )
}
