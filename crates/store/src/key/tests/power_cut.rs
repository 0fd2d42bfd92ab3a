//! What is on the disk after a crash, a torn write or a full disk.

use super::*;

#[test]
fn a_torn_main_copy_falls_back_on_the_second() {
    let mut laptop = Laptop::with_bilal();
    let [whole, _] = laptop.copy_slots();
    let flipped: Vec<u8> = String::from_utf8(whole.clone())
        .unwrap()
        .replace("Bilal", "Bilel")
        .into_bytes();
    let torn = [
        Vec::new(),
        whole[..whole.len() / 2].to_vec(),
        whole[..whole.len() - 1].to_vec(),
        vec![0; whole.len()],
        flipped,
    ];
    for bytes in torn {
        fs::write(laptop.main_copy(), bytes).unwrap();
        assert!(laptop.unlock(BILAL, BILAL_SAYS, MORNING).is_ok());
    }
    // The next write makes both copies whole again.
    laptop
        .keys
        .change_passphrase(BILAL, BILAL_SAYS, SALMA_SAYS, MORNING, &mut *laptop.dice)
        .unwrap();
    let [main, second] = laptop.copy_slots();
    assert!(main == second && main.len() > 100);
}

#[test]
fn a_write_cut_at_any_point_leaves_a_way_in() {
    let mut laptop = Laptop::with_bilal();
    let before = laptop.copy_slots();
    laptop
        .keys
        .change_passphrase(BILAL, BILAL_SAYS, SALMA_SAYS, MORNING, &mut *laptop.dice)
        .unwrap();
    let after = laptop.copy_slots();
    let half = &after[0][..after[0].len() / 2];

    // Cut while the second copy was being written beside: the old passphrase opens.
    laptop.put_back(&before);
    fs::write(laptop.folder.path().join("slots.json.bak.tmp"), half).unwrap();
    assert!(laptop.unlock(BILAL, BILAL_SAYS, MORNING).is_ok());
    // Cut between the two copies: still the old one.
    laptop.put_back(&[before[0].clone(), after[1].clone()]);
    assert!(laptop.unlock(BILAL, BILAL_SAYS, MORNING).is_ok());
    // Cut there by a disk that also tore the main copy: the new one.
    laptop.put_back(&[half.to_vec(), after[1].clone()]);
    assert!(laptop.unlock(BILAL, SALMA_SAYS, MORNING).is_ok());
    // Cut after: the new one.
    laptop.put_back(&after);
    assert!(laptop.unlock(BILAL, SALMA_SAYS, MORNING).is_ok());
}

#[test]
fn both_copies_torn_is_damage_and_an_empty_folder_is_no_profile() {
    let mut laptop = Laptop::new();
    laptop.put_back(&[b"{".to_vec(), b"{}".to_vec()]);
    assert!(matches!(
        refused(laptop.unlock(AMINA, AMINA_SAYS, MORNING)),
        KeyError::Damaged
    ));
    assert!(matches!(refused(laptop.keys.profile()), KeyError::Damaged));
    fs::remove_file(laptop.second_copy()).unwrap();
    assert!(matches!(refused(laptop.keys.profile()), KeyError::Damaged));

    let empty = tempfile::tempdir().unwrap();
    for dir in [empty.path().to_path_buf(), empty.path().join("nowhere")] {
        let keys = ProfileKeys::at(dir, KdfParams::light());
        assert!(!keys.exists());
        assert!(matches!(refused(keys.profile()), KeyError::NoProfile));
        assert!(matches!(
            refused(keys.unlock(AMINA, AMINA_SAYS, MORNING, &mut dice(9))),
            KeyError::NoProfile
        ));
    }
}

#[test]
fn slots_of_a_later_release_are_left_alone() {
    let mut laptop = Laptop::new();
    let later = br#"{"format":"jisr-slots","version":2,"checksum":"","body":{"new":true}}"#;
    fs::write(laptop.main_copy(), later).unwrap();
    assert!(matches!(
        refused(laptop.unlock(AMINA, AMINA_SAYS, MORNING)),
        KeyError::NewerFormat { found: 2 }
    ));
    assert_eq!(fs::read(laptop.main_copy()).unwrap(), later);
}

#[test]
fn a_profile_is_never_created_over_another() {
    let mut laptop = Laptop::new();
    let profile = NewProfile {
        device_id: LAPTOP,
        language: "fr".into(),
        center_name_ar: String::new(),
        center_name_fr: String::new(),
    };
    // Not even when one copy is gone.
    fs::remove_file(laptop.main_copy()).unwrap();
    let result = laptop
        .keys
        .create(profile, bilal(), &[8; 32], BILAL_SAYS, &mut *laptop.dice);
    assert!(matches!(refused(result), KeyError::AlreadyExists));
    assert!(laptop.unlock(AMINA, AMINA_SAYS, MORNING).is_ok());
}

#[cfg(unix)]
#[test]
fn the_files_are_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let laptop = Laptop::new();
    for path in [laptop.main_copy(), laptop.second_copy()] {
        assert_eq!(
            fs::metadata(path).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
}

#[test]
fn a_disk_that_refuses_writes_keeps_nobody_out_and_changes_nothing() {
    let mut laptop = Laptop::with_bilal();
    assert!(matches!(
        refused(laptop.unlock(BILAL, "pas la bonne phrase", MORNING)),
        KeyError::WrongPassphrase { attempts: 1, .. }
    ));
    // A folder where the temporary file should go: opening it for writing fails like a full disk.
    let in_the_way = laptop.folder.path().join("slots.json.bak.tmp");
    fs::create_dir(&in_the_way).unwrap();
    assert!(laptop.unlock(BILAL, BILAL_SAYS, MORNING).is_ok());
    assert!(matches!(
        refused(laptop.unlock(BILAL, "pas la bonne phrase", MORNING)),
        KeyError::WrongPassphrase { attempts: 2, .. }
    ));
    let result =
        laptop
            .keys
            .change_passphrase(BILAL, BILAL_SAYS, SALMA_SAYS, MORNING, &mut *laptop.dice);
    assert!(matches!(refused(result), KeyError::Io(_)));
    assert!(matches!(
        refused(laptop.keys.begin_rekey(&laptop.amina, &mut *laptop.dice)),
        KeyError::Io(_)
    ));
    assert!(
        laptop
            .unlock(BILAL, BILAL_SAYS, MORNING)
            .unwrap()
            .alternative
            .is_none()
    );
}
