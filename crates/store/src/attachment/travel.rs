//! What is to leave and to arrive, and each piece on its way.

use std::collections::BTreeSet;

use jisr_domain::attachment::Attachment;
use jisr_domain::id::AttachmentId;
use jisr_sync::attachment::Hash;
use rusqlite::params;
use uuid::Uuid;

use super::opened;
use crate::state::{id_at, sql_id, uint};
use crate::{Reader, Result, Store};

/// An attachment that is here and of which the hub has not said, in its present epoch, that it holds all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub id: AttachmentId,
    /// How many pieces it has.
    pub pieces: u32,
}

/// An attachment the hub holds and this device does not, or not all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Which.
    pub id: AttachmentId,
    /// The first piece not here.
    pub from: u32,
    /// How many pieces it has.
    pub pieces: u32,
}

/// What became of a piece that arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Kept; more are to come.
    Piece,
    /// Kept; the attachment is whole.
    Whole,
    /// Not what was sealed: not kept, and what was here before it still is.
    Altered,
    /// The pieces all open, and together are not what the record says: all dropped, to be fetched anew.
    Dropped,
    /// Not asked for.
    Unasked,
}

/// Here, and not said by the hub, in its present epoch (`?1`), to be there whole.
const TO_OFFER: &str = "attachment_file f JOIN attachment a ON a.id = f.id \
    WHERE f.here >= f.pieces AND a.withdrawn_on IS NULL \
    AND (f.epoch IS NULL OR f.epoch IS NOT ?1 OR a.complete IS NOT 1)";
/// At the hub, and not here or not all.
const WANTED: &str = "attachment a LEFT JOIN attachment_file f ON f.id = a.id \
    WHERE a.complete = 1 AND a.withdrawn_on IS NULL AND (f.id IS NULL OR f.here < f.pieces)";

/// How many are to leave and how many to arrive.
pub(super) fn waiting(reader: &Reader<'_>) -> Result<(u64, u64)> {
    let epoch = reader.device()?.epoch.map(|epoch| epoch.to_string());
    let count = |row: &rusqlite::Row<'_>| row.get::<_, i64>(0);
    let out = reader.sql(&format!("SELECT count(*) FROM {TO_OFFER}"), [epoch], count)?;
    let back = reader.sql(&format!("SELECT count(*) FROM {WANTED}"), [], count)?;
    let first = |found: Vec<i64>| uint(found.first().copied().unwrap_or(0));
    Ok((first(out), first(back)))
}

fn offers(reader: &Reader<'_>) -> Result<Vec<Offer>> {
    let epoch = reader.device()?.epoch.map(|epoch| epoch.to_string());
    reader.sql(
        &format!("SELECT f.id, f.pieces FROM {TO_OFFER} ORDER BY f.id DESC"),
        [epoch],
        |row| {
            Ok(Offer {
                id: AttachmentId(id_at(row, 0)?),
                pieces: row.get(1)?,
            })
        },
    )
}

/// Ids are in the order of creation: the newest first.
fn wanted(reader: &Reader<'_>) -> Result<Vec<Wanted>> {
    let listed = reader.sql(
        &format!("SELECT a.id, coalesce(f.here, 0) FROM {WANTED} ORDER BY a.id DESC"),
        [],
        |row| Ok((AttachmentId(id_at(row, 0)?), row.get(1)?)),
    )?;
    let mut wanted = Vec::new();
    for (id, from) in listed {
        // What cannot be opened is not fetched.
        if let Some(record) = reader.find::<Attachment>(id)?
            && let Ok((_, shape)) = opened(id, &record)
        {
            wanted.push(Wanted {
                id,
                from,
                pieces: shape.pieces(),
            });
        }
    }
    Ok(wanted)
}

