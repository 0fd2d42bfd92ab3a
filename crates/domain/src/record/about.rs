//! What a record is about, declared with its kind: whom it may be told to follows from it (sync rule 20).

use uuid::Uuid;

use super::{Fields, Kind};
use crate::id::{CaseId, CenterId, PersonId};

/// Where a record names what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The record is it: a person is about itself.
    Itself,
    /// The field that holds its id.
    Field(&'static str),
}

/// What a record of a kind is about. Every kind says it: there is no default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The directory of a center, and what it is: nobody received. Its card, its staff, its partners.
    Directory,
    /// What a center did as a whole, and with nobody named: a list brought in.
    Center,
    /// What the directors of a center must know, and nobody else.
    Directors,
    /// A person.
    Person(Link),
    /// A person; or nobody, when the field is empty: a passage at the desk without a file.
    PersonOrNobody(&'static str),
    /// A case, and through it whose it is.
    Case(&'static str),
    /// A person; and, where it was learnt or done in one, a case (sync rule 21). A case is about itself.
    PersonInCase {
        /// The field that names the person.
        person: &'static str,
        /// What names the case.
        case: Link,
    },
    /// As [`About::PersonInCase`]; of the center itself when neither is named: its logo.
    PersonInCaseOrCenter {
        /// The field that names the person.
        person: &'static str,
        /// The field that names the case.
        case: &'static str,
    },
    /// Two people: told to those who may know of both.
    Both(&'static str, &'static str),
    /// A case; or, when none is named, that of another record: the answer of a center which was never told the case.
    CaseOrThatOf {
        /// The field that names the case.
        case: &'static str,
        /// The field that names the other record.
        parent: &'static str,
        /// Of which kind that is.
        kind: Kind,
    },
    /// All the people that records of another kind place in it: it follows the most hidden of them.
    Via {
        /// The kind that places people in it.
        kind: Kind,
        /// The field of that kind that names it.
        field: &'static str,
    },
    /// Another center alone (sync rule 22).
    Addressed {
        /// The field that names the center.
        to: &'static str,
        /// The field that names the record it was made of.
        parent: &'static str,
        /// Of which kind that is.
        kind: Kind,
    },
}

/// What one record is about, as its own fields say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The center, and nobody received.
    Center,
    /// What is for the directors of the center.
    Directors,
    /// These people, and the case where one is named. Both may not have arrived.
    Of {
        /// Whom: each must be known to a reader.
        people: Vec<PersonId>,
        /// In which case.
        case: Option<CaseId>,
    },
    /// Whatever another record is about.
    ThatOf(Kind, Uuid),
    /// The people whom records of this kind place in it: their field, and what it holds.
    Members(Kind, &'static str, Uuid),
    /// Another center, which is told of the record named.
    Addressed(CenterId, Option<(Kind, Uuid)>),
    /// Its fields do not say yet: told to nobody.
    Unknown,
}

impl Subject {
    fn of(people: Vec<PersonId>, case: Option<CaseId>) -> Self {
        if people.is_empty() && case.is_none() {
            Subject::Unknown
        } else {
            Subject::Of { people, case }
        }
    }

    /// The people named.
    #[must_use]
    pub fn people(&self) -> &[PersonId] {
        match self {
            Subject::Of { people, .. } => people,
            _ => &[],
        }
    }

    /// The case named.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        match self {
            Subject::Of { case, .. } => *case,
            _ => None,
        }
    }
}

