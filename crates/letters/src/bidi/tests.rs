#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use unicode_bidi::{BidiInfo, Level};

use super::*;

/// Arabic stands here in capitals, so that these lines can be read in any editor.
fn arabic(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'A'..='Z' => char::from_u32(0x0621 + c as u32 - 'A' as u32).unwrap(),
            ';' => '،',
            _ => c,
        })
        .collect()
}

fn capitals(c: char) -> char {
    match c {
        '\u{0621}'..='\u{063A}' => char::from_u32('A' as u32 + c as u32 - 0x0621).unwrap(),
        '،' => ';',
        NO_BREAK_SPACE => ' ',
        _ => c,
    }
}

fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        _ => c,
    }
}

/// What the eye meets from left to right, in a column of either language.
fn seen_in(text: &str, column: Level) -> String {
    let text = arabic(text);
    let prepared = isolated(&text, runs_right_to_left(&text, column.is_rtl()));
    let info = BidiInfo::new(&prepared, Some(column));
    let letters: Vec<(usize, char)> = prepared.char_indices().collect();
    let levels: Vec<Level> = letters.iter().map(|(at, _)| info.levels[*at]).collect();
    BidiInfo::reorder_visual(&levels)
        .into_iter()
        .map(|at| (levels[at], letters[at].1))
        .filter(|(_, c)| !matches!(*c, LRI | RLI | PDI))
        .map(|(level, c)| capitals(if level.is_rtl() { mirrored(c) } else { c }))
        .collect()
}

fn seen(text: &str) -> String {
    let at_the_right = seen_in(text, Level::rtl());
    assert_eq!(
        at_the_right,
        seen_in(text, Level::ltr()),
        "{text} reads otherwise in the other column"
    );
    at_the_right
}

#[test]
fn a_number_stays_with_the_words_it_was_written_with() {
    for (written, expected) in [
        // المركز الصحي 2 مارس (CSU 2), قسم 3
        ("AB CD 2 EF (csu 2), GH 3", "3 HG ,(csu 2) FE 2 DC BA"),
        ("AB 2 CD", "DC 2 BA"),
        ("n° 12", "n° 12"),
        ("AB n° 12 CD", "DC n° 12 BA"),
        ("AB nº 12 CD", "DC nº 12 BA"),
        // شقة 4، الرقم 12 bis
        ("AB 4; CD 12 bis", "12 bis DC ;4 BA"),
        ("AB 12 rue x; CD", "DC ;12 rue x BA"),
        ("AB dr x; 3 CD", "DC 3 ;dr x BA"),
        ("AB dr x, 3 CD", "DC 3 ,dr x BA"),
        ("AB art. 12 CD", "DC art. 12 BA"),
        ("AB 2 500 dh CD", "DC 2 500 dh BA"),
        ("AB 15% CD", "DC 15% BA"),
        ("AB -5 CD", "DC -5 BA"),
        ("AB (-5°c); CD", "DC ;(-5°c) BA"),
        ("AB - CD", "DC - BA"),
        ("AB-5 CD", "DC 5-BA"),
        ("AB 15 % CD", "DC 15 % BA"),
        ("AB 12/2026", "12/2026 BA"),
        ("AB 20/11/2026 CD 2026-11-20", "2026-11-20 DC 20/11/2026 BA"),
        ("AB 20 / 11 / 2026", "20 / 11 / 2026 BA"),
        ("AB 9:00 C12:30", "12:30C 9:00 BA"),
        ("AB xy123456 CD", "DC xy123456 BA"),
        ("AB azi1-2026-b-00042; CD", "DC ;azi1-2026-b-00042 BA"),
        ("AB 2026-b-12 CD", "DC 2026-b-12 BA"),
        ("AB 3 CD", "DC 3 BA"),
        ("AB 3.", ".3 BA"),
    ] {
        assert_eq!(seen(written), expected, "{written}");
    }
}

#[test]
fn a_telephone_keeps_the_order_it_is_dialled_in() {
    for (written, expected) in [
        ("AB 06 12 34 56 78 CD", "DC 06 12 34 56 78 BA"),
        ("AB +212 6 12 34 56 78.", ".+212 6 12 34 56 78 BA"),
        ("AB (06 12 34 56 78)", "(06 12 34 56 78) BA"),
        ("tel AB 06 12 34 56 78 xy", "tel BA 06 12 34 56 78 xy"),
        ("mme AB (06 12 34 56 78) xy", "mme BA (06 12 34 56 78) xy"),
        ("AB ٠٦ ١٢ ٣٤ CD", "DC ٠٦ ١٢ ٣٤ BA"),
    ] {
        assert_eq!(seen(written), expected, "{written}");
    }
}