impl Store {
    /// What is here and may be missing at the hub, newest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn attachments_to_offer(&self) -> Result<Vec<Offer>> {
        self.read(offers)
    }

    /// What the hub holds and is missing here, newest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn attachments_wanted(&self) -> Result<Vec<Wanted>> {
        self.read(wanted)
    }

    /// Takes note of the pieces the hub says it holds; gives those it lacks. With all of them there the attachment is
    /// at the hub, as of the present epoch.
    ///
    /// # Errors
    /// Database errors.
    pub fn attachment_at_hub(&self, offer: Offer, held: &[u32]) -> Result<Vec<u32>> {
        let held: BTreeSet<u32> = held.iter().copied().collect();
        let missing: Vec<u32> = (0..offer.pieces).filter(|n| !held.contains(n)).collect();
        let sent = usize::try_from(offer.pieces).unwrap_or(usize::MAX) - missing.len();
        self.alone(|conn| {
            let epoch = crate::open::load_device(conn)?.epoch;
            conn.prepare_cached("UPDATE attachment_file SET sent = ?2, epoch = ?3 WHERE id = ?1")?
                .execute(params![
                    sql_id(offer.id.0),
                    i64::try_from(sent).unwrap_or(i64::MAX),
                    epoch
                        .filter(|_| missing.is_empty())
                        .map(|epoch| epoch.to_string()),
                ])?;
            Ok(())
        })?;
        Ok(missing)
    }

    /// The hub took a piece; with the last one it has `completed` the attachment.
    ///
    /// # Errors
    /// Database errors.
    pub fn attachment_sent(&self, id: AttachmentId, completed: bool) -> Result<()> {
        self.alone(|conn| {
            let epoch = crate::open::load_device(conn)?.epoch;
            conn.prepare_cached(
                "UPDATE attachment_file SET sent = min(pieces, sent + 1), epoch = ?2 WHERE id = ?1",
            )?
            .execute(params![
                sql_id(id.0),
                epoch.filter(|_| completed).map(|epoch| epoch.to_string()),
            ])?;
            Ok(())
        })
    }

    /// Whether the bytes here are those the record says: what a failing disk altered is not sent, time and again.
    ///
    /// # Errors
    /// Disk and database errors.
    pub fn attachment_sound(&self, id: AttachmentId) -> Result<bool> {
        let known = self.read(|reader| {
            let row = reader.attachment_row(id.0)?;
            Ok(row.zip(reader.find::<Attachment>(id)?))
        })?;
        let Some((row, record)) = known else {
            return Ok(false);
        };
        let sealed = self.attachments().read(&row.address)?;
        Ok(sealed.is_some_and(|sealed| record.hash == Some(Hash::of(&sealed))))
    }

    /// A piece to be sent, encrypted as it lies here; none when it is not here.
    ///
    /// # Errors
    /// Disk and database errors.
    pub fn attachment_piece(&self, id: AttachmentId, n: u32) -> Result<Option<Vec<u8>>> {
        match self.read(|reader| reader.attachment_row(id.0))? {
            Some(row) if row.whole() => self.attachments().piece(&row.address, n),
            _ => Ok(None),
        }
    }

    /// Keeps a piece that arrived, once it opens as piece `n` of this attachment. The file is flushed before the
    /// database speaks of it.
    ///
    /// # Errors
    /// Disk and database errors.
    pub fn take_attachment_piece(&self, id: AttachmentId, n: u32, sealed: &[u8]) -> Result<Taken> {
        let (row, record) =
            self.read(|reader| Ok((reader.attachment_row(id.0)?, reader.find::<Attachment>(id)?)))?;
        let Some(record) = record else {
            return Ok(Taken::Unasked);
        };
        let (secret, shape) = opened(id, &record)?;
        if row.map_or(0, |row| row.here) != n {
            return Ok(Taken::Unasked);
        }
        if secret.open_piece(shape, n, sealed).is_err() {
            return Ok(Taken::Altered);
        }
        let (folder, address) = (self.attachments(), secret.address());
        folder.add(address, n, sealed)?;
        if !shape.is_last(n) {
            self.noted(id.0, address, shape.pieces(), n + 1, false)?;
            return Ok(Taken::Piece);
        }
        let whole = folder.read_part(address)?.unwrap_or_default();
        if record.hash != Some(Hash::of(&whole)) {
            folder.remove(address)?;
            self.noted(id.0, address, shape.pieces(), 0, false)?;
            return Ok(Taken::Dropped);
        }
        folder.finish(address)?;
        self.noted(id.0, address, shape.pieces(), n + 1, true)?;
        Ok(Taken::Whole)
    }

    fn noted(&self, id: Uuid, address: &str, pieces: u32, here: u32, whole: bool) -> Result<()> {
        self.alone(|conn| {
            let epoch = crate::open::load_device(conn)?.epoch;
            conn.prepare_cached(
                "INSERT INTO attachment_file (id, address, pieces, here, sent, epoch) VALUES (?1, ?2, ?3, ?4, ?3, ?5) \
                 ON CONFLICT (id) DO UPDATE SET here = excluded.here, sent = excluded.sent, epoch = excluded.epoch",
            )?
            .execute(params![
                sql_id(id),
                address,
                pieces,
                here,
                epoch.filter(|_| whole).map(|epoch| epoch.to_string()),
            ])?;
            Ok(())
        })
    }
}
