//! With a real SQLCipher file, at every point where the power can go.

use rusqlite::Connection;

use super::*;

fn hex(key: &[u8; 32]) -> String {
    key.iter().map(|b| format!("{b:02x}")).collect()
}

fn open(laptop: &Laptop, key: &[u8; 32]) -> rusqlite::Result<Connection> {
    let db = Connection::open(laptop.keys.database_path())?;
    db.execute_batch(&format!("PRAGMA key = \"x'{}'\";", hex(key)))?;
    db.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
    Ok(db)
}

fn laptop_with_a_database() -> Laptop {
    let laptop = Laptop::with_bilal();
    let db = open(&laptop, &laptop.amina.db_key).unwrap();
    db.execute_batch("CREATE TABLE visit (day TEXT); INSERT INTO visit VALUES ('2026-11-02');")
        .unwrap();
    laptop
}

fn pragma_rekey(laptop: &Laptop, old: &[u8; 32], new: &[u8; 32]) {
    let db = open(laptop, old).unwrap();
    db.execute_batch(&format!("PRAGMA rekey = \"x'{}'\";", hex(new)))
        .unwrap();
}

/// What the app does at every unlock: whichever key opens the file settles the rekey.
fn open_and_settle(laptop: &mut Laptop, staff: Uuid, says: &str) -> Connection {
    let unlocked = laptop.unlock(staff, says, MORNING).unwrap();
    let candidates = [Some(unlocked.db_key), unlocked.alternative];
    let (key, db) = candidates
        .into_iter()
        .flatten()
        .find_map(|key| open(laptop, &key).ok().map(|db| (key, db)))
        .expect("one of the keys opens the file");
    laptop.keys.finish_rekey(&key).unwrap();
    let days: i64 = db
        .query_row("SELECT count(*) FROM visit", [], |row| row.get(0))
        .unwrap();
    assert_eq!(days, 1);
    db
}

#[test]
fn a_whole_rekey_gives_everyone_the_new_key_and_nobody_the_old() {
    let mut laptop = laptop_with_a_database();
    let old = laptop.amina.db_key.clone();
    let new = laptop
        .keys
        .begin_rekey(&laptop.amina, &mut *laptop.dice)
        .unwrap();
    pragma_rekey(&laptop, &old, &new);
    laptop.keys.finish_rekey(&new).unwrap();
    laptop.keys.finish_rekey(&new).unwrap();
    assert!(open(&laptop, &old).is_err());
    for (staff, says) in [
        (BILAL, BILAL_SAYS),
        (AMINA, AMINA_SAYS),
        (BILAL, BILAL_SAYS),
    ] {
        let unlocked = laptop.unlock(staff, says, MORNING).unwrap();
        assert!(unlocked.db_key == new && unlocked.alternative.is_none());
    }
    let back = laptop
        .keys
        .recover(&laptop.code, BILAL, "une autre phrase", &mut *laptop.dice)
        .unwrap();
    assert!(back.unlocked.db_key == new && !back.new_user_key);
    assert!(matches!(
        refused(laptop.keys.begin_rekey(&laptop.amina, &mut *laptop.dice)),
        KeyError::StaleKey
    ));
}

#[test]
fn power_cut_before_the_file_was_rekeyed() {
    let mut laptop = laptop_with_a_database();
    let old = laptop.amina.db_key.clone();
    laptop
        .keys
        .begin_rekey(&laptop.amina, &mut *laptop.dice)
        .unwrap();
    assert!(laptop.keys.profile().unwrap().rekey_pending);
    open_and_settle(&mut laptop, BILAL, BILAL_SAYS);
    let amina = laptop.unlock(AMINA, AMINA_SAYS, MORNING).unwrap();
    assert!(amina.db_key == old && amina.alternative.is_none());
    // And the rekey can be begun again.
    assert!(laptop.keys.begin_rekey(&amina, &mut *laptop.dice).is_ok());
}

#[test]
fn power_cut_after_the_file_was_rekeyed() {
    let mut laptop = laptop_with_a_database();
    let old = laptop.amina.db_key.clone();
    let new = laptop
        .keys
        .begin_rekey(&laptop.amina, &mut *laptop.dice)
        .unwrap();
    pragma_rekey(&laptop, &old, &new);
    let torn = &laptop.copy_slots()[0][..200];
    fs::write(laptop.main_copy(), torn).unwrap();
    open_and_settle(&mut laptop, BILAL, BILAL_SAYS);
    let amina = laptop.unlock(AMINA, AMINA_SAYS, MORNING).unwrap();
    assert!(amina.db_key == new && amina.alternative.is_none());
}

