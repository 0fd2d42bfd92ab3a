//! Publishing a round in one local transaction (rules 14–16): rows, cursors, mark, verdicts.

use std::collections::{BTreeMap, BTreeSet};

use jisr_domain::id::PersonId;
use jisr_domain::record::Kind;
use jisr_sync::feed::{Row, RowBody, Verdict, VerdictKind};
use jisr_sync::wire::Mark;
use jisr_sync::{RecordState, Stamp};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::settle::{HubUpdate, Settling};
use super::stage::clear;
use crate::access::{self, Dirty};
use crate::search::Index;
use crate::state::{id_at, int, sql_id, uint};
use crate::{Changes, Reader, Result, Store, StoreError, log, open, replay};

impl Store {
    /// Puts the staged round in place, all of it or nothing: what is then on the device is one snapshot of the
    /// hub with own changes after `mark` replayed on top. Gives what changed, records taken away included.
    ///
    /// # Errors
    /// [`StoreError::NothingStaged`]; [`StoreError::Incoherent`] when `mark` is not of this log; disk and
    /// database errors. The round then stays staged.
    pub fn publish(&self, mark: Mark, epoch: Uuid) -> Result<Changes> {
        self.alone(|conn| publish(conn, mark, epoch))
    }
}

fn publish(conn: &Connection, mark: Mark, epoch: Uuid) -> Result<Changes> {
    if super::cursors::staged_epoch(conn)?.is_none() {
        return Err(StoreError::NothingStaged);
    }
    let mut device = open::load_device(conn)?;
    if mark.seq > device.last_seq
        || log::pending::hash_at(conn, mark.seq)?.is_some_and(|hash| hash != mark.hash)
    {
        return Err(StoreError::Incoherent);
    }
    let from = device.mark.seq.min(mark.seq);
    let mut settling = Settling {
        conn,
        device: device.device,
        from,
        mark: mark.seq,
        own: replay::own_after(conn, from)?,
        refused: Vec::new(),
        fed: BTreeSet::new(),
        changes: Changes::default(),
        index: Index::default(),
        dirty: Dirty::default(),
        latest: Stamp::default(),
    };
    let all_again = device.epoch != Some(epoch);
    settling.refused = verdicts(conn, device.clock.last.ms(), all_again)?;
    let mut left: BTreeSet<(String, Uuid)> = rows(&mut settling)?;
    let lost = move_cursors(conn)?;
    for (kind, id) in &lost {
        moved(&mut settling, kind, *id, false)?;
    }
    left.extend(lost);

    // Own changes the mark passed, on records the hub did not feed: rejected, held, or not for this device.
    let waiting: Vec<(String, Uuid)> = settling
        .own
        .iter()
        .filter(|(name, changes)| {
            !settling.fed.contains(*name)
                && changes
                    .first()
                    .is_some_and(|change| change.dot.seq <= mark.seq)
        })
        .map(|(name, _)| name.clone())
        .collect();
    for (code, id) in waiting {
        if let Some(kind) = Kind::from_code(&code)
            && crate::state::load(conn, kind, id)?.is_some()
        {
            settling.settle(kind, id, None)?;
        }
    }
    for (code, id) in left {
        if in_a_feed(conn, &code, id)? {
            continue;
        }
        match Kind::from_code(&code) {
            Some(kind) => settling.remove(kind, id)?,
            None => {
                conn.execute(
                    "DELETE FROM opaque WHERE kind = ?1 AND id = ?2",
                    params![code, sql_id(id)],
                )?;
            }
        }
    }
    clear(conn)?;
    device.mark = mark;
    device.epoch = Some(epoch);
    device.clock.receive(settling.latest);
    open::save_device(conn, &device)?;
    settling.index.flush(conn)?;
    access::refresh(conn, settling.dirty)?;
    Ok(settling.changes)
}

