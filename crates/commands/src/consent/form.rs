//! The consent on paper: to be read and signed, or as it was recorded.

use jisr_domain::civil::civil_time;
use jisr_domain::consent::{Consent, ConsentForm as How, GivenBy, Purpose};
use jisr_domain::id::CaseId;
use jisr_domain::person::{Person, Sex};
use jisr_domain::record::Kind;
use jisr_letters::{ConsentForm, Letter, Tick};
use jisr_store::Reader;

use super::ConsentFormArgs;
use crate::access::{audit_view, must_see, visible_person};
use crate::clock::believed;
use crate::code::Code;
use crate::error::CommandError;
use crate::print::{document, gender, letterhead, names};
use crate::session::Session;
use crate::user::staff_card;
use crate::view::Document;
use crate::words::in_words;

/// `consent.form`: the recorded consent, or a blank form for a person, who signs it before anything is recorded.
///
/// # Errors
/// [`CommandError::Rule`] with `clock_doubtful`; otherwise:
/// [`CommandError::Field`] with `required` when neither is named; [`CommandError::NotFound`];
/// [`CommandError::Letter`]; the database.
pub fn form(session: &Session<'_>, args: ConsentFormArgs) -> Result<Document, CommandError> {
    believed(session)?;
    let (form, case) = session.read(|reader| {
        let Some(id) = args.consent else {
            let person = args.person.ok_or(CommandError::Field {
                field: "person",
                code: Code::Required,
            })?;
            let person = visible_person(reader, session, person)?.record;
            return Ok((blank(reader, session, &person)?, None::<CaseId>));
        };
        let consent = reader.find::<Consent>(id)?.ok_or(CommandError::NotFound)?;
        must_see(reader, session, consent.person, consent.case)?;
        let person = consent.person.ok_or(CommandError::NotFound)?;
        let person = visible_person(reader, session, person)?.record;
        Ok((recorded(reader, session, &consent, &person)?, consent.case))
    })?;
    if let Some(id) = args.consent {
        audit_view(session, case, Kind::Consent, id.0)?;
    }
    let day = session.today();
    document(
        format!("consent-{day}.pdf"),
        &Letter::Consent(Box::new(form)),
    )
}

fn blank(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: &Person,
) -> Result<ConsentForm, CommandError> {
    let (person_ar, person_lat) = names(person);
    let none = Consent::default();
    Ok(ConsentForm {
        head: letterhead(session, reader)?,
        blank: true,
        person_ar,
        person_lat,
        gender: gender(person.sex),
        birth: person.known_birth().unwrap_or_default().to_owned(),
        purposes: purposes(&none, person.sex),
        given_by: given_by(&none, person.sex),
        forms: forms(&none),
        ..ConsentForm::default()
    })
}

fn recorded(
    reader: &Reader<'_>,
    session: &Session<'_>,
    consent: &Consent,
    person: &Person,
) -> Result<ConsentForm, CommandError> {
    let staff = consent
        .recorded_by
        .map(|staff| staff_card(reader, staff))
        .transpose()?
        .unwrap_or_default();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    Ok(ConsentForm {
        blank: false,
        date: day(consent.given_at.map(|at| civil_time(at).date())),
        purposes: purposes(consent, person.sex),
        given_by: given_by(consent, person.sex),
        forms: forms(consent),
        until: day(consent.expires_on),
        withheld: consent.withheld.clone().unwrap_or_default(),
        withdrawn: day(consent.withdrawn_on),
        staff_ar: staff.name_ar.unwrap_or_default(),
        staff_lat: staff.name_lat.unwrap_or_default(),
        ..blank(reader, session, person)?
    })
}

fn tick(key: &str, sex: Option<Sex>, given: bool) -> Tick {
    let (ar, fr) = in_words(key, sex);
    Tick { ar, fr, given }
}

fn purposes(consent: &Consent, sex: Option<Sex>) -> Vec<Tick> {
    Purpose::ALL
        .iter()
        .map(|purpose| {
            let key = format!("purpose_plain.{}", purpose.code());
            tick(&key, sex, consent.purposes.contains(purpose))
        })
        .collect()
}

fn given_by(consent: &Consent, sex: Option<Sex>) -> Vec<Tick> {
    GivenBy::ALL
        .iter()
        .map(|who| {
            let key = format!("given_by.{}", who.code());
            tick(&key, sex, consent.given_by == Some(*who))
        })
        .collect()
}

fn forms(consent: &Consent) -> Vec<Tick> {
    How::ALL
        .iter()
        .map(|how| {
            let key = format!("consent_form_plain.{}", how.code());
            tick(&key, None, consent.form == Some(*how))
        })
        .collect()
}
