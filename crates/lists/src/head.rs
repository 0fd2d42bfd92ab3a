//! Where a list begins: titles above the heading, headings on two rows, columns without one.

use std::collections::BTreeSet;

use crate::limits::MAX_ROWS;
use crate::{Cell, ListError, ReadAs, Result, Row, Table};

/// Rows in which the heading is looked for.
const LOOKED_AT: usize = 30;
/// Letters of a heading; a longer one is a sentence above the list.
const LONGEST: usize = 120;

/// The list in `rows`.
pub(crate) fn table(
    mut rows: Vec<Row>,
    read_as: ReadAs,
    sheets: Vec<String>,
    known: &dyn Fn(&str) -> bool,
) -> Result<Table> {
    if rows.is_empty() {
        return Err(ListError::Empty);
    }
    let (first, deep) = heading(&rows, known);
    let names: Vec<String> = match deep {
        0 => Vec::new(),
        1 => rows.get(first).map(shown).unwrap_or_default(),
        _ => match (rows.get(first), rows.get(first + 1)) {
            (Some(upper), Some(lower)) => joined(upper, lower),
            _ => Vec::new(),
        },
    };
    let above = u32::try_from(first).unwrap_or(u32::MAX);
    rows.drain(..first + deep);
    if rows.is_empty() {
        return Err(ListError::Empty);
    }
    if rows.len() > MAX_ROWS {
        return Err(ListError::TooManyRows { limit: MAX_ROWS });
    }
    let width = rows
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or(0)
        .max(names.len());
    let mut used: Vec<bool> = vec![false; width];
    for row in &rows {
        for (used, cell) in used.iter_mut().zip(&row.cells) {
            *used |= !cell.is_empty();
        }
    }
    // A column is kept for what stands in it, or for its heading: one that is only empty and unnamed is paper.
    let kept: Vec<usize> = (0..width)
        .filter(|place| {
            used.get(*place).copied().unwrap_or(false)
                || names.get(*place).is_some_and(|name| !name.is_empty())
        })
        .collect();
    let columns = unique(
        kept.iter()
            .map(|place| match names.get(*place) {
                Some(name) if !name.is_empty() => name.clone(),
                _ => letter(*place),
            })
            .collect(),
    );
    for row in &mut rows {
        row.cells.resize(width, Cell::Empty);
        if kept.len() < width {
            row.cells = kept
                .iter()
                .filter_map(|place| row.cells.get_mut(*place).map(std::mem::take))
                .collect();
        }
    }
    Ok(Table {
        columns,
        rows,
        read_as,
        sheets,
        above,
        from_1904: false,
    })
}

/// Which row the heading is, and of how many rows: none where the list has none. Without a row in which a heading is
/// known, it is the first that is all words, as wide as what follows.
fn heading(rows: &[Row], known: &dyn Fn(&str) -> bool) -> (usize, usize) {
    let knows = |names: &[String]| names.iter().filter(|name| known(name)).count();
    let mut best = (0, 0, 0);
    for (place, row) in rows.iter().take(LOOKED_AT).enumerate() {
        let found = knows(&shown(row));
        if found > best.0 {
            best = (found, place, 1);
        }
        // «الاسم» above «الشخصي» and «العائلي»: together they say more than either.
        if let Some(next) = rows.get(place + 1)
            && next.number == row.number + 1
            && is_words(row)
            && is_words(next)
        {
            let both = knows(&joined(row, next));
            let below = knows(&shown(next));
            if both > best.0 && both > found && both > below {
                best = (both, place, 2);
            }
        }
    }
    let width = usual_width(rows);
    if best.0 >= 2 || (best.0 == 1 && width <= 2) {
        return (best.1, best.2);
    }
    for (place, row) in rows.iter().take(LOOKED_AT).enumerate() {
        let filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
        if filled * 10 >= width * 7 {
            let names = is_words(row) && filled > 1 && rows.len() > place + 1;
            return (place, usize::from(names || best.0 == 1));
        }
    }
    (0, 0)
}

/// How many cells most rows have.
fn usual_width(rows: &[Row]) -> usize {
    let mut widths = std::collections::BTreeMap::<usize, usize>::new();
    for row in rows.iter().take(200) {
        let filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
        *widths.entry(filled).or_default() += 1;
    }
    widths
        .into_iter()
        .max_by_key(|(width, rows)| (*rows, *width))
        .map_or(1, |(width, _)| width)
}

/// Whether every cell that has something has words, none of them a date or a number.
fn is_words(row: &Row) -> bool {
    row.cells.iter().all(|cell| match cell {
        Cell::Empty => true,
        Cell::Text(text) => !text.chars().any(char::is_numeric) && text.chars().count() <= LONGEST,
        _ => false,
    })
}

