//! The one way in which a record a person states is made, and edited: whatever its kind.

use jisr_domain::amount::AmountOf;
use jisr_domain::id::{CaseId, PersonId};
use jisr_domain::record::{
    About, Circumstances, Fault, Fields, Link, Record, Refused, Rules, Shape,
};
use jisr_store::{Held, Reader, Tx};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::about::about;
use super::{check_field_rights, clean_record, edit_any, is_author, merged};
use crate::amount::{take, values_of};
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::{Edit, Written};

/// A record about to be written.
pub struct Asked<'a, R: Record> {
    /// The register as it is.
    pub reader: &'a Reader<'a>,
    /// Who writes.
    pub session: &'a Session<'a>,
    /// What it was; none: it is being made.
    pub before: Option<&'a Held<R>>,
    /// An amount far from the usual is meant.
    pub confirmed: bool,
}

/// What only the register can say of a record about to be written, beside its [`Rules`]. A kind without such a rule
/// says so with an empty `impl`.
pub trait WriteRules: Rules {
    /// Whether `after` may be written as asked.
    ///
    /// # Errors
    /// Those of its kind; the database.
    fn allowed(_asked: &Asked<'_, Self>, _after: &mut Self) -> Result<(), CommandError> {
        Ok(())
    }

    /// One value of several is chosen: an edit, for all but the kinds that have a course.
    ///
    /// # Errors
    /// Those of [`update`].
    fn resolve(session: &Session<'_>, edit: Edit<Self>) -> Result<Written, CommandError> {
        update(session, edit)
    }
}

