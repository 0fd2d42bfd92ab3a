//! Two records side by side.

use serde_json::Value;

use crate::name::{Matcher, Verdict};
use crate::person::{Person, parse_birth};
use crate::record::{Field, Kind, Record, Sensitivity, Shape, code};

code! {
    /// What two records say of one thing.
    Agreement {
        /// The same, letter for letter.
        Agrees = "agrees",
        /// Neither denies the other: a year and a day of that year, two spellings of one name.
        Fits = "fits",
        /// Two different things.
        Differs = "differs",
        /// Only one of them says anything.
        OneSide = "one_side",
    }
}

/// The fields two records are compared by: who somebody is and how to reach them, in the order they are declared.
pub fn compared_fields() -> impl Iterator<Item = &'static str> {
    Kind::Person
        .definition()
        .fields
        .iter()
        .filter(|field| {
            matches!(
                field.sensitivity,
                Sensitivity::Identity | Sensitivity::Contact
            )
        })
        .map(|field| field.name)
}

/// What the two say of `field`; `None` when neither says anything.
pub fn agreement(field: &str, left: &Person, right: &Person) -> Option<Agreement> {
    let field = Person::DEFINITION.field(field)?;
    match (said(field, left), said(field, right)) {
        (None, None) => None,
        (Some(left), Some(right)) => Some(between(field.shape, &left, &right)),
        _ => Some(Agreement::OneSide),
    }
}

fn said(field: &Field, person: &Person) -> Option<Value> {
    let value = person.to_fields().ok()?.remove(field.name)?;
    field.shape.says(Some(&value)).then_some(value)
}

fn between(shape: Shape, left: &Value, right: &Value) -> Agreement {
    if left == right {
        return Agreement::Agrees;
    }
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (left, right) = (text(left), text(right));
    if shape == Shape::Birth {
        return match (parse_birth(&left), parse_birth(&right)) {
            (Some((a, day_a)), Some((b, day_b)))
                if a == b && (day_a.is_none() || day_b.is_none()) =>
            {
                Agreement::Fits
            }
            _ => Agreement::Differs,
        };
    }
    if !left.is_empty() && left.trim().to_lowercase() == right.trim().to_lowercase() {
        Agreement::Agrees
    } else if shape == Shape::Name
        && Matcher::shipped().compare(&left, &right).verdict == Verdict::Same
    {
        Agreement::Fits
    } else {
        Agreement::Differs
    }
}
