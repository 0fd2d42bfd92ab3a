//! What every value typed by a person passes on its way to a record, and what every edit must bring.

use chrono::{Datelike, NaiveDate};
use jisr_domain::case::Case;
use jisr_domain::id::{CaseId, PersonId, StaffId};
use jisr_domain::person::{fold_cnie, normalise_phone};
use jisr_domain::record::{ColumnType, Field, Fields, Kind, MergeClass, Record, Sensitivity};
use jisr_domain::text::{clean, latin_digits};
use jisr_store::Reader;
use jisr_sync::Seen;
use serde::de::Error as _;
use serde_json::Value;
use uuid::Uuid;

use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::show::{must_see, visible_person};
use crate::view::Edit;

/// Years a civil day may lie in: nobody received was born before, nothing is planned after.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// An edit, ready for the door.
#[derive(Clone, Debug)]
pub struct Patch {
    /// Which record.
    pub id: Uuid,
    /// The values, cleaned.
    pub fields: Fields,
    /// What the view showed.
    pub seen: Seen,
}

/// Cleans the values of a record of `kind`: texts without control and override characters, empty ones null;
/// telephones in E.164 where they can be read and as typed otherwise; CNIE folded; days in believable years.
///
/// # Errors
/// [`CommandError::Field`] with `text_too_long` or `day_absurd`; [`CommandError::Argument`] for a field the
/// kind does not have.
pub fn clean_fields(kind: Kind, fields: &mut Fields) -> Result<(), CommandError> {
    let definition = kind.definition();
    for (name, value) in fields.iter_mut() {
        let field = definition
            .field(name)
            .ok_or_else(|| refused(name, "is not a field of this record"))?;
        clean_value(field, value)?;
    }
    Ok(())
}

/// A record as it is written: [`clean_fields`], then read back.
///
/// # Errors
/// Those of [`clean_fields`].
pub fn clean_record<R: Record>(record: &R) -> Result<R, CommandError> {
    let mut fields = record.to_fields().map_err(CommandError::argument)?;
    clean_fields(R::KIND, &mut fields)?;
    fields.retain(|_, value| !value.is_null());
    R::from_fields(&fields).map_err(CommandError::argument)
}

/// One text, outside any record (the title of a draft, words looked for).
///
/// # Errors
/// [`CommandError::Field`] with `text_too_long`.
pub fn clean_text(field: &'static str, typed: &str) -> Result<Option<String>, CommandError> {
    let text = clean(typed).map_err(|_| CommandError::Field {
        field,
        code: Code::TextTooLong,
    })?;
    Ok((!text.is_empty()).then_some(text))
}

/// What a view showed, as handed back.
///
/// # Errors
/// [`CommandError::Rule`] with `stale_view`.
pub fn seen(token: &str) -> Result<Seen, CommandError> {
    Seen::from_token(token).map_err(|_| CommandError::Rule(Code::StaleView))
}

/// The id of a record, as handed back.
///
/// # Errors
/// [`CommandError::NotFound`] when it is no id at all.
pub fn id(text: &str) -> Result<Uuid, CommandError> {
    text.parse().map_err(|_| CommandError::NotFound)
}

/// Reads an edit of an `R`: only fields among `allowed`, never one written once, each of the right shape.
///
/// # Errors
/// [`CommandError::Rule`] with `stale_view`; [`CommandError::Argument`]; those of [`clean_fields`].
pub fn edit<R: Record>(edit: Edit, allowed: &[&str]) -> Result<Patch, CommandError> {
    match edit
        .patch
        .keys()
        .find(|name| !allowed.contains(&name.as_str()))
    {
        Some(name) => Err(refused(name, "cannot be changed")),
        None => edit_any::<R>(edit),
    }
}

/// Reads an edit of an `R` that may touch any field not written once.
///
/// # Errors
/// Those of [`edit`].
pub fn edit_any<R: Record>(edit: Edit) -> Result<Patch, CommandError> {
    let mut fields: Fields = edit.patch;
    let once = |name: &String| {
        R::DEFINITION
            .field(name)
            .is_some_and(|field| field.class == MergeClass::Once)
    };
    if let Some(name) = fields.keys().find(|name| once(name)) {
        return Err(refused(name, "cannot be changed"));
    }
    clean_fields(R::KIND, &mut fields)?;
    R::from_fields(&fields).map_err(CommandError::argument)?;
    Ok(Patch {
        id: id(&edit.id)?,
        fields,
        seen: seen(&edit.seen)?,
    })
}

