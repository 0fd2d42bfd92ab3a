//! A person, on one page.

use std::collections::BTreeSet;

use jisr_domain::appointment::Appointment;
use jisr_domain::consent::Consent;
use jisr_domain::entitlement::Entitlement;
use jisr_domain::id::{CaseId, PersonId};
use jisr_domain::person::{Contact, Person};
use jisr_domain::reception::Reception;
use jisr_domain::record::Kind;
use jisr_store::Reader;

use super::{PersonArgs, PersonView};
use crate::access::{audit_view, visible_person};
use crate::appointment::appointments_to_come;
use crate::case::{CaseRow, rows_of_person};
use crate::consent::consent_view;
use crate::contact::contact_view;
use crate::duplicate::{PersonRecord, statements};
use crate::error::CommandError;
use crate::household::{household_view, past_households};
use crate::person::{PersonRecords, Reachable, known, person_card_of, person_records};
use crate::reception::reception_view;
use crate::record::{record_view, record_view_by_id, redact};
use crate::referral::disclosure;
use crate::session::Session;
use crate::territory::province_names;
use crate::view::RecordView;
use crate::{attachment, situation};

/// `person.get`: what the one at work may know of them.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn get(session: &Session<'_>, args: PersonArgs) -> Result<PersonView, CommandError> {
    let view = session.read(|reader| person_view(reader, session, args.person))?;
    for case in told_in(&view) {
        audit_view(session, Some(case), Kind::Person, args.person.0)?;
    }
    Ok(view)
}

/// The page, for those who may know of the person. Whichever of their records is asked for, it is one page with
/// what hangs from each, and each record as it was written.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn person_view(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: PersonId,
) -> Result<PersonView, CommandError> {
    visible_person(reader, session, id)?;
    let one = person_records(reader, session, id)?;
    let id = one.shown();
    let person = visible_person(reader, session, id)?;
    let known =
        known(reader, session, id)?.map_or_else(|| person.record.clone(), |(_, known)| known);
    let mut contacts = Vec::new();
    for contact in one.all::<Contact>(reader)? {
        contacts.extend(contact_view(reader, session, contact)?);
    }
    let mut receptions = Vec::new();
    for reception in one.all::<Reception>(reader)? {
        receptions.extend(reception_view(reader, session, reception)?);
    }
    receptions.sort_by_key(|view| {
        std::cmp::Reverse((view.reception.record.day, view.reception.record.opened_at))
    });
    let mut consents = Vec::new();
    for consent in one.all::<Consent>(reader)? {
        if consent.1.case.is_none() {
            consents.extend(consent_view(reader, session, consent)?);
        }
    }
    let entitlements = entitlements(reader, session, &one)?;
    consents.sort_by_key(|view| std::cmp::Reverse(view.consent.record.given_at));
    let situations = situation::of_person(reader, session, &one)?;
    Ok(PersonView {
        card: person_card_of(id, &known, session.today()),
        province_names: known.province.as_deref().and_then(province_names),
        safe_contact: known.safe_contact,
        reachable: Reachable::of(&known),
        withheld: if session.me().role.follows_cases() {
            disclosure(reader, session, id)?.withheld()
        } else {
            Vec::new()
        },
        records: records(reader, session, &one)?,
        tied: statements(reader, session, &one)?,
        person: redact(session, record_view(reader, person)?, false)?,
        contacts,
        household: household_view(reader, session, id)?,
        past_households: past_households(reader, session, id)?,
        dangers: situation::dangers(&situations),
        situations,
        cases: cases(reader, session, &one)?,
        receptions,
        appointments: appointments_to_come(reader, session, one.all::<Appointment>(reader)?)?,
        consents,
        entitlements,
        attachment_purposes: attachment::purposes(session.me().role),
        attachments: attachment::of_person(reader, session, &one)?,
    })
}

/// Each record of the person as it was written, when there are several.
fn records(
    reader: &Reader<'_>,
    session: &Session<'_>,
    one: &PersonRecords,
) -> Result<Vec<PersonRecord>, CommandError> {
    if one.records.len() < 2 {
        return Ok(Vec::new());
    }
    let mut records = Vec::new();
    for id in &one.records {
        let person = reader.get::<Person>(*id)?.ok_or(CommandError::NotFound)?;
        records.push(PersonRecord {
            card: person_card_of(*id, &person.record, session.today()),
            person: redact(session, record_view(reader, person)?, false)?,
        });
    }
    Ok(records)
}

/// Programmes in the order of the State's own path. What somebody lives on is no business of the desk.
fn entitlements(
    reader: &Reader<'_>,
    session: &Session<'_>,
    one: &PersonRecords,
) -> Result<Vec<RecordView<Entitlement>>, CommandError> {
    if !session.me().role.follows_cases() {
        return Ok(Vec::new());
    }
    let mut all = one.all::<Entitlement>(reader)?;
    all.sort_by_key(|(id, record)| (record.programme, *id));
    all.into_iter()
        .map(|(id, _)| record_view_by_id(reader, id))
        .collect()
}

/// Reception knows that there is a case and who follows it, nothing of what it holds.
fn cases(
    reader: &Reader<'_>,
    session: &Session<'_>,
    one: &PersonRecords,
) -> Result<Vec<CaseRow>, CommandError> {
    let mut rows = rows_of_person(reader, session, one)?;
    if !session.me().role.follows_cases() {
        for row in &mut rows {
            row.case_type = None;
            row.protocol = None;
            row.next_step = None;
            row.due = None;
        }
    }
    Ok(rows)
}

/// The cases something on the page was learnt in.
fn told_in(view: &PersonView) -> BTreeSet<CaseId> {
    let contacts = view
        .contacts
        .iter()
        .filter_map(|contact| contact.record.case);
    let links = view
        .household
        .iter()
        .flat_map(|household| household.members.iter().chain(&household.past))
        .map(|member| &member.membership)
        .chain(view.past_households.iter().map(|past| &past.membership))
        .filter_map(|membership| membership.record.case);
    let situations = view
        .situations
        .iter()
        .filter_map(|situation| situation.record.case);
    let appointments = view
        .appointments
        .iter()
        .filter_map(|view| view.appointment.record.case);
    let rows = view.cases.iter().map(|row| row.case);
    contacts
        .chain(links)
        .chain(situations)
        .chain(appointments)
        .chain(rows)
        .collect()
}
