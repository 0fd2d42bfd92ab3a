//! A case in a list.

use std::collections::HashMap;

use chrono::NaiveDate;
use jisr_domain::case::CaseStatus;
use jisr_domain::case::Confidentiality;
use jisr_domain::id::{CaseId, StaffId};
use jisr_store::Reader;

use super::CaseRow;
use super::bundle::{CaseBundle, load};
use crate::error::CommandError;
use crate::session::Session;
use crate::view::{Due, StaffCard};

/// Names of staff, each asked for once.
#[derive(Default)]
pub(crate) struct Names(HashMap<StaffId, StaffCard>);

impl Names {
    pub(crate) fn of(
        &mut self,
        reader: &Reader<'_>,
        staff: StaffId,
    ) -> Result<StaffCard, CommandError> {
        if let Some(card) = self.0.get(&staff) {
            return Ok(card.clone());
        }
        let card = crate::user::staff_card(reader, staff)?;
        self.0.insert(staff, card.clone());
        Ok(card)
    }

    pub(crate) fn maybe(
        &mut self,
        reader: &Reader<'_>,
        staff: Option<StaffId>,
    ) -> Result<StaffCard, CommandError> {
        staff.map_or(Ok(StaffCard::default()), |staff| self.of(reader, staff))
    }
}

/// The row of a case.
///
/// # Errors
/// The database.
pub(crate) fn row(
    reader: &Reader<'_>,
    names: &mut Names,
    loaded: &CaseBundle,
    today: NaiveDate,
) -> Result<CaseRow, CommandError> {
    let track = loaded
        .track
        .as_ref()
        .filter(|_| loaded.state.status == CaseStatus::Open);
    let next = track.and_then(|track| track.next());
    Ok(CaseRow {
        case: loaded.id,
        number: loaded.case.number.clone().unwrap_or_default(),
        case_type: loaded.case.case_type,
        confidentiality: loaded.case.level(),
        keeps_apart: loaded
            .case
            .confidentiality
            .is_some_and(Confidentiality::keeps_apart),
        person: loaded.card(today),
        status: loaded.state.status,
        opened_on: loaded.case.opened_on,
        lead: loaded
            .state
            .lead
            .map(|lead| names.of(reader, lead))
            .transpose()?,
        protocol: track.map(|track| track.definition.title.clone()),
        next_step: next.map(|(step, _)| step.title.clone()),
        due: next
            .and_then(|(_, state)| state.window.clone())
            .map(|window| Due::on(window, today)),
    })
}

/// The cases of a person, of whichever of their records, that the one at work may know of: open ones first, the
/// latest first.
///
/// # Errors
/// The database.
pub(crate) fn rows_of_person(
    reader: &Reader<'_>,
    session: &Session<'_>,
    one: &crate::person::PersonRecords,
) -> Result<Vec<CaseRow>, CommandError> {
    let mut cases: Vec<CaseId> = Vec::new();
    for (id, _) in one.all::<jisr_domain::case::Case>(reader)? {
        if crate::access::may_see_case(reader, session, id)? {
            cases.push(id);
        }
    }
    let mut names = Names::default();
    let loaded = load(reader, session, &cases)?;
    let rows = loaded
        .iter()
        .map(|loaded| row(reader, &mut names, loaded, session.today()));
    let mut rows = rows.collect::<Result<Vec<_>, _>>()?;
    rows.sort_by(|a, b| {
        let key = |row: &CaseRow| {
            (
                row.status == CaseStatus::Closed,
                std::cmp::Reverse(row.opened_on),
            )
        };
        key(a).cmp(&key(b)).then_with(|| b.number.cmp(&a.number))
    });
    Ok(rows)
}
