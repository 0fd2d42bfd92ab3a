//! What is no longer anybody's.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::files::{Folder, part_name};
use crate::{Reader, Result, Store};

impl Store {
    /// Takes off this device the bytes whose record left it, unless the hub never said that it holds them: those stay,
    /// unreadable without the key that left with the record, and are sent should it come back.
    ///
    /// # Errors
    /// Disk and database errors.
    pub fn sweep_attachments(&self) -> Result<()> {
        let folder = self.attachments();
        let gone = self.read(left)?;
        for (id, address) in gone {
            folder.remove(&address)?;
            self.alone(|conn| forget(conn, &id))?;
        }
        Ok(())
    }
}

/// The same when a profile is opened, before anybody adds anything; and what a power cut left: files nothing speaks of,
/// and rows whose file is not there, whose bytes are fetched again.
pub(crate) fn sweep_all(conn: &Connection, folder: &Folder) -> Result<()> {
    let reader = Reader::on(conn);
    for (id, address) in left(&reader)? {
        folder.remove(&address)?;
        forget(conn, &id)?;
    }
    let names = folder.names()?;
    let mut known = BTreeSet::new();
    for (id, address, whole, some) in reader.sql(
        "SELECT id, address, here >= pieces, here > 0 FROM attachment_file",
        [],
        |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, bool>(2)?,
                row.get::<_, bool>(3)?,
            ))
        },
    )? {
        let name = if whole { address } else { part_name(&address) };
        if some && !names.contains(&name) {
            conn.execute(
                "UPDATE attachment_file SET here = 0, epoch = NULL WHERE id = ?1",
                [id],
            )?;
        }
        known.insert(name);
    }
    for name in names.difference(&known) {
        folder.remove_named(name)?;
    }
    Ok(())
}

/// Rows whose record is not here, and whose bytes are at the hub or never were whole.
fn left(reader: &Reader<'_>) -> Result<Vec<(String, String)>> {
    reader.sql(
        "SELECT f.id, f.address FROM attachment_file f LEFT JOIN attachment a ON a.id = f.id \
         WHERE a.id IS NULL AND (f.epoch IS NOT NULL OR f.here < f.pieces)",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

fn forget(conn: &Connection, id: &str) -> Result<()> {
    conn.execute("DELETE FROM attachment_file WHERE id = ?1", [id])?;
    Ok(())
}
