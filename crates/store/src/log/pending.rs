//! What is to be pushed.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jisr_domain::id::StaffId;
use jisr_sync::ChangeHash;
use jisr_sync::wire::{Mark, PushRequest, PushTransaction};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::logged;
use crate::state::{id_at, int, uint};
use crate::{Result, Store, StoreError, round};

impl Store {
    /// Whole transactions that hold changes after `seq`: at least one, then as many as fit in `max_changes` and
    /// `max_bytes`. Nothing when there is none.
    ///
    /// # Errors
    /// [`StoreError::Pruned`] when those changes are no longer kept; database errors.
    pub fn pending_after(
        &self,
        seq: u64,
        max_changes: usize,
        max_bytes: usize,
    ) -> Result<Option<PushRequest>> {
        self.read(|reader| pending(reader.conn(), seq, max_changes, max_bytes))
    }

    /// The device's last change; 0 before the first.
    ///
    /// # Errors
    /// Database errors.
    pub fn last_seq(&self) -> Result<u64> {
        Ok(self.device()?.last_seq)
    }

    /// The link of the chain after change `seq`, while it is kept.
    ///
    /// # Errors
    /// Database errors.
    pub fn link_at(&self, seq: u64) -> Result<Option<ChangeHash>> {
        self.read(|reader| hash_at(reader.conn(), seq))
    }

    /// How far the hub has taken this device's changes, as of the last published round.
    ///
    /// # Errors
    /// Database errors.
    pub fn mark(&self) -> Result<Mark> {
        Ok(self.device()?.mark)
    }
}

fn pending(
    conn: &Connection,
    seq: u64,
    max_changes: usize,
    max_bytes: usize,
) -> Result<Option<PushRequest>> {
    let mut statement = conn.prepare_cached(
        "SELECT first, last, id, actor, signature FROM tx WHERE last > ?1 ORDER BY first",
    )?;
    let mut rows = statement.query([int(seq)])?;
    let mut transactions: Vec<PushTransaction> = Vec::new();
    let mut first_sent = None;
    let (mut count, mut bytes) = (0, 0);
    let mut expected = seq + 1;
    while let Some(row) = rows.next()? {
        let (first, last): (u64, u64) = (uint(row.get(0)?), uint(row.get(1)?));
        let changes = logged(conn, first, last)?;
        if first > expected || changes.len() as u64 != last + 1 - first {
            return Err(StoreError::Pruned { kept_from: first });
        }
        expected = last + 1;
        count += changes.len();
        bytes += changes.iter().map(jisr_sync::Logged::size).sum::<usize>();
        if !transactions.is_empty() && (count > max_changes || bytes > max_bytes) {
            break;
        }
        first_sent = first_sent.or(Some(first));
        transactions.push(PushTransaction {
            tx: id_at(row, 2)?,
            actor: StaffId(id_at(row, 3)?),
            signature: URL_SAFE_NO_PAD.encode(row.get::<_, [u8; 64]>(4)?),
            changes,
        });
    }
    let Some(first) = first_sent else {
        return Ok(None);
    };
    let prev = hash_at(conn, first - 1)?.ok_or(StoreError::Pruned { kept_from: first })?;
    Ok(Some(PushRequest {
        prev,
        transactions,
        cursors: round::published_cursors(conn)?,
    }))
}

/// The chain after change `seq`, while it is kept.
pub(crate) fn hash_at(conn: &Connection, seq: u64) -> Result<Option<ChangeHash>> {
    if seq == 0 {
        return Ok(Some(ChangeHash::default()));
    }
    let mut statement = conn.prepare_cached("SELECT hash FROM \"change\" WHERE seq = ?1")?;
    Ok(statement
        .query_row([int(seq)], |row| row.get(0).map(ChangeHash))
        .optional()?)
}

/// First and last change of a transaction of this identity.
pub(crate) fn bounds(conn: &Connection, tx: Uuid) -> Result<Option<(u64, u64)>> {
    let mut statement = conn.prepare_cached("SELECT first, last FROM tx WHERE id = ?1")?;
    let found = statement.query_row(params![tx.to_string()], |row| {
        Ok((uint(row.get(0)?), uint(row.get(1)?)))
    });
    Ok(found.optional()?)
}
