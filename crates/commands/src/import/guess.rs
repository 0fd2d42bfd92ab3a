//! What each column probably means: by its heading in Arabic, French or English, then by what stands in it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::NaiveDate;
use jisr_domain::person::{cnie_is_usual, fold_cnie, normalise_phone};
use jisr_domain::text::label_key;
use jisr_lists::{Cell, Table};

use super::ListField;
use super::read::{read_birth, read_sex};

/// Headings, written as people write them: a meaning, then its headings. A heading that says more («رقم الهاتف المحمول») means
/// the longest of these it holds.
const HEADINGS: &str = include_str!("headings.tsv");

/// The keys of the headings, a space on either side.
static KNOWN: LazyLock<Vec<(ListField, String)>> = LazyLock::new(|| {
    HEADINGS
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(code, headings)| Some((ListField::from_code(code)?, headings)))
        .flat_map(|(field, headings)| {
            headings
                .split('|')
                .map(move |heading| (field, format!(" {} ", label_key(heading))))
        })
        .collect()
});

/// Values of a column that are looked at.
const LOOKED_AT: usize = 200;
/// Of those with something, in hundredths, how many must be of a kind.
const MOST: usize = 70;

/// What `heading` means by itself, with how sure that is: the longer what was recognised, the surer.
pub fn of_heading(heading: &str) -> Option<(ListField, usize)> {
    if let Some(field) = ListField::from_code(heading.trim()) {
        return Some((field, 1_000));
    }
    let key = label_key(heading);
    if key.is_empty() {
        return None;
    }
    let padded = format!(" {key} ");
    let mut best: Option<(ListField, usize)> = None;
    for (field, known) in KNOWN.iter() {
        let letters = known.chars().count() - 2;
        let sure = if *known == padded {
            500 + letters
        // A word of one or two letters within others («n», «no») says nothing.
        } else if letters > 2 && padded.contains(known) {
            letters
        } else {
            continue;
        };
        if best.is_none_or(|(_, before)| sure > before) {
            best = Some((*field, sure));
        }
    }
    // «تاريخ التسجيل», «اسم الأب»: part of a heading is recognised, and it is about something else.
    match best {
        Some((_, sure)) if sure < 500 && is_about_another(&padded) => None,
        best => best,
    }
}

/// Headings that hold a word we know and speak of somebody or something else.
fn is_about_another(padded: &str) -> bool {
    const OTHERS: &[&str] = &[
        "الأب",
        "الزوج",
        "الزوجة",
        "الولي",
        "الكفيل",
        "الجمعية",
        "المؤسسة",
        "المسؤول",
        "الأبناء",
        "père",
        "conjoint",
        "époux",
        "épouse",
        "tuteur",
        "association",
        "établissement",
        "responsable",
        "enfants",
        "father",
        "spouse",
        "guardian",
        "école",
        "المدرسة",
        "البنك",
        "banque",
    ];
    OTHERS
        .iter()
        .any(|other| padded.contains(&format!(" {} ", label_key(other))))
}

/// What each column means, in their order: [`ListField::Remark`] where nothing is recognised.
pub fn of_columns(table: &Table, today: NaiveDate) -> Vec<ListField> {
    let mut found: Vec<Option<(ListField, usize)>> =
        table.columns.iter().map(|name| of_heading(name)).collect();
    settle_names(&mut found);
    // The surest of two columns has the field; the other is kept in words.
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|place| {
        std::cmp::Reverse(
            found
                .get(*place)
                .copied()
                .flatten()
                .map_or(0, |(_, sure)| sure),
        )
    });
    let mut fields = vec![None; found.len()];
    let mut taken = BTreeSet::new();
    for place in order {
        if let Some((field, _)) = found.get(place).copied().flatten() {
            let free = field.may_repeat() || taken.insert(field);
            if let Some(one) = fields.get_mut(place) {
                *one = Some(if free { field } else { ListField::Remark });
            }
        }
    }
    fields
        .into_iter()
        .enumerate()
        .map(|(place, field)| {
            field.unwrap_or_else(|| match of_content(table, place, today) {
                Some(field) if taken.insert(field) => field,
                _ => ListField::Remark,
            })
        })
        .collect()
}

/// «الاسم» beside no family name is the whole name; so is «Nom» without «Prénom».
fn settle_names(found: &mut [Option<(ListField, usize)>]) {
    let has = |found: &[Option<(ListField, usize)>], field: ListField| {
        found.iter().flatten().any(|(one, _)| *one == field)
    };
    let whole = has(found, ListField::FullName) || has(found, ListField::FullNameFamilyFirst);
    let family =
        has(found, ListField::Of("family_name_ar")) || has(found, ListField::Of("family_name_lat"));
    let given =
        has(found, ListField::Of("given_name_ar")) || has(found, ListField::Of("given_name_lat"));
    for one in found.iter_mut().flatten() {
        // A heading that is the field's own code is no guess.
        if one.1 >= 1_000 {
            continue;
        }
        match one.0 {
            ListField::Of("given_name_ar") if !family && !whole => one.0 = ListField::FullName,
            ListField::Of("family_name_lat") if !given && !whole => {
                one.0 = ListField::FullNameFamilyFirst
            }
            _ => {}
        }
    }
}

