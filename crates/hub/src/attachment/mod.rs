//! The bytes of attachments (rule 27): asked for, given and taken a piece at a time, by those who may read the record
//! and by nobody else.
//!
//! What the hub keeps is encrypted already; it checks lengths at once and the hash when the last piece is in. Then,
//! in the same transaction, it writes `complete` in the record by its own hand: whoever reads that it is complete can
//! fetch it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jisr_domain::attachment::Attachment;
use jisr_domain::id::{AttachmentId, DeviceId};
use jisr_domain::record::{Fields, Kind, Record};
use jisr_sync::attachment::{Hash, Shape};
use jisr_sync::wire::{
    GetReply, GetRequest, HaveReply, HaveRequest, HeldPieces, MAX_ASKED, PutReply, PutRequest,
};
use serde_json::Value;

use crate::database::{DeviceRow, RecordRow, Transaction};
use crate::error::Refused;
use crate::feed::{Audience, followed};
use crate::hub::welcome;
use crate::take::settle;
use crate::take::write_own;
use crate::{Hub, HubError};

/// What became of a piece.
enum Put {
    Taken {
        complete: bool,
    },
    /// All are here and are not what the record says: they were dropped.
    Wrong,
}

impl Hub {
    /// Says which pieces are here, of the attachments the device may read.
    ///
    /// # Errors
    /// [`Refused::BodyUnreadable`] above [`MAX_ASKED`]; [`HubError`].
    pub fn attachment_have(
        &self,
        device: DeviceId,
        request: &HaveRequest,
    ) -> Result<HaveReply, HubError> {
        if request.attachments.len() > MAX_ASKED {
            return Err(Refused::BodyUnreadable.into());
        }
        self.database.reading(|tx| {
            let reader = Readable::by(tx, &welcome(tx, device)?)?;
            let mut attachments = Vec::new();
            for id in &request.attachments {
                if reader.attachment(*id)?.is_some() {
                    attachments.push(HeldPieces {
                        id: *id,
                        pieces: tx.pieces(*id)?,
                    });
                }
            }
            Ok(HaveReply { attachments })
        })
    }

    /// Gives a piece.
    ///
    /// # Errors
    /// [`Refused::AttachmentUnknown`] when the device may not read it, or it is not here; [`HubError`].
    pub fn attachment_get(
        &self,
        device: DeviceId,
        request: &GetRequest,
    ) -> Result<GetReply, HubError> {
        self.database.reading(|tx| {
            let reader = Readable::by(tx, &welcome(tx, device)?)?;
            let known = reader.attachment(request.id)?;
            let bytes = known
                .map(|_| tx.piece(request.id, request.piece))
                .transpose()?
                .flatten()
                .ok_or(Refused::AttachmentUnknown)?;
            Ok(GetReply {
                bytes: URL_SAFE_NO_PAD.encode(bytes),
            })
        })
    }

    /// Takes a piece; with the last one, checks the whole and says in the record that it is complete.
    ///
    /// # Errors
    /// [`Refused::AttachmentUnknown`]; [`Refused::AttachmentWrong`] for bytes the record does not speak of;
    /// [`HubError`].
    pub fn attachment_put(
        &self,
        device: DeviceId,
        request: &PutRequest,
    ) -> Result<PutReply, HubError> {
        let bytes = URL_SAFE_NO_PAD
            .decode(&request.bytes)
            .map_err(|_| Refused::AttachmentWrong)?;
        let put = self.writing(|desk| {
            let tx = desk.tx;
            let (row, attachment) = Readable::by(tx, &welcome(tx, device)?)?
                .attachment(request.id)?
                .ok_or(Refused::AttachmentUnknown)?;
            let shape = shape(&attachment).ok_or(Refused::AttachmentWrong)?;
            if shape.piece_len(request.piece) != Some(bytes.len()) {
                return Err(Refused::AttachmentWrong.into());
            }
            tx.put_piece(request.id, request.piece, &bytes)?;
            if tx.pieces(request.id)?.len() < usize::try_from(shape.pieces()).unwrap_or(usize::MAX)
            {
                return Ok(Put::Taken { complete: false });
            }
            if attachment.hash != Some(hash(tx, request.id, shape)?) {
                tx.drop_pieces(request.id)?;
                return Ok(Put::Wrong);
            }
            let word = Fields::from([("complete".to_owned(), Value::Bool(true))]);
            write_own(desk, Kind::Attachment, request.id.0, row.center, word)?;
            settle(desk)?;
            Ok(Put::Taken { complete: true })
        })?;
        match put {
            Put::Taken { complete } => Ok(PutReply { complete }),
            Put::Wrong => Err(Refused::AttachmentWrong.into()),
        }
    }
}

/// What one device may read.
struct Readable<'a> {
    tx: &'a dyn Transaction,
    audience: Audience<'a>,
    feeds: Vec<jisr_domain::audience::Feed>,
}

impl<'a> Readable<'a> {
    fn by(tx: &'a dyn Transaction, device: &DeviceRow) -> Result<Self, HubError> {
        Ok(Self {
            tx,
            audience: Audience::new(tx),
            feeds: followed(tx, device)?,
        })
    }

    fn attachment(&self, id: AttachmentId) -> Result<Option<(RecordRow, Attachment)>, HubError> {
        let Some(row) = self
            .tx
            .record(&(Kind::Attachment.code().to_owned(), id.0))?
        else {
            return Ok(None);
        };
        let readers = self.audience.of(&row)?;
        if !self.feeds.iter().any(|feed| readers.contains(feed)) {
            return Ok(None);
        }
        Ok(Attachment::from_fields(&row.shown)
            .ok()
            .map(|attachment| (row, attachment)))
    }
}

fn shape(attachment: &Attachment) -> Option<Shape> {
    Shape::of(usize::try_from(attachment.size?).ok()?)
}

/// The hash of all pieces, one in memory at a time.
fn hash(tx: &dyn Transaction, id: AttachmentId, shape: Shape) -> Result<String, HubError> {
    let mut hash = Hash::default();
    for n in 0..shape.pieces() {
        hash.add(&tx.piece(id, n)?.unwrap_or_default());
    }
    Ok(hash.text())
}

/// What an attachment said to be complete lacks, in one line; nothing for any other record.
pub(crate) fn wrong(tx: &dyn Transaction, row: &RecordRow) -> Result<Option<String>, HubError> {
    if Kind::from_code(&row.kind) != Some(Kind::Attachment) {
        return Ok(None);
    }
    let attachment = Attachment::from_fields(&row.shown).unwrap_or_default();
    if attachment.complete != Some(true) {
        return Ok(None);
    }
    let whole = match shape(&attachment) {
        Some(shape) => attachment.hash == Some(hash(tx, AttachmentId(row.id), shape)?),
        None => false,
    };
    Ok((!whole).then(|| {
        format!(
            "attachment {}: said to be complete, and its bytes are not",
            row.id
        )
    }))
}
