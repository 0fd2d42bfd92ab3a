//! Regions, provinces and communes of Morocco (Haut-Commissariat au Plan, 2024), shipped with the program.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::core::Core;
use crate::error::CommandError;
use crate::view::Empty;

mod view;

pub use view::*;

struct Territory {
    provinces: Vec<Place>,
    communes: HashMap<String, Vec<Place>>,
    names: HashMap<String, (String, String)>,
}

/// Columns of both files: level, code, parent, kind, French name, Arabic name.
fn places(table: &str) -> impl Iterator<Item = (&str, Place)> {
    table.lines().skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        let (level, code, parent, kind) =
            (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        let (name_fr, name_ar) = (cells.next()?, cells.next()?);
        let own = |text: &str| text.to_owned();
        Some((
            level,
            Place {
                code: own(code),
                kind: own(kind),
                parent: own(parent),
                name_ar: own(name_ar),
                name_fr: own(name_fr),
            },
        ))
    })
}

fn territory() -> &'static Territory {
    static TERRITORY: OnceLock<Territory> = OnceLock::new();
    TERRITORY.get_or_init(|| {
        let mut territory = Territory {
            provinces: Vec::new(),
            communes: HashMap::new(),
            names: HashMap::new(),
        };
        for (level, place) in places(include_str!("../../../../assets/territory/territory.tsv")) {
            territory.names.insert(
                place.code.clone(),
                (place.name_ar.clone(), place.name_fr.clone()),
            );
            if level == "province" && matches!(place.kind.as_str(), "province" | "prefecture") {
                territory.provinces.push(place);
            }
        }
        for (_, place) in places(include_str!("../../../../assets/territory/communes.tsv")) {
            territory.names.insert(
                place.code.clone(),
                (place.name_ar.clone(), place.name_fr.clone()),
            );
            territory
                .communes
                .entry(place.parent.clone())
                .or_default()
                .push(place);
        }
        territory
            .provinces
            .sort_by(|a, b| a.name_fr.cmp(&b.name_fr));
        for communes in territory.communes.values_mut() {
            communes.sort_by(|a, b| a.name_fr.cmp(&b.name_fr));
        }
        territory
    })
}

/// Names of a place by its HCP code, in Arabic and French.
pub fn names(code: &str) -> Option<(String, String)> {
    territory().names.get(code).cloned()
}

/// Names of a commune or arrondissement, in Arabic and French.
pub fn commune_names(code: &str) -> Option<(String, String)> {
    names(code)
}

/// Names of a province or prefecture, in Arabic and French.
pub fn province_names(code: &str) -> Option<(String, String)> {
    names(code)
}

/// Every province and prefecture.
pub(crate) fn all_provinces() -> impl Iterator<Item = &'static Place> {
    territory().provinces.iter()
}

/// Every commune and arrondissement.
pub(crate) fn all_communes() -> impl Iterator<Item = &'static Place> {
    territory().communes.values().flatten()
}

/// Every province and prefecture, by French name.
///
/// # Errors
/// None: the list is part of the program.
pub fn provinces(_core: &Core, _args: Empty) -> Result<Vec<Place>, CommandError> {
    Ok(territory().provinces.clone())
}

/// The communes and arrondissements of a province, by French name; empty for an unknown code.
///
/// # Errors
/// None: the list is part of the program.
pub fn communes(_core: &Core, args: CommunesArgs) -> Result<Vec<Place>, CommandError> {
    Ok(territory()
        .communes
        .get(&args.province)
        .cloned()
        .unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_country_is_there() {
        assert_eq!(territory().provinces.len(), 75);
        assert_eq!(
            territory().communes.values().map(Vec::len).sum::<usize>(),
            1_544
        );
        assert_eq!(
            province_names("04.281").map(|(ar, _)| ar).as_deref(),
            Some("القنيطرة")
        );
        assert!(
            territory()
                .communes
                .keys()
                .all(|province| territory().provinces.iter().any(|p| &p.code == province))
        );
    }
}
