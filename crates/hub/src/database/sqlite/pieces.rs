//! Pieces of attachments on SQLite.

use jisr_domain::id::AttachmentId;
use rusqlite::{OptionalExtension, params};

use super::Tx;
use super::columns::text;
use crate::HubError;
use crate::database::Pieces;

impl Pieces for Tx<'_> {
    fn pieces(&self, id: AttachmentId) -> Result<Vec<u32>, HubError> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT n FROM attachment_piece WHERE attachment = ?1 ORDER BY n")?;
        let rows = statement.query_map([text(id)], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn piece(&self, id: AttachmentId, n: u32) -> Result<Option<Vec<u8>>, HubError> {
        let mut statement = self.sql.prepare_cached(
            "SELECT bytes FROM attachment_piece WHERE attachment = ?1 AND n = ?2",
        )?;
        Ok(statement
            .query_row(params![text(id), n], |row| row.get(0))
            .optional()?)
    }

    fn put_piece(&self, id: AttachmentId, n: u32, bytes: &[u8]) -> Result<(), HubError> {
        self.sql
            .prepare_cached(
                "INSERT INTO attachment_piece (attachment, n, bytes) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            )?
            .execute(params![text(id), n, bytes])?;
        Ok(())
    }

    fn drop_pieces(&self, id: AttachmentId) -> Result<(), HubError> {
        self.sql
            .prepare_cached("DELETE FROM attachment_piece WHERE attachment = ?1")?
            .execute([text(id)])?;
        Ok(())
    }
}
