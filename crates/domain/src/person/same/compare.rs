//! Two records side by side.

use serde_json::Value;

use crate::name::{Matcher, Verdict};
use crate::person::{Person, parse_birth};
use crate::record::{Kind, Record, Sensitivity, code};

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

/// Names: two spellings of one do not deny each other.
const NAMES: [&str; 6] = [
    "given_name_ar",
    "family_name_ar",
    "given_name_lat",
    "family_name_lat",
    "nickname",
    "mother_name_ar",
];

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
    let (left, right) = (said(field, left), said(field, right));
    match (left, right) {
        (None, None) => None,
        (Some(left), Some(right)) => Some(between(field, &left, &right)),
        _ => Some(Agreement::OneSide),
    }
}

fn said(field: &str, person: &Person) -> Option<Value> {
    // «Unknown» was an answer at the desk, and says nothing beside another.
    match field {
        "birth_date" => return person.known_birth().map(Value::from),
        "sex" => return person.known_sex().map(|sex| Value::from(sex.code())),
        _ => {}
    }
    let value = person.to_fields().ok()?.remove(field)?;
    let nothing = match &value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.is_empty(),
        _ => false,
    };
    (!nothing).then_some(value)
}

fn between(field: &str, left: &Value, right: &Value) -> Agreement {
    if left == right {
        return Agreement::Agrees;
    }
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (left, right) = (text(left), text(right));
    if field == "birth_date" {
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
    } else if NAMES.contains(&field)
        && Matcher::shipped().compare(&left, &right).verdict == Verdict::Same
    {
        Agreement::Fits
    } else {
        Agreement::Differs
    }
}
