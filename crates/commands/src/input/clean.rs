//! What is typed, as it is kept.

use jisr_domain::record::{ColumnType, Field, Fields, Kind, Record, ShapeProblem};
use jisr_domain::text::clean;
use serde_json::Value;

use super::refused;
use crate::code::Code;
use crate::error::CommandError;

/// Cleans the values of a record of `kind`, each as what it is declared to be ([`jisr_domain::record::Shape::clean`]);
/// empty ones are null.
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

fn clean_value(field: &Field, value: &mut Value) -> Result<(), CommandError> {
    match value {
        Value::String(typed) => *value = clean_string(field, typed)?,
        Value::Array(items) => {
            for item in items.iter_mut() {
                clean_value(field, item)?;
            }
            items.retain(|item| !item.is_null());
        }
        Value::Object(members) => {
            for member in members.values_mut() {
                clean_value(field, member)?;
            }
        }
        Value::Null if field.column == ColumnType::Json => *value = Value::Array(Vec::new()),
        _ => {}
    }
    Ok(())
}

fn clean_string(field: &Field, typed: &str) -> Result<Value, CommandError> {
    let text = field
        .shape
        .clean(typed)
        .map_err(|problem| CommandError::Field {
            field: field.name,
            code: match problem {
                ShapeProblem::TooLong => Code::TextTooLong,
                ShapeProblem::DayAbsurd => Code::DayAbsurd,
            },
        })?;
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

    use super::*;

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
    fn the_words_of_an_answer_are_cleaned_like_any_other() {
        use jisr_domain::form::Answer;
        use jisr_domain::situation::Situation;
        let situation = Situation {
            answers: vec![Answer {
                question: "zone".into(),
                values: vec![" المحطة\u{202E} ".into(), "  ".into()],
                unknown: false,
            }],
            ..Situation::default()
        };
        let kept = clean_record(&situation).unwrap();
        assert_eq!(kept.answers[0].values, ["المحطة"]);
    }
}
