//! The bytes of attachments on this device (rule 27): files in the folder `attachments`, encrypted each under a key of
//! its own that stands in the record, hence in the encrypted database. Their names are derived from that key and tell
//! nothing.
//!
//! A file is in place, whole and flushed, before the transaction that speaks of it; what a power cut leaves without a
//! record is swept away when the profile is opened. Nothing is taken off this device while the hub has not said that it
//! holds all of it.

mod files;
mod lost;
mod sweep;
mod travel;

use jisr_domain::attachment::Attachment;
use jisr_domain::id::AttachmentId;
use jisr_sync::attachment::{Hash, Secret, Shape};
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

pub(crate) use files::Folder;
pub(crate) use lost::{lost, whole_here};
pub(crate) use sweep::sweep_all;
pub use travel::{Offer, Taken, Wanted};

use crate::state::sql_id;
use crate::{Reader, Result, Store, StoreError, Tx};

/// Where the bytes of an attachment are, as told to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On this device; the hub has not said that it holds all of it.
    OnlyHere,
    /// On this device and at the hub.
    AtHub,
    /// At the hub, not on this device yet.
    NotHere,
    /// Not at the hub yet, nor here: whoever added it has not sent it.
    Awaited,
}

/// Bytes encrypted and flushed to this device's disk.
pub struct Placed {
    id: AttachmentId,
    address: String,
    pieces: u32,
    /// For the record.
    pub hash: String,
    /// For the record.
    pub key: String,
}

impl Store {
    /// Encrypts `plain` under the key made of `random`, and flushes it to this device's disk. Nothing speaks of it
    /// until [`Tx::keep_attachment`].
    ///
    /// # Errors
    /// [`StoreError::TooLarge`] when it is empty or larger than any attachment; disk errors.
    pub fn place_attachment(
        &self,
        id: AttachmentId,
        random: &[u8; 32],
        plain: &[u8],
    ) -> Result<Placed> {
        let key = Secret::text(random);
        let shape = Shape::of(plain.len()).ok_or(StoreError::TooLarge)?;
        let secret = Secret::of(&key, id.0).ok_or(StoreError::AttachmentDamaged)?;
        let sealed = secret.seal(plain).map_err(|_| StoreError::TooLarge)?;
        self.attachments().place(secret.address(), &sealed)?;
        Ok(Placed {
            id,
            address: secret.address().to_owned(),
            pieces: shape.pieces(),
            hash: Hash::of(&sealed),
            key,
        })
    }

    /// The bytes of an attachment, opened; none when they are not all here.
    ///
    /// # Errors
    /// [`StoreError::AttachmentDamaged`] when what is here is not what was sealed; disk and database errors.
    pub fn attachment(&self, id: AttachmentId) -> Result<Option<Vec<u8>>> {
        self.read(|reader| match reader.find::<Attachment>(id)? {
            Some(record) => self.attachment_of(reader, id, &record),
            None => Ok(None),
        })
    }

    /// [`Store::attachment`], for whoever is reading already and has its record.
    ///
    /// # Errors
    /// Those of [`Store::attachment`].
    pub fn attachment_of(
        &self,
        reader: &Reader<'_>,
        id: AttachmentId,
        record: &Attachment,
    ) -> Result<Option<Vec<u8>>> {
        let Some(row) = reader.attachment_row(id.0)?.filter(Row::whole) else {
            return Ok(None);
        };
        let (secret, shape) = opened(id, record)?;
        let Some(sealed) = self.attachments().read(&row.address)? else {
            return Ok(None);
        };
        let plain = secret
            .open(shape, &sealed)
            .map_err(|_| StoreError::AttachmentDamaged)?;
        Ok(Some(plain))
    }

    pub(crate) fn attachments(&self) -> Folder {
        Folder::of(self.folder())
    }
}

impl Tx<'_> {
    /// Speaks of bytes placed before, in the transaction that writes their record.
    ///
    /// # Errors
    /// Database errors.
    pub fn keep_attachment(&mut self, placed: &Placed) -> Result<()> {
        self.reader()
            .conn()
            .prepare_cached(
                "INSERT INTO attachment_file (id, address, pieces, here) VALUES (?1, ?2, ?3, ?3)",
            )?
            .execute(params![sql_id(placed.id.0), placed.address, placed.pieces])?;
        Ok(())
    }
}

/// What is noted of the bytes of an attachment.
pub(crate) struct Row {
    pub(crate) address: String,
    pub(crate) pieces: u32,
    pub(crate) here: u32,
    pub(crate) epoch: Option<String>,
}

impl Row {
    pub(crate) fn whole(&self) -> bool {
        self.here >= self.pieces
    }
}

impl Reader<'_> {
    pub(crate) fn attachment_row(&self, id: Uuid) -> Result<Option<Row>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT address, pieces, here, epoch FROM attachment_file WHERE id = ?1",
        )?;
        Ok(statement
            .query_row([sql_id(id)], |row| {
                Ok(Row {
                    address: row.get(0)?,
                    pieces: row.get(1)?,
                    here: row.get(2)?,
                    epoch: row.get(3)?,
                })
            })
            .optional()?)
    }

    /// Where the bytes of an attachment are. That the hub holds them is believed only of the epoch in which it said
    /// so to this device: one restored from a backup may have lost them.
    ///
    /// # Errors
    /// Database errors.
    pub fn attachment_place(&self, id: AttachmentId, record: &Attachment) -> Result<Place> {
        let complete = record.complete == Some(true);
        let epoch = self.device()?.epoch.map(|epoch| epoch.to_string());
        Ok(match self.attachment_row(id.0)? {
            Some(row) if row.whole() && complete && row.epoch.is_some() && row.epoch == epoch => {
                Place::AtHub
            }
            Some(row) if row.whole() => Place::OnlyHere,
            _ if complete => Place::NotHere,
            _ => Place::Awaited,
        })
    }

    /// How many attachments wait to be sent, and how many to be fetched.
    ///
    /// # Errors
    /// Database errors.
    pub fn attachments_waiting(&self) -> Result<(u64, u64)> {
        travel::waiting(self)
    }
}

/// What opens the bytes of a record, and their shape.
pub(crate) fn opened(id: AttachmentId, record: &Attachment) -> Result<(Secret, Shape)> {
    let secret = record.key.as_deref().and_then(|key| Secret::of(key, id.0));
    let shape = record
        .size
        .and_then(|size| Shape::of(usize::try_from(size).ok()?));
    secret.zip(shape).ok_or(StoreError::AttachmentDamaged)
}
