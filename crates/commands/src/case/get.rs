//! A case, opened.

use jisr_domain::appointment::Appointment;
use jisr_domain::case::{Confidentiality, may_unname};
use jisr_domain::consent::Consent;
use jisr_domain::id::{CaseId, PersonId, StaffId};
use jisr_domain::record::{Kind, Record};
use jisr_domain::track::StepDocument;
use jisr_domain::visit::Visit;
use jisr_store::{Held, Reader};

use super::bundle::load;
use super::dangers::dangers;
use super::entries::CaseTimeline;
use super::rules::{may, visible_case};
use super::timeline::FIRST_PAGE;
use super::{CaseArgs, CaseView, Named, Unname};
use crate::consent::ConsentView;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::StaffCard;
use crate::{attachment, person, referral};

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
        Some(track) => Some(
            track.view(
                reader,
                whole::<StepDocument>(reader, case)?,
                loaded
                    .person
                    .as_ref()
                    .and_then(|person| person.safe_contact),
                session.today(),
            )?,
        ),
        None => None,
    };
    let household = crate::household::household_view(reader, session, person)?;
    let trail = CaseTimeline::of(reader, case)?;
    let page = person::person_view(reader, session, person)?;
    Ok(CaseView {
        dangers: dangers(case, &loaded, &page, &trail),
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
        visits: visits(reader, case)?,
        appointments: crate::appointment::appointments_to_come(
            reader,
            session,
            reader.by::<Appointment>("case", case)?,
        )?,
        timeline_total: trail.total(),
        timeline: trail.page(reader, case, 0, FIRST_PAGE)?,
        person: page,
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

/// Planned ones first, the soonest first; then those made, the latest first.
fn visits(
    reader: &Reader<'_>,
    case: CaseId,
) -> Result<Vec<crate::view::RecordView<Visit>>, CommandError> {
    let mut visits = whole::<Visit>(reader, case)?;
    visits.sort_by_key(|held| match held.record.performed_on {
        None => (false, held.record.planned_on, None),
        Some(day) => (true, None, Some(std::cmp::Reverse(day))),
    });
    visits
        .into_iter()
        .map(|held| crate::record::record_view(reader, held))
        .collect()
}
