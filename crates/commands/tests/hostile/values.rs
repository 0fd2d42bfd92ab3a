//! What nobody means to write, and what the program must make of it.

use jisr_domain::person::{fold_cnie, normalise_phone};
use jisr_domain::text::{LONGEST, clean, latin_digits};

/// A text somebody could paste, or send, into any field; its name for messages.
pub struct Hostile {
    pub name: &'static str,
    pub text: String,
}

fn hostile(name: &'static str, text: impl Into<String>) -> Hostile {
    Hostile {
        name,
        text: text.into(),
    }
}

/// All that can be kept, in one text: with it, every view is opened.
pub const EVERYTHING: &str = "everything at once";

/// Into every field where words are typed.
pub fn texts() -> Vec<Hostile> {
    let controls: String = (0u8..0x20)
        .chain(0x7F..0xA0)
        .map(char::from)
        .flat_map(|c| ['x', c])
        .collect();
    let mut all = vec![
        hostile("empty", ""),
        hostile("spaces", " \t\n \u{3000}\u{A0} "),
        hostile(
            "nothing to be seen",
            "\u{200B}\u{200D}\u{FEFF}\u{2060}\u{AD}\u{E0041}",
        ),
        hostile(
            "right-to-left override",
            "أمينة \u{202E}txt.exe\u{202C} بوعزة",
        ),
        hostile("override alone", "\u{202E}"),
        hostile(
            "isolates",
            "\u{2066}ab\u{2067}cd\u{2068}ef\u{2069}gh\u{2069}",
        ),
        hostile("markup", "<script>alert(1)</script>"),
        hostile("attributes", "\"><img src=x onerror=alert(1)>' onclick='"),
        hostile("NUL", "amina\u{0}.pdf"),
        hostile("NUL alone", "\u{0}"),
        hostile("every control character", controls),
        hostile("an escape of a terminal", "\u{1b}[2J\u{1b}]0;x\u{7}"),
        hostile("emoji", "👩🏽‍🦽👨‍👩‍👧‍👦🇲🇦🏳️‍🌈"),
        hostile(
            "deep Unicode",
            "𝕁𝕚𝕤𝕣 ﷽ ﷺ 𒈙 ꧅ \u{10FFFF}\u{E000}\u{FFFE}\u{1FFFF} \u{2028}\u{2029}",
        ),
        hostile(
            "marks on a letter",
            format!("ا{}", "\u{0651}".repeat(10_000)),
        ),
        hostile(
            "64 thousand marks",
            format!("a{}", "\u{0301}".repeat(65_536)),
        ),
        hostile("the longest text kept", "م".repeat(LONGEST)),
        hostile("one character more", "م".repeat(LONGEST + 1)),
        hostile("the longest emoji text", "👩".repeat(LONGEST)),
        hostile("1 MB", "ب".repeat(1 << 19)),
        hostile("1 MB of spaces", " ".repeat(1 << 20)),
    ];
    let languages = [
        "'; DROP TABLE person; --",
        "%_[a-z]*?",
        "#panic() #read(\"/etc/passwd\") $x$ *b* _i_ `c` @r <l> \\ //",
        "{name} {0} {sex, select, other {x}} %s $HOME",
        "../../../etc/passwd",
        "\",\"role\":\"director\"}",
        "\" OR * NEAR(x) AND -y ^ : {a b}",
    ];
    let everything: Vec<&str> = all
        .iter()
        .map(|one| one.text.as_str())
        .chain(languages)
        .filter(|text| text.chars().count() < 2_000)
        .collect();
    all.push(hostile(EVERYTHING, everything.join(" \n ")));
    all
}

/// Into every field that is looked up: what means something to a database or a search.
pub fn queries() -> Vec<Hostile> {
    let mut all = texts();
    all.extend([
        hostile("SQL", "'; DROP TABLE person; --"),
        hostile("SQL true", "' OR 1=1 --"),
        hostile("a search language", "\" OR * NEAR(x) AND -y ^ : {a b}"),
        hostile("wildcards", "%_[a-z]*?"),
        hostile("a path", "../../../etc/passwd"),
        hostile("JSON", "\",\"role\":\"director\"}"),
    ]);
    all
}

/// Into every field where something is chosen: an id, a code, a day, an hour.
pub fn choices() -> Vec<Hostile> {
    vec![
        hostile("empty", ""),
        hostile("spaces", "   "),
        hostile("markup", "<script>alert(1)</script>"),
        hostile("NUL", "\u{0}"),
        hostile("override alone", "\u{202E}"),
        hostile("1 MB", "ب".repeat(1 << 19)),
        hostile("SQL", "' OR 1=1 --"),
        hostile("an id of nobody", "00000000-0000-0000-0000-000000000000"),
        hostile(
            "another id of nobody",
            "ffffffff-ffff-7fff-bfff-ffffffffffff",
        ),
        hostile("a day nobody lived", "0026-11-22"),
        hostile("a day nobody will", "9999-12-31"),
        hostile("a day beyond", "+262142-12-31"),
        hostile("a day that is none", "2026-02-30"),
        hostile("a moment nobody lived", "0026-11-22T10:00:00Z"),
        hostile("a moment nobody will", "9999-12-31T23:59:59Z"),
        hostile("no hour", "25:61:61"),
    ]
}

/// In place of anything: what is no text at all.
pub fn shapes() -> Vec<serde_json::Value> {
    use serde_json::json;
    vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(1.5),
        json!(1e300),
        json!(4_294_967_295_u32),
        json!(i64::MAX),
        json!(i64::MIN),
        json!(u64::MAX),
        json!([]),
        json!({}),
        json!([[], {"a": null}]),
        deep(60),
    ]
}

/// A list in a list in a list.
fn deep(levels: usize) -> serde_json::Value {
    (0..levels).fold(serde_json::Value::Null, |inner, _| {
        serde_json::Value::Array(vec![inner])
    })
}

/// What is kept of a text typed into a field of this name; nothing when there is nothing to keep, an error when it is
/// to be refused.
pub fn kept(field: &str, typed: &str) -> Result<Option<String>, ()> {
    let text = clean(typed).map_err(|_| ())?;
    let text = match field {
        "phone" => normalise_phone(&text).unwrap_or_else(|| latin_digits(&text)),
        "cnie" => fold_cnie(&text),
        "idcs" | "document_number" | "rsu_id" | "paper_file" | "act_number" | "number" => {
            latin_digits(&text)
        }
        _ => text,
    };
    Ok((!text.is_empty()).then_some(text))
}