/// Whether the one at work may write these values over `held`: what protects is lowered by those who follow
/// cases, once it was answered; what one may not read is filled while empty, never replaced.
///
/// # Errors
/// [`CommandError::Forbidden`].
pub fn may_write<R: Record>(
    session: &Session<'_>,
    patch: &Patch,
    held: &R,
    own: bool,
) -> Result<(), CommandError> {
    if session.me().role.follows_cases() {
        return Ok(());
    }
    let shown = held.to_fields().map_err(CommandError::answer)?;
    for (name, value) in &patch.fields {
        let Some(field) = R::DEFINITION.field(name) else {
            continue;
        };
        let now = shown.get(name).unwrap_or(&Value::Null);
        if field.sensitivity == Sensitivity::Care && !own && !now.is_null() {
            return Err(CommandError::Forbidden);
        }
        if let MergeClass::Strictest(strictness) = field.class {
            let answered = !now.is_null() && now.as_str() != Some("unknown");
            if answered && strictness.rank(value) < strictness.rank(now) {
                return Err(CommandError::Forbidden);
            }
        }
    }
    Ok(())
}

/// The record as it would be after `patch`.
///
/// # Errors
/// When it cannot be read back.
pub fn merged<R: Record>(held: &R, patch: &Patch) -> Result<R, CommandError> {
    let mut fields = held.to_fields().map_err(CommandError::answer)?;
    fields.extend(patch.fields.clone());
    fields.retain(|_, value| !value.is_null());
    R::from_fields(&fields).map_err(CommandError::argument)
}

/// Makes sure that `case`, when one is named, is a case of `person`.
///
/// # Errors
/// [`CommandError::Field`] with `other_person`; the database.
pub fn case_of(
    reader: &Reader<'_>,
    case: Option<CaseId>,
    person: PersonId,
) -> Result<(), CommandError> {
    match case {
        Some(case) if person_of(reader, case)? != person => Err(CommandError::Field {
            field: "case",
            code: Code::OtherPerson,
        }),
        _ => Ok(()),
    }
}

/// Whose case it is.
///
/// # Errors
/// [`CommandError::NotFound`] when it has not arrived; the database.
pub fn person_of(reader: &Reader<'_>, case: CaseId) -> Result<PersonId, CommandError> {
    reader
        .show::<Case>(case)?
        .and_then(|case| case.person)
        .ok_or(CommandError::NotFound)
}

/// The person and the case a record of care is about: the case says whose it is when no person is named.
///
/// # Errors
/// [`CommandError::Field`] with `required` when neither is named, `other_person` when they disagree;
/// [`CommandError::NotFound`] when the one at work may not know of them; the database.
pub fn about(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: Option<PersonId>,
    case: Option<CaseId>,
) -> Result<PersonId, CommandError> {
    must_see(reader, session, person, case)?;
    let about = match (person, case) {
        (Some(person), case) => {
            case_of(reader, case, person)?;
            person
        }
        (None, Some(case)) => person_of(reader, case)?,
        (None, None) => {
            return Err(CommandError::Field {
                field: "person",
                code: Code::Required,
            });
        }
    };
    visible_person(reader, session, about)?;
    Ok(about)
}

/// The civil day something happened: today when not said, never one to come.
///
/// # Errors
/// [`CommandError::Field`] with `day_to_come` or `day_absurd`.
pub fn happened(session: &Session<'_>, day: Option<NaiveDate>) -> Result<NaiveDate, CommandError> {
    let day = believable("day", day.unwrap_or(session.today()))?;
    if day > session.today() {
        return Err(CommandError::Field {
            field: "day",
            code: Code::DayToCome,
        });
    }
    Ok(day)
}

/// A civil day somebody can mean.
///
/// # Errors
/// [`CommandError::Field`] with `day_absurd`.
pub fn believable(field: &'static str, day: NaiveDate) -> Result<NaiveDate, CommandError> {
    if YEARS.contains(&day.year()) {
        Ok(day)
    } else {
        Err(CommandError::Field {
            field,
            code: Code::DayAbsurd,
        })
    }
}

/// Refuses the name of a field, in the form of an argument that cannot be read.
pub fn refused(name: &str, why: &str) -> CommandError {
    CommandError::argument(serde_json::Error::custom(format!("`{name}` {why}")))
}

