//! Acts of several records already done here, with what was answered: whoever asks again after a lost answer is answered
//! the same, and nothing is written twice.

use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use crate::state::sql_id;
use crate::{Reader, Result, Tx};

impl Reader<'_> {
    /// What was answered, JSON, when the act `name` was done of `id`; nothing when it has not been, on this device.
    ///
    /// # Errors
    /// Database errors.
    pub fn act(&self, name: &str, id: Uuid) -> Result<Option<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT answer FROM act WHERE name = ?1 AND id = ?2")?;
        Ok(statement
            .query_row([name, &sql_id(id)], |row| row.get(0))
            .optional()?)
    }
}

impl Tx<'_> {
    /// Keeps that the act `name` is done of `id`, with what is answered (JSON), in the transaction that does it.
    ///
    /// # Errors
    /// Database errors, the act done already among them.
    pub fn keep_act(&mut self, name: &str, id: Uuid, answer: &str) -> Result<()> {
        self.reader()
            .conn()
            .prepare_cached("INSERT INTO act (name, id, answer) VALUES (?1, ?2, ?3)")?
            .execute(params![name, sql_id(id), answer])?;
        Ok(())
    }
}
