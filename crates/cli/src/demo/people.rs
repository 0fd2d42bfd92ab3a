//! People: who they are and how they are reached.

use chrono::{Datelike, NaiveDate};
use jisr_domain::id::{ContactId, PersonId};
use jisr_domain::person::{Contact, DocumentType, Kinship, Person, SafeContact, Sex};

use super::calendar::{Calendar, before};
use super::chance::Chance;
use super::life;
use super::lists::{CHIEF_TOWN, Name, PROVINCE, commune, family_name, given_name, text};

/// Age from which a person has an identity card of their own.
const CARD_AGE: u32 = 16;
/// Primes just under what a number has room for: the `n`-th person's is spread, and nobody else's.
const PHONES: u64 = 9_999_991;
const CARDS: u64 = 999_983;

/// A person drawn, with what the rest of the center asks about them.
#[derive(Clone, Debug)]
pub(super) struct Someone {
    pub(super) id: PersonId,
    pub(super) record: Person,
    pub(super) sex: Sex,
    pub(super) age: u32,
    /// Their place in the household they were drawn with; none for those who live alone.
    pub(super) kinship: Option<Kinship>,
    pub(super) has_children: bool,
    /// Day they first came.
    pub(super) known_on: NaiveDate,
    /// No fixed abode.
    pub(super) street: bool,
}

/// Where somebody lives.
#[derive(Clone, Debug)]
pub(super) struct Home {
    pub(super) commune: &'static str,
    pub(super) commune_ar: &'static str,
    pub(super) place: String,
    pub(super) address: String,
}

/// What is asked of a person to draw.
pub(super) struct Sketch<'a> {
    pub(super) sex: Sex,
    pub(super) age: u32,
    pub(super) given: Name,
    pub(super) family: Name,
    pub(super) kinship: Option<Kinship>,
    pub(super) has_children: bool,
    pub(super) home: &'a Home,
    pub(super) phone: Option<String>,
    pub(super) known_on: NaiveDate,
    /// Counts everyone drawn so far.
    pub(super) index: u64,
}

/// A place to live in the province.
pub(super) fn home(chance: &mut Chance) -> Home {
    let commune = commune(chance);
    if commune.urban {
        let quarter = text(chance, "urban", Sex::Male);
        let address = format!(
            "{quarter}، زنقة {}، رقم {}",
            chance.between(1, 60),
            chance.between(1, 140)
        );
        let place = format!("{quarter}، {}", commune.name_ar);
        Home {
            commune: commune.code,
            commune_ar: commune.name_ar,
            place,
            address,
        }
    } else {
        let douar = text(chance, "rural", Sex::Male);
        Home {
            commune: commune.code,
            commune_ar: commune.name_ar,
            place: douar.clone(),
            address: douar,
        }
    }
}

/// A telephone nobody else of the demonstration has.
pub(super) fn phone(index: u64) -> String {
    format!("+21260{:07}", (index + 1) * 6_700_417 % PHONES)
}

/// A person with a name.
pub(super) fn person(chance: &mut Chance, calendar: &Calendar, sketch: Sketch<'_>) -> Someone {
    let Sketch {
        sex,
        age,
        given,
        family,
        kinship,
        has_children,
        home,
        phone,
        known_on,
        index,
    } = sketch;
    let born = before(calendar.today, age * 365 + age / 4 + chance.between(1, 360));
    let mut record = Person {
        sex: Some(sex),
        nationality: Some("MA".to_owned()),
        birth_place: Some(if chance.percent(70) {
            home.commune_ar.to_owned()
        } else {
            commune(chance).name_ar.to_owned()
        }),
        province: Some(PROVINCE.to_owned()),
        commune: Some(home.commune.to_owned()),
        address: Some(home.address.clone()),
        ..Person::default()
    };
    let script = chance.weighted(&[("both", 82), ("arabic", 13), ("latin", 5)]);
    if script != "latin" {
        record.given_name_ar = Some(given.ar.to_owned());
        record.family_name_ar = Some(family.ar.to_owned());
    }
    if script != "arabic" {
        record.given_name_lat = Some(given.lat.to_owned());
        record.family_name_lat = Some(family.lat.to_owned());
    }
    if chance.percent(45) {
        let mother_age = age + chance.between(18, 36);
        record.mother_name_ar = Some(given_name(chance, Sex::Female, mother_age).ar.to_owned());
    }
    match chance.weighted(&[
        ("day", if age < 60 { 90 } else { 50 }),
        ("year", 8 + age / 3),
        ("estimate", 3 + age / 12),
    ]) {
        "day" => record.birth_date = Some(born.to_string()),
        "year" => record.birth_date = Some(born.year().to_string()),
        _ => {
            record.estimated_age = Some(age);
            record.estimated_on = Some(known_on);
        }
    }
    papers(chance, &mut record, age, index);
    reach(chance, &mut record, phone);
    record.paper_file = chance
        .percent(35)
        .then(|| format!("{}/{}", chance.between(1, 900), known_on.year() - 1));
    record.languages = languages(chance);
    if age >= 70 && chance.percent(8) {
        record.accessibility = Some(text(chance, "accessibility", sex));
    }
    let at = calendar.at(known_on, chance.between(0, 400));
    let id = chance.id(at);
    life::told(&mut record, id, age);
    Someone {
        id,
        record,
        sex,
        age,
        kinship,
        has_children,
        known_on,
        street: false,
    }
}

