//! Transactions the hub did not apply: shown with their values until a person settles them (rule 10).

use std::collections::BTreeMap;

use jisr_domain::record::Fields;
use jisr_sync::change::Unreadable;
use jisr_sync::feed::VerdictKind;
use jisr_sync::{Change, Dot, Logged};
use rusqlite::Connection;
use serde::Serialize;
use uuid::Uuid;

use crate::log::pending::bounds;
use crate::state::{id_at, sql_id, uint};
use crate::{Actor, Changes, Moment, Reader, Result, Store, StoreError, log, open};

/// A transaction the hub did not apply.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AttentionItem {
    /// Which.
    pub tx: Uuid,
    /// Rejected, or held because it depends on a rejected one.
    pub verdict: VerdictKind,
    /// Why, as a code of the locales.
    pub code: String,
    /// When the device learnt of it, UTC milliseconds.
    pub seen_at: u64,
    /// What it said.
    pub changes: Vec<AttentionChange>,
}

/// What one change of it said.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AttentionChange {
    /// Kind of the record, as a code.
    pub kind: String,
    /// Which record.
    pub id: Uuid,
    /// The values.
    pub patch: Fields,
}

impl Reader<'_> {
    /// What the hub did not apply and nobody has settled yet, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn attention(&self) -> Result<Vec<AttentionItem>> {
        let rows = self.sql(
            "SELECT tx, verdict, code, seen_at FROM verdict ORDER BY seen_at, first",
            [],
            |row| {
                let verdict: String = row.get(1)?;
                Ok(AttentionItem {
                    tx: id_at(row, 0)?,
                    verdict: if verdict == "held" {
                        VerdictKind::Held
                    } else {
                        VerdictKind::Rejected
                    },
                    code: row.get(2)?,
                    seen_at: uint(row.get(3)?),
                    changes: Vec::new(),
                })
            },
        )?;
        rows.into_iter()
            .map(|mut item| {
                item.changes = changes_of(self.conn(), item.tx)?
                    .into_iter()
                    .map(|change| AttentionChange {
                        kind: change.payload.kind,
                        id: change.payload.id,
                        patch: change.payload.patch,
                    })
                    .collect();
                Ok(item)
            })
            .collect()
    }
}

/// The changes of one of the device's transactions, under whatever identity it was made.
fn changes_of(conn: &Connection, tx: Uuid) -> Result<Vec<Change>> {
    if let Some((first, last)) = bounds(conn, tx)? {
        return log::changes(conn, open::load_device(conn)?.device, first, last);
    }
    let former = Reader::on(conn).sql(
        "SELECT seq, seen, said, device FROM former_change WHERE tx = ?1 ORDER BY seq",
        [sql_id(tx)],
        |row| Ok((log::logged_at(row)?, id_at(row, 3)?)),
    )?;
    Ok(former
        .iter()
        .map(|(logged, device): &(Logged, Uuid)| logged.read((*device).into()))
        .collect::<Result<_, Unreadable>>()?)
}

impl Store {
    /// What the hub did not apply and nobody has settled yet, oldest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn attention(&self) -> Result<Vec<AttentionItem>> {
        self.read(|reader| reader.attention())
    }

    /// Says again, as a new transaction that names the old one's changes as seen, what the hub rejected; accepted,
    /// it frees what the hub held because of it. The old one leaves the attention list.
    ///
    /// # Errors
    /// [`StoreError::NotRejected`]; as [`Store::write`].
    pub fn retry(&self, actor: &Actor<'_>, moment: &Moment, tx: Uuid) -> Result<Changes> {
        let ((), changes) = self.write(actor, moment, |door| {
            let rejected = settle(door.reader().conn(), tx, Some("rejected"))?;
            let waiting = waiting(door.reader().conn())?;
            let mut named: BTreeMap<Dot, Option<Dot>> =
                rejected.iter().map(|change| (change.dot, None)).collect();
            for change in rejected {
                let old = change.dot;
                let new = door.say_again(change, &named, &waiting)?;
                named.insert(old, Some(new));
            }
            door.audit("retry_transaction", None, Some(tx), &[])
        })?;
        Ok(changes)
    }

    /// Takes a transaction off the attention list without saying it again. Its values stay in the log for as long
    /// as changes are kept; a new record the hub never took stays on this device.
    ///
    /// # Errors
    /// [`StoreError::NotRejected`] when it is not there; as [`Store::write`].
    pub fn dismiss(&self, actor: &Actor<'_>, moment: &Moment, tx: Uuid) -> Result<()> {
        let ((), _) = self.write::<_, StoreError>(actor, moment, |door| {
            settle(door.reader().conn(), tx, None)?;
            door.audit("dismiss_transaction", None, Some(tx), &[])
        })?;
        Ok(())
    }
}

/// Own changes whose work still waits: held by the hub, or not judged yet.
fn waiting(conn: &Connection) -> Result<Vec<Change>> {
    let device = open::load_device(conn)?;
    let mut spans = Reader::on(conn).sql(
        "SELECT t.first, t.last FROM tx t JOIN verdict v ON v.tx = t.id WHERE v.verdict = 'held' ORDER BY t.first",
        [],
        |row| Ok((uint(row.get(0)?), uint(row.get(1)?))),
    )?;
    spans.push((device.mark.seq + 1, device.last_seq));
    let mut waiting = Vec::new();
    for (first, last) in spans {
        waiting.extend(log::changes(conn, device.device, first, last)?);
    }
    Ok(waiting)
}

/// Takes `tx` off the list and gives what it said.
fn settle(conn: &Connection, tx: Uuid, verdict: Option<&str>) -> Result<Vec<Change>> {
    let changes = changes_of(conn, tx)?;
    let gone = conn.execute(
        "DELETE FROM verdict WHERE tx = ?1 AND (?2 IS NULL OR verdict = ?2)",
        rusqlite::params![sql_id(tx), verdict],
    )?;
    if gone == 0 {
        Err(StoreError::NotRejected)
    } else {
        Ok(changes)
    }
}