#[test]
fn power_cut_between_the_two_copies_when_beginning_and_when_finishing() {
    let mut laptop = laptop_with_a_database();
    let old = laptop.amina.db_key.clone();
    let before = laptop.copy_slots();
    let new = laptop
        .keys
        .begin_rekey(&laptop.amina, &mut *laptop.dice)
        .unwrap();
    let begun = laptop.copy_slots();
    // Beginning: the file is not touched before both copies are written, so it is under the old key.
    for copies in [
        [before[0].clone(), begun[1].clone()],
        [b"{".to_vec(), begun[1].clone()],
    ] {
        laptop.put_back(&copies);
        open_and_settle(&mut laptop, BILAL, BILAL_SAYS);
    }
    laptop.put_back(&begun);
    pragma_rekey(&laptop, &old, &new);
    laptop.keys.finish_rekey(&new).unwrap();
    let finished = laptop.copy_slots();
    for copies in [
        [begun[0].clone(), finished[1].clone()],
        [b"{".to_vec(), finished[1].clone()],
    ] {
        laptop.put_back(&copies);
        open_and_settle(&mut laptop, BILAL, BILAL_SAYS);
    }
}

#[test]
fn passphrases_can_change_and_be_recovered_with_a_rekey_half_done() {
    let mut laptop = laptop_with_a_database();
    let old = laptop.amina.db_key.clone();
    let new = laptop
        .keys
        .begin_rekey(&laptop.amina, &mut *laptop.dice)
        .unwrap();
    pragma_rekey(&laptop, &old, &new);
    laptop
        .keys
        .change_passphrase(AMINA, AMINA_SAYS, SALMA_SAYS, MORNING, &mut *laptop.dice)
        .unwrap();
    let back = laptop
        .keys
        .recover(&laptop.code, BILAL, "une autre phrase", &mut *laptop.dice)
        .unwrap();
    assert!(back.unlocked.alternative.as_ref() == Some(&new));
    assert!(matches!(
        refused(laptop.keys.remove_user(&laptop.amina, BILAL)),
        KeyError::RekeyPending
    ));
    open_and_settle(&mut laptop, AMINA, SALMA_SAYS);
    assert!(
        laptop
            .unlock(BILAL, "une autre phrase", MORNING)
            .unwrap()
            .db_key
            == new
    );
}

#[test]
fn bilal_on_leave_during_three_rekeys_gets_in_when_he_is_back() {
    let mut laptop = laptop_with_a_database();
    for _ in 0..3 {
        let amina = laptop.unlock(AMINA, AMINA_SAYS, MORNING).unwrap();
        let new = laptop.keys.begin_rekey(&amina, &mut *laptop.dice).unwrap();
        pragma_rekey(&laptop, &amina.db_key, &new);
        laptop.keys.finish_rekey(&new).unwrap();
    }
    open_and_settle(&mut laptop, BILAL, BILAL_SAYS);
    let back = laptop
        .keys
        .recover(&laptop.code, AMINA, "une autre phrase", &mut *laptop.dice)
        .unwrap();
    assert!(open(&laptop, &back.unlocked.db_key).is_ok());
}

#[test]
fn who_was_removed_cannot_follow_with_an_old_copy_of_the_slots() {
    let mut laptop = laptop_with_a_database();
    let kept_by_bilal = laptop.copy_slots();
    let amina = laptop.unlock(AMINA, AMINA_SAYS, MORNING).unwrap();
    let super::super::RekeyDue = laptop.keys.remove_user(&amina, BILAL).unwrap();
    assert!(laptop.keys.profile().unwrap().rekey_due);
    let new = laptop.keys.begin_rekey(&amina, &mut *laptop.dice).unwrap();
    pragma_rekey(&laptop, &amina.db_key, &new);
    laptop.keys.finish_rekey(&new).unwrap();
    assert!(!laptop.keys.profile().unwrap().rekey_due);
    let now = laptop.copy_slots();

    laptop.put_back(&kept_by_bilal);
    let bilal = laptop.unlock(BILAL, BILAL_SAYS, MORNING).unwrap();
    assert!(open(&laptop, &bilal.db_key).is_err());
    laptop.put_back(&now);
    assert!(matches!(
        refused(laptop.unlock(BILAL, BILAL_SAYS, MORNING)),
        KeyError::NoSuchUser
    ));
    open_and_settle(&mut laptop, AMINA, AMINA_SAYS);
}
