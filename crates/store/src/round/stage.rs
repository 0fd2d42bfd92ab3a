//! Keeping pages aside (rule 14). Nothing of them shows; a program stopped anywhere goes on from them.

use jisr_sync::feed::{Row, RowBody};
use jisr_sync::wire::PullPage;
use rusqlite::{Connection, params};

use super::cursors::{feed_columns, staged_epoch};
use crate::state::{int, sql_id};
use crate::{Result, Store, StoreError};

impl Store {
    /// Keeps a page aside, answer to [`Store::pull_request`]. A row's `cursor` counts the cursors of the page.
    /// A page of another epoch drops what was staged before it.
    ///
    /// # Errors
    /// [`StoreError::Incoherent`] when a row names a feed the page does not list; disk and database errors.
    pub fn stage(&self, page: &PullPage) -> Result<()> {
        self.alone(|conn| {
            let mut places: Vec<i64> = Vec::with_capacity(page.cursors.len());
            if staged_epoch(conn)? != Some(page.epoch) {
                clear(conn)?;
                conn.execute(
                    "INSERT INTO staged_round (one, epoch) VALUES (1, ?1)",
                    [sql_id(page.epoch)],
                )?;
                conn.execute_batch(
                    "INSERT INTO staged_cursor SELECT n, feed_kind, feed_id, seq FROM \"cursor\"",
                )?;
            }
            conn.execute_batch("UPDATE staged_cursor SET seq = -1")?;
            for cursor in &page.cursors {
                let (kind, id) = feed_columns(cursor.feed);
                let moved = conn.execute(
                    "UPDATE staged_cursor SET seq = ?3 WHERE feed_kind = ?1 AND feed_id = ?2",
                    params![kind, id, int(cursor.seq)],
                )?;
                if moved == 0 {
                    conn.execute(
                        "INSERT INTO staged_cursor (feed_kind, feed_id, seq) VALUES (?1, ?2, ?3)",
                        params![kind, id, int(cursor.seq)],
                    )?;
                }
                let place = "SELECT n FROM staged_cursor WHERE feed_kind = ?1 AND feed_id = ?2";
                places.push(conn.query_row(place, params![kind, id], |row| row.get(0))?);
            }
            let mut rows: Vec<Row> = Vec::with_capacity(page.rows.len());
            for row in &page.rows {
                if let RowBody::Verdict(verdict) = &row.body {
                    conn.execute(
                        "INSERT INTO staged_verdict (body) VALUES (?1)",
                        [serde_json::to_string(verdict)?],
                    )?;
                    continue;
                }
                let n = places.get(row.cursor).ok_or(StoreError::Incoherent)?;
                rows.push(Row {
                    cursor: usize::try_from(*n).unwrap_or(0),
                    seq: row.seq,
                    body: row.body.clone(),
                });
            }
            if !rows.is_empty() {
                conn.execute(
                    "INSERT INTO staged (rows) VALUES (?1)",
                    [serde_json::to_string(&rows)?],
                )?;
            }
            Ok(())
        })
    }

    /// Drops what was staged: the next pull goes on from the last published round.
    ///
    /// # Errors
    /// Disk and database errors.
    pub fn discard_staged(&self) -> Result<()> {
        self.alone(clear)
    }

    /// Rows staged so far are in so many pages; 0 when no round is under way.
    ///
    /// # Errors
    /// Database errors.
    pub fn staged_pages(&self) -> Result<u64> {
        self.read(|reader| {
            Ok(reader
                .sql("SELECT count(*) FROM staged", [], |row| {
                    row.get::<_, u32>(0)
                })?
                .first()
                .copied()
                .map_or(0, u64::from))
        })
    }
}

pub(super) fn clear(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "DELETE FROM staged; DELETE FROM staged_verdict; DELETE FROM staged_cursor; DELETE FROM staged_round;",
    )?;
    Ok(())
}
