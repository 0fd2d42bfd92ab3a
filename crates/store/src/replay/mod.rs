//! Own changes replayed on the hub's state (rule 15), and columns shown again after an upgrade.

use std::collections::BTreeMap;

use jisr_domain::record::Kind;
use jisr_sync::{Change, RecordState, apply};
use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::search::Index;
use crate::state::{Save, id_at, load, save, sql_id};
use crate::{Reader, Result, access, log, open};

/// Own changes by record, in order.
pub(crate) type Own = BTreeMap<(String, Uuid), Vec<Change>>;

/// Own changes after `seq`.
pub(crate) fn own_after(conn: &Connection, seq: u64) -> Result<Own> {
    let device = open::load_device(conn)?;
    let mut own = Own::new();
    for change in log::changes(conn, device.device, seq + 1, device.last_seq)? {
        own.entry((change.payload.kind.clone(), change.payload.id))
            .or_default()
            .push(change);
    }
    Ok(own)
}

/// `base` with the changes after `mark` on top. Their stamps are the device's own until the hub bounds them.
pub(crate) fn replay(base: &RecordState, changes: &[Change], mark: u64) -> RecordState {
    let mut state = base.clone();
    for change in changes.iter().filter(|change| change.dot.seq > mark) {
        apply(&mut state, change, change.payload.stamp);
    }
    state
}

/// After an upgrade: records of kinds now declared come out of `opaque`, and every row, index and access list is
/// made again from the states, which an older version kept whole (rule 12).
pub(crate) fn show_again(conn: &Connection) -> Result<()> {
    let reader = Reader::on(conn);
    let opaque = reader.sql("SELECT kind, id, state FROM opaque", [], |row| {
        Ok((
            row.get::<_, String>(0)?,
            id_at(row, 1)?,
            row.get::<_, String>(2)?,
        ))
    })?;
    for (code, id, state) in opaque {
        if let Some(kind) = Kind::from_code(&code) {
            let state = serde_json::from_str(&state)?;
            save(
                conn,
                kind,
                id,
                &Save {
                    state: &state,
                    base: None,
                    pending: 0,
                    at_hub: 1,
                },
            )?;
            conn.execute(
                "DELETE FROM opaque WHERE kind = ?1 AND id = ?2",
                params![code, sql_id(id)],
            )?;
        }
    }
    conn.execute_batch(
        "INSERT INTO person_term (person_term) VALUES ('delete-all'); DELETE FROM name_word; DELETE FROM name_sound; DELETE FROM person_key; \
         DELETE FROM person_found;",
    )?;
    let mut index = Index::default();
    for kind in Kind::ALL {
        for id in reader.sql(&format!("SELECT id FROM \"{}\"", kind.code()), [], |row| {
            id_at(row, 0)
        })? {
            let Some(row) = load(conn, *kind, id)? else {
                continue;
            };
            let new = Save {
                state: &row.state,
                base: row.base_text.as_deref(),
                pending: row.pending,
                at_hub: row.at_hub,
            };
            let shown = save(conn, *kind, id, &new)?;
            if *kind == Kind::Person {
                index.update(conn, id, Some(&shown))?;
            }
        }
    }
    index.flush(conn)?;
    access::rebuild(conn)
}
