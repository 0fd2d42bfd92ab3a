//! From what was typed to the words of the register it may stand for.

use std::collections::BTreeMap;

use jisr_domain::name::parse::Part;
use jisr_domain::name::word::Asked;
use jisr_domain::name::{Matcher, key, parse};
use rusqlite::{Connection, params};

use crate::Result;

/// Words taken from each way of looking; a beginning shared by more needs another letter.
const TAKEN: i64 = 48;
/// Words compared that sound the same.
const HEARD: i64 = 240;
/// Words compared whose sound goes on, the shortest first: what is typed so far is seldom the beginning of a long one.
const HEARD_ON: i64 = 160;
/// Words kept for one typed word.
const KEPT: usize = 40;
/// Shortest typed word looked for by its sound or inside others: below it everything would come.
const SHORTEST: usize = 3;

/// Nearness of the word itself.
const EXACT: f32 = 1.0;
/// Nearness of a word that begins so.
const BEGINS: f32 = 0.9;
/// Most that another spelling comes to.
const SPELT: f32 = 0.88;
/// Most that the beginning of another spelling comes to.
const SPELT_BEGINS: f32 = 0.7;
/// Nearness of a word that holds it inside.
const INSIDE: f32 = 0.4;

/// Words of the register by how near they are to a typed one, 0 to 1.
pub(super) type Words = BTreeMap<String, f32>;

/// The words `typed` may stand for: itself, those that begin so, those that sound so or begin to in either script;
/// with `inside`, those that hold it. A `whole` word does not begin others.
pub(super) fn expand(conn: &Connection, asked: &Asked, whole: bool, inside: bool) -> Result<Words> {
    let readings = &asked.readings;
    let mut words = Words::new();
    for (at, reading) in readings.iter().enumerate() {
        // What an article or a title hides is a little less what was typed.
        let toll = 0.02 * at.min(3) as f32;
        if whole {
            take(&mut words, reading.clone(), EXACT - toll);
            continue;
        }
        for word in beginning(conn, reading)? {
            let more = word.chars().count() - reading.chars().count();
            let nearness = if more == 0 {
                EXACT
            } else {
                BEGINS - 0.01 * more.min(15) as f32
            };
            take(&mut words, word, nearness - toll);
        }
    }
    let longest = readings.iter().map(|r| r.chars().count()).max();
    if !whole && longest >= Some(SHORTEST) {
        for (word, whole) in sounding(conn, &asked.part)? {
            if words.get(&word).is_some_and(|kept| *kept > SPELT) {
                continue;
            }
            if let Some(other) = parse::parts(&word).first()
                && let Some(nearness) = heard(&asked.part, other, whole)
            {
                take(&mut words, word, nearness);
            }
        }
        if inside {
            for reading in readings.iter().filter(|r| r.chars().count() >= SHORTEST) {
                for word in holding(conn, reading)? {
                    take(&mut words, word, INSIDE);
                }
            }
        }
    }
    if words.len() > KEPT {
        let mut ranked: Vec<(String, f32)> = words.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        ranked.truncate(KEPT);
        words = ranked.into_iter().collect();
    }
    Ok(words)
}

/// How near a word that sounds like the typed part is, when it is near enough; `whole`: it sounds the same to its end.
/// Laying two spellings side by side is what a search spends its time on. What goes on after the typed part is first
/// asked whether it begins so, and only then whether it is another spelling of it.
fn heard(typed: &Part, word: &Part, whole: bool) -> Option<f32> {
    let matcher = Matcher::shipped();
    let chance = |odds: f32| 1.0 / (1.0 + (-odds).exp());
    let spelt = || SPELT * chance(matcher.part_odds(typed, word));
    let begins = || SPELT_BEGINS * chance(matcher.begins(typed, word));
    let near = |nearness: &f32| *nearness >= SPELT_BEGINS / 2.0;
    let written = |nearness: &f32| *nearness >= SPELT / 2.0;
    if whole {
        let spelt = spelt();
        return Some(if written(&spelt) { spelt } else { begins() }).filter(near);
    }
    let begins = Some(begins()).filter(near)?;
    Some(spelt()).filter(written).or(Some(begins))
}

fn take(words: &mut Words, word: String, nearness: f32) {
    let kept = words.entry(word).or_insert(0.0);
    *kept = kept.max(nearness);
}

/// The end of the range of texts that start with `prefix`.
pub(super) fn end(prefix: &str) -> String {
    format!("{prefix}\u{10FFFF}")
}

/// Shortest first: the nearest of those that begin so.
fn beginning(conn: &Connection, reading: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT word FROM name_word WHERE word >= ?1 AND word < ?2 ORDER BY word LIMIT ?3",
    )?;
    let rows = statement.query_map(params![reading, end(reading), TAKEN], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Words with the same sound (`true`), and words whose sound begins so.
fn sounding(conn: &Connection, part: &Part) -> Result<BTreeMap<String, bool>> {
    let mut same = conn.prepare_cached("SELECT word FROM name_sound WHERE sound = ?1 LIMIT ?2")?;
    let mut longer = conn.prepare_cached(
        "SELECT word FROM name_sound WHERE sound > ?1 AND sound < ?2 ORDER BY length(word) LIMIT ?3",
    )?;
    let mut heard = BTreeMap::new();
    for sound in key::of_part(part) {
        let rows = same.query_map(params![sound, HEARD], |row| row.get(0))?;
        for word in rows {
            heard.insert(word?, true);
        }
        if !sound.starts_with('-') {
            let rows = longer.query_map(params![sound, end(&sound), HEARD_ON], |row| row.get(0))?;
            for word in rows {
                heard.entry(word?).or_insert(false);
            }
        }
    }
    Ok(heard)
}

fn holding(conn: &Connection, reading: &str) -> Result<Vec<String>> {
    let mut statement =
        conn.prepare_cached("SELECT word FROM name_word WHERE instr(word, ?1) > 1 LIMIT ?2")?;
    let rows = statement.query_map(params![reading, TAKEN], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
