use super::*;
use crate::key::PublicProfile;

#[test]
fn the_unlock_screen_is_drawn_before_anything_is_decrypted() {
    let laptop = Laptop::with_bilal();
    let profile = laptop.keys.profile().unwrap();
    assert_eq!(profile.device_id, LAPTOP);
    assert_eq!(profile.public.language, "ar");
    assert_eq!(profile.public.center_name_ar, "مركز النخيل");
    let names: Vec<&str> = profile
        .public
        .users
        .iter()
        .map(|u| u.name_lat.as_str())
        .collect();
    assert_eq!(names, ["Amina Tazi", "Bilal Ouchen"]);
    assert!(!profile.rekey_due && !profile.rekey_pending);
}

#[test]
fn two_users_share_the_database_and_not_their_signatures() {
    let mut laptop = Laptop::new();
    let registered = laptop
        .keys
        .add_user(&laptop.amina, bilal(), BILAL_SAYS, &mut *laptop.dice)
        .unwrap();
    let bilal = laptop.unlock(BILAL, BILAL_SAYS, MORNING).unwrap();
    assert!(bilal.db_key == laptop.amina.db_key && bilal.user_key != laptop.amina.user_key);
    assert_eq!(bilal.verifying_key(), registered);
    assert!(matches!(
        refused(laptop.unlock(BILAL, AMINA_SAYS, MORNING)),
        KeyError::WrongPassphrase { .. }
    ));
}

#[test]
fn two_users_with_the_same_passphrase_show_nothing_in_common() {
    let mut laptop = Laptop::new();
    laptop
        .keys
        .add_user(&laptop.amina, bilal(), AMINA_SAYS, &mut *laptop.dice)
        .unwrap();
    let file: serde_json::Value = serde_json::from_slice(&laptop.copy_slots()[0]).unwrap();
    let slots = &file["body"]["slots"];
    assert_ne!(slots[0]["kdf"]["salt"], slots[1]["kdf"]["salt"]);
    assert_ne!(slots[0]["wrap"]["sealed"], slots[1]["wrap"]["sealed"]);
}

#[test]
fn nobody_is_added_twice_or_by_a_key_that_is_not_this_profiles() {
    let mut laptop = Laptop::with_bilal();
    let stranger = Laptop::with_bilal();
    let twice = laptop
        .keys
        .add_user(&laptop.amina, bilal(), BILAL_SAYS, &mut *laptop.dice);
    assert!(matches!(refused(twice), KeyError::UserExists));

    let mut other = stranger.amina;
    other.db_key[0] ^= 1;
    let salma = person(SALMA, "سلمى العلوي", "Salma Alaoui", "reception", "f");
    let result = laptop
        .keys
        .add_user(&other, salma, SALMA_SAYS, &mut *laptop.dice);
    assert!(matches!(refused(result), KeyError::StaleKey));
    assert!(matches!(
        refused(laptop.keys.remove_user(&other, BILAL)),
        KeyError::StaleKey
    ));
}

#[test]
fn a_removed_user_is_in_neither_copy_and_the_last_one_stays() {
    let mut laptop = Laptop::with_bilal();
    let due = laptop.keys.remove_user(&laptop.amina, BILAL).unwrap();
    assert_eq!(due, crate::key::RekeyDue);
    for copy in laptop.copy_slots() {
        let text = String::from_utf8(copy).unwrap();
        assert!(!text.contains("Bilal") && !text.contains(&BILAL.to_string()));
    }
    assert!(matches!(
        refused(laptop.unlock(BILAL, BILAL_SAYS, MORNING)),
        KeyError::NoSuchUser
    ));
    assert!(laptop.unlock(AMINA, AMINA_SAYS, MORNING).unwrap().rekey_due);
    assert!(matches!(
        refused(laptop.keys.remove_user(&laptop.amina, BILAL)),
        KeyError::NoSuchUser
    ));
    assert!(matches!(
        refused(laptop.keys.remove_user(&laptop.amina, AMINA)),
        KeyError::LastUser
    ));
}

#[test]
fn a_new_name_reaches_the_unlock_screen_and_strangers_do_not() {
    let mut laptop = Laptop::with_bilal();
    let renamed = person(AMINA, "أمينة الفاسي", "Amina El Fassi", "director", "f");
    let stranger = person(SALMA, "سلمى العلوي", "Salma Alaoui", "reception", "f");
    let public = PublicProfile {
        language: "fr".into(),
        center_name_ar: "مركز الزيتون".into(),
        center_name_fr: "Centre Zaytoune".into(),
        users: vec![stranger, renamed],
    };
    laptop.keys.publish(&laptop.amina, public).unwrap();
    let shown = laptop.keys.profile().unwrap().public;
    assert_eq!(
        (shown.language.as_str(), shown.center_name_fr.as_str()),
        ("fr", "Centre Zaytoune")
    );
    let names: Vec<&str> = shown.users.iter().map(|u| u.name_lat.as_str()).collect();
    assert_eq!(names, ["Amina El Fassi", "Bilal Ouchen"]);
    assert!(laptop.unlock(BILAL, BILAL_SAYS, MORNING).is_ok());
}

#[test]
fn two_programs_guessing_at_once_are_counted_together() {
    let laptop = Laptop::new();
    let guess = |seed| {
        let keys = laptop.keys.clone();
        move || {
            let _ = keys.unlock(AMINA, "pas la bonne phrase", MORNING, &mut dice(seed));
        }
    };
    let guesses: Vec<_> = (0..8).map(|seed| std::thread::spawn(guess(seed))).collect();
    guesses.into_iter().for_each(|g| g.join().unwrap());
    let file: serde_json::Value = serde_json::from_slice(&laptop.copy_slots()[0]).unwrap();
    // The first three are looked at; the other five come too soon.
    assert_eq!(file["body"]["attempts"][AMINA.to_string()]["failures"], 3);
}
