//! A new identity for a cloned or restored disk (rule 9): own changes from the first that differs are renumbered
//! from 1 under it. What people said, and their signatures, do not change; nothing is lost.

use std::collections::BTreeMap;

use jisr_domain::id::DeviceId;
use jisr_domain::record::Kind;
use jisr_sync::change::SeenDots;
use jisr_sync::wire::Mark;
use jisr_sync::{Change, ChangeHash, Dot, Logged, RecordState, Seen, apply};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::enrol::printable;
use super::stage::clear;
use crate::state::{Row, Save, id_at, int, load, save, sql_id};
use crate::{Changes, DeviceInfo, Reader, Result, Store, log, open, replay};

impl Store {
    /// Takes the identity `new`, labelled `label`, and renumbers own changes from `from_seq` on. The changes before
    /// it stay the old identity's, at the hub already. Gives the records whose tokens of what was seen no longer
    /// hold.
    ///
    /// # Errors
    /// [`StoreError::Incoherent`](crate::StoreError::Incoherent) for a label that cannot be printed in a case number;
    /// disk and database errors; nothing has then changed.
    pub fn reidentify(&self, from_seq: u64, new: DeviceId, label: &str) -> Result<Changes> {
        printable(label)?;
        self.alone(|conn| {
            let device = open::load_device(conn)?;
            // A transaction is renumbered whole: it was signed whole.
            let from: Option<i64> = conn.query_row(
                "SELECT min(first) FROM tx WHERE last >= ?1",
                [int(from_seq)],
                |row| row.get(0),
            )?;
            let from = from.map_or(device.last_seq + 1, crate::state::uint);
            let rename = Rename {
                old: device.device,
                from,
                new,
            };
            let floor = device.mark.seq.min(from - 1);
            let own = replay::own_after(conn, floor)?;
            let renumbered = renumber(conn, &device, &rename)?;
            let mut changes = Changes::default();
            for ((code, id), written) in own {
                if let Some(kind) = Kind::from_code(&code) {
                    rename_record(conn, kind, id, &written, &rename)?;
                    changes.records.insert((kind, id));
                }
            }
            rename_drafts(conn, &rename)?;
            clear(conn)?;
            let (last_seq, last_hash) = renumbered;
            let identity = DeviceInfo {
                device: new,
                label: label.to_owned(),
                mark: Mark::default(),
                last_seq,
                last_hash,
                // What stays the old identity's was put below as if the hub had applied it, which only the hub
                // knows: everything is read again, as from a hub of another epoch.
                epoch: Some(Uuid::nil()),
                ..device
            };
            open::save_device(conn, &identity)?;
            Ok(changes)
        })
    }
}

struct Rename {
    old: DeviceId,
    from: u64,
    new: DeviceId,
}

impl Rename {
    fn dot(&self, dot: Dot) -> Dot {
        if dot.device == self.old && dot.seq >= self.from {
            Dot {
                device: self.new,
                seq: self.seq(dot.seq),
            }
        } else {
            dot
        }
    }

    fn seq(&self, seq: u64) -> u64 {
        seq - self.from + 1
    }

    fn seen(&self, seen: SeenDots) -> SeenDots {
        seen.into_iter()
            .map(|(name, dots)| (name, dots.into_iter().map(|dot| self.dot(dot)).collect()))
            .collect()
    }

    fn state(&self, mut state: RecordState) -> RecordState {
        for field in state.fields.values_mut() {
            for sibling in &mut field.siblings {
                sibling.dot = self.dot(sibling.dot);
            }
            field.siblings.sort_by_key(|sibling| sibling.dot);
            field.awaited = field.awaited.iter().map(|dot| self.dot(*dot)).collect();
        }
        if let Some(last) = state
            .context
            .get(&self.old)
            .copied()
            .filter(|last| *last >= self.from)
        {
            state.context.insert(self.new, self.seq(last));
            if self.from > 1 {
                state.context.insert(self.old, self.from - 1);
            } else {
                state.context.remove(&self.old);
            }
        }
        state
    }
}