/// Somebody met on the street who gives no name.
pub(super) fn anonymous(chance: &mut Chance, calendar: &Calendar, known_on: NaiveDate) -> Someone {
    let sex = chance.weighted(&[(Sex::Male, 80), (Sex::Female, 20)]);
    let age = chance.between(19, 72);
    let record = Person {
        anonymous: Some(true),
        nickname: Some(text(chance, &format!("nickname.{}", sex.code()), sex)),
        sex: Some(sex),
        estimated_age: Some(age),
        estimated_on: Some(known_on),
        document_type: chance.percent(60).then_some(DocumentType::None),
        safe_contact: Some(SafeContact::Unknown),
        province: Some(PROVINCE.to_owned()),
        commune: Some(CHIEF_TOWN.to_owned()),
        usual_place: Some(text(chance, "usual_place", sex)),
        languages: vec!["ary".to_owned()],
        ..Person::default()
    };
    let at = calendar.at(known_on, chance.between(0, 400));
    let id = chance.id(at);
    Someone {
        id,
        record,
        sex,
        age,
        kinship: None,
        has_children: false,
        known_on,
        street: true,
    }
}

fn papers(chance: &mut Chance, record: &mut Person, age: u32, index: u64) {
    if age < CARD_AGE {
        record.document_type = chance.weighted(&[
            (Some(DocumentType::BirthAct), 75),
            (Some(DocumentType::None), 5),
            (None, 20),
        ]);
        return;
    }
    record.document_type = chance.weighted(&[
        (Some(DocumentType::Cnie), 82),
        (Some(DocumentType::BirthAct), 5),
        (Some(DocumentType::None), 6),
        (None, 7),
    ]);
    if record.document_type == Some(DocumentType::Cnie) && chance.percent(96) {
        let letters =
            ["G", "GB", "GA", "GM"][usize::from(u8::try_from(index / CARDS % 4).unwrap_or(0))];
        record.cnie = Some(format!("{letters}{:06}", (index + 1) * 611_953 % CARDS));
    }
    if chance.percent(30) {
        record.idcs = Some(format!("{:010}", (index + 1) * 7_368_787 % 9_999_999_967));
    }
}

fn reach(chance: &mut Chance, record: &mut Person, phone: Option<String>) {
    record.safe_contact = Some(chance.weighted(&[
        (SafeContact::Yes, 62),
        (SafeContact::Hours, 15),
        (SafeContact::No, 8),
        (SafeContact::Unknown, 15),
    ]));
    record.phone = phone;
    safe_hours(chance, record);
}

/// The hours that go with the answer, and none with another answer.
pub(super) fn safe_hours(chance: &mut Chance, record: &mut Person) {
    let asked = record.safe_contact == Some(SafeContact::Hours);
    record.safe_hours = asked.then(|| text(chance, "safe_hours", Sex::Male));
}

fn languages(chance: &mut Chance) -> Vec<String> {
    let mut languages = vec!["ary"];
    if chance.percent(18) {
        languages.push("zgh");
    }
    if chance.percent(22) {
        languages.push("fr");
    }
    languages.into_iter().map(str::to_owned).collect()
}

/// Somebody to reach about `person`.
pub(super) fn contact(
    chance: &mut Chance,
    calendar: &Calendar,
    person: &Someone,
    index: u64,
) -> (ContactId, Contact) {
    let kinship = match person.age {
        0..18 => chance.weighted(&[
            (Kinship::Parent, 60),
            (Kinship::Grandparent, 15),
            (Kinship::Guardian, 10),
            (Kinship::Relative, 15),
        ]),
        _ => chance.weighted(&[
            (Kinship::Sibling, 40),
            (Kinship::Friend, 25),
            (Kinship::Relative, 25),
            (Kinship::Service, 10),
        ]),
    };
    let sex = chance.weighted(&[(Sex::Female, 60), (Sex::Male, 40)]);
    let age = if matches!(kinship, Kinship::Parent | Kinship::Guardian) {
        person.age + 28
    } else {
        person.age.max(30)
    };
    let record = Contact {
        person: Some(person.id),
        name: Some(full_name(chance, sex, age)),
        kinship: Some(kinship),
        phone: chance.percent(85).then(|| phone(index)),
        companion: Some(chance.percent(30)),
        safe_contact: Some(chance.weighted(&[(SafeContact::Yes, 75), (SafeContact::Unknown, 25)])),
        remark: chance
            .percent(20)
            .then(|| text(chance, "contact.remark", sex)),
        ..Contact::default()
    };
    let at = calendar.at(person.known_on, chance.between(400, 420));
    (chance.id(at), record)
}

/// A whole name in Arabic.
pub(super) fn full_name(chance: &mut Chance, sex: Sex, age: u32) -> String {
    let given = given_name(chance, sex, age);
    format!("{} {}", given.ar, family_name(chance).ar)
}
