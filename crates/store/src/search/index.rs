//! What a person is found by, kept beside the record.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use jisr_domain::name::{key, parse, word};
use jisr_domain::person::matching::{Traits, filing_keys};
use jisr_domain::person::{Person, fold_cnie, parse_birth};
use jisr_domain::record::Fields;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::term::{commune_term, filed_term, sound_term, word_term};
use crate::Result;
use crate::state::{lenient, sql_id};

/// Fields whose words a person is found by.
const NAMES: [&str; 5] = [
    "given_name_ar",
    "family_name_ar",
    "given_name_lat",
    "family_name_lat",
    "nickname",
];
/// Fields a person is found by as a whole.
const KEYS: [&str; 5] = ["cnie", "idcs", "phone", "paper_file", "document_number"];
/// Fields that only the comparison of records asks for.
const COMPARED: [&str; 5] = [
    "mother_name_ar",
    "birth_date",
    "estimated_age",
    "estimated_on",
    "commune",
];

/// People whose terms are held before they are written: a register made again from its records would fill the memory.
const HELD: usize = 10_000;

/// Entries to add. Written sorted at the end: a bootstrap then fills the tree from left to right.
#[derive(Default)]
pub(crate) struct Index {
    words: HashSet<String>,
    keys: Vec<(String, &'static str, i64)>,
    /// By number. Kept to the end for another reason too: a statement that may have to be undone, as that of a record,
    /// makes the full-text index write what it holds as a segment of its own, one for each person.
    terms: BTreeMap<i64, String>,
    beforehand: HashMap<Uuid, Arc<Filing>>,
}

/// What a person is found by, worked out from what their record shows.
pub(crate) struct Filing {
    words: BTreeSet<String>,
    keys: Vec<(&'static str, String)>,
    word_text: String,
    key_text: String,
    terms: String,
    digest: i64,
}

impl Filing {
    pub(crate) fn of(shown: &Fields) -> Result<Self> {
        let person: Person = lenient(shown)?;
        let words = words(&person);
        let keys = keys(shown);
        let word_text = join(words.iter().map(String::as_str));
        let key_text = join(keys.iter().map(|(kind, key)| format!("{kind}:{key}")));
        let terms = terms(&person, &words);
        Ok(Self {
            digest: digest(&[&word_text, &key_text, &terms]),
            words,
            keys,
            word_text,
            key_text,
            terms,
        })
    }
}

impl Index {
    /// Whether `patch` changes what a person is found by.
    pub(crate) fn concerns(patch: &Fields) -> bool {
        NAMES
            .iter()
            .chain(&KEYS)
            .chain(&COMPARED)
            .chain(&["withdrawn_on"])
            .any(|name| patch.contains_key(*name))
    }

    /// Takes note of what a person shows now; `None` when they are no longer here.
    pub(crate) fn update(
        &mut self,
        conn: &Connection,
        person: Uuid,
        shown: Option<&Fields>,
    ) -> Result<()> {
        // Whoever was withdrawn is found by nothing.
        let shown = shown.filter(|shown| !shown.contains_key("withdrawn_on"));
        let id = sql_id(person);
        let before = conn
            .prepare_cached("SELECT n, keys, digest FROM person_found WHERE person = ?1")?
            .query_row([&id], |row| {
                Ok((
                    row.get::<_, i64>(0)?,
                    row.get::<_, String>(1)?,
                    row.get::<_, i64>(2)?,
                ))
            })
            .optional()?;
        let Some(shown) = shown else {
            if let Some((n, keys, _)) = before {
                self.forget(conn, n, &keys)?;
                conn.prepare_cached("DELETE FROM person_found WHERE n = ?1")?
                    .execute([n])?;
            }
            return Ok(());
        };
        let filing = match self.beforehand.remove(&person) {
            Some(filing) => filing,
            None => Arc::new(Filing::of(shown)?),
        };
        let Filing {
            word_text,
            key_text,
            digest,
            ..
        } = filing.as_ref();
        let n = match before {
            Some((.., known)) if known == *digest => return Ok(()),
            Some((n, old_keys, _)) => {
                self.forget(conn, n, &old_keys)?;
                conn.prepare_cached(
                    "UPDATE person_found SET words = ?2, keys = ?3, digest = ?4 WHERE n = ?1",
                )?
                .execute(params![n, word_text, key_text, digest])?;
                n
            }
            None => {
                conn.prepare_cached(
                    "INSERT INTO person_found (person, words, keys, digest) VALUES (?1, ?2, ?3, ?4)",
                )?
                .execute(params![id, word_text, key_text, digest])?;
                conn.last_insert_rowid()
            }
        };
        self.terms.insert(n, filing.terms.clone());
        if self.terms.len() >= HELD {
            self.write_terms(conn)?;
        }
        self.words.extend(filing.words.iter().cloned());
        let keys = filing.keys.iter();
        self.keys
            .extend(keys.map(|(kind, key)| (key.clone(), *kind, n)));
        Ok(())
    }