impl About {
    /// The fields that name people.
    #[must_use]
    pub fn people(self) -> Vec<&'static str> {
        match self {
            About::Person(Link::Field(person))
            | About::PersonOrNobody(person)
            | About::PersonInCase { person, .. }
            | About::PersonInCaseOrCenter { person, .. } => vec![person],
            About::Both(left, right) => vec![left, right],
            About::Directory
            | About::Center
            | About::Directors
            | About::Person(Link::Itself)
            | About::Case(_)
            | About::CaseOrThatOf { .. }
            | About::Via { .. }
            | About::Addressed { .. } => vec![],
        }
    }

    /// What the record `id` with these fields is about.
    #[must_use]
    pub fn subject(self, id: Uuid, fields: &Fields) -> Subject {
        let named = |field: &str| -> Option<Uuid> { fields.get(field)?.as_str()?.parse().ok() };
        let at = |link: Link| match link {
            Link::Itself => Some(id),
            Link::Field(field) => named(field),
        };
        let person = |field: &str| named(field).map(PersonId);
        match self {
            About::Directory | About::Center => Subject::Center,
            About::Directors => Subject::Directors,
            About::Person(link) => Subject::of(at(link).map(PersonId).into_iter().collect(), None),
            About::PersonOrNobody(field) => match person(field) {
                Some(person) => Subject::of(vec![person], None),
                None => Subject::Center,
            },
            About::Case(case) => Subject::of(Vec::new(), named(case).map(CaseId)),
            About::PersonInCase { person: of, case } => {
                Subject::of(person(of).into_iter().collect(), at(case).map(CaseId))
            }
            About::PersonInCaseOrCenter { person: of, case } => {
                match Subject::of(person(of).into_iter().collect(), named(case).map(CaseId)) {
                    Subject::Unknown => Subject::Center,
                    subject => subject,
                }
            }
            About::Both(left, right) => match (person(left), person(right)) {
                (Some(left), Some(right)) => Subject::of(vec![left, right], None),
                _ => Subject::Unknown,
            },
            About::CaseOrThatOf { case, parent, kind } => match (named(case), named(parent)) {
                (Some(case), _) => Subject::of(Vec::new(), Some(CaseId(case))),
                (None, Some(parent)) => Subject::ThatOf(kind, parent),
                (None, None) => Subject::Unknown,
            },
            About::Via { kind, field } => Subject::Members(kind, field, id),
            About::Addressed { to, parent, kind } => match named(to) {
                Some(to) => {
                    Subject::Addressed(CenterId(to), named(parent).map(|parent| (kind, parent)))
                }
                None => Subject::Unknown,
            },
        }
    }
}

impl Kind {
    /// The record, other than a person or a case, whose audience and that of this one hang together: the referral of an
    /// answer, the household of a member.
    #[must_use]
    pub fn parent(self, fields: &Fields) -> Option<(Kind, Uuid)> {
        let (kind, field) = match self.definition().about {
            About::CaseOrThatOf { parent, kind, .. } | About::Addressed { parent, kind, .. } => {
                (kind, parent)
            }
            _ => self.placed_in()?,
        };
        Some((kind, fields.get(field)?.as_str()?.parse().ok()?))
    }

    /// Whether records of it place people in another.
    #[must_use]
    pub fn places_people(self) -> bool {
        self.placed_in().is_some()
    }

    /// The kind this one places people in, and the field that says in which.
    fn placed_in(self) -> Option<(Kind, &'static str)> {
        Kind::ALL.iter().find_map(|of| match of.definition().about {
            About::Via { kind, field } if kind == self => Some((*of, field)),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fields an `about:` names.
    fn named(about: About) -> Vec<&'static str> {
        let field = |link| match link {
            Link::Itself => None,
            Link::Field(field) => Some(field),
        };
        match about {
            About::Directory | About::Center | About::Directors | About::Via { .. } => vec![],
            About::Person(link) => field(link).into_iter().collect(),
            About::PersonOrNobody(of) | About::Case(of) => vec![of],
            About::PersonInCase { person, case } => {
                field(case).into_iter().chain([person]).collect()
            }
            About::PersonInCaseOrCenter { person, case } => vec![person, case],
            About::Both(left, right) => vec![left, right],
            About::CaseOrThatOf { case, parent, .. } => vec![case, parent],
            About::Addressed { to, parent, .. } => vec![to, parent],
        }
    }

    #[test]
    fn what_a_kind_is_about_stands_in_its_fields() {
        for kind in Kind::ALL {
            let about = kind.definition().about;
            for name in named(about) {
                assert!(kind.definition().field(name).is_some(), "{kind:?}: {name}");
            }
            if let About::Via { kind: via, field } = about {
                assert!(via.definition().field(field).is_some(), "{kind:?}: {field}");
            }
        }
    }

    #[test]
    fn a_record_that_does_not_say_what_it_is_about_is_about_nothing_known() {
        let id = Uuid::from_u128(7);
        for kind in Kind::ALL {
            let empty = kind.definition().about.subject(id, &Fields::new());
            let open = matches!(
                kind,
                Kind::Center | Kind::Staff | Kind::Partner | Kind::Import
            );
            let nobody = matches!(kind, Kind::Reception | Kind::Attachment);
            let itself = matches!(
                kind,
                Kind::Person | Kind::Case | Kind::Household | Kind::Readerless
            );
            assert_eq!(empty == Subject::Center, open || nobody, "{kind:?}");
            assert_eq!(
                empty == Subject::Unknown,
                !(open || nobody || itself),
                "{kind:?}"
            );
        }
    }
}
