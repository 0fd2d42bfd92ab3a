//! A case, opened.

use std::cmp::Reverse;

use jisr_domain::appointment::Appointment;
use jisr_domain::case::{Confidentiality, may_unname};
use jisr_domain::consent::Consent;
use jisr_domain::id::{CaseId, PersonId, StaffId};
use jisr_domain::person::Reach;
use jisr_domain::reception::Reception;
use jisr_domain::record::{Kind, Record};
use jisr_domain::track::StepDocument;
use jisr_domain::visit::{Visit, VisitStanding};
use jisr_store::{Held, Reader};

use super::bundle::load;
use super::dangers::dangers;
use super::entries::CaseTimeline;
use super::person::case_person;
use super::rules::{assignable, may, visible_case};
use super::timeline::FIRST_PAGE;
use super::{CaseArgs, CaseView, CaseVisit, Named, Unname};
use crate::consent::ConsentView;
use crate::error::CommandError;
use crate::person::{PersonRecords, person_records};
use crate::reception::reception_view;
use crate::session::Session;
use crate::view::{Due, StaffCard};
use crate::{attachment, referral, situation};

/// Everything a case opens on. Opening a restricted or sealed one is written in the audit log.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn get(session: &Session<'_>, args: CaseArgs) -> Result<CaseView, CommandError> {
    let view = session.read(|reader| view(reader, session, args.case))?;
    crate::access::audit_view(session, Some(args.case), Kind::Case, args.case.0)?;
    Ok(view)
}

fn view(
    reader: &Reader<'_>,
    session: &Session<'_>,
    case: CaseId,
) -> Result<CaseView, CommandError> {
    let held = visible_case(reader, session, case)?;
    let loaded = load(reader, session, &[case])?
        .pop()
        .ok_or(CommandError::NotFound)?;
    let person = held.record.person.ok_or(CommandError::NotFound)?;
    let track = match &loaded.track {
        Some(track) => Some(track.view(
            reader,
            whole::<StepDocument>(reader, case)?,
            loaded.person.as_ref(),
            session.today(),
        )?),
        None => None,
    };
    let reach = loaded.person.as_ref().map(Reach::of).unwrap_or_default();
    let household = crate::household::household_view(reader, session, person)?;
    let trail = CaseTimeline::of(reader, case)?;
    let one = person_records(reader, session, person)?;
    let situations = situation::of_person(reader, session, &one)?;
    let last = last_reception(reader, session, &one)?;
    Ok(CaseView {
        dangers: dangers(case, &loaded, &situations, last.as_ref(), &trail),
        keeps_apart: held
            .record
            .confidentiality
            .is_some_and(Confidentiality::keeps_apart),
        assignable: assignable(reader, &held.record, &loaded.state)?,
        referral_consent: referral::consent(reader, session, person, case, None, session.today())?,
        may: may(session, &loaded.state),
        confidentialities: loaded.case.level().choices(
            session.me().role,
            loaded.state.lead == Some(session.staff()),
        ),
        named: named(session, &loaded),
        staff: staff(reader, &loaded)?,
        track,
        household,
        consents: consents(reader, session, case, person)?,
        referrals: referral::rows_of_case(reader, session, case)?,
        attachments: attachment::of_case(reader, session, case)?,
        visits: visits(reader, session, case, reach)?,
        appointments: crate::appointment::appointments_to_come(
            reader,
            session,
            reader.by::<Appointment>("case", case)?,
        )?,
        timeline_total: trail.total(),
        timeline: trail.page(reader, case, 0, FIRST_PAGE)?,
        person: case_person(reader, session, &one)?,
        case: crate::record::record_view(reader, held)?,
        state: loaded.state,
    })
}

/// Those named in the case, or who would be if it were sealed, in the order of their ids.
fn named(session: &Session<'_>, loaded: &super::CaseBundle) -> Vec<Named> {
    let mut named = loaded.state.named_in(&loaded.case);
    if loaded.case.level() != Confidentiality::Sealed {
        named.extend(&loaded.state.assigned);
        named.insert(session.staff());
    }
    let by = (session.staff(), session.me().role);
    let unname = |staff: StaffId| {
        let of = (staff, loaded.state.assigned.contains(&staff));
        match (may_unname(of, by, false), may_unname(of, by, true)) {
            (true, _) => Unname::Free,
            (false, true) => Unname::WithReason,
            (false, false) => Unname::Never,
        }
    };
    named
        .into_iter()
        .map(|staff| Named {
            staff,
            unname: unname(staff),
        })
        .collect()
}

/// The records of a case, whole, in the order of their ids.
fn whole<R: Record>(reader: &Reader<'_>, case: CaseId) -> Result<Vec<Held<R>>, CommandError> {
    let mut found = Vec::new();
    for (id, _) in reader.by::<R>("case", case)? {
        found.extend(reader.get::<R>(id)?);
    }
    Ok(found)
}

/// The responsible one first.
fn staff(reader: &Reader<'_>, loaded: &super::CaseBundle) -> Result<Vec<StaffCard>, CommandError> {
    let mut everyone: Vec<StaffId> = loaded.state.assigned.iter().copied().collect();
    everyone.sort_by_key(|staff| loaded.state.lead != Some(*staff));
    everyone
        .into_iter()
        .map(|staff| crate::user::staff_card(reader, staff))
        .collect()
}

/// Those of the case, and those of the person outside any case; the newest first.
fn consents(
    reader: &Reader<'_>,
    session: &Session<'_>,
    case: CaseId,
    person: PersonId,
) -> Result<Vec<ConsentView>, CommandError> {
    let own = reader.by::<Consent>("case", case)?;
    let outside = crate::person::person_records(reader, session, person)?
        .all::<Consent>(reader)?
        .into_iter()
        .filter(|(_, consent)| consent.case.is_none());
    let mut views = Vec::new();
    for consent in own.into_iter().chain(outside) {
        views.extend(crate::consent::consent_view(reader, session, consent)?);
    }
    views.sort_by_key(|view| std::cmp::Reverse(view.consent.record.given_at));
    Ok(views)
}

/// The last passage of the person at the desk, whichever of their records it was written with.
fn last_reception(
    reader: &Reader<'_>,
    session: &Session<'_>,
    one: &PersonRecords,
) -> Result<Option<Reception>, CommandError> {
    let mut all = one.all::<Reception>(reader)?;
    all.sort_by_key(|(_, record)| Reverse((record.day, record.opened_at)));
    for passage in all {
        if let Some(view) = reception_view(reader, session, passage)? {
            return Ok(Some(view.reception.record));
        }
    }
    Ok(None)
}

/// Planned ones first, the soonest first; then those made, the latest first.
fn visits(
    reader: &Reader<'_>,
    session: &Session<'_>,
    case: CaseId,
    reach: Reach,
) -> Result<Vec<CaseVisit>, CommandError> {
    let mut visits = whole::<Visit>(reader, case)?;
    visits.sort_by_key(|held| match held.record.performed_on {
        None => (false, held.record.planned_on, None),
        Some(day) => (true, None, Some(Reverse(day))),
    });
    visits
        .into_iter()
        .map(|held| {
            let visit = &held.record;
            let standing = visit.standing();
            Ok(CaseVisit {
                standing,
                due: visit
                    .window()
                    .filter(|_| standing == VisitStanding::Planned)
                    .map(|window| Due::on(window, session.today())),
                not_at_home: visit.refused_by(reach),
                visit: crate::record::record_view(reader, held)?,
            })
        })
        .collect()
}
