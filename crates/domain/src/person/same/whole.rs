//! What is known of somebody recorded several times.

use serde_json::Value;

use crate::person::{Person, SafeContact};
use crate::record::{Field, Fields, MergeClass, Record};

/// The person as the first record has them, with what only the others know, as the declaration of each field says: what
/// is taken together comes from one record, what holds several values holds those of all, and the most protective
/// answer is in force, whichever record gives it.
pub fn whole(records: &[&Person]) -> Person {
    let Some((first, others)) = records.split_first() else {
        return Person::default();
    };
    let mut one = (*first).clone();
    for other in others {
        one = union(&one, other).unwrap_or(one);
    }
    one
}

fn union(first: &Person, other: &Person) -> Option<Person> {
    let (mut one, theirs) = (first.to_fields().ok()?, other.to_fields().ok()?);
    for field in leads() {
        if let MergeClass::Strictest(strictness) = field.class {
            let (mine, their) = (one.get(field.name), theirs.get(field.name));
            // A record in which nobody asked says nothing.
            let stricter = match (mine, their) {
                (_, None) => false,
                (None, Some(_)) => true,
                (Some(mine), Some(their)) => strictness.rank(their) >= strictness.rank(mine),
            };
            if stricter {
                copy(field, &theirs, &mut one);
            }
        } else if field.many {
            let mut all = list(&one, field);
            for value in list(&theirs, field) {
                if !all.contains(&value) {
                    all.push(value);
                }
            }
            one.insert(field.name.to_owned(), Value::Array(all));
        } else if told(field, &theirs) > told(field, &one) {
            for member in together(field) {
                copy(member, &theirs, &mut one);
            }
        }
    }
    let mut one = Person::from_fields(&one).ok()?;
    // «At certain hours» comes with the hours of the record that says so.
    let hours = Some(SafeContact::Hours);
    let has_hours = first.safe_contact == hours && first.safe_hours.is_some();
    if one.safe_contact == hours && other.safe_contact == hours && !has_hours {
        one.safe_hours.clone_from(&other.safe_hours);
    }
    Some(one)
}

/// The fields of the person, of those taken together the first.
fn leads() -> impl Iterator<Item = &'static Field> {
    let fields = Person::DEFINITION.fields.iter();
    fields.filter(|field| field.place.with.is_none() && !field.place.own)
}

/// The fields taken from one record with `lead`, itself among them.
fn together(lead: &'static Field) -> impl Iterator<Item = &'static Field> {
    let fields = Person::DEFINITION.fields.iter();
    fields.filter(|field| field.name == lead.name || field.place.with == Some(lead.name))
}

/// Whether a record says something in these fields: 2; an answer that says nothing: 1; none: 0.
fn told(lead: &'static Field, fields: &Fields) -> u8 {
    let of = |field: &Field| match fields.get(field.name) {
        value @ Some(_) => 1 + u8::from(field.shape.says(value)),
        None => 0,
    };
    together(lead)
        .filter(|field| !field.place.follows)
        .map(of)
        .max()
        .unwrap_or(0)
}

fn copy(field: &Field, from: &Fields, to: &mut Fields) {
    match from.get(field.name) {
        Some(value) => to.insert(field.name.to_owned(), value.clone()),
        None => to.remove(field.name),
    };
}

fn list(fields: &Fields, field: &Field) -> Vec<Value> {
    match fields.get(field.name) {
        Some(Value::Array(list)) => list.clone(),
        _ => Vec::new(),
    }
}
