use super::in_words;
use crate::amount::LARGEST;

#[test]
fn arabic_counts_dirhams_as_its_grammar_asks() {
    for (centimes, words) in [
        (0, "صفر درهم"),
        (100, "درهم واحد"),
        (200, "درهمان"),
        (300, "ثلاثة دراهم"),
        (800, "ثمانية دراهم"),
        (1_000, "عشرة دراهم"),
        (1_100, "أحد عشر درهما"),
        (1_200, "اثنا عشر درهما"),
        (1_800, "ثمانية عشر درهما"),
        (2_000, "عشرون درهما"),
        (2_100, "واحد وعشرون درهما"),
        (4_200, "اثنان وأربعون درهما"),
        (9_900, "تسعة وتسعون درهما"),
        (10_000, "مائة درهم"),
        (10_100, "مائة درهم ودرهم واحد"),
        (10_200, "مائة درهم ودرهمان"),
        (10_300, "مائة وثلاثة دراهم"),
        (11_100, "مائة وأحد عشر درهما"),
        (20_000, "مائتا درهم"),
        (20_100, "مائتا درهم ودرهم واحد"),
        (25_000, "مائتان وخمسون درهما"),
        (80_000, "ثمانمائة درهم"),
        (100_000, "ألف درهم"),
        (100_100, "ألف درهم ودرهم واحد"),
        (150_000, "ألف وخمسمائة درهم"),
        (200_000, "ألفا درهم"),
        (220_000, "ألفان ومائتا درهم"),
        (250_000, "ألفان وخمسمائة درهم"),
        (300_000, "ثلاثة آلاف درهم"),
        (
            342_272,
            "ثلاثة آلاف وأربعمائة واثنان وعشرون درهما واثنان وسبعون سنتيما",
        ),
        (1_000_000, "عشرة آلاف درهم"),
        (1_100_000, "أحد عشر ألف درهم"),
        (1_150_000, "أحد عشر ألفا وخمسمائة درهم"),
        (1_200_200, "اثنا عشر ألف درهم ودرهمان"),
        (10_000_000, "مائة ألف درهم"),
        (10_100_000, "مائة ألف وألف درهم"),
        (10_200_000, "مائة ألف وألفا درهم"),
        (20_000_000, "مائتا ألف درهم"),
        (25_000_000, "مائتان وخمسون ألف درهم"),
        (25_050_000, "مائتان وخمسون ألفا وخمسمائة درهم"),
        (100_000_000, "مليون درهم"),
        (200_000_000, "مليونا درهم"),
        (250_000_000, "مليونان وخمسمائة ألف درهم"),
        (300_000_000, "ثلاثة ملايين درهم"),
        (50, "خمسون سنتيما"),
        (1, "سنتيم واحد"),
        (205, "درهمان وخمسة سنتيمات"),
    ] {
        assert_eq!(in_words(centimes).ar, words, "{centimes}");
    }
}

#[test]
fn french_writes_its_eighties_hundreds_and_thousands_as_the_rules_say() {
    for (centimes, words) in [
        (0, "zéro dirham"),
        (100, "un dirham"),
        (150, "un dirham et cinquante centimes"),
        (200, "deux dirhams"),
        (2_100, "vingt et un dirhams"),
        (2_200, "vingt-deux dirhams"),
        (7_000, "soixante-dix dirhams"),
        (7_100, "soixante et onze dirhams"),
        (7_700, "soixante-dix-sept dirhams"),
        (8_000, "quatre-vingts dirhams"),
        (8_100, "quatre-vingt-un dirhams"),
        (9_100, "quatre-vingt-onze dirhams"),
        (9_900, "quatre-vingt-dix-neuf dirhams"),
        (10_000, "cent dirhams"),
        (10_100, "cent un dirhams"),
        (20_000, "deux cents dirhams"),
        (20_100, "deux cent un dirhams"),
        (28_000, "deux cent quatre-vingts dirhams"),
        (100_000, "mille dirhams"),
        (200_000, "deux mille dirhams"),
        (250_000, "deux mille cinq cents dirhams"),
        (8_000_000, "quatre-vingt mille dirhams"),
        (20_000_000, "deux cent mille dirhams"),
        (25_000_000, "deux cent cinquante mille dirhams"),
        (100_000_000, "un million de dirhams"),
        (20_000_000_000, "deux cents millions de dirhams"),
        (120_000_000, "un million deux cent mille dirhams"),
        (
            342_272,
            "trois mille quatre cent vingt-deux dirhams et soixante-douze centimes",
        ),
        (1, "un centime"),
    ] {
        assert_eq!(in_words(centimes).fr, words, "{centimes}");
    }
}

#[test]
fn english_says_and_before_what_is_below_a_hundred() {
    for (centimes, words) in [
        (0, "zero dirhams"),
        (100, "one dirham"),
        (250_000, "two thousand five hundred dirhams"),
        (
            250_550,
            "two thousand five hundred and five dirhams and fifty centimes",
        ),
        (200_500, "two thousand and five dirhams"),
        (
            12_342_100,
            "one hundred and twenty-three thousand four hundred and twenty-one dirhams",
        ),
        (100_000_000, "one million dirhams"),
    ] {
        assert_eq!(in_words(centimes).en, words, "{centimes}");
    }
}

#[test]
fn no_two_amounts_are_said_alike() {
    let mut seen = [const { std::collections::BTreeSet::new() }; 3];
    let every = (0..20_000)
        .chain((0..2_000_000_000).step_by(90_101))
        .chain([LARGEST]);
    for centimes in every.collect::<std::collections::BTreeSet<i64>>() {
        let words = in_words(centimes);
        for (seen, words) in seen.iter_mut().zip([words.ar, words.fr, words.en]) {
            assert!(!words.contains("  ") && words.trim() == words, "«{words}»");
            assert!(seen.insert(words), "{centimes}");
        }
    }
}