/// Renumbers the log; gives its new end.
fn renumber(conn: &Connection, device: &DeviceInfo, rename: &Rename) -> Result<(u64, ChangeHash)> {
    let (old, from) = (sql_id(rename.old.0), int(rename.from));
    let moved = log::logged(conn, rename.from, device.last_seq)?;
    let tx_of: BTreeMap<i64, Uuid> = Reader::on(conn)
        .sql(
            "SELECT seq, tx FROM \"change\" WHERE seq >= ?1",
            [from],
            |row| Ok((row.get(0)?, id_at(row, 1)?)),
        )?
        .into_iter()
        .collect();
    conn.execute(
        "INSERT INTO former_change (device, seq, tx, seen, said, hash) SELECT ?1, seq, tx, seen, said, hash FROM \"change\" WHERE seq < ?2",
        params![old, from],
    )?;
    conn.execute(
        "INSERT INTO former_tx (id, device, first, last, actor, signature, at) SELECT id, ?1, first, last, actor, signature, at FROM tx WHERE first < ?2",
        params![old, from],
    )?;
    conn.execute("DELETE FROM tx WHERE first < ?1", [from])?;
    // Judged again under the new identity.
    conn.execute("DELETE FROM verdict WHERE tx IN (SELECT id FROM tx)", [])?;
    conn.execute("DELETE FROM \"change\"", [])?;
    // In two steps through the negatives: no number meets one that has not moved yet.
    conn.execute(
        "UPDATE tx SET first = -(first - ?1 + 1), last = last - ?1 + 1",
        [from],
    )?;
    conn.execute("UPDATE tx SET first = -first", [])?;
    let mut chain = ChangeHash::default();
    let mut last = 0;
    for logged in moved {
        let tx = tx_of.get(&int(logged.seq)).copied().unwrap_or_default();
        let seen: SeenDots = serde_json::from_str(logged.seen.get())?;
        let seen =
            serde_json::value::RawValue::from_string(serde_json::to_string(&rename.seen(seen))?)?;
        last = rename.seq(logged.seq);
        chain = log::append(
            conn,
            rename.new,
            tx,
            &Logged {
                seq: last,
                seen,
                payload: logged.payload,
            },
            chain,
        )?;
    }
    Ok((last, chain))
}

/// Renames the dots of one record. What stays the old identity's is at the hub: it goes below.
fn rename_record(
    conn: &Connection,
    kind: Kind,
    id: Uuid,
    changes: &[Change],
    rename: &Rename,
) -> Result<()> {
    let Some(row) = load(conn, kind, id)? else {
        return Ok(());
    };
    let Row {
        state,
        base_text,
        at_hub,
        ..
    } = row;
    let mut base: RecordState = match &base_text {
        Some(text) => serde_json::from_str(text)?,
        None => RecordState::default(),
    };
    for change in changes.iter().filter(|change| change.dot.seq < rename.from) {
        apply(&mut base, change, change.payload.stamp);
    }
    let pending = changes
        .last()
        .map(|change| change.dot.seq)
        .filter(|seq| *seq >= rename.from)
        .map_or(0, |seq| rename.seq(seq));
    let base_text = if pending > 0 && !base.fields.is_empty() {
        Some(serde_json::to_string(&base)?)
    } else {
        None
    };
    let state = rename.state(state);
    save(
        conn,
        kind,
        id,
        &Save {
            state: &state,
            base: base_text.as_deref(),
            pending,
            at_hub,
        },
    )?;
    Ok(())
}

/// What the writers of drafts had on screen, under its new names.
fn rename_drafts(conn: &Connection, rename: &Rename) -> Result<()> {
    let drafts = Reader::on(conn).sql(
        "SELECT id, seen FROM draft WHERE seen IS NOT NULL",
        [],
        |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)),
    )?;
    for (id, token) in drafts {
        if let Ok(Seen(dots)) = Seen::from_token(&token) {
            conn.execute(
                "UPDATE draft SET seen = ?2 WHERE id = ?1",
                params![id, Seen(rename.seen(dots)).token()],
            )?;
        }
    }
    Ok(())
}
