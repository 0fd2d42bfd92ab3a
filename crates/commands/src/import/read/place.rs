//! Provinces and communes, by their names in Arabic or French or their HCP code.

use std::collections::HashMap;
use std::sync::OnceLock;

use jisr_domain::text::label_key;

use crate::territory::{Place, all_communes, all_provinces, names};

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadPlace {
    /// Its HCP code, and that of its province.
    Known {
        /// Its own.
        code: String,
        /// Its province's; its own for a province.
        province: String,
    },
    /// Several places have this name.
    Several,
    /// None has.
    Unknown,
}

/// Every place, by what it is called.
pub struct Places {
    provinces: HashMap<String, Vec<(String, String)>>,
    communes: HashMap<String, Vec<(String, String)>>,
}

/// What stands before the name of a place and is no part of it.
const KINDS: &[&str] = &[
    "عمالة مقاطعات",
    "عمالة مقاطعة",
    "إقليم",
    "عمالة",
    "الجماعة الترابية",
    "جماعة",
    "مقاطعة",
    "مدينة",
    "بلدية",
    "prefecture d arrondissements de",
    "prefecture de",
    "prefecture",
    "province de",
    "province d",
    "province",
    "commune de",
    "commune d",
    "commune",
    "arrondissement de",
    "arrondissement d",
    "arrondissement",
    "ville de",
    "municipalite de",
    "mun",
    "cr",
    "cu",
];

impl Places {
    /// The places of the country, gathered once.
    pub fn get() -> &'static Places {
        static PLACES: OnceLock<Places> = OnceLock::new();
        PLACES.get_or_init(|| {
            let index = |places: &mut dyn Iterator<Item = &Place>, own: bool| {
                let mut index: HashMap<String, Vec<(String, String)>> = HashMap::new();
                for place in places {
                    let province = if own { &place.code } else { &place.parent };
                    for name in [&place.name_ar, &place.name_fr] {
                        for key in keys(name) {
                            let held = index.entry(key).or_default();
                            if !held.iter().any(|(code, _)| *code == place.code) {
                                held.push((place.code.clone(), province.clone()));
                            }
                        }
                    }
                }
                index
            };
            Places {
                provinces: index(&mut all_provinces(), true),
                communes: index(&mut all_communes(), false),
            }
        })
    }

    /// A province.
    pub fn province(&self, typed: &str) -> ReadPlace {
        if let Some(code) = code_of(typed, 6) {
            return code;
        }
        one(self.found(&self.provinces, typed), None)
    }

    /// A commune or arrondissement; `province` tells those of one name apart.
    pub fn commune(&self, typed: &str, province: Option<&str>) -> ReadPlace {
        if let Some(code) = code_of(typed, 11) {
            return code;
        }
        one(self.found(&self.communes, typed), province)
    }

    fn found<'a>(
        &self,
        index: &'a HashMap<String, Vec<(String, String)>>,
        typed: &str,
    ) -> &'a [(String, String)] {
        let key = label_key(typed);
        if let Some(found) = index.get(&key) {
            return found;
        }
        index
            .get(&bare(&key))
            .map(Vec::as_slice)
            .unwrap_or_default()
    }
}

fn one(found: &[(String, String)], province: Option<&str>) -> ReadPlace {
    let here: Vec<&(String, String)> = found
        .iter()
        .filter(|(_, of)| province.is_none_or(|province| province == of))
        .collect();
    match (here.as_slice(), found) {
        ([(code, province)], _) => ReadPlace::Known {
            code: code.clone(),
            province: province.clone(),
        },
        ([], []) => ReadPlace::Unknown,
        // A commune of this name, and in another province than the one said.
        ([], _) | ([..], _) => ReadPlace::Several,
    }
}

/// The name, and the name without what it is: «إقليم القنيطرة», «القنيطرة (عمالة)».
fn keys(name: &str) -> Vec<String> {
    let whole = label_key(name);
    let mut keys = vec![bare(&whole)];
    if let Some((before, _)) = name.split_once('(') {
        keys.push(label_key(before));
    }
    keys.push(whole);
    keys.retain(|key| !key.is_empty());
    keys.sort();
    keys.dedup();
    keys
}

fn bare(key: &str) -> String {
    for kind in KINDS {
        let kind = label_key(kind);
        if let Some(rest) = key.strip_prefix(&kind)
            && let Some(rest) = rest.strip_prefix(' ')
        {
            return rest.strip_prefix("ال").unwrap_or(rest).to_owned();
        }
    }
    key.to_owned()
}

/// A code of the HCP, of at most `longest` characters: `04.281`, `04.281.01.03`.
fn code_of(typed: &str, longest: usize) -> Option<ReadPlace> {
    let code = jisr_domain::text::latin_digits(typed.trim());
    let looks = code.contains('.')
        && code
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !looks || code.len() > longest + 2 {
        return None;
    }
    names(&code)?;
    let province: String = code.chars().take(6).collect();
    names(&province)?;
    Some(ReadPlace::Known { code, province })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(place: ReadPlace) -> String {
        match place {
            ReadPlace::Known { code, .. } => code,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_province_is_found_in_either_language_and_by_its_code() {
        let places = Places::get();
        for typed in [
            "القنيطرة",
            "إقليم القنيطرة",
            "Kénitra",
            "KENITRA",
            "Province de Kénitra",
            "04.281",
        ] {
            assert_eq!(code(places.province(typed)), "04.281", "{typed}");
        }
        assert_eq!(places.province("Paris"), ReadPlace::Unknown);
    }

    #[test]
    fn communes_of_one_name_are_told_apart_by_their_province() {
        let places = Places::get();
        let mut several = 0;
        for place in all_communes() {
            match places.commune(&place.name_fr, Some(&place.parent)) {
                ReadPlace::Known { code, province } => {
                    assert_eq!(province, place.parent);
                    several += usize::from(code != place.code);
                }
                ReadPlace::Several => several += 1,
                ReadPlace::Unknown => panic!("{}", place.name_fr),
            }
        }
        assert!(several < 40, "{several}");
    }
}
