//! Who may know of a record, by what its kind says it is about: for whoever reads records of any kind.

use jisr_domain::id::{CenterId, StaffId};
use jisr_domain::record::{Kind, Subject};
use jisr_domain::role::Role;
use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::{may_see_case, may_see_person};
use crate::state::{id_at, sql_id};
use crate::{Reader, Result};

impl Reader<'_> {
    /// Whether `staff` may know of what is about `subject`. What does not say whom it is about is nobody's.
    ///
    /// # Errors
    /// Database errors.
    pub fn may_know(&self, subject: &Subject, staff: StaffId) -> Result<bool> {
        match subject {
            Subject::Center => Ok(true),
            Subject::Directors => Ok(self.role_here(staff)? == Some(Role::Director)),
            Subject::Unknown => Ok(false),
            Subject::Of { people, case } => {
                for person in people {
                    if !may_see_person(self.conn(), person.0, staff)? {
                        return Ok(false);
                    }
                }
                case.map_or(Ok(true), |case| may_see_case(self.conn(), case.0, staff))
            }
            Subject::ThatOf(kind, id) => self.may_know_of(*kind, *id, staff),
            Subject::Members(kind, field, id) => self.may_know_all(*kind, field, *id, staff),
            Subject::Addressed(center, parent) => {
                if self.takes_in(*center, staff)? {
                    return Ok(true);
                }
                parent.map_or(Ok(false), |(kind, id)| self.may_know_of(kind, id, staff))
            }
        }
    }

    /// [`Reader::may_know`] of a record as it is here; not of one that is not.
    ///
    /// # Errors
    /// Database errors.
    pub fn may_know_of(&self, kind: Kind, id: Uuid, staff: StaffId) -> Result<bool> {
        let definition = kind.definition();
        match self.state(kind, id)? {
            None => Ok(false),
            Some(state) => {
                let subject = definition.about.subject(id, &state.shown(&definition));
                self.may_know(&subject, staff)
            }
        }
    }

    /// Whether `staff` may know of every record of `kind` that names `id` in `field`. Of none, nobody has anything to hide.
    fn may_know_all(&self, kind: Kind, field: &str, id: Uuid, staff: StaffId) -> Result<bool> {
        let members = self.sql(
            &format!("SELECT id FROM \"{}\" WHERE \"{field}\" = ?1", kind.code()),
            [sql_id(id)],
            |row| id_at(row, 0),
        )?;
        for member in members {
            if !self.may_know_of(kind, member, staff)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether what is sent to `center` is taken in by `staff`: this is that center, and it is for their role.
    fn takes_in(&self, center: CenterId, staff: StaffId) -> Result<bool> {
        if self.device()?.center != center {
            return Ok(false);
        }
        Ok(self.role_here(staff)?.is_some_and(Role::takes_in_referrals))
    }

    /// The function of somebody who works here still.
    fn role_here(&self, staff: StaffId) -> Result<Option<Role>> {
        let role: Option<String> = self
            .conn()
            .prepare_cached("SELECT role FROM staff WHERE id = ?1 AND left_on IS NULL")?
            .query_row([sql_id(staff.0)], |row| row.get(0))
            .optional()?
            .flatten();
        Ok(role.and_then(|code| Role::from_code(&code)))
    }
}
