//! What must hold of any two strings, and what a caseworker would notice.

use super::{Matcher, Verdict};

const NAMES: &[&str] = &[
    "",
    " ",
    "\u{200f}",
    "'",
    "-",
    "محمد",
    "Mohamed",
    "Med",
    "M",
    "م",
    "M.",
    "عبد",
    "عبد ال",
    "Abd",
    "abdel",
    "El",
    "ال",
    "l",
    "الـ",
    "عبد الله",
    "Abdellah",
    "Ben",
    "بن",
    "بن بن بن",
    "El El El",
    "ⵎⵓⵃⵎⵎⴷ",
    "Мухаммед",
    "李雷",
    "12345",
    "٠١٢٣",
    "Sa3id",
    "3",
    "é",
    "e\u{301}",
    "Fatima Zahra El Alaoui",
    "فاطمة الزهراء العلوي",
    "Moulay El Hassan",
    "مولاي",
    "Lalla",
    "a b c d e f g h i j k l m n o p",
    "محمد Alaoui",
    "ﷴ",
    "ﷲ",
    "\u{202b}رشيد\u{202c}",
    "RACHID",
    "rachid\t",
    "🙂",
    "🙂 Rachid",
    "\0",
    "ß",
    "Ångström",
    "ı",
    "İ",
    "ﻣﺤﻤﺪ",
];

/// A small repeatable source of strings made of pieces of names.
fn odd(seed: &mut u64) -> String {
    const PIECES: &[&str] = &[
        "عبد",
        "ال",
        " ",
        "-",
        "el",
        "abd",
        "'",
        "ا",
        "ي",
        "و",
        "ه",
        "a",
        "e$",
        "^",
        "$",
        "ou",
        "ch",
        "ﻻ",
        "\u{200e}",
        "7",
        "ç",
        "ن",
        "د",
        "rr",
        "ben ",
        "الدين",
        "eddine",
    ];
    let mut next = || {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        *seed as usize
    };
    let count = next() % 12;
    (0..count).map(|_| PIECES[next() % PIECES.len()]).collect()
}

#[test]
fn scores_stay_between_nought_and_one_and_do_not_depend_on_the_order() {
    let matcher = Matcher::shipped();
    let mut seed = 2026;
    let mut all: Vec<String> = NAMES.iter().map(|n| (*n).to_string()).collect();
    all.extend((0..250).map(|_| odd(&mut seed)));
    for a in &all {
        for b in &all {
            let (x, y) = (matcher.compare(a, b), matcher.compare(b, a));
            assert!((0.0..=1.0).contains(&x.score), "{a:?} {b:?} {}", x.score);
            assert_eq!(x.score.to_bits(), y.score.to_bits(), "{a:?} {b:?}");
        }
    }
}

#[test]
fn a_name_is_the_same_as_itself_and_nothing_is_the_same_as_no_name() {
    let matcher = Matcher::shipped();
    let mut seed = 7;
    for name in NAMES
        .iter()
        .map(|n| (*n).to_string())
        .chain((0..300).map(|_| odd(&mut seed)))
    {
        let expected = if name.trim().is_empty() {
            Verdict::Different
        } else {
            Verdict::Same
        };
        assert_eq!(matcher.compare(&name, &name).verdict, expected, "{name:?}");
    }
    assert_eq!(matcher.compare("", "محمد").verdict, Verdict::Different);
}

#[test]
fn a_pasted_document_is_answered() {
    let matcher = Matcher::shipped();
    for piece in [
        "محمد ",
        "Mohamed",
        "ا",
        "a b ",
        "عبد ال",
        "\u{200f}",
        "🙂",
        "el ",
    ] {
        let long = piece.repeat(1 << 18);
        let weighed = matcher.compare(&long, "Mohamed Alami");
        assert!((0.0..=1.0).contains(&weighed.score));
        assert_ne!(matcher.compare(&long, &long).verdict, Verdict::Maybe);
    }
}

fn verdict(a: &str, b: &str) -> Verdict {
    Matcher::shipped().compare(a, b).verdict
}

#[test]
fn one_name_in_two_scripts_is_found() {
    for (a, b) in [
        ("محمد", "Mohamed"),
        ("محمد", "Med"),
        ("عائشة", "Aïcha"),
        ("عبد الرحيم", "Abd Er-Rahim"),
        ("عبدالرحيم", "Abderrahim"),
        ("العلوي", "El Alaoui"),
        ("مصطفى", "Mostapha"),
        ("نور الدين", "Noureddine"),
        ("بن جلون", "Benjelloun"),
        ("وفاء", "Wafae"),
        ("غزلان", "Rhizlane"),
        ("شيماء", "Chaimae"),
        ("لحسن", "Lahcen"),
        ("بلقاسم", "Belkacem"),
        ("خديجة", "7adija"),
        ("مولاي إدريس العلوي", "Driss Alaoui"),
    ] {
        assert!(verdict(a, b) >= Verdict::Maybe, "{a} {b}");
    }
}

#[test]
fn full_names_survive_order_and_a_missing_middle_name() {
    assert_eq!(
        verdict("فاطمة الزهراء بنجلون", "Benjelloun Fatima Zahra"),
        Verdict::Same
    );
    assert!(verdict("محمد أمين التازي", "Mohamed Tazi") >= Verdict::Maybe);
    assert!(verdict("Fatimazahra Alami", "Fatima Zahra El Alami") >= Verdict::Maybe);
}

#[test]
fn brothers_and_neighbours_are_not_merged() {
    for (a, b) in [
        ("حسن العلوي", "Rachid Alaoui"),
        ("Mohamed Tazi", "Mohamed Bennani"),
        ("عبد الكريم", "عبد الكبير"),
        ("Abdelkrim", "Abdelkebir"),
        ("عبد الرحيم", "Abderrahmane"),
        ("حسن", "حسين"),
        ("حسن", "محسن"),
        ("رشيد", "رشيدة"),
        ("سعد", "سعيد"),
        ("صلاح الدين", "عز الدين"),
        ("نور الدين", "Azzeddine"),
        ("علي", "Allal"),
        ("نبيل", "نبيلة"),
        ("محمود", "محمد"),
    ] {
        assert_eq!(verdict(a, b), Verdict::Different, "{a} {b}");
    }
}

#[test]
fn what_is_typed_so_far_begins_the_name_in_either_script() {
    use super::parse::parts;
    let odds =
        |typed: &str, word: &str| Matcher::shipped().begins(&parts(typed)[0], &parts(word)[0]);
    for (typed, word, other) in [
        ("fati", "فاطمة", "خديجة"),
        ("moham", "محمد", "مريم"),
        ("فاط", "Fatima", "Farid"),
        ("رشي", "Rachida", "Rabia"),
        ("khad", "خديجة", "كريمة"),
    ] {
        assert!(
            odds(typed, word) > 0.0,
            "{typed} {word} {}",
            odds(typed, word)
        );
        assert!(
            odds(typed, word) > odds(typed, other),
            "{typed} {word} {other}"
        );
    }
}
