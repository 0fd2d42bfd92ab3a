use super::*;

fn wrong(laptop: &mut Laptop, now_ms: i64) -> (u32, u64) {
    match refused(laptop.unlock(AMINA, "pas la bonne phrase", now_ms)) {
        KeyError::WrongPassphrase {
            attempts,
            retry_after_seconds,
        } => (attempts, retry_after_seconds),
        other => panic!("{other}"),
    }
}

fn too_soon(laptop: &mut Laptop, says: &str, now_ms: i64) -> u64 {
    match refused(laptop.unlock(AMINA, says, now_ms)) {
        KeyError::TooSoon {
            retry_after_seconds,
        } => retry_after_seconds,
        other => panic!("{other}"),
    }
}

#[test]
fn amina_unlocks_with_her_passphrase_and_no_other() {
    let mut laptop = Laptop::new();
    let again = laptop.unlock(AMINA, AMINA_SAYS, MORNING).unwrap();
    assert!(again.db_key == laptop.amina.db_key && again.user_key == laptop.amina.user_key);
    assert_eq!(again.verifying_key(), laptop.amina.verifying_key());
    assert_eq!((again.device_id, again.staff), (LAPTOP, AMINA));
    assert!(again.alternative.is_none() && !again.rekey_due);
    assert_eq!(wrong(&mut laptop, MORNING), (1, 0));
}

#[test]
fn waits_grow_from_two_free_mistakes_to_a_quarter_of_an_hour() {
    let mut laptop = Laptop::new();
    let mut now = MORNING;
    let mut waits = Vec::new();
    for _ in 0..14 {
        let (_, wait) = wrong(&mut laptop, now);
        waits.push(wait);
        now += i64::try_from(wait).unwrap() * 1000;
    }
    assert_eq!(
        waits,
        [0, 0, 5, 15, 30, 60, 120, 240, 480, 900, 900, 900, 900, 900]
    );
}

#[test]
fn even_the_right_passphrase_waits_and_then_wipes_the_slate() {
    let mut laptop = Laptop::new();
    for _ in 0..3 {
        wrong(&mut laptop, MORNING);
    }
    assert_eq!(too_soon(&mut laptop, AMINA_SAYS, MORNING), 5);
    assert_eq!(too_soon(&mut laptop, AMINA_SAYS, MORNING + 4_001), 1);
    assert!(laptop.unlock(AMINA, AMINA_SAYS, MORNING + 5_000).is_ok());
    assert_eq!(wrong(&mut laptop, MORNING + 6_000), (1, 0));
}

#[test]
fn attempts_made_too_soon_are_not_counted() {
    let mut laptop = Laptop::new();
    for _ in 0..3 {
        wrong(&mut laptop, MORNING);
    }
    for _ in 0..20 {
        too_soon(&mut laptop, "pas la bonne phrase", MORNING + 1_000);
    }
    assert_eq!(wrong(&mut laptop, MORNING + 5_000), (4, 15));
}

#[test]
fn restarting_the_app_forgets_no_mistake() {
    let mut laptop = Laptop::new();
    for _ in 0..3 {
        wrong(&mut laptop, MORNING);
    }
    laptop.keys = ProfileKeys::at(laptop.folder.path(), KdfParams::light());
    assert_eq!(too_soon(&mut laptop, AMINA_SAYS, MORNING + 1_000), 4);
}

#[test]
fn a_clock_set_back_starts_the_wait_again_and_one_set_far_ahead_locks_nobody_out() {
    let mut laptop = Laptop::new();
    for _ in 0..3 {
        wrong(&mut laptop, MORNING);
    }
    let an_hour_ago = MORNING - 3_600_000;
    assert_eq!(too_soon(&mut laptop, AMINA_SAYS, an_hour_ago), 5);
    assert_eq!(too_soon(&mut laptop, AMINA_SAYS, an_hour_ago + 2_000), 3);
    assert!(
        laptop
            .unlock(AMINA, AMINA_SAYS, an_hour_ago + 5_000)
            .is_ok()
    );
}

#[test]
fn a_clock_that_stood_at_2000_and_is_set_right_neither_shortens_the_wait_nor_lengthens_it() {
    let mut laptop = Laptop::new();
    let in_2000 = 946_684_800_000;
    for _ in 0..3 {
        wrong(&mut laptop, in_2000);
    }
    assert_eq!(too_soon(&mut laptop, AMINA_SAYS, MORNING), 5);
    assert_eq!(too_soon(&mut laptop, AMINA_SAYS, MORNING + 3_000), 2);
    assert!(laptop.unlock(AMINA, AMINA_SAYS, MORNING + 5_000).is_ok());

    let mut laptop = Laptop::new();
    for _ in 0..3 {
        wrong(&mut laptop, MORNING);
    }
    assert_eq!(too_soon(&mut laptop, AMINA_SAYS, in_2000), 5);
    assert!(laptop.unlock(AMINA, AMINA_SAYS, in_2000 + 5_000).is_ok());
}

#[test]
fn one_users_mistakes_do_not_make_another_wait() {
    let mut laptop = Laptop::with_bilal();
    for _ in 0..3 {
        wrong(&mut laptop, MORNING);
    }
    assert!(laptop.unlock(BILAL, BILAL_SAYS, MORNING).is_ok());
    assert_eq!(too_soon(&mut laptop, AMINA_SAYS, MORNING), 5);
}

#[test]
fn someone_without_a_slot_is_told_so() {
    let mut laptop = Laptop::new();
    assert!(matches!(
        refused(laptop.unlock(SALMA, SALMA_SAYS, MORNING)),
        KeyError::NoSuchUser
    ));
}
