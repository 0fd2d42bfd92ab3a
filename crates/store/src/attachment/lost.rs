//! Bytes that should lie here and do not.

use jisr_sync::attachment::TAG;
use rusqlite::Connection;

use super::files::Folder;
use crate::state::uint;
use crate::{Reader, Result};

/// Whole here as far as the database knows, and not said by the hub, in its present epoch (`?1`), to be there: were the
/// file gone, its bytes would be too. What was withdrawn is not asked for, nor what the next sweep takes away.
const ONLY_HERE: &str = "attachment_file f LEFT JOIN attachment a ON a.id = f.id \
    WHERE f.here >= f.pieces AND a.withdrawn_on IS NULL AND NOT (a.id IS NULL AND f.epoch IS NOT NULL) \
    AND (f.epoch IS NULL OR f.epoch IS NOT ?1 OR a.complete IS NOT 1)";

/// How many attachments have their bytes nowhere else, and not here either, or not all.
pub(crate) fn lost(reader: &Reader<'_>, folder: &Folder) -> Result<u64> {
    if !reader.conn().table_exists(None, "attachment_file")? {
        // An older file, before it is brought to this version.
        return Ok(0);
    }
    let epoch = reader.device()?.epoch.map(|epoch| epoch.to_string());
    let rows = reader.sql(
        &format!("SELECT f.address, f.pieces, a.size FROM {ONLY_HERE}"),
        [epoch],
        |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, u32>(1)?,
                row.get::<_, Option<i64>>(2)?,
            ))
        },
    )?;
    let mut lost = 0;
    for (address, pieces, size) in rows {
        let seals = u64::from(pieces) * u64::try_from(TAG).unwrap_or(0);
        let told = size.map(|size| uint(size) + seals);
        let here = folder.length(&address)?;
        lost += u64::from(here.is_none() || told.is_some_and(|told| here < Some(told)));
    }
    Ok(lost)
}

/// The names of the files that are whole here, as the database of `conn` knows them.
pub(crate) fn whole_here(conn: &Connection) -> Result<Vec<String>> {
    if !conn.table_exists(None, "attachment_file")? {
        return Ok(Vec::new());
    }
    Reader::on(conn).sql(
        "SELECT address FROM attachment_file WHERE here >= pieces",
        [],
        |row| row.get(0),
    )
}