#[test]
fn brackets_and_quotes_stand_around_what_they_hold_and_face_it() {
    for (written, expected) in [
        ("(2) AB CD", "DC BA (2)"),
        ("AB (CD)", "(DC) BA"),
        ("AB (xy)", "(xy) BA"),
        ("AB (xy) zw", "zw (xy) BA"),
        ("AB «CD» EF", "FE «DC» BA"),
        ("AB «xy 2» CD", "DC «xy 2» BA"),
        ("AB \"xy 2\" CD", "DC \"xy 2\" BA"),
        ("xy AB (CD 2) zw", "xy (2 DC) BA zw"),
        ("xy (AB) zw", "xy (BA) zw"),
        ("xy «AB 2» zw", "xy «2 BA» zw"),
        ("xy \"AB\" (zw)", "xy \"BA\" (zw)"),
        ("AB xy (zw 3), vu CD", "DC xy (zw 3), vu BA"),
        ("AB xy \"zw\" CD", "DC xy \"zw\" BA"),
        ("AB [3] (4)", "(4) [3] BA"),
        ("AB “CD” EF", "FE “DC” BA"),
        ("AB ”CD“ EF", "FE “DC” BA"),
        ("xy “zw” AB", "xy “zw” BA"),
    ] {
        assert_eq!(seen(written), expected, "{written}");
    }
}

#[test]
fn a_phrase_of_the_other_language_stays_one_phrase() {
    for (written, expected) in [
        ("AB xy zw, uv 3. CD", "DC .xy zw, uv 3 BA"),
        ("AB xy; zw; CD", "DC ;zw ;xy BA"),
        ("xy AB CD; EF zw", "xy FE ;DC BA zw"),
        ("xy AB 2 CD zw", "xy DC 2 BA zw"),
        ("xy, AB 3", "xy, 3 BA"),
        ("xy 2 AB", "xy 2 BA"),
        ("a@x.ma AB", "a@x.ma BA"),
        ("AB a@x.ma CD", "DC a@x.ma BA"),
        ("AB http://x.ma/a?b=1 CD", "DC http://x.ma/a?b=1 BA"),
    ] {
        assert_eq!(seen(written), expected, "{written}");
    }
}

#[test]
fn a_value_that_begins_with_a_name_of_the_other_script_runs_as_most_of_it_does() {
    for (written, expected) in [
        ("csu 2 ABCD", "DCBA csu 2"),
        ("csu 2; AB CD, EF 3", "3 FE ,DC BA ;csu 2"),
        ("onep (xy) ABCDE", "EDCBA onep (xy)"),
        ("centre ABC", "centre CBA"),
        ("ABC centre xy", "centre xy CBA"),
        ("centre (ABCDEFGH IJKL)", "centre (LKJI HGFEDCBA)"),
        ("xy ABCDEF zw", "xy FEDCBA zw"),
        ("(xy) 3", "(xy) 3"),
    ] {
        assert_eq!(seen(written), expected, "{written}");
    }
}

#[test]
fn nothing_is_lost_or_added_but_what_cannot_be_seen() {
    for text in [
        "",
        " ",
        "+",
        "(",
        ")",
        "\"",
        "\"\"\"",
        "((",
        "))((",
        "١٢",
        "+212",
        "12%",
        "3e",
        "ب2ب",
        "2ب",
        "xب2y",
        "12-b",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
        "٠٦ 06 ۰۶",
        "n°",
        "°",
        "مُحَمَّد",
        "أيت‌علي 3",
    ] {
        for rtl in [false, true] {
            let kept: String = isolated(text, rtl)
                .chars()
                .filter(|c| !matches!(*c, LRI | RLI | PDI))
                .map(|c| if c == NO_BREAK_SPACE { ' ' } else { c })
                .collect();
            assert_eq!(kept, text);
            let opened = isolated(text, rtl)
                .chars()
                .filter(|c| matches!(*c, LRI | RLI))
                .count();
            let closed = isolated(text, rtl).chars().filter(|c| *c == PDI).count();
            assert_eq!(opened, closed, "{text}");
        }
    }
}
