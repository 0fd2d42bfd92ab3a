//! The audit log: who, when, which record and which fields, never a value. Append-only, hash-chained.

use jisr_domain::id::StaffId;
use jisr_domain::record::Kind;
use rusqlite::{Connection, OptionalExtension, Row as SqlRow, params};
use uuid::Uuid;

use crate::state::{id_at, int, opt_id_at, sql_id, uint};
use crate::{Reader, Result};

/// One line of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its place, from 1.
    pub n: u64,
    /// When, UTC milliseconds.
    pub at_ms: u64,
    /// Who.
    pub staff: StaffId,
    /// What (`create`, `update`, `view`, `print`, …).
    pub action: String,
    /// On which kind of record.
    pub kind: Option<Kind>,
    /// On which record.
    pub id: Option<Uuid>,
    /// Which fields.
    pub fields: Vec<String>,
}

/// What is being noted.
pub(crate) struct Noted<'a> {
    pub(crate) at_ms: u64,
    pub(crate) staff: StaffId,
    pub(crate) action: &'a str,
    pub(crate) kind: Option<Kind>,
    pub(crate) id: Option<Uuid>,
    /// Field names, comma-separated.
    pub(crate) fields: &'a str,
}

/// Appends a line.
pub(crate) fn append(conn: &Connection, noted: &Noted<'_>) -> Result<()> {
    let mut last = conn.prepare_cached("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1")?;
    let (n, before) = last
        .query_row([], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?))
        })
        .optional()?
        .unwrap_or_default();
    let (staff, id) = (sql_id(noted.staff.0), noted.id.map(sql_id));
    let kind = noted.kind.map(Kind::code);
    let hash = link(
        &before,
        uint(n + 1),
        noted.at_ms,
        &staff,
        noted.action,
        kind,
        id.as_deref(),
        noted.fields,
    );
    conn.prepare_cached("INSERT INTO audit (n, at, staff, action, kind, id, fields, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?
        .execute(params![n + 1, int(noted.at_ms), staff, noted.action, kind, id, noted.fields, hash])?;
    Ok(())
}

#[allow(clippy::too_many_arguments, reason = "the columns of a line, in order")]
fn link(
    before: &[u8; 32],
    n: u64,
    at: u64,
    staff: &str,
    action: &str,
    kind: Option<&str>,
    id: Option<&str>,
    fields: &str,
) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(b"jisr audit 1\0");
    hasher.update(before);
    hasher.update(&n.to_le_bytes());
    hasher.update(&at.to_le_bytes());
    for part in [staff, action, kind.unwrap_or(""), id.unwrap_or(""), fields] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    *hasher.finalize().as_bytes()
}

/// The first line that does not follow from the one before.
pub(crate) fn broken_at(conn: &Connection) -> Result<Option<u64>> {
    let mut statement =
        conn.prepare("SELECT n, at, staff, action, kind, id, fields, hash FROM audit ORDER BY n")?;
    let mut rows = statement.query([])?;
    let mut before = (0, [0; 32]);
    while let Some(row) = rows.next()? {
        let n = uint(row.get(0)?);
        let (staff, action, fields): (String, String, String) =
            (row.get(2)?, row.get(3)?, row.get(6)?);
        let (kind, id): (Option<String>, Option<String>) = (row.get(4)?, row.get(5)?);
        let hash: [u8; 32] = row.get(7)?;
        let expected = link(
            &before.1,
            n,
            uint(row.get(1)?),
            &staff,
            &action,
            kind.as_deref(),
            id.as_deref(),
            &fields,
        );
        if n != before.0 + 1 || hash != expected {
            return Ok(Some(n));
        }
        before = (n, hash);
    }
    Ok(None)
}

impl Reader<'_> {
    /// The last `limit` lines of the audit log, newest first; of one record when `id` says which.
    ///
    /// # Errors
    /// Database errors.
    pub fn audit(&self, id: Option<Uuid>, limit: u32) -> Result<Vec<AuditEntry>> {
        const COLUMNS: &str = "SELECT n, at, staff, action, kind, id, fields FROM audit";
        match id {
            Some(id) => self.sql(
                &format!("{COLUMNS} WHERE id = ?1 ORDER BY n DESC LIMIT ?2"),
                params![sql_id(id), limit],
                entry,
            ),
            None => self.sql(
                &format!("{COLUMNS} ORDER BY n DESC LIMIT ?1"),
                params![limit],
                entry,
            ),
        }
    }

    /// The first line of the audit log that was altered, if any.
    ///
    /// # Errors
    /// Database errors.
    pub fn audit_broken_at(&self) -> Result<Option<u64>> {
        broken_at(self.conn())
    }
}

fn entry(row: &SqlRow<'_>) -> rusqlite::Result<AuditEntry> {
    let (kind, fields): (Option<String>, String) = (row.get(4)?, row.get(6)?);
    Ok(AuditEntry {
        n: uint(row.get(0)?),
        at_ms: uint(row.get(1)?),
        staff: StaffId(id_at(row, 2)?),
        action: row.get(3)?,
        kind: kind.as_deref().and_then(Kind::from_code),
        id: opt_id_at(row, 5)?,
        fields: fields
            .split(',')
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
    })
}
