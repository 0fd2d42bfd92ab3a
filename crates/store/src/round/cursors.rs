//! Cursors of feeds.

use jisr_domain::audience::Feed;
use jisr_domain::id::{CenterId, DeviceId, StaffId};
use jisr_sync::feed::Cursor;
use jisr_sync::wire::{PROTOCOL, Published, PullRequest};
use rusqlite::{Connection, OptionalExtension, Row as SqlRow};
use uuid::Uuid;

use crate::state::{id_at, opt_id_at, sql_id, uint};
use crate::{Reader, Result, Store, StoreError};

impl Store {
    /// Where the next pull goes on: the cursors of the round under way, or of the last published one.
    ///
    /// # Errors
    /// Database errors.
    pub fn cursors(&self) -> Result<Vec<Cursor>> {
        self.read(|reader| {
            Ok(current(reader.conn())?
                .into_iter()
                .map(|(_, cursor)| cursor)
                .collect())
        })
    }

    /// The next pull, of at most `limit` rows.
    ///
    /// # Errors
    /// Database errors.
    pub fn pull_request(&self, limit: usize) -> Result<PullRequest> {
        self.read(|reader| {
            let epoch = match staged_epoch(reader.conn())? {
                Some(epoch) => Some(epoch),
                None => reader.device()?.epoch,
            };
            let cursors = current(reader.conn())?
                .into_iter()
                .map(|(_, cursor)| cursor)
                .collect();
            let device = reader.device()?;
            let held = device.epoch.map(|epoch| {
                Ok::<_, StoreError>(Published {
                    epoch,
                    cursors: published(reader.conn())?,
                })
            });
            Ok(PullRequest {
                protocol: PROTOCOL,
                epoch,
                cursors,
                held: held.transpose()?,
                settled: Some(device.mark.seq),
                limit,
            })
        })
    }
}

/// A feed as its two columns.
pub(super) fn feed_columns(feed: Feed) -> (&'static str, String) {
    match feed {
        Feed::Center(id) => ("center", sql_id(id.0)),
        Feed::User(id) => ("user", sql_id(id.0)),
        Feed::Device(id) => ("device", sql_id(id.0)),
    }
}

/// The epoch of the round under way.
pub(super) fn staged_epoch(conn: &Connection) -> Result<Option<Uuid>> {
    let epoch = conn
        .query_row("SELECT epoch FROM staged_round", [], |row| {
            opt_id_at(row, 0)
        })
        .optional()?;
    Ok(epoch.flatten())
}

/// The cursors of the next pull, each with its number here.
pub(super) fn current(conn: &Connection) -> Result<Vec<(i64, Cursor)>> {
    if staged_epoch(conn)?.is_some() {
        numbered(conn, "staged_cursor")
    } else {
        numbered(conn, "cursor")
    }
}

/// The cursors of the last published round: what a writer had on screen (rule 11).
pub(crate) fn published(conn: &Connection) -> Result<Vec<Cursor>> {
    Ok(numbered(conn, "cursor")?
        .into_iter()
        .map(|(_, cursor)| cursor)
        .collect())
}

fn numbered(conn: &Connection, table: &str) -> Result<Vec<(i64, Cursor)>> {
    let sql =
        format!("SELECT n, feed_kind, feed_id, seq FROM \"{table}\" WHERE seq >= 0 ORDER BY n");
    Ok(Reader::on(conn)
        .sql(&sql, [], cursor_at)?
        .into_iter()
        .flatten()
        .collect())
}

fn cursor_at(row: &SqlRow<'_>) -> rusqlite::Result<Option<(i64, Cursor)>> {
    let (kind, id): (String, Uuid) = (row.get(1)?, id_at(row, 2)?);
    let feed = match kind.as_str() {
        "center" => Feed::Center(CenterId(id)),
        "user" => Feed::User(StaffId(id)),
        "device" => Feed::Device(DeviceId(id)),
        _ => return Ok(None),
    };
    Ok(Some((
        row.get(0)?,
        Cursor {
            feed,
            seq: uint(row.get(3)?),
        },
    )))
}
