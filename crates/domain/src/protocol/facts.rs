//! What the conditions of protocols may ask (`docs/protocols.md`).

use chrono::NaiveDate;
use serde::Serialize;

use crate::case::{Case, CaseType};
use crate::household::HouseholdMember;
use crate::id::PersonId;
use crate::person::{Contact, DocumentType, Kinship, Person, age_on};

/// Everything a condition may ask of a case and its person, by the name it is asked under. A definition that asks
/// anything else does not pass its check.
pub const ASKABLE: [(&str, &str); 5] = [
    ("case", "case_type"),
    ("case", "opened_on"),
    ("person", "age"),
    ("person", "has_identity_papers"),
    ("person", "has_children"),
];

/// The facts of one case on one day. What nobody answered is left out: an unknown never hides a step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// Of the case.
    pub case: CaseFacts,
    /// Of its person.
    pub person: PersonFacts,
}

/// The facts of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CaseFacts {
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case_type: Option<CaseType>,
    /// Civil day of opening.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened_on: Option<NaiveDate>,
}

/// The facts of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PersonFacts {
    /// Whole years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<u32>,
    /// Whether they hold a paper that says who they are. «None» is an answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_identity_papers: Option<bool>,
    /// Whether a child of theirs is known; never `false`, since one nobody wrote down may be there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_children: Option<bool>,
}

/// Who is around a person, as far as conditions ask.
#[derive(Debug, Default)]
pub struct Kin<'a> {
    /// Those close to them.
    pub contacts: Vec<&'a Contact>,
    /// Everyone of the person's household, the person included.
    pub household: Vec<&'a HouseholdMember>,
}

impl Facts {
    /// Of a case and of its person, whose records are `records`, on the civil day `today`.
    #[must_use]
    pub fn of(
        case: &Case,
        records: &[PersonId],
        person: &Person,
        kin: &Kin<'_>,
        today: NaiveDate,
    ) -> Self {
        let estimated = person.estimated_age.zip(person.estimated_on);
        Self {
            case: CaseFacts {
                case_type: case.case_type,
                opened_on: case.opened_on,
            },
            person: PersonFacts {
                age: age_on(person.birth_date.as_deref(), estimated, today),
                has_identity_papers: has_identity_papers(person),
                has_children: has_children(records, kin, today).then_some(true),
            },
        }
    }

    /// As conditions read them: `{"case": {…}, "person": {…}}`.
    #[must_use]
    pub fn to_value(&self) -> serde_json::Value {
        // Codes, days, numbers and yes or no: there is nothing in them that cannot be written.
        serde_json::to_value(self).unwrap_or_default()
    }
}

/// Whether they hold a paper that says who they are, where somebody asked.
#[must_use]
pub fn has_identity_papers(person: &Person) -> Option<bool> {
    match person.document_type {
        _ if person.cnie.is_some() => Some(true),
        Some(document) => Some(document != DocumentType::None),
        None => None,
    }
}

/// Kinship in a household is to its head: its children are the person's when the person is the head or the
/// spouse, or when nobody said what the person is there.
fn has_children(records: &[PersonId], kin: &Kin<'_>, today: NaiveDate) -> bool {
    let here = |until: Option<NaiveDate>| until.is_none_or(|until| until > today);
    let child = Some(Kinship::Child);
    if kin
        .contacts
        .iter()
        .any(|contact| contact.kinship == child && here(contact.until))
    {
        return true;
    }
    let is_own = |member: &&&HouseholdMember| {
        member
            .person
            .is_some_and(|person| records.contains(&person))
    };
    let own = kin
        .household
        .iter()
        .find(is_own)
        .and_then(|member| member.kinship);
    matches!(own, None | Some(Kinship::Head | Kinship::Spouse))
        && kin
            .household
            .iter()
            .any(|member| !is_own(&member) && member.kinship == child && here(member.until))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::{Value, json};
    use uuid::Uuid;

    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default()
    }

    fn member(person: u128, kinship: Option<Kinship>) -> HouseholdMember {
        HouseholdMember {
            person: Some(PersonId(Uuid::from_u128(person))),
            kinship,
            ..HouseholdMember::default()
        }
    }

    fn of(person: u128, record: &Person, household: &[HouseholdMember]) -> Value {
        let kin = Kin {
            household: household.iter().collect(),
            ..Kin::default()
        };
        let records = [PersonId(Uuid::from_u128(person))];
        Facts::of(&Case::default(), &records, record, &kin, today()).to_value()
    }

    #[test]
    fn the_children_of_a_household_are_those_of_its_head_not_of_their_brother() {
        let home = [
            member(1, Some(Kinship::Head)),
            member(2, Some(Kinship::Child)),
            member(3, Some(Kinship::Child)),
        ];
        let known = |person| of(person, &Person::default(), &home)["person"].clone();
        assert_eq!(known(1), json!({ "has_children": true }));
        assert_eq!(known(2), json!({}));
    }

    #[test]
    fn what_nobody_answered_is_unknown_and_no_papers_is_an_answer() {
        assert_eq!(
            of(0, &Person::default(), &[]),
            json!({ "case": {}, "person": {} })
        );
        let person = Person {
            document_type: Some(DocumentType::None),
            birth_date: Some("1991".into()),
            ..Person::default()
        };
        let known = of(0, &person, &[]);
        assert_eq!(
            known["person"],
            json!({ "age": 35, "has_identity_papers": false })
        );
    }

    #[test]
    fn what_may_be_asked_is_what_there_is_to_answer() {
        let all = Facts {
            case: CaseFacts {
                case_type: Some(CaseType::Elderly),
                opened_on: Some(today()),
            },
            person: PersonFacts {
                age: Some(70),
                has_identity_papers: Some(true),
                has_children: Some(true),
            },
        };
        let value = all.to_value();
        let answered: BTreeSet<(&str, &str)> = value
            .as_object()
            .into_iter()
            .flatten()
            .flat_map(|(of, facts)| {
                let facts = facts.as_object().into_iter().flatten();
                facts.map(move |(name, _)| (of.as_str(), name.as_str()))
            })
            .collect();
        assert_eq!(answered, BTreeSet::from(ASKABLE));
    }
}
