//! Drafts: forms begun and not saved. Encrypted like everything else, never synced.

use jisr_domain::id::StaffId;
use rusqlite::{Row as SqlRow, params};
use uuid::Uuid;

use crate::state::{id_at, int, sql_id, uint};
use crate::{Reader, Result, Store};

/// A form begun and not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Which.
    pub id: Uuid,
    /// Whose: nobody else is shown it.
    pub staff: StaffId,
    /// Which form.
    pub kind: String,
    /// What it is called in a list.
    pub title: String,
    /// What was typed, as JSON of the form.
    pub body: String,
    /// What its writer had on screen (rule 4), where it edits a record.
    pub seen: Option<String>,
    /// When it was last touched, UTC milliseconds.
    pub updated_at: u64,
}

const COLUMNS: &str = "SELECT id, staff, kind, title, body, seen, updated_at FROM draft";

impl Reader<'_> {
    /// The drafts of `staff`, last touched first.
    ///
    /// # Errors
    /// Database errors.
    pub fn drafts(&self, staff: StaffId) -> Result<Vec<Draft>> {
        self.sql(
            &format!("{COLUMNS} WHERE staff = ?1 ORDER BY updated_at DESC"),
            [sql_id(staff.0)],
            draft,
        )
    }

    /// One draft of `staff`.
    ///
    /// # Errors
    /// Database errors.
    pub fn draft(&self, staff: StaffId, id: Uuid) -> Result<Option<Draft>> {
        Ok(self
            .sql(
                &format!("{COLUMNS} WHERE id = ?1 AND staff = ?2"),
                [sql_id(id), sql_id(staff.0)],
                draft,
            )?
            .pop())
    }
}

fn draft(row: &SqlRow<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        id: id_at(row, 0)?,
        staff: StaffId(id_at(row, 1)?),
        kind: row.get(2)?,
        title: row.get(3)?,
        body: row.get(4)?,
        seen: row.get(5)?,
        updated_at: uint(row.get(6)?),
    })
}

impl Store {
    /// Keeps a draft, in place of an earlier one of the same id and person.
    ///
    /// # Errors
    /// Database errors.
    pub fn save_draft(&self, draft: &Draft) -> Result<()> {
        self.alone(|conn| {
            conn.prepare_cached(
                "INSERT INTO draft (id, staff, kind, title, body, seen, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
                 ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, body = excluded.body, \
                 seen = excluded.seen, updated_at = excluded.updated_at WHERE staff = excluded.staff",
            )?
            .execute(params![
                sql_id(draft.id),
                sql_id(draft.staff.0),
                draft.kind,
                draft.title,
                draft.body,
                draft.seen,
                int(draft.updated_at)
            ])?;
            Ok(())
        })
    }

    /// Throws a draft of `staff` away.
    ///
    /// # Errors
    /// Database errors.
    pub fn drop_draft(&self, staff: StaffId, id: Uuid) -> Result<()> {
        self.alone(|conn| {
            conn.execute(
                "DELETE FROM draft WHERE id = ?1 AND staff = ?2",
                [sql_id(id), sql_id(staff.0)],
            )?;
            Ok(())
        })
    }
}
