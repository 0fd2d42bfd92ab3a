use super::*;
use crate::key::passphrase::normalise;

fn change(laptop: &mut Laptop, new: &str) -> Result<Unlocked, KeyError> {
    laptop
        .keys
        .change_passphrase(AMINA, AMINA_SAYS, new, MORNING, &mut *laptop.dice)
}

#[test]
fn nine_characters_are_too_few_in_any_script() {
    let mut laptop = Laptop::new();
    for short in [
        "",
        "zitoun123",
        "زيتون١٢٣٤",
        "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
        "\u{FDFA}",
    ] {
        let error = refused(change(&mut laptop, short));
        assert!(
            matches!(error, KeyError::PassphraseTooShort { minimum: 10 }),
            "{short}: {error}"
        );
    }
    assert!(change(&mut laptop, "زيتون١٢٣٤٥").is_ok());
}

#[test]
fn a_pasted_megabyte_is_refused_before_any_work() {
    let mut laptop = Laptop::new();
    let pasted = "ﷺ".repeat(350_000);
    assert!(matches!(
        refused(change(&mut laptop, &pasted)),
        KeyError::PassphraseTooLong { maximum: 1024 }
    ));
    assert!(matches!(
        refused(laptop.unlock(AMINA, &pasted, MORNING)),
        KeyError::PassphraseTooLong { maximum: 1024 }
    ));
    let longest = "ب".repeat(1024);
    assert!(change(&mut laptop, &longest).is_ok());
    assert!(laptop.unlock(AMINA, &longest, MORNING).is_ok());
}

#[test]
fn a_nul_does_not_cut_a_passphrase_short() {
    let mut laptop = Laptop::new();
    assert!(change(&mut laptop, "dix lettres\0puis la suite").is_ok());
    assert!(
        laptop
            .unlock(AMINA, "dix lettres\0puis la suite", MORNING)
            .is_ok()
    );
    for cut in ["dix lettres", "dix lettres\0", "dix lettres\0puis la fin"] {
        assert!(matches!(
            refused(laptop.unlock(AMINA, cut, MORNING + 3_600_000)),
            KeyError::WrongPassphrase { .. }
        ));
    }
}

#[test]
fn another_keyboard_locks_nobody_out() {
    let mut laptop = Laptop::new();
    assert!(change(&mut laptop, "المدرسة 1975 école").is_ok());
    // Arabic-Indic digits, Persian digits, a decomposed accent, full-width digits.
    for typed in [
        "المدرسة ١٩٧٥ école",
        "المدرسة ۱۹۷۵ école",
        "المدرسة 1975 e\u{301}cole",
        "المدرسة １９７５ école",
    ] {
        assert!(laptop.unlock(AMINA, typed, MORNING).is_ok(), "{typed}");
    }
    assert_eq!(normalise("٠١٢٣٤٥٦٧٨٩").unwrap().as_str(), "0123456789");
}

#[test]
fn changing_the_passphrase_keeps_the_keys_and_ends_the_old_one() {
    let mut laptop = Laptop::new();
    let changed = change(&mut laptop, "un nouveau mot de passe").unwrap();
    assert!(changed.db_key == laptop.amina.db_key && changed.user_key == laptop.amina.user_key);
    assert!(
        laptop
            .unlock(AMINA, "un nouveau mot de passe", MORNING)
            .is_ok()
    );
    // In the second copy as well as in the first.
    fs::remove_file(laptop.main_copy()).unwrap();
    assert!(matches!(
        refused(laptop.unlock(AMINA, AMINA_SAYS, MORNING)),
        KeyError::WrongPassphrase { attempts: 1, .. }
    ));
}

#[test]
fn guessing_the_old_passphrase_when_changing_it_is_counted_too() {
    let mut laptop = Laptop::new();
    for _ in 0..3 {
        refused(laptop.keys.change_passphrase(
            AMINA,
            "pas la bonne phrase",
            "un nouveau mot de passe",
            MORNING,
            &mut *laptop.dice,
        ));
    }
    assert!(matches!(
        refused(laptop.unlock(AMINA, AMINA_SAYS, MORNING)),
        KeyError::TooSoon {
            retry_after_seconds: 5
        }
    ));
}

#[test]
fn weak_stretching_is_raised_when_its_user_unlocks_and_never_lowered() {
    let mut laptop = Laptop::with_bilal();
    let cost = |laptop: &Laptop, n: usize| -> u64 {
        let file: serde_json::Value = serde_json::from_slice(&laptop.copy_slots()[0]).unwrap();
        file["body"]["slots"][n]["kdf"]["memory_kib"]
            .as_u64()
            .unwrap()
    };
    let stronger = KdfParams {
        memory_kib: 64,
        iterations: 2,
        lanes: 1,
    };
    laptop.keys = ProfileKeys::at(laptop.folder.path(), stronger);
    let raised = laptop.unlock(AMINA, AMINA_SAYS, MORNING).unwrap();
    assert!(raised.db_key == laptop.amina.db_key);
    assert_eq!((cost(&laptop, 0), cost(&laptop, 1)), (64, 16));
    laptop.keys = ProfileKeys::at(laptop.folder.path(), KdfParams::light());
    assert!(laptop.unlock(AMINA, AMINA_SAYS, MORNING).is_ok());
    assert_eq!(cost(&laptop, 0), 64);
}

#[test]
fn the_apps_own_stretching_works() {
    let mut laptop = Laptop::new();
    laptop.keys = ProfileKeys::at(laptop.folder.path(), KdfParams::STANDARD);
    assert!(laptop.unlock(AMINA, AMINA_SAYS, MORNING).is_ok());
    assert!(laptop.unlock(AMINA, AMINA_SAYS, MORNING).is_ok());
}
