//! The people of a list, and whether anybody has worked with one of them since.

use std::sync::OnceLock;

use jisr_domain::id::{ImportId, PersonId};
use jisr_domain::record::Kind;

use crate::state::{id_at, sql_id};
use crate::{Reader, Result};

impl Reader<'_> {
    /// The people a list brought: all of them, or those who are withdrawn from the register, or not.
    ///
    /// # Errors
    /// Database errors.
    pub fn people_of_import(
        &self,
        import: ImportId,
        withdrawn: Option<bool>,
    ) -> Result<Vec<PersonId>> {
        self.sql(
            "SELECT id FROM person WHERE \"import\" = ?1 AND (?2 IS NULL OR (withdrawn_on IS NOT NULL) = ?2) ORDER BY id",
            rusqlite::params![sql_id(import.0), withdrawn],
            |row| id_at(row, 0).map(PersonId),
        )
    }

    /// Everybody withdrawn from the register, whichever list brought them.
    ///
    /// # Errors
    /// Database errors.
    pub fn withdrawn_people(&self) -> Result<Vec<PersonId>> {
        self.sql(
            "SELECT id FROM person WHERE withdrawn_on IS NOT NULL",
            [],
            |row| id_at(row, 0).map(PersonId),
        )
    }

    /// Whether a record of any kind names `person`, as its kind declares whom it is about.
    ///
    /// # Errors
    /// Database errors.
    pub fn is_named(&self, person: PersonId) -> Result<bool> {
        static SQL: OnceLock<String> = OnceLock::new();
        let sql = SQL.get_or_init(|| {
            let fields = Kind::ALL.iter().flat_map(|kind| {
                let people = kind.definition().about.people();
                people.into_iter().map(|field| (kind.code(), field))
            });
            let named: Vec<String> = fields
                .map(|(kind, field)| {
                    format!("EXISTS (SELECT 1 FROM \"{kind}\" WHERE \"{field}\" = ?1)")
                })
                .collect();
            format!("SELECT {}", named.join(" OR "))
        });
        Ok(self
            .sql(sql, [sql_id(person.0)], |row| row.get(0))?
            .contains(&true))
    }
}