/// Makes a record: cleaned, completed, checked, tied to whom it is about; `then` is written with it.
///
/// # Errors
/// [`CommandError::Field`] with what its rules say, or a code of amounts; [`CommandError::NotFound`] when the one at
/// work may not know whom it is about; those of [`WriteRules::allowed`]; the database.
pub fn create<R: WriteRules>(
    session: &Session<'_>,
    record: &R,
    confirmed: Option<bool>,
    then: impl FnOnce(&mut Tx<'_>, R::Id) -> Result<(), CommandError>,
) -> Result<Written, CommandError> {
    session.write(|tx| {
        let id = create_in(session, tx, record, confirmed)?;
        then(tx, id)?;
        Ok(Written { id: id.to_string() })
    })
}

/// [`create`], in a transaction under way, with what else is written in it.
///
/// # Errors
/// Those of [`create`].
pub fn create_in<R: WriteRules>(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    record: &R,
    confirmed: Option<bool>,
) -> Result<R::Id, CommandError> {
    let mut record = clean_record(record)?;
    let at = circumstances(session);
    record.prepare(&at);
    let fields = record.to_fields().map_err(CommandError::answer)?;
    for field in R::REQUIRED {
        stated(field, fields.get(*field))?;
    }
    amounts::<R>(&fields, confirmed, |_| Vec::new())?;
    record.validate(None, &at).map_err(fault)?;
    let id = R::Id::from(session.new_id());
    record = tied(tx.reader(), session, record)?;
    let asked = Asked {
        reader: tx.reader(),
        session,
        before: None,
        confirmed: confirmed.unwrap_or(false),
    };
    R::allowed(&asked, &mut record)?;
    tx.create(id, &record)?;
    Ok(id)
}

/// Edits a record: what may change, cleaned, completed and checked as when it was made.
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; [`CommandError::Forbidden`] to lower what
/// protects, or to replace words one may not read; [`CommandError::Field`] with what its rules say; those of
/// [`WriteRules::allowed`]; the database.
pub fn update<R: WriteRules>(
    session: &Session<'_>,
    edit: Edit<R>,
) -> Result<Written, CommandError> {
    session.write(|tx| update_in(session, tx, edit))
}

/// [`update`], in a transaction under way, with what else is written in it.
///
/// # Errors
/// Those of [`update`].
pub fn update_in<R: WriteRules>(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    edit: Edit<R>,
) -> Result<Written, CommandError> {
    if R::DEFINITION.is_event() {
        return Err(super::refused(R::KIND.code(), "is written once"));
    }
    let confirmed = edit.confirmed;
    let mut patch = match R::EDITABLE {
        Some(allowed) => super::edit::<R>(edit, allowed)?,
        None => edit_any::<R>(edit)?,
    };
    for field in R::REQUIRED {
        if let Some(value) = patch.fields.get(*field) {
            stated(field, Some(value))?;
        }
    }
    let at = circumstances(session);
    let id = patch.id.to_string();
    let reader = tx.reader();
    let held = reader
        .get::<R>(R::Id::from(patch.id))?
        .ok_or(CommandError::NotFound)?;
    let before = held.record.to_fields().map_err(CommandError::answer)?;
    let subject = R::DEFINITION.about.subject(patch.id, &before);
    if !reader.may_know(&subject, session.staff())? {
        return Err(CommandError::NotFound);
    }
    let own = is_author(session, held.record.author());
    check_field_rights(session, &patch, &held.record, own)?;
    let mut after = merged(&held.record, &patch)?;
    let asked = after.to_fields().map_err(CommandError::answer)?;
    after.amend(&held.record, &at);
    after.validate(Some(&held.record), &at).map_err(fault)?;
    let request = Asked {
        reader,
        session,
        before: Some(&held),
        confirmed: confirmed.unwrap_or(false),
    };
    R::allowed(&request, &mut after)?;
    let fields = after.to_fields().map_err(CommandError::answer)?;
    amounts::<R>(&fields, confirmed, |field| {
        let known = before.get(field).and_then(Value::as_i64);
        values_of(field, known, &held.conflicts)
    })?;
    // What the program says beside what was typed.
    for field in R::DEFINITION.fields {
        if asked.get(field.name) != fields.get(field.name) {
            let value = fields.get(field.name).cloned().unwrap_or_default();
            patch.fields.insert(field.name.to_owned(), value);
        }
    }
    tx.update(R::KIND, patch.id, patch.fields, &patch.seen)?;
    Ok(Written { id })
}

/// Who is at work, and when.
pub fn circumstances(session: &Session<'_>) -> Circumstances {
    Circumstances {
        now: session.now(),
        today: session.today(),
        staff: session.staff(),
        role: session.me().role,
    }
}

/// What a rule says, on its field and in the words of the locales.
pub fn fault(refused: Refused) -> CommandError {
    CommandError::Field {
        field: refused.field,
        code: match refused.fault {
            Fault::Required => Code::Required,
            Fault::NameMissing => Code::NameMissing,
            Fault::SexMissing => Code::SexMissing,
            Fault::BirthMissing => Code::BirthMissing,
            Fault::BirthUnreadable => Code::BirthUnreadable,
            Fault::DayToCome => Code::DayToCome,
            Fault::DayAbsurd => Code::DayAbsurd,
            Fault::DayBefore => Code::DayBefore,
        },
    }
}

fn stated(field: &'static str, value: Option<&Value>) -> Result<(), CommandError> {
    if Shape::Text.says(value) {
        Ok(())
    } else {
        Err(CommandError::Field {
            field,
            code: Code::Required,
        })
    }
}

/// Amounts as they are kept: those far from the usual only when they are meant.
fn amounts<R: Record>(
    fields: &Fields,
    confirmed: Option<bool>,
    known: impl Fn(&'static str) -> Vec<i64>,
) -> Result<(), CommandError> {
    let of = |shape| -> Option<AmountOf> {
        match shape {
            Shape::Money(of) => Some(of),
            _ => None,
        }
    };
    for field in R::DEFINITION.fields {
        let typed = fields.get(field.name).and_then(Value::as_i64);
        if let (Some(of), Some(centimes)) = (of(field.shape), typed) {
            let confirmed = confirmed.unwrap_or(false);
            take(field.name, of, centimes, confirmed, &known(field.name))?;
        }
    }
    Ok(())
}

/// The record, tied to the person it is about: the case says whose it is, and whoever writes must know of both.
fn tied<R: WriteRules>(
    reader: &Reader<'_>,
    session: &Session<'_>,
    record: R,
) -> Result<R, CommandError> {
    let (person, case) = match R::DEFINITION.about {
        About::Person(Link::Field(person)) => (person, None),
        About::PersonInCase {
            person,
            case: Link::Field(case),
        } => (person, Some(case)),
        _ => return Ok(record),
    };
    let mut fields = record.to_fields().map_err(CommandError::answer)?;
    let in_case: Option<CaseId> = case.map(|case| link(&fields, case)).transpose()?.flatten();
    let named: Option<PersonId> = link(&fields, person)?;
    let whose = about(reader, session, named, in_case)?;
    let value = serde_json::to_value(whose).map_err(CommandError::answer)?;
    fields.insert(person.to_owned(), value);
    let corrected = record.corrected();
    let record = R::from_fields(&fields).map_err(CommandError::argument)?;
    if let Some(corrected) = corrected {
        let other = reader.get::<R>(corrected)?.ok_or(CommandError::NotFound)?;
        let other = other.record.to_fields().map_err(CommandError::answer)?;
        let same = |field: &str| other.get(field) == fields.get(field);
        if !same(person) || case.is_some_and(|case| !same(case)) {
            return Err(CommandError::NotFound);
        }
    }
    Ok(record)
}

fn link<T: DeserializeOwned>(fields: &Fields, name: &str) -> Result<Option<T>, CommandError> {
    fields
        .get(name)
        .cloned()
        .map(serde_json::from_value)
        .transpose()
        .map_err(CommandError::argument)
}
