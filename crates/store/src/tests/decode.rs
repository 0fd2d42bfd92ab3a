//! A record read from its columns is the record that was written.

use jisr_domain::person::{DocumentType, Person, Sex};

use super::Laptop;
use crate::state::sql_id;

fn everything() -> Person {
    Person {
        given_name_ar: Some("أمينة \"ت\" \\ \u{202e}".to_owned()),
        family_name_lat: Some(String::new()),
        anonymous: Some(false),
        sex: Some(Sex::Female),
        estimated_age: Some(41),
        estimated_on: "2026-11-18".parse().ok(),
        document_type: Some(DocumentType::Cnie),
        languages: vec!["ar".to_owned(), "zgh".to_owned()],
        ..Person::default()
    }
}

#[test]
fn a_list_gives_back_every_kind_of_value() {
    let laptop = Laptop::of(1);
    let amina = laptop.registers(&everything());
    let nobody = laptop.registers(&Person::default());
    let found = laptop
        .store()
        .read(|reader| reader.list::<Person>("1 ORDER BY \"id\"", []))
        .unwrap();
    assert_eq!(found, [(amina, everything()), (nobody, Person::default())]);
    let held = laptop.store().read(|reader| reader.get::<Person>(amina));
    assert_eq!(held.unwrap().unwrap().record, everything());
}

#[test]
fn what_a_newer_program_wrote_shows_empty_and_hides_nothing_else() {
    let laptop = Laptop::of(1);
    let amina = laptop.registers(&everything());
    laptop
        .store()
        .alone(|conn| {
            let sql = "UPDATE person SET sex = 'not_of_this_version', languages = '{\"first\": \"ar\"}' WHERE id = ?1";
            conn.execute(sql, [sql_id(amina.0)])?;
            Ok(())
        })
        .unwrap();
    let found = laptop
        .store()
        .read(|reader| reader.find::<Person>(amina))
        .unwrap();
    let rest = Person {
        sex: None,
        languages: Vec::new(),
        ..everything()
    };
    assert_eq!(found, Some(rest));
}
