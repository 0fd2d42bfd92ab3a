//! The log of own changes: what is pushed, and what is replayed.

pub(crate) mod pending;
mod prune;

use jisr_domain::id::DeviceId;
use jisr_sync::{Change, ChangeHash, Logged};
use rusqlite::{Connection, Row as SqlRow, params};
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::Result;
use crate::state::{int, sql_id, uint};

/// Appends a change; gives the chain after it.
pub(crate) fn append(
    conn: &Connection,
    device: DeviceId,
    tx: Uuid,
    logged: &Logged,
    chain: ChangeHash,
) -> Result<ChangeHash> {
    let hash = chain.then(logged.payload_hash(device));
    conn.prepare_cached(
        "INSERT INTO \"change\" (seq, tx, seen, said, hash) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        int(logged.seq),
        sql_id(tx),
        logged.seen.get(),
        logged.payload.get(),
        hash.0
    ])?;
    Ok(hash)
}

/// Own changes from `first` to `last`, in order.
pub(crate) fn logged(conn: &Connection, first: u64, last: u64) -> Result<Vec<Logged>> {
    let mut statement = conn.prepare_cached(
        "SELECT seq, seen, said FROM \"change\" WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq",
    )?;
    let rows = statement.query_map(params![int(first), int(last)], logged_at)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// [`logged`], read.
pub(crate) fn changes(
    conn: &Connection,
    device: DeviceId,
    first: u64,
    last: u64,
) -> Result<Vec<Change>> {
    logged(conn, first, last)?
        .iter()
        .map(|logged| Ok(logged.read(device)?))
        .collect()
}

/// The change in the first three columns of a row: seq, seen, said.
pub(crate) fn logged_at(row: &SqlRow<'_>) -> rusqlite::Result<Logged> {
    Ok(Logged {
        seq: uint(row.get(0)?),
        seen: raw(row, 1)?,
        payload: raw(row, 2)?,
    })
}

fn raw(row: &SqlRow<'_>, place: usize) -> rusqlite::Result<Box<RawValue>> {
    RawValue::from_string(row.get(place)?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(place, rusqlite::types::Type::Text, error.into())
    })
}

/// The first change whose link does not follow from the one before.
pub(crate) fn broken_at(conn: &Connection) -> Result<Option<u64>> {
    let device = crate::open::load_device(conn)?.device;
    let mut statement =
        conn.prepare("SELECT seq, seen, said, hash FROM \"change\" ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let mut before: Option<(u64, ChangeHash)> = Some((0, ChangeHash::default()));
    while let Some(row) = rows.next()? {
        let logged = logged_at(row)?;
        let hash = ChangeHash(row.get(3)?);
        // After a gap (older changes no longer kept) the chain can only be followed from here on.
        if let Some((_, link)) = before.filter(|(seq, _)| seq + 1 == logged.seq)
            && link.then(logged.payload_hash(device)) != hash
        {
            return Ok(Some(logged.seq));
        }
        before = Some((logged.seq, hash));
    }
    Ok(None)
}