/// Whether `by` is the one at work.
pub fn own(session: &Session<'_>, by: Option<StaffId>) -> bool {
    by == Some(session.staff())
}

fn clean_value(field: &Field, value: &mut Value) -> Result<(), CommandError> {
    match value {
        Value::String(typed) => *value = clean_string(field, typed)?,
        Value::Array(items) => {
            for item in items.iter_mut() {
                clean_value(field, item)?;
            }
            items.retain(|item| !item.is_null());
        }
        Value::Null if field.column == ColumnType::Json => *value = Value::Array(Vec::new()),
        _ => {}
    }
    Ok(())
}

fn clean_string(field: &Field, typed: &str) -> Result<Value, CommandError> {
    let text = clean(typed).map_err(|_| CommandError::Field {
        field: field.name,
        code: Code::TextTooLong,
    })?;
    let text = match field.name {
        "phone" => normalise_phone(&text).unwrap_or_else(|| latin_digits(&text)),
        "cnie" => fold_cnie(&text),
        "idcs" | "document_number" | "rsu_id" | "paper_file" => latin_digits(&text),
        _ => text,
    };
    let is_day = matches!(field.name, "day" | "since" | "until") || field.name.ends_with("_on");
    if is_day && let Ok(day) = text.parse::<NaiveDate>() {
        believable(field.name, day)?;
    }
    Ok(if text.is_empty() {
        Value::Null
    } else {
        Value::String(text)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use jisr_domain::person::Person;
    use jisr_domain::reception::Reception;
    use serde_json::json;

    use super::*;

    fn patch(fields: Value) -> Edit {
        Edit {
            id: Uuid::from_u128(7).to_string(),
            seen: Seen::default().token(),
            patch: serde_json::from_value(fields).unwrap(),
        }
    }

    #[test]
    fn what_is_typed_is_kept_without_what_would_lie_about_it() {
        let person = Person {
            given_name_ar: Some(" أمينة\u{202E} ".into()),
            cnie: Some("gb 12-34٥٦".into()),
            phone: Some("06 12 34 56 78".into()),
            nickname: Some("  ".into()),
            ..Person::default()
        };
        let kept = clean_record(&person).unwrap();
        assert_eq!(kept.given_name_ar.as_deref(), Some("أمينة"));
        assert_eq!(kept.cnie.as_deref(), Some("GB123456"));
        assert_eq!(kept.phone.as_deref(), Some("+212612345678"));
        assert_eq!(kept.nickname, None);
    }

    #[test]
    fn a_phone_nobody_can_read_is_kept_as_typed() {
        let person = Person {
            phone: Some("عند الجارة ١٢".into()),
            ..Person::default()
        };
        assert_eq!(
            clean_record(&person).unwrap().phone.as_deref(),
            Some("عند الجارة 12")
        );
    }

    #[test]
    fn a_text_too_long_names_its_field() {
        let person = Person {
            address: Some("م".repeat(30_000)),
            ..Person::default()
        };
        let Err(CommandError::Field { field, code }) = clean_record(&person) else {
            panic!("taken")
        };
        assert_eq!((field, code), ("address", Code::TextTooLong));
    }

    #[test]
    fn an_edit_touches_only_what_may_change_and_shows_what_it_saw() {
        let allowed = ["phone"];
        assert_eq!(
            edit::<Person>(patch(json!({"phone": ""})), &allowed)
                .unwrap()
                .fields
                .get("phone"),
            Some(&Value::Null)
        );
        for wrong in [
            json!({"nickname": "x"}),
            json!({"no_such": 1}),
            json!({"phone": 12}),
        ] {
            assert!(matches!(
                edit::<Person>(patch(wrong), &allowed),
                Err(CommandError::Argument(_))
            ));
        }
        assert!(matches!(
            edit_any::<Reception>(patch(json!({"number": 3}))),
            Err(CommandError::Argument(_))
        ));
        let stale = Edit {
            seen: "nonsense".into(),
            ..patch(json!({}))
        };
        assert!(matches!(
            edit_any::<Person>(stale),
            Err(CommandError::Rule(Code::StaleView))
        ));
    }

    #[test]
    fn a_year_nobody_lives_in_is_a_slip_of_the_hand() {
        let slip = patch(json!({"estimated_on": "0026-11-22"}));
        let Err(CommandError::Field { code, .. }) = edit_any::<Person>(slip) else {
            panic!("taken")
        };
        assert_eq!(code, Code::DayAbsurd);
    }
}
