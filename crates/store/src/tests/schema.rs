//! The tables and the declarations say the same.

use std::collections::BTreeMap;

use jisr_domain::record::Kind;

use super::Laptop;

#[test]
fn every_declared_field_has_its_column_and_no_column_is_left_over() {
    let laptop = Laptop::of(1);
    for kind in Kind::ALL {
        let held: BTreeMap<String, String> = laptop
            .store()
            .read(|r| {
                r.sql(
                    &format!(
                        "SELECT name, type FROM pragma_table_info('{}')",
                        kind.code()
                    ),
                    [],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
            })
            .unwrap()
            .into_iter()
            .collect();
        let mut expected: BTreeMap<String, String> = kind
            .definition()
            .fields
            .iter()
            .map(|field| (field.name.to_owned(), field.column.sql().to_owned()))
            .collect();
        let own = [
            ("id", "TEXT"),
            ("state", "TEXT"),
            ("base", "TEXT"),
            ("pending", "INTEGER"),
            ("at_hub", "INTEGER"),
            ("conflicts", "INTEGER"),
        ];
        for (name, ty) in own {
            assert!(
                expected.insert(name.to_owned(), ty.to_owned()).is_none(),
                "{kind:?} declares {name}, which the table keeps for itself"
            );
        }
        assert_eq!(held, expected, "{kind:?}: a migration is missing");
    }
}

#[test]
fn every_kind_has_the_place_of_its_declaration() {
    for (place, kind) in Kind::ALL.iter().enumerate() {
        assert_eq!(*kind as usize, place);
    }
}