/// What a column means by what stands in it.
fn of_content(table: &Table, place: usize, today: NaiveDate) -> Option<ListField> {
    let cells: Vec<&Cell> = table
        .rows
        .iter()
        .filter_map(|row| row.cells.get(place))
        .filter(|cell| !cell.is_empty())
        .take(LOOKED_AT)
        .collect();
    if cells.len() < 2 {
        return None;
    }
    let most = |is: &dyn Fn(&Cell) -> bool| {
        cells.iter().filter(|cell| is(cell)).count() * 100 >= cells.len() * MOST
    };
    let shown = |cell: &Cell| cell.shown();
    if most(&|cell| read_sex(&shown(cell)).is_some()) {
        return Some(ListField::Of("sex"));
    }
    if most(&|cell| {
        let text = shown(cell);
        text.chars().filter(|c| c.is_numeric()).count() >= 9
            && normalise_phone(&text).is_some_and(|phone| phone.starts_with("+212"))
    }) {
        return Some(ListField::Of("phone"));
    }
    if most(&|cell| {
        let folded = fold_cnie(&shown(cell));
        folded.len() >= 5 && cnie_is_usual(&folded)
    }) {
        return Some(ListField::Of("cnie"));
    }
    // A column of days none of which is recent: births, not visits.
    let births: Vec<i32> = cells
        .iter()
        .filter(|cell| match cell {
            Cell::Day(_) => true,
            cell => shown(cell).chars().count() > 5,
        })
        .filter_map(|cell| read_birth(cell, table.from_1904, today).value)
        .filter_map(|birth| birth.get(..4)?.parse().ok())
        .collect();
    let old = births
        .iter()
        .filter(|year| **year < chrono::Datelike::year(&today) - 5)
        .count();
    if births.len() * 100 >= cells.len() * MOST && old * 2 > births.len() {
        return Some(ListField::Of("birth_date"));
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn guessed(text: &str) -> Vec<&'static str> {
        let table =
            jisr_lists::read(text.as_bytes(), None, &|name| of_heading(name).is_some()).unwrap();
        of_columns(&table, "2026-11-22".parse().unwrap())
            .into_iter()
            .map(ListField::code)
            .collect()
    }

    #[test]
    fn every_field_a_list_may_have_is_known_by_a_heading() {
        for field in ListField::all()
            .iter()
            .filter(|field| field.field().is_some())
        {
            let known = KNOWN.iter().any(|(of, _)| of == field);
            assert!(known, "{} has no line in headings.tsv", field.code());
        }
    }

    #[test]
    fn headings_of_offices_are_understood() {
        assert_eq!(
            guessed(
                "ر.ت;الاسم الشخصي;الإسم العائلي;تاريخ الإزدياد;رقم البطاقة الوطنية;رقم الهاتف;الجماعة;ملاحظات\n1;أ;ب;1990;A1;06;س;ن\n"
            ),
            [
                "nothing",
                "given_name_ar",
                "family_name_ar",
                "birth_date",
                "cnie",
                "phone",
                "commune",
                "remark"
            ]
        );
        assert_eq!(
            guessed(
                "N°;NOM;Prénom;Sexe;Date de naissance;CIN;Tél.;Adresse\n1;a;b;F;1990;A1;06;x\n"
            ),
            [
                "nothing",
                "family_name_lat",
                "given_name_lat",
                "sex",
                "birth_date",
                "cnie",
                "phone",
                "address"
            ]
        );
        assert_eq!(
            guessed(
                "id,given_name_ar,family_name_lat,mother_name_ar,birth_date,province\n1,a,b,c,1990,x\n"
            ),
            [
                "paper_file",
                "given_name_ar",
                "family_name_lat",
                "mother_name_ar",
                "birth_date",
                "province"
            ]
        );
    }

    #[test]
    fn one_column_for_the_whole_name() {
        assert_eq!(
            guessed("الاسم الكامل;الهاتف\nأ ب;06\n"),
            ["full_name", "phone"]
        );
        assert_eq!(
            guessed("Nom et prénom;Age\nA b;30\n"),
            ["full_name_family_first", "age"]
        );
        assert_eq!(guessed("الاسم;الجنس\nأ ب;أنثى\n")[0], "full_name");
        assert_eq!(guessed("Nom;Sexe\nA b;F\n")[0], "full_name_family_first");
    }

    #[test]
    fn what_speaks_of_somebody_else_is_kept_in_words() {
        assert_eq!(
            guessed("الاسم الكامل;اسم الأب;هاتف الزوج;تاريخ التسجيل\nأ ب;ج;05;2024-01-02\n"),
            ["full_name", "remark", "remark", "remark"]
        );
    }

    #[test]
    fn columns_without_a_heading_are_known_by_what_they_hold() {
        assert_eq!(
            guessed(
                "أمينة;F;0612345678;GB123456;14/03/1991\nفاطمة;M;0661234567;AB98765;1985-01-02\nزهرة;F;0655555555;D12345;03/04/1970\n"
            ),
            ["remark", "sex", "phone", "cnie", "birth_date"]
        );
    }
}
