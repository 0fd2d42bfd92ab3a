//! The file on the disk: locked, encrypted, torn, copied.

mod attachment;
mod whole;

use std::io::{Read, Seek, SeekFrom, Write};

use super::{KEY, Laptop, fatima};
use crate::key::DATABASE_FILE;
use crate::{NewDevice, Store, StoreError};

fn error<T>(result: Result<T, StoreError>) -> StoreError {
    result.err().expect("must fail")
}

#[test]
fn one_window_at_a_time() {
    let mut amina = Laptop::of(1);
    assert!(matches!(
        error(Store::open(amina.dir.path(), &KEY)),
        StoreError::InUse
    ));
    amina.restart();
}

#[test]
fn another_key_is_told_from_a_torn_file() {
    let mut amina = Laptop::of(1);
    amina.registers(&fatima());
    amina.store = None;
    assert!(matches!(
        error(Store::open(amina.dir.path(), &[8; 32])),
        StoreError::WrongKey
    ));
    let path = amina.dir.path().join(DATABASE_FILE);
    let mut file = std::fs::OpenOptions::new()
        .read(true)
        .write(true)
        .open(&path)
        .unwrap();
    file.seek(SeekFrom::Start(100)).unwrap();
    file.write_all(&[0; 64]).unwrap();
    drop(file);
    assert!(matches!(
        error(Store::open(amina.dir.path(), &KEY)),
        StoreError::Damaged
    ));
    std::fs::write(&path, b"").unwrap();
    assert!(matches!(
        error(Store::open(amina.dir.path(), &KEY)),
        StoreError::Damaged
    ));
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(
        error(Store::open(amina.dir.path(), &KEY)),
        StoreError::Missing
    ));
}

#[test]
fn a_page_torn_in_the_middle_is_found_by_the_check_and_a_backup_opens() {
    let mut amina = Laptop::of(1);
    let id = amina.registers(&fatima());
    let place = tempfile::TempDir::new().unwrap();
    let copy = amina.backed_up(place.path());
    amina.store = None;
    let path = amina.dir.path().join(DATABASE_FILE);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let damage = match Store::open(amina.dir.path(), &KEY) {
        Ok(store) => store.integrity().unwrap(),
        Err(error) => vec![error.to_string()],
    };
    assert!(!damage.is_empty());
    amina.store = Some(Store::open(&copy, &KEY).unwrap());
    assert_eq!(amina.sees(id).unwrap().record, fatima());
    assert!(amina.store().integrity().unwrap().is_empty());
}

#[test]
fn nothing_of_a_person_is_readable_in_the_folder() {
    let amina = Laptop::of(1);
    amina.registers(&fatima());
    let place = tempfile::TempDir::new().unwrap();
    let copy = amina.backed_up(place.path());
    let files = std::fs::read_dir(amina.dir.path()).unwrap();
    for entry in files.chain(std::fs::read_dir(copy).unwrap()) {
        let mut bytes = Vec::new();
        std::fs::File::open(entry.unwrap().path())
            .unwrap()
            .read_to_end(&mut bytes)
            .unwrap();
        for word in [
            "AB123456".as_bytes(),
            "فاطمة".as_bytes(),
            b"Alaoui",
            b"SQLite format 3",
            &KEY,
        ] {
            assert!(!bytes.windows(word.len()).any(|window| window == word));
        }
    }
}

#[test]
fn a_new_key_replaces_the_old_one() {
    let mut amina = Laptop::of(1);
    let id = amina.registers(&fatima());
    assert!(amina.sees(id).is_some());
    amina.store().rekey(&[9; 32]).unwrap();
    assert_eq!(amina.sees(id).unwrap().record, fatima());
    amina.changes_phone(id, "+212611111111");
    amina.store = None;
    assert!(matches!(
        error(Store::open(amina.dir.path(), &KEY)),
        StoreError::WrongKey
    ));
    amina.store = Some(Store::open(amina.dir.path(), &[9; 32]).unwrap());
    assert_eq!(amina.phone(id).as_deref(), Some("+212611111111"));
}

#[test]
fn a_profile_is_never_overwritten_and_a_newer_one_is_left_alone() {
    let mut amina = Laptop::of(1);
    amina
        .store()
        .writer()
        .execute(
            "UPDATE refinery_schema_history SET version = 9000
             WHERE version = (SELECT max(version) FROM refinery_schema_history)",
            [],
        )
        .unwrap();
    amina.store = None;
    let device = NewDevice {
        device: amina.staff.0.into(),
        device_secret: [1; 32],
        center: super::CENTER,
        label: "X".into(),
    };
    assert!(matches!(
        error(Store::create(amina.dir.path(), &KEY, device)),
        StoreError::AlreadyExists
    ));
    assert!(matches!(
        error(Store::open(amina.dir.path(), &KEY)),
        StoreError::NewerSchema { found: 9000, .. }
    ));
}

#[test]
fn a_profile_whose_making_was_cut_is_made_again() {
    let dir = tempfile::TempDir::new().unwrap();
    std::fs::write(dir.path().join(format!("{DATABASE_FILE}.new")), b"half").unwrap();
    let device = NewDevice {
        device: super::staff(1).0.into(),
        device_secret: [1; 32],
        center: super::CENTER,
        label: "X".into(),
    };
    Store::create(dir.path(), &KEY, device).unwrap();
}

#[test]
fn after_an_upgrade_rows_and_search_are_made_again_from_the_states() {
    let amina = Laptop::of(1);
    let id = amina.registers(&fatima());
    let case = amina.opens_case(
        &super::case_of(
            id,
            jisr_domain::case::Confidentiality::Sealed,
            &[amina.staff],
        ),
        &[],
    );
    let writer = amina.store().writer();
    writer.execute_batch("UPDATE person SET cnie = NULL; DELETE FROM person_key; DELETE FROM case_access; DELETE FROM person_hidden;").unwrap();
    crate::replay::show_again(&writer).unwrap();
    drop(writer);
    assert_eq!(amina.finds("فاطمة"), [id]);
    assert!(amina.found_by("فاطمة", super::staff(2)).is_empty());
    assert!(
        amina
            .store()
            .read(|r| Ok(r
                .by::<jisr_domain::person::Person>("cnie", "AB123456")?
                .len()
                == 1))
            .unwrap()
    );
    assert!(
        amina
            .store()
            .read(|r| r.visible_case(case, amina.staff, jisr_domain::role::Role::Caseworker))
            .unwrap()
    );
}