    /// Takes what `person` will be found by, worked out before they are written.
    pub(crate) fn prepare(&mut self, person: Uuid, filing: Arc<Filing>) {
        self.beforehand.insert(person, filing);
    }

    /// Forgets what was prepared and not used.
    pub(crate) fn unprepare(&mut self, person: Uuid) {
        self.beforehand.remove(&person);
    }

    fn forget(&mut self, conn: &Connection, n: i64, keys: &str) -> Result<()> {
        self.keys.retain(|(_, _, other)| *other != n);
        let mut key = conn
            .prepare_cached("DELETE FROM person_key WHERE \"key\" = ?1 AND kind = ?2 AND n = ?3")?;
        for (kind, old) in keys.split(' ').filter_map(|pair| pair.split_once(':')) {
            key.execute(params![old, kind, n])?;
        }
        // Noted in this very transaction, it is not in the index yet.
        if self.terms.remove(&n).is_none() {
            conn.prepare_cached("DELETE FROM person_term WHERE rowid = ?1")?
                .execute([n])?;
        }
        Ok(())
    }

    fn write_terms(&mut self, conn: &Connection) -> Result<()> {
        let mut insert =
            conn.prepare_cached("INSERT INTO person_term (rowid, terms) VALUES (?1, ?2)")?;
        for (n, terms) in std::mem::take(&mut self.terms) {
            insert.execute(params![n, terms])?;
        }
        Ok(())
    }

    /// Writes what was noted.
    pub(crate) fn flush(mut self, conn: &Connection) -> Result<()> {
        self.write_terms(conn)?;
        self.keys.sort_unstable();
        if !self.words.is_empty() {
            let mut words: Vec<String> = self.words.into_iter().collect();
            words.sort_unstable();
            let mut word =
                conn.prepare_cached("INSERT OR IGNORE INTO name_word (word) VALUES (?1)")?;
            let mut sound = conn
                .prepare_cached("INSERT OR IGNORE INTO name_sound (sound, word) VALUES (?1, ?2)")?;
            for text in &words {
                // Known words have their sounds already.
                if word.execute([text])? == 0 {
                    continue;
                }
                let sounds: BTreeSet<String> =
                    parse::parts(text).iter().flat_map(key::of_part).collect();
                for key in sounds {
                    sound.execute(params![key, text])?;
                }
            }
        }
        if !self.keys.is_empty() {
            let mut insert = conn.prepare_cached(
                "INSERT OR IGNORE INTO person_key (\"key\", kind, n) VALUES (?1, ?2, ?3)",
            )?;
            for (key, kind, n) in &self.keys {
                insert.execute(params![key, kind, n])?;
            }
        }
        Ok(())
    }
}

/// What tells whether anything changed; the index keeps no copy of its terms.
fn digest(texts: &[&str]) -> i64 {
    let mut hasher = blake3::Hasher::new();
    for text in texts {
        hasher.update(text.as_bytes());
        hasher.update(&[0]);
    }
    let mut first = [0; 8];
    first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
    i64::from_le_bytes(first)
}

fn join(texts: impl Iterator<Item = impl AsRef<str>>) -> String {
    let mut joined = String::new();
    for text in texts {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(text.as_ref());
    }
    joined
}

/// The words a person is looked up by: of their names, and the year of their birth.
fn words(person: &Person) -> BTreeSet<String> {
    let names = [
        &person.given_name_ar,
        &person.family_name_ar,
        &person.given_name_lat,
        &person.family_name_lat,
        &person.nickname,
    ];
    let year = person.birth_date.as_deref().and_then(parse_birth);
    names
        .into_iter()
        .flatten()
        .flat_map(|name| word::words(name))
        .chain(year.map(|(year, _)| year.to_string()))
        .collect()
}

fn terms(person: &Person, words: &BTreeSet<String>) -> String {
    let traits = Traits::read(person);
    let words = words.iter().map(|word| word_term(word));
    let sounds = traits.sounds();
    let sounds = sounds.iter().map(|sound| sound_term(sound));
    let commune = person.commune.as_deref().map(commune_term);
    let filed = filing_keys(&traits);
    let filed = filed.iter().map(|key| filed_term(key));
    join(words.chain(sounds).chain(commune).chain(filed))
}

fn keys(shown: &Fields) -> Vec<(&'static str, String)> {
    KEYS.iter()
        .filter_map(|kind| {
            let value = shown.get(*kind)?.as_str()?;
            let key = if *kind == "phone" {
                phone_key(value)
            } else {
                fold_cnie(value)
            };
            (!key.is_empty()).then_some((*kind, key))
        })
        .collect()
}

/// A telephone as it is kept and asked for: `+` and digits.
fn phone_key(value: &str) -> String {
    value
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect()
}