/// Takes note of the staged verdicts; gives the changes of all that stand refused. `all_again`: every verdict that
/// still stands is told again, as a hub restored from a backup does.
fn verdicts(conn: &Connection, seen_at: u64, all_again: bool) -> Result<Vec<(u64, u64)>> {
    let reader = Reader::on(conn);
    if all_again {
        conn.execute("DELETE FROM verdict WHERE tx IN (SELECT id FROM tx)", [])?;
    }
    let mut refused = Vec::new();
    for body in reader.sql("SELECT body FROM staged_verdict ORDER BY n", [], |row| {
        row.get::<_, String>(0)
    })? {
        let verdict: Verdict = serde_json::from_str(&body)?;
        let name = match verdict.verdict {
            VerdictKind::Applied => {
                conn.execute("DELETE FROM verdict WHERE tx = ?1", [sql_id(verdict.tx)])?;
                refused.retain(|(first, _)| *first != verdict.first);
                continue;
            }
            VerdictKind::Rejected => "rejected",
            VerdictKind::Held => "held",
        };
        // What somebody settled here stays settled. Other disks under an identity this one gave up have their own.
        conn.execute(
            "INSERT INTO verdict (tx, first, last, verdict, code, seen_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6 \
             WHERE ?1 IN (SELECT id FROM tx UNION ALL SELECT id FROM former_tx) AND NOT EXISTS \
             (SELECT 1 FROM audit WHERE id = ?1 AND action IN ('retry_transaction', 'dismiss_transaction')) \
             ON CONFLICT (tx) DO UPDATE SET verdict = excluded.verdict, code = excluded.code",
            params![sql_id(verdict.tx), int(verdict.first), int(verdict.last), name, verdict.code, int(seen_at)],
        )?;
        // A verdict on a transaction of a former identity names that identity's changes: it has no part in these.
        if log::pending::bounds(conn, verdict.tx)? == Some((verdict.first, verdict.last)) {
            refused.push((verdict.first, verdict.last));
        }
    }
    refused.extend(reader.sql(
        "SELECT first, last FROM verdict WHERE tx IN (SELECT id FROM tx)",
        [],
        |row| Ok((uint(row.get(0)?), uint(row.get(1)?))),
    )?);
    Ok(refused)
}

