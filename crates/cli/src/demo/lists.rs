//! The lists the center is drawn from: `assets/demo/*.tsv`. Names are of no one: given and family names are
//! common Moroccan ones, put together by chance.

use std::collections::HashMap;
use std::sync::LazyLock;

use jisr_domain::partner::PartnerType;
use jisr_domain::person::Sex;

use super::chance::Chance;

/// A name in both scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) ar: &'static str,
    pub(super) lat: &'static str,
}

/// A commune of the center's province.
#[derive(Clone, Copy, Debug)]
pub(super) struct Commune {
    pub(super) code: &'static str,
    pub(super) name_ar: &'static str,
    pub(super) urban: bool,
    pub(super) population: u32,
}

/// An entry of the directory.
#[derive(Clone, Copy, Debug)]
pub(super) struct PartnerEntry {
    pub(super) partner_type: PartnerType,
    pub(super) name: Name,
    pub(super) services: &'static str,
    pub(super) address: &'static str,
    pub(super) asked: &'static str,
    pub(super) hours: &'static str,
}

/// Province of the demonstration center: Kénitra.
pub(super) const PROVINCE: &str = "04.281";
/// Its chief town.
pub(super) const CHIEF_TOWN: &str = "04.281.01.01";

static FAMILIES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    rows(include_str!("../../../../assets/demo/family.tsv"))
        .filter_map(|row| match row[..] {
            [ar, lat] => Some(Name { ar, lat }),
            _ => None,
        })
        .collect()
});

static GIVEN: LazyLock<HashMap<(&str, &str), Vec<Name>>> = LazyLock::new(|| {
    let mut given: HashMap<_, Vec<Name>> = HashMap::new();
    for row in rows(include_str!("../../../../assets/demo/given.tsv")) {
        if let [ar, lat, sex, generation] = row[..] {
            given
                .entry((sex, generation))
                .or_default()
                .push(Name { ar, lat });
        }
    }
    given
});

static TEXTS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut texts: HashMap<_, Vec<&str>> = HashMap::new();
    for row in rows(include_str!("../../../../assets/demo/texts.tsv")) {
        if let [key, text] = row[..] {
            texts.entry(key).or_default().push(text);
        }
    }
    texts
});

static COMMUNES: LazyLock<Vec<Commune>> = LazyLock::new(|| {
    rows(include_str!("../../../../assets/territory/communes.tsv"))
        .filter_map(|row| match row[..] {
            [_, code, PROVINCE, kind, _, name_ar, population] => Some(Commune {
                code,
                name_ar,
                urban: kind == "urban",
                population: population.parse().ok()?,
            }),
            _ => None,
        })
        .collect()
});

pub(super) static PARTNERS: LazyLock<Vec<PartnerEntry>> = LazyLock::new(|| {
    rows(include_str!("../../../../assets/demo/partners.tsv"))
        .filter_map(|row| match row[..] {
            [kind, ar, lat, services, address, asked, hours] => {
                let partner_type = PartnerType::ALL
                    .iter()
                    .copied()
                    .find(|known| known.code() == kind)?;
                Some(PartnerEntry {
                    partner_type,
                    name: Name { ar, lat },
                    services,
                    address,
                    asked,
                    hours,
                })
            }
            _ => None,
        })
        .collect()
});

fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines()
        .skip(1)
        .filter(|line| !line.is_empty())
        .map(|line| line.split('\t').collect())
}

/// A given name such as people of that sex and age bear.
pub(super) fn given_name(chance: &mut Chance, sex: Sex, age: u32) -> Name {
    let generation = match age {
        60.. => chance.weighted(&[("old", 60), ("any", 40)]),
        28..60 => chance.weighted(&[("any", 80), ("young", 15), ("old", 5)]),
        _ => chance.weighted(&[("young", 70), ("any", 30)]),
    };
    let sex = if sex == Sex::Female { "female" } else { "male" };
    GIVEN
        .get(&(sex, generation))
        .map_or(Name { ar: "", lat: "" }, |names| *chance.pick(names))
}

/// A family name.
pub(super) fn family_name(chance: &mut Chance) -> Name {
    *chance.pick(&FAMILIES)
}

/// A commune of the province, as often as people live there.
pub(super) fn commune(chance: &mut Chance) -> Commune {
    let weights: Vec<(Commune, u32)> = COMMUNES
        .iter()
        .map(|commune| (*commune, commune.population))
        .collect();
    chance.weighted(&weights)
}

/// One of the texts written under `key`, agreeing with `sex`; empty when there are none.
pub(super) fn text(chance: &mut Chance, key: &str, sex: Sex) -> String {
    TEXTS
        .get(key)
        .map(|texts| agree(chance.pick::<&str>(texts), sex))
        .unwrap_or_default()
}

/// The feminine or the masculine of every `{feminine|masculine}`.
fn agree(text: &str, sex: Sex) -> String {
    let mut agreed = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((pair, after)) = after.split_once('}') else {
            break;
        };
        let (feminine, masculine) = pair.split_once('|').unwrap_or((pair, pair));
        agreed.push_str(before);
        agreed.push_str(if sex == Sex::Female {
            feminine
        } else {
            masculine
        });
        rest = after;
    }
    agreed + rest
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jisr_domain::text::clean;

    #[test]
    fn the_lists_are_whole_and_clean() {
        let count = |sex: &str| {
            GIVEN
                .iter()
                .filter(|((of, _), _)| *of == sex)
                .map(|(_, names)| names.len())
                .sum::<usize>()
        };
        assert!(count("female") >= 120 && count("male") >= 120 && FAMILIES.len() >= 250);
        assert_eq!((COMMUNES.len(), PARTNERS.len()), (23, 15));
        assert!(COMMUNES.iter().any(|commune| commune.code == CHIEF_TOWN));
        let names = GIVEN.values().flatten().chain(FAMILIES.iter());
        for text in names
            .flat_map(|name| [name.ar, name.lat])
            .chain(TEXTS.values().flatten().copied())
        {
            assert_eq!(clean(text).unwrap(), text);
            assert!(!text.is_empty());
        }
    }

    #[test]
    fn a_text_agrees_with_whom_it_tells_of() {
        assert_eq!(
            agree("{حضرت|حضر} مع {ابنتها|ابنه}", Sex::Female),
            "حضرت مع ابنتها"
        );
        assert_eq!(
            agree("{حضرت|حضر} مع {ابنتها|ابنه}", Sex::Male),
            "حضر مع ابنه"
        );
        let braces = TEXTS
            .values()
            .flatten()
            .map(|text| agree(text, Sex::Male))
            .filter(|text| text.contains(['{', '}', '|']))
            .count();
        assert_eq!(braces, 0);
    }
}