fn shown(row: &Row) -> Vec<String> {
    row.cells.iter().map(name).collect()
}

/// A heading on one line, without what is not seen.
fn name(cell: &Cell) -> String {
    let text = cell.shown();
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}' | '\u{2066}'..='\u{2069}'))
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").chars().take(LONGEST).collect()
}

/// Headings of two rows: a merged cell stands for those at its side that are empty.
fn joined(upper: &Row, lower: &Row) -> Vec<String> {
    let width = upper.cells.len().max(lower.cells.len());
    let mut group = String::new();
    (0..width)
        .map(|place| {
            let above = upper.cells.get(place).map(name).unwrap_or_default();
            let below = lower.cells.get(place).map(name).unwrap_or_default();
            if !above.is_empty() {
                group.clone_from(&above);
            } else if below.is_empty() {
                group.clear();
            }
            match (group.is_empty(), below.is_empty()) {
                (_, true) => above,
                (true, false) => below,
                (false, false) => format!("{group} {below}"),
            }
        })
        .collect()
}

/// A column as a workbook calls it: A, B … Z, AA.
fn letter(place: usize) -> String {
    let mut rest = place;
    let mut letters = String::new();
    loop {
        let one = u8::try_from(rest % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + one));
        if rest < 26 {
            return letters;
        }
        rest = rest / 26 - 1;
    }
}

/// No two the same: the second «الاسم» is «الاسم (2)».
fn unique(names: Vec<String>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    names
        .into_iter()
        .map(|name| {
            let mut one = name.clone();
            let mut count = 2;
            while !taken.insert(one.clone()) {
                one = format!("{name} ({count})");
                count += 1;
            }
            one
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn known(name: &str) -> bool {
        [
            "الاسم الشخصي",
            "الاسم العائلي",
            "الجنس",
            "الهاتف",
            "Nom",
            "Prénom",
        ]
        .contains(&name)
    }

    fn rows(text: &[&[&str]]) -> Vec<Row> {
        let cell = |text: &&str| match *text {
            "" => Cell::Empty,
            text => Cell::Text(text.to_owned()),
        };
        text.iter()
            .enumerate()
            .filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
            .map(|(place, cells)| Row {
                number: u32::try_from(place).unwrap() + 1,
                cells: cells.iter().map(cell).collect(),
            })
            .collect()
    }

    fn read(text: &[&[&str]]) -> Table {
        let read_as = ReadAs::Excel { sheet: "1".into() };
        table(rows(text), read_as, Vec::new(), &known).unwrap()
    }

    #[test]
    fn titles_above_and_empty_rows_and_columns_are_not_the_list() {
        let list = read(&[
            &["المملكة المغربية"],
            &["لائحة المستفيدات برسم سنة 2025"],
            &[],
            &["ر.ت", "", "الاسم الشخصي", "الاسم العائلي", "ملاحظات"],
            &[],
            &["1", "", "أمينة", "بنعلي", ""],
            &["2", "", "فاطمة", "العمراني", "أرملة"],
        ]);
        assert_eq!(
            list.columns,
            ["ر.ت", "الاسم الشخصي", "الاسم العائلي", "ملاحظات"]
        );
        assert_eq!(list.rows.len(), 2);
        assert_eq!(list.rows[0].number, 6);
        assert_eq!(list.rows[1].cells[1].shown(), "فاطمة");
    }

    #[test]
    fn merged_headings_are_read_with_what_stands_below() {
        let list = read(&[
            &["الاسم", "", "الجنس", "الهاتف"],
            &["الشخصي", "العائلي", "", ""],
            &["أمينة", "بنعلي", "أنثى", "0612345678"],
        ]);
        assert_eq!(
            list.columns,
            ["الاسم الشخصي", "الاسم العائلي", "الجنس", "الهاتف"]
        );
        assert_eq!(list.rows.len(), 1);
    }

    #[test]
    fn a_list_without_a_heading_loses_nobody() {
        let list = read(&[&["أمينة", "بنعلي", "1991"], &["فاطمة", "العمراني", "1985"]]);
        assert_eq!(list.columns, ["A", "B", "C"]);
        assert_eq!(list.rows.len(), 2);
    }

    #[test]
    fn two_columns_of_one_name_are_told_apart() {
        let list = read(&[&["Nom", "Prénom", "Nom"], &["a", "b", "c"]]);
        assert_eq!(list.columns, ["Nom", "Prénom", "Nom (2)"]);
    }

    #[test]
    fn columns_have_the_letters_of_a_workbook() {
        assert_eq!(
            [0, 25, 26, 701, 702].map(letter),
            ["A", "Z", "AA", "ZZ", "AAA"]
        );
    }
}