/// Puts the staged rows in place; gives the records a feed let go.
fn rows(settling: &mut Settling<'_>) -> Result<BTreeSet<(String, Uuid)>> {
    let conn = settling.conn;
    let followed: BTreeSet<i64> = Reader::on(conn)
        .sql("SELECT n FROM staged_cursor WHERE seq >= 0", [], |row| {
            row.get(0)
        })?
        .into_iter()
        .collect();
    let of_center: BTreeSet<i64> = Reader::on(conn)
        .sql(
            "SELECT n FROM staged_cursor WHERE feed_kind = 'center'",
            [],
            |row| row.get(0),
        )?
        .into_iter()
        .collect();
    let mut left = BTreeSet::new();
    // Which record each own change up to the mark is of.
    let written: BTreeMap<u64, (String, Uuid)> = settling
        .own
        .iter()
        .flat_map(|(name, changes)| {
            let seqs = changes.iter().map(|change| change.dot.seq);
            seqs.zip(std::iter::repeat(name.clone()))
        })
        .filter(|(seq, _)| *seq <= settling.mark)
        .collect();
    let mut pages = conn.prepare("SELECT rows FROM staged ORDER BY n")?;
    let mut pages = pages.query([])?;
    while let Some(page) = pages.next()? {
        let rows: Vec<Row> =
            serde_json::from_str(page.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?;
        for row in rows {
            let feed = i64::try_from(row.cursor).unwrap_or(-1);
            if !followed.contains(&feed) {
                continue;
            }
            match row.body {
                RowBody::Record {
                    kind,
                    id,
                    entered,
                    state,
                } => {
                    if follow(conn, &kind, id, feed)? {
                        moved(settling, &kind, id, of_center.contains(&feed))?;
                    }
                    match Kind::from_code(&kind) {
                        Some(known) => {
                            settling.settle(
                                known,
                                id,
                                Some(HubUpdate::State { entered, state }),
                            )?;
                        }
                        None => keep_opaque(conn, &kind, id, entered, state)?,
                    }
                }
                RowBody::Own { change } => {
                    let (code, id) = written.get(&change).ok_or(StoreError::Incoherent)?;
                    let kind = Kind::from_code(code).ok_or(StoreError::Incoherent)?;
                    if follow(conn, code, *id, feed)? {
                        moved(settling, code, *id, of_center.contains(&feed))?;
                    }
                    settling.settle(kind, *id, Some(HubUpdate::Own))?;
                }
                RowBody::Remove { kind, id } => {
                    conn.prepare_cached(
                        "DELETE FROM feed_record WHERE kind = ?1 AND id = ?2 AND feed = ?3",
                    )?
                    .execute(params![kind, sql_id(id), feed])?;
                    moved(settling, &kind, id, false)?;
                    left.insert((kind, id));
                }
                RowBody::Verdict(_) => {}
            }
        }
    }
    Ok(left)
}

/// Notes that a feed holds a record. Gives whether it did not before.
fn follow(conn: &Connection, kind: &str, id: Uuid, feed: i64) -> Result<bool> {
    let new = conn
        .prepare_cached("INSERT OR IGNORE INTO feed_record (kind, id, feed) VALUES (?1, ?2, ?3)")?
        .execute(params![kind, sql_id(id), feed])?;
    Ok(new > 0)
}

/// A feed holds a record it did not, or let it go: of a person that changes who on this device may know of them. Whoever
/// comes with the center, and was not hidden, is told to everybody as before.
fn moved(settling: &mut Settling<'_>, kind: &str, id: Uuid, with_center: bool) -> Result<()> {
    if kind == Kind::Person.code()
        && (!with_center || Reader::on(settling.conn).is_hidden_from_some(PersonId(id))?)
    {
        settling.dirty.told(id);
    }
    Ok(())
}

/// A record of a kind this version does not declare (rule 12).
fn keep_opaque(
    conn: &Connection,
    kind: &str,
    id: Uuid,
    entered: bool,
    state: RecordState,
) -> Result<()> {
    let held: Option<String> = conn
        .query_row(
            "SELECT state FROM opaque WHERE kind = ?1 AND id = ?2",
            params![kind, sql_id(id)],
            |row| row.get(0),
        )
        .optional()?;
    let state = match held {
        Some(text) if !entered => {
            let mut held: RecordState = serde_json::from_str(&text)?;
            held.overlay(state);
            held
        }
        _ => state,
    };
    conn.execute(
        "INSERT INTO opaque (kind, id, state) VALUES (?1, ?2, ?3) ON CONFLICT (kind, id) DO UPDATE SET state = excluded.state",
        params![kind, sql_id(id), serde_json::to_string(&state)?],
    )?;
    Ok(())
}

/// Takes the staged cursors; gives the records of feeds this device no longer follows.
fn move_cursors(conn: &Connection) -> Result<Vec<(String, Uuid)>> {
    let reader = Reader::on(conn);
    let mut left = Vec::new();
    let lost = reader.sql("SELECT n FROM staged_cursor WHERE seq < 0", [], |row| {
        row.get::<_, i64>(0)
    })?;
    for feed in lost {
        left.extend(reader.sql(
            "SELECT kind, id FROM feed_record WHERE feed = ?1",
            [feed],
            |row| Ok((row.get(0)?, id_at(row, 1)?)),
        )?);
        conn.execute("DELETE FROM feed_record WHERE feed = ?1", [feed])?;
    }
    conn.execute_batch(
        "DELETE FROM \"cursor\"; \
         INSERT INTO \"cursor\" (n, feed_kind, feed_id, seq) SELECT n, feed_kind, feed_id, seq FROM staged_cursor WHERE seq >= 0;",
    )?;
    Ok(left)
}

fn in_a_feed(conn: &Connection, kind: &str, id: Uuid) -> Result<bool> {
    let mut statement = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM feed_record WHERE kind = ?1 AND id = ?2)")?;
    Ok(statement.query_row(params![kind, sql_id(id)], |row| row.get(0))?)
}
