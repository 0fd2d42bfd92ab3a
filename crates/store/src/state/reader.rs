//! Reading one snapshot.

use std::fmt::Display;

use jisr_domain::id::{CaseId, PersonId, StaffId};
use jisr_domain::record::{Kind, Record};
use jisr_domain::role::Role;
use jisr_sync::RecordState;
use rusqlite::{Connection, Params, Row as SqlRow};
use uuid::Uuid;

use super::held::{Held, held};
use super::sql::of;
use super::{decode, id_at, row, uint, uuid_of};
use crate::{DeviceInfo, Result, StoreError, access};

/// One snapshot of the database, read-only.
pub struct Reader<'c> {
    conn: &'c Connection,
}

impl<'c> Reader<'c> {
    pub(crate) fn on(conn: &'c Connection) -> Self {
        Self { conn }
    }

    pub(crate) fn conn(&self) -> &'c Connection {
        self.conn
    }

    /// A record, with what an editable view needs.
    ///
    /// # Errors
    /// Database errors.
    pub fn get<R: Record>(&self, id: R::Id) -> Result<Option<Held<R>>> {
        row::load(self.conn, R::KIND, uuid_of(id))?
            .map(|row| held(id, row))
            .transpose()
    }

    /// A record as shown, from its columns only: cheaper than [`Reader::get`].
    ///
    /// # Errors
    /// Database errors.
    pub fn find<R: Record>(&self, id: R::Id) -> Result<Option<R>> {
        Ok(self
            .list::<R>("\"id\" = ?1", [id.to_string()])?
            .pop()
            .map(|(_, record)| record))
    }

    /// The records whose `column` is one of `ids`, in the order of their ids.
    ///
    /// # Errors
    /// Database errors.
    pub fn where_in<R: Record>(
        &self,
        column: &str,
        ids: &[impl Display],
    ) -> Result<Vec<(R::Id, R)>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
        self.list::<R>(
            &format!("\"{column}\" IN (SELECT value FROM json_each(?1)) ORDER BY \"id\""),
            [serde_json::json!(ids).to_string()],
        )
    }

    /// The records for which `where_sql` holds, from their columns only. It may go on with `ORDER BY` and
    /// `LIMIT`; columns are the declared fields, `id`, `pending`, `at_hub` and `conflicts`. Values go in
    /// `params`, never in the text.
    ///
    /// # Errors
    /// Database errors.
    pub fn list<R: Record>(&self, where_sql: &str, params: impl Params) -> Result<Vec<(R::Id, R)>> {
        let sql = of(R::KIND);
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {} FROM \"{}\" WHERE {where_sql}",
            sql.columns,
            R::KIND.code()
        ))?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let id = R::Id::from(id_at(row, 0)?);
            found.push((id, decode::record(row, &sql.definition, 1)?));
        }
        Ok(found)
    }

    /// The records whose `column` is `value`, in the order of their ids (of creation).
    ///
    /// # Errors
    /// [`StoreError::UnknownField`] when the kind declares no such field; database errors.
    pub fn by<R: Record>(
        &self,
        column: &'static str,
        value: impl Display,
    ) -> Result<Vec<(R::Id, R)>> {
        let kind = R::KIND;
        if R::DEFINITION.field(column).is_none() {
            return Err(StoreError::UnknownField {
                kind,
                field: column.to_owned(),
            });
        }
        self.list::<R>(
            &format!("\"{column}\" = ?1 ORDER BY \"id\""),
            [value.to_string()],
        )
    }

    /// How many records of `kind` there are for which `where_sql` holds.
    ///
    /// # Errors
    /// Database errors.
    pub fn count(&self, kind: Kind, where_sql: &str, params: impl Params) -> Result<u64> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT count(*) FROM \"{}\" WHERE {where_sql}",
            kind.code()
        ))?;
        Ok(uint(statement.query_row(params, |row| row.get(0))?))
    }

    /// Everything known of a record.
    ///
    /// # Errors
    /// Database errors.
    pub fn state(&self, kind: Kind, id: Uuid) -> Result<Option<RecordState>> {
        Ok(row::load(self.conn, kind, id)?.map(|row| row.state))
    }

    /// Rows of any reading statement, for tests that look into the tables. Whoever shows something to a person asks by name,
    /// so that who may see stays with the tables: `make check` refuses this in `commands`.
    ///
    /// # Errors
    /// [`StoreError::NotARead`] when it would write; database errors.
    pub fn inspect<T>(
        &self,
        sql: &str,
        params: impl Params,
        map: impl FnMut(&SqlRow<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        self.sql(sql, params, map)
    }

    /// Rows of any reading statement, for lists that join kinds. The schema is `src/migrations/`.
    ///
    /// # Errors
    /// [`StoreError::NotARead`] when it would write; database errors.
    pub(crate) fn sql<T>(
        &self,
        sql: &str,
        params: impl Params,
        map: impl FnMut(&SqlRow<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        if !statement.readonly() {
            return Err(StoreError::NotARead);
        }
        let rows = statement.query_map(params, map)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// [`Reader::sql`], for rows that come in the order of a key: what `map` makes of those of one key is handed over
    /// together, so that a walk over everything never holds everything.
    ///
    /// # Errors
    /// As [`Reader::sql`].
    pub(crate) fn groups<K: PartialEq, V>(
        &self,
        sql: &str,
        params: impl Params,
        mut map: impl FnMut(&SqlRow<'_>) -> rusqlite::Result<(K, V)>,
        mut each: impl FnMut(&K, &[V]),
    ) -> Result<()> {
        let mut group: Option<(K, Vec<V>)> = None;
        self.sql(sql, params, |row| {
            let (key, value) = map(row)?;
            match &mut group {
                Some((of, values)) if *of == key => values.push(value),
                before => {
                    if let Some((of, values)) = before.replace((key, vec![value])) {
                        each(&of, &values);
                    }
                }
            }
            Ok(())
        })?;
        if let Some((of, values)) = group {
            each(&of, &values);
        }
        Ok(())
    }

    /// Every record in conflict, with the number of its fields that are.
    ///
    /// # Errors
    /// Database errors.
    pub fn conflicts(&self) -> Result<Vec<(Kind, Uuid, u64)>> {
        let mut found = Vec::new();
        for kind in Kind::ALL {
            let rows = self.sql(
                &format!(
                    "SELECT id, conflicts FROM \"{}\" WHERE conflicts > 0 ORDER BY id",
                    kind.code()
                ),
                [],
                |row| Ok((*kind, id_at(row, 0)?, uint(row.get(1)?))),
            )?;
            found.extend(rows);
        }
        Ok(found)
    }

    /// The device, its hub, its mark and its clock.
    ///
    /// # Errors
    /// Database errors.
    pub fn device(&self) -> Result<DeviceInfo> {
        crate::open::load_device(self.conn)
    }

    /// Whether `staff`, whose function is `role`, may know of a case (rules 20–21): not when it is restricted
    /// and they are neither assigned nor director, not when it is sealed and they are not named, not when it
    /// has not arrived.
    ///
    /// # Errors
    /// Database errors.
    pub fn visible_case(&self, case: CaseId, staff: StaffId, role: Role) -> Result<bool> {
        Ok(role.follows_cases() && access::may_see_case(self.conn, case.0, staff)?)
    }

    /// Whether `staff` may know of a person: not when a sealed case of theirs does not name `staff`.
    ///
    /// # Errors
    /// Database errors.
    pub fn visible_person(&self, person: PersonId, staff: StaffId) -> Result<bool> {
        access::may_see_person(self.conn, person.0, staff)
    }
}
