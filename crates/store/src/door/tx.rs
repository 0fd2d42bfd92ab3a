//! One transaction of one person.

use std::collections::BTreeSet;

use ed25519_dalek::SigningKey;
use jisr_domain::id::StaffId;
use jisr_domain::record::Kind;
use jisr_sync::change::{MAX_BYTES, MAX_CHANGES};
use jisr_sync::sign::sign_transaction;
use jisr_sync::{Dot, Logged};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::{Changes, Moment};
use crate::access::{self, Dirty};
use crate::search::Index;
use crate::state::{int, sql_id};
use crate::{DeviceInfo, Reader, Result, StoreError, audit, open};

/// A transaction under way. Nothing of it is visible elsewhere before it ends.
pub struct Tx<'c> {
    pub(super) reader: Reader<'c>,
    pub(super) device: DeviceInfo,
    pub(super) actor: StaffId,
    pub(super) moment: Moment,
    pub(super) tx: Uuid,
    /// Its changes so far, for the signature.
    pub(super) logged: Vec<Logged>,
    pub(super) bytes: usize,
    pub(super) records: BTreeSet<(Kind, Uuid)>,
    pub(super) dirty: Dirty,
    pub(crate) index: Index,
    /// Something failed between the first and the last statement of a write.
    pub(super) broken: bool,
    ids: u64,
}

impl<'c> Tx<'c> {
    pub(super) fn begin(conn: &'c Connection, actor: StaffId, moment: Moment) -> Result<Self> {
        let device = open::load_device(conn)?;
        let mut tx = Self {
            reader: Reader::on(conn),
            device,
            actor,
            moment,
            tx: Uuid::nil(),
            logged: Vec::new(),
            bytes: 0,
            records: BTreeSet::new(),
            dirty: Dirty::default(),
            index: Index::default(),
            broken: false,
            ids: 0,
        };
        tx.tx = tx.new_id();
        Ok(tx)
    }

    /// Works out who may know of the cases written so far, which otherwise waits for the end of the transaction: for what
    /// goes on in a case it has just opened.
    ///
    /// # Errors
    /// Database errors.
    pub fn settle_access(&mut self) -> Result<()> {
        let dirty = std::mem::take(&mut self.dirty);
        access::refresh(self.reader.conn(), dirty)
    }

    /// What is stored, this transaction's own writes included. Search finds them once it has ended.
    pub fn reader(&self) -> &Reader<'c> {
        &self.reader
    }

    /// Who writes.
    pub fn actor(&self) -> StaffId {
        self.actor
    }

    /// When.
    pub fn moment(&self) -> Moment {
        self.moment
    }

    /// A fresh id for a record (UUIDv7). Its random bits come from the device's secret, the end of its log and
    /// the moment: two disks cloned from one, writing at one place of their logs in one millisecond, is what it
    /// would take to give one twice.
    pub fn new_id<I: From<Uuid>>(&mut self) -> I {
        self.ids += 1;
        let mut hasher = blake3::Hasher::new_keyed(&self.device.secret);
        hasher.update(b"jisr id 1\0");
        hasher.update(self.device.device.0.as_bytes());
        hasher.update(&self.device.last_hash.0);
        hasher.update(&self.device.clock.last.0.to_le_bytes());
        hasher.update(&self.moment.ms.to_le_bytes());
        hasher.update(self.actor.0.as_bytes());
        hasher.update(&self.ids.to_le_bytes());
        let mut random = [0; 10];
        hasher.finalize_xof().fill(&mut random);
        I::from(uuid::Builder::from_unix_timestamp_millis(self.moment.ms, &random).into_uuid())
    }

    /// Notes in the audit log what is not a write: a view of a restricted record, a print, an export. `fields`
    /// are names, never values.
    ///
    /// # Errors
    /// Database errors.
    pub fn audit(
        &mut self,
        action: &str,
        kind: Option<Kind>,
        id: Option<Uuid>,
        fields: &[&str],
    ) -> Result<()> {
        self.note(action, kind, id, &fields.join(","))
    }

    /// Throws a draft of the writer away together with what it became.
    ///
    /// # Errors
    /// Database errors.
    pub fn drop_draft(&mut self, id: Uuid) -> Result<()> {
        let mut statement = self
            .conn()
            .prepare_cached("DELETE FROM draft WHERE id = ?1 AND staff = ?2")?;
        statement.execute(params![sql_id(id), sql_id(self.actor.0)])?;
        Ok(())
    }

    pub(crate) fn conn(&self) -> &'c Connection {
        self.reader.conn()
    }

    pub(super) fn note(
        &self,
        action: &str,
        kind: Option<Kind>,
        id: Option<Uuid>,
        fields: &str,
    ) -> Result<()> {
        let noted = audit::Noted {
            at_ms: self.moment.ms,
            staff: self.actor,
            action,
            kind,
            id,
            fields,
        };
        audit::append(self.conn(), &noted)
    }

    /// The name of the next change.
    pub(super) fn next_dot(&self) -> Dot {
        Dot {
            device: self.device.device,
            seq: self.device.last_seq + 1,
        }
    }

    /// Whether one more change of `bytes` fits (rule 7).
    pub(super) fn fits(&self, bytes: usize) -> Result<()> {
        if self.logged.len() >= MAX_CHANGES || self.bytes + bytes > MAX_BYTES {
            return Err(StoreError::TooLarge);
        }
        Ok(())
    }

    pub(super) fn finish(self, key: &SigningKey) -> Result<Changes> {
        if self.broken {
            return Err(StoreError::GivenUp);
        }
        let conn = self.conn();
        if let (Some(first), Some(last)) = (self.logged.first(), self.logged.last()) {
            let signature = sign_transaction(key, self.tx, self.actor, &self.logged);
            conn.prepare_cached("INSERT INTO tx (first, last, id, actor, signature, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(
                params![int(first.seq), int(last.seq), sql_id(self.tx), sql_id(self.actor.0), signature, int(self.moment.ms)],
            )?;
            open::save_device(conn, &self.device)?;
            self.index.flush(conn)?;
            access::refresh(conn, self.dirty)?;
        }
        Ok(Changes {
            records: self.records,
        })
    }
}
