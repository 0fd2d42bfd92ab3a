//! The cases somebody may know of: listed, counted and paged by one question.

use std::collections::HashSet;

use jisr_domain::id::{CaseId, PersonId, ReferralId, StaffId};
use jisr_domain::record::Kind;
use jisr_domain::referral::Referral;
use rusqlite::params_from_iter;
use rusqlite::types::Value;
use serde_json::json;
use uuid::Uuid;

use crate::state::{id_at, sql_id};
use crate::{Reader, Result};

/// Which cases are asked for, of those `viewer` may know of.
#[derive(Clone, Debug)]
pub struct CaseQuery {
    /// Who asks: what they may not know of is in no answer and in no count.
    pub viewer: StaffId,
    /// Closed ones too.
    pub closed: bool,
    /// Only those given to somebody, who may know of them.
    pub given_to: Option<StaffId>,
    /// Only those of these people, or with this in their number when it is not empty.
    pub named: Option<(Vec<PersonId>, String)>,
}

/// A condition, and the values its question marks stand for, in their order.
struct Asked {
    sql: String,
    values: Vec<Value>,
}

impl Asked {
    fn and(&mut self, sql: &str, values: impl IntoIterator<Item = Value>) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
        self.values.extend(values);
    }
}

impl CaseQuery {
    /// The open cases `viewer` may know of.
    pub fn open(viewer: StaffId) -> Self {
        Self {
            viewer,
            closed: false,
            given_to: None,
            named: None,
        }
    }

    /// What it asks, of lines of `case_access` called `may_know`.
    fn asked(&self) -> Asked {
        let mut asked = Asked {
            sql: "may_know.staff IN ('*', ?)".to_owned(),
            values: vec![sql_id(self.viewer.0).into()],
        };
        if !self.closed {
            // One of which nothing has arrived is open, as the fold has it.
            asked.and(
                "NOT EXISTS (SELECT 1 FROM case_state ended WHERE ended.case_id = may_know.case_id AND ended.closed)",
                [],
            );
        }
        if let Some(staff) = self.given_to {
            asked.and(
                "may_know.case_id IN (SELECT given.case_id FROM case_staff given WHERE given.staff = ? AND NOT given.taken)",
                [sql_id(staff.0).into()],
            );
            // What is hidden from them they do not follow, whoever asks.
            if staff != self.viewer {
                asked.and(
                    "EXISTS (SELECT 1 FROM case_access theirs WHERE theirs.case_id = may_know.case_id AND theirs.staff IN ('*', ?))",
                    [sql_id(staff.0).into()],
                );
            }
        }
        if let Some((people, number)) = &self.named {
            asked.and(
                "EXISTS (SELECT 1 FROM \"case\" named WHERE named.id = may_know.case_id AND (named.person IN \
                 (SELECT value FROM json_each(?)) OR instr(named.number, nullif(?, '')) > 0))",
                [json!(people).to_string().into(), number.clone().into()],
            );
        }
        asked
    }
}

impl Reader<'_> {
    /// How many cases `query` is answered with.
    ///
    /// # Errors
    /// Database errors.
    pub fn count_cases(&self, query: &CaseQuery) -> Result<u32> {
        let asked = query.asked();
        let found = self.sql(
            &format!(
                "SELECT count(*) FROM case_access may_know WHERE {}",
                asked.sql
            ),
            params_from_iter(asked.values),
            |row| row.get(0),
        )?;
        Ok(found.first().copied().unwrap_or(0))
    }

    /// The cases `query` is answered with, in the order of their ids.
    ///
    /// # Errors
    /// Database errors.
    pub fn cases(&self, query: &CaseQuery) -> Result<Vec<CaseId>> {
        let asked = query.asked();
        self.sql(
            &format!(
                "SELECT may_know.case_id FROM case_access may_know WHERE {} ORDER BY may_know.case_id",
                asked.sql
            ),
            params_from_iter(asked.values),
            |row| id_at(row, 0).map(CaseId),
        )
    }

    /// A page of the cases `query` is answered with, by number, the newest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn page_of_cases(&self, query: &CaseQuery, limit: u32, offset: u32) -> Result<Vec<CaseId>> {
        let mut asked = query.asked();
        asked.values.extend([limit.into(), offset.into()]);
        self.sql(
            &format!(
                "SELECT listed.id FROM \"case\" listed CROSS JOIN case_access may_know ON may_know.case_id = listed.id \
                 WHERE {} ORDER BY listed.number DESC LIMIT ? OFFSET ?",
                asked.sql
            ),
            params_from_iter(asked.values),
            |row| id_at(row, 0).map(CaseId),
        )
    }

    /// The records of a case, of these kinds, that wait to be sent.
    ///
    /// # Errors
    /// Database errors.
    pub fn unsent_in_case(&self, kinds: &[Kind], case: CaseId) -> Result<HashSet<Uuid>> {
        let waiting: Vec<String> = kinds
            .iter()
            .map(|kind| {
                format!(
                    "SELECT id FROM \"{}\" WHERE \"case\" = ?1 AND pending > 0",
                    kind.code()
                )
            })
            .collect();
        let found = self.sql(&waiting.join(" UNION ALL "), [sql_id(case.0)], |row| {
            id_at(row, 0)
        })?;
        Ok(found.into_iter().collect())
    }

    /// The first `limit` of `cases`, by number.
    ///
    /// # Errors
    /// Database errors.
    pub fn first_by_number(&self, cases: &[CaseId], limit: u32) -> Result<Vec<CaseId>> {
        self.sql(
            "SELECT id FROM \"case\" WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY number LIMIT ?2",
            rusqlite::params![json!(cases).to_string(), limit],
            |row| id_at(row, 0).map(CaseId),
        )
    }

    /// The referrals of cases `viewer` may know of: every one, or those of cases given to them now and those they drafted.
    ///
    /// # Errors
    /// Database errors.
    pub fn referrals(&self, viewer: StaffId, own: bool) -> Result<Vec<(ReferralId, Referral)>> {
        let known = visible("\"referral\".\"case\"");
        let whose = if own {
            " AND (\"referral\".created_by = ?1 OR \"referral\".\"case\" IN \
             (SELECT given.case_id FROM case_staff given WHERE given.staff = ?1 AND NOT given.taken))"
        } else {
            ""
        };
        self.list::<Referral>(&format!("{known}{whose}"), [sql_id(viewer.0)])
    }
}

/// SQL that holds for the cases whose id is `case`, a column with its table's name, when `?1` may know of them.
pub(super) fn visible(case: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM case_access may_know WHERE may_know.case_id = {case} AND may_know.staff IN ('*', ?1))"
    )
}
