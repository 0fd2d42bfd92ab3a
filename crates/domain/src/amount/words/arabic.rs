//! Arabic: the noun follows the number in the case and the number the last part asks for. What is counted here
//! (درهم، سنتيم، ألف، مليون، مليار) is masculine throughout, and the whole stands in the nominative.

use super::{at, parts};

/// What is counted, in the shapes a number asks for.
struct Noun {
    /// One: «درهم واحد», «ألف».
    one: &'static str,
    /// Two: «درهمان», «ألفان».
    two: &'static str,
    /// Two before what they count: «ألفا درهم».
    two_of: &'static str,
    /// Three to ten: «دراهم», «آلاف».
    few: &'static str,
    /// Eleven to ninety-nine: «درهما», «ألفا».
    many: &'static str,
    /// Eleven to ninety-nine before what they count («أحد عشر ألف درهم»), and after hundreds: «درهم», «ألف».
    alone: &'static str,
}

const DIRHAM: Noun = Noun {
    one: "درهم واحد",
    two: "درهمان",
    two_of: "درهما",
    few: "دراهم",
    many: "درهما",
    alone: "درهم",
};
const CENTIME: Noun = Noun {
    one: "سنتيم واحد",
    two: "سنتيمان",
    two_of: "سنتيما",
    few: "سنتيمات",
    many: "سنتيما",
    alone: "سنتيم",
};
/// Thousands of millions, millions, thousands.
const GREAT: [Noun; 3] = [
    Noun {
        one: "مليار",
        two: "ملياران",
        two_of: "مليارا",
        few: "ملايير",
        many: "مليارا",
        alone: "مليار",
    },
    Noun {
        one: "مليون",
        two: "مليونان",
        two_of: "مليونا",
        few: "ملايين",
        many: "مليونا",
        alone: "مليون",
    },
    Noun {
        one: "ألف",
        two: "ألفان",
        two_of: "ألفا",
        few: "آلاف",
        many: "ألفا",
        alone: "ألف",
    },
];

/// With a masculine noun: the numbers from three to ten take the feminine ending.
const UNITS: [&str; 11] = [
    "",
    "واحد",
    "اثنان",
    "ثلاثة",
    "أربعة",
    "خمسة",
    "ستة",
    "سبعة",
    "ثمانية",
    "تسعة",
    "عشرة",
];
const TENS: [&str; 10] = [
    "",
    "",
    "عشرون",
    "ثلاثون",
    "أربعون",
    "خمسون",
    "ستون",
    "سبعون",
    "ثمانون",
    "تسعون",
];
const HUNDREDS: [&str; 10] = [
    "",
    "مائة",
    "مائتان",
    "ثلاثمائة",
    "أربعمائة",
    "خمسمائة",
    "ستمائة",
    "سبعمائة",
    "ثمانمائة",
    "تسعمائة",
];
const TWO_HUNDRED_OF: &str = "مائتا";

/// «ألفان وخمسمائة درهم وخمسون سنتيما».
pub(super) fn said(dirhams: u64, centimes: u64) -> String {
    match (dirhams, centimes) {
        (0, 0) => format!("صفر {}", DIRHAM.alone),
        (0, centimes) => counted(centimes, &CENTIME, false),
        (dirhams, 0) => counted(dirhams, &DIRHAM, false),
        (dirhams, centimes) => format!(
            "{} و{}",
            counted(dirhams, &DIRHAM, false),
            counted(centimes, &CENTIME, false)
        ),
    }
}

/// `number` of `noun`, which stands before what it counts itself when `of`.
fn counted(number: u64, noun: &Noun, of: bool) -> String {
    let [billions, millions, thousands, rest] = parts(number);
    let great = [billions, millions, thousands];
    let (hundreds, small) = (rest / 100, rest % 100);
    let mut said: Vec<String> = Vec::new();
    // The last of the great ones stands before the noun when nothing but one or two more follows.
    let last = great.iter().rposition(|count| *count > 0);
    for (place, (count, name)) in great.iter().zip(&GREAT).enumerate() {
        if *count > 0 {
            let before_noun = hundreds == 0 && small <= 2 && last == Some(place);
            said.push(counted(*count, name, before_noun));
        }
    }
    if hundreds > 0 {
        said.push(match (hundreds, small) {
            (2, 0..=2) => TWO_HUNDRED_OF.to_owned(),
            _ => at(&HUNDREDS, hundreds).to_owned(),
        });
    }
    let dual = if of { noun.two_of } else { noun.two };
    match small {
        0 => format!("{} {}", said.join(" و"), noun.alone),
        1 | 2 => {
            let more = if small == 1 { noun.one } else { dual };
            if said.is_empty() {
                more.to_owned()
            } else {
                // «مائة درهم ودرهم واحد»: one and two are told by the noun itself.
                format!("{} {} و{more}", said.join(" و"), noun.alone)
            }
        }
        3..=10 => {
            said.push(at(&UNITS, small).to_owned());
            format!("{} {}", said.join(" و"), noun.few)
        }
        _ => {
            said.push(tens(small));
            let noun = if of { noun.alone } else { noun.many };
            format!("{} {noun}", said.join(" و"))
        }
    }
}

/// Eleven to ninety-nine.
fn tens(number: u64) -> String {
    match (number, number % 10) {
        (11, _) => "أحد عشر".to_owned(),
        (12, _) => "اثنا عشر".to_owned(),
        (13..=19, unit) => format!("{} عشر", at(&UNITS, unit)),
        (_, 0) => at(&TENS, number / 10).to_owned(),
        (_, unit) => format!("{} و{}", at(&UNITS, unit), at(&TENS, number / 10)),
    }
}
