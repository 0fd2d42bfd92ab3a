//! The receipt a person takes home (law 55-19: a receipt for whoever comes to ask).

use jisr_domain::civil::civil_time;
use jisr_domain::person::Person;
use jisr_domain::reception::Reception;
use jisr_letters::{Letter, Receipt};
use jisr_store::Reader;

use super::ReceiptArgs;
use crate::access::{must_see, visible_person};
use crate::clock::believed;
use crate::error::CommandError;
use crate::print::{document, gender, letterhead, names};
use crate::session::Session;
use crate::user::staff_card;
use crate::view::Document;
use crate::words::role_words;

/// `reception.receipt`: number, day, hour, who came and who received; never why, since others may read it.
///
/// # Errors
/// [`CommandError::Rule`] with `clock_doubtful`; otherwise:
/// [`CommandError::NotFound`]; [`CommandError::Letter`]; the database.
pub fn receipt(session: &Session<'_>, args: ReceiptArgs) -> Result<Document, CommandError> {
    believed(session)?;
    let receipt = session.read(|reader| {
        let reception = reader
            .find::<Reception>(args.reception)?
            .ok_or(CommandError::NotFound)?;
        must_see(reader, session, reception.person, None)?;
        written(reader, session, &reception)
    })?;
    let name = format!("receipt-{}-{}.pdf", receipt.date, receipt.number);
    document(name, &Letter::Receipt(Box::new(receipt)))
}

fn written(
    reader: &Reader<'_>,
    session: &Session<'_>,
    reception: &Reception,
) -> Result<Receipt, CommandError> {
    let person = match reception.person {
        Some(person) => visible_person(reader, session, person)?.record,
        None => Person::default(),
    };
    let (person_ar, person_lat) = names(&person);
    let staff = reception
        .received_by
        .map(|staff| staff_card(reader, staff))
        .transpose()?
        .unwrap_or_default();
    let (role_ar, role_fr) = role_words(staff.role, staff.sex);
    Ok(Receipt {
        head: letterhead(session, reader)?,
        number: reception.number.unwrap_or_default().to_string(),
        date: reception.day.unwrap_or(session.today()).to_string(),
        time: reception
            .opened_at
            .map(|at| civil_time(at).format("%H:%M").to_string())
            .unwrap_or_default(),
        person_ar,
        person_lat,
        gender: gender(person.sex),
        staff_ar: staff.name_ar.unwrap_or_default(),
        staff_lat: staff.name_lat.unwrap_or_default(),
        role_ar,
        role_fr,
    })
}
