//! What a person is found by, kept beside the record.

use std::collections::BTreeSet;

use jisr_domain::person::fold_cnie;
use jisr_domain::record::Fields;
use jisr_domain::text::search_tokens;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::Result;
use crate::state::sql_id;

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

/// Entries to add. Written sorted at the end: a bootstrap then fills the tree from left to right.
#[derive(Default)]
pub(crate) struct Index {
    tokens: Vec<(String, i64)>,
    keys: Vec<(String, &'static str, i64)>,
}

impl Index {
    /// Whether `patch` changes what a person is found by.
    pub(crate) fn concerns(patch: &Fields) -> bool {
        NAMES
            .iter()
            .chain(&KEYS)
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
            .prepare_cached("SELECT n, tokens, keys FROM person_found WHERE person = ?1")?
            .query_row([&id], |row| {
                Ok((
                    row.get::<_, i64>(0)?,
                    row.get::<_, String>(1)?,
                    row.get::<_, String>(2)?,
                ))
            })
            .optional()?;
        let tokens = shown.map(tokens).unwrap_or_default();
        let keys = shown.map(keys).unwrap_or_default();
        let token_text = tokens
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ");
        let key_text = keys
            .iter()
            .map(|(kind, key)| format!("{kind}:{key}"))
            .collect::<Vec<_>>()
            .join(" ");
        let n = match before {
            None if shown.is_none() => return Ok(()),
            None => {
                conn.prepare_cached(
                    "INSERT INTO person_found (person, tokens, keys) VALUES (?1, ?2, ?3)",
                )?
                .execute(params![id, token_text, key_text])?;
                conn.last_insert_rowid()
            }
            Some((_, old_tokens, old_keys))
                if shown.is_some() && old_tokens == token_text && old_keys == key_text =>
            {
                return Ok(());
            }
            Some((n, old_tokens, old_keys)) => {
                self.tokens.retain(|(_, other)| *other != n);
                self.keys.retain(|(_, _, other)| *other != n);
                let mut token =
                    conn.prepare_cached("DELETE FROM person_token WHERE token = ?1 AND n = ?2")?;
                for old in old_tokens.split(' ') {
                    token.execute(params![old, n])?;
                }
                let mut key = conn.prepare_cached(
                    "DELETE FROM person_key WHERE \"key\" = ?1 AND kind = ?2 AND n = ?3",
                )?;
                for (kind, old) in old_keys.split(' ').filter_map(|pair| pair.split_once(':')) {
                    key.execute(params![old, kind, n])?;
                }
                if shown.is_none() {
                    conn.prepare_cached("DELETE FROM person_found WHERE n = ?1")?
                        .execute([n])?;
                    return Ok(());
                }
                conn.prepare_cached("UPDATE person_found SET tokens = ?2, keys = ?3 WHERE n = ?1")?
                    .execute(params![n, token_text, key_text])?;
                n
            }
        };
        self.tokens
            .extend(tokens.into_iter().map(|token| (token, n)));
        self.keys
            .extend(keys.into_iter().map(|(kind, key)| (key, kind, n)));
        Ok(())
    }

    /// Writes what was noted.
    pub(crate) fn flush(mut self, conn: &Connection) -> Result<()> {
        self.tokens.sort_unstable();
        self.keys.sort_unstable();
        if !self.tokens.is_empty() {
            let mut insert = conn
                .prepare_cached("INSERT OR IGNORE INTO person_token (token, n) VALUES (?1, ?2)")?;
            for (token, n) in &self.tokens {
                insert.execute(params![token, n])?;
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

fn tokens(shown: &Fields) -> BTreeSet<String> {
    NAMES
        .iter()
        .filter_map(|name| shown.get(*name)?.as_str())
        .flat_map(search_tokens)
        .collect()
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
