use proptest::prelude::*;

use super::*;

fn again(code: &RecoveryCode) -> RecoveryCode {
    RecoveryCode::parse(&code.printed()).unwrap()
}

#[test]
fn bilal_forgets_his_passphrase_and_gets_back_in_with_his_own_signature() {
    let mut laptop = Laptop::with_bilal();
    let before = laptop.unlock(BILAL, BILAL_SAYS, MORNING).unwrap();
    for _ in 0..5 {
        let _ = laptop.unlock(BILAL, "pas la bonne phrase", MORNING);
    }
    let code = again(&laptop.code);
    let back = laptop
        .keys
        .recover(&code, BILAL, "cette fois je la note", &mut *laptop.dice)
        .unwrap();
    assert!(!back.new_user_key);
    assert!(back.unlocked.db_key == before.db_key && back.unlocked.user_key == before.user_key);
    // At once, in spite of the mistakes made before.
    assert!(
        laptop
            .unlock(BILAL, "cette fois je la note", MORNING)
            .is_ok()
    );
    assert!(matches!(
        refused(laptop.unlock(BILAL, BILAL_SAYS, MORNING)),
        KeyError::WrongPassphrase { attempts: 1, .. }
    ));
    assert!(laptop.unlock(AMINA, AMINA_SAYS, MORNING).is_ok());
}

#[test]
fn the_code_is_eight_groups_of_four_and_a_check() {
    let printed = Laptop::new().code.printed();
    let groups: Vec<usize> = printed.split('-').map(str::len).collect();
    assert_eq!(groups, [4, 4, 4, 4, 4, 4, 4, 4, 1]);
}

#[test]
fn the_code_is_read_however_it_is_typed() {
    let laptop = Laptop::new();
    let printed = laptop.code.printed().to_string();
    let arabic: String = printed
        .chars()
        .map(|c| {
            c.to_digit(10)
                .and_then(|d| char::from_u32(0x0660 + d))
                .unwrap_or(c)
        })
        .collect();
    let sloppy = [
        printed.to_lowercase(),
        printed.replace('-', ""),
        printed.replace('-', " "),
        printed.replace('-', " – "),
        format!("\u{200F}  {printed}\u{200E}\n"),
        printed.replace('0', "O").replace('1', "l"),
        printed.replace('0', "o").replace('1', "I"),
        arabic,
    ];
    for typed in sloppy {
        assert_eq!(
            RecoveryCode::parse(&typed).ok().unwrap().printed(),
            laptop.code.printed(),
            "{typed}"
        );
    }
}

#[test]
fn what_is_not_a_code_is_told_from_the_code_of_another_laptop() {
    let mut laptop = Laptop::new();
    let printed = laptop.code.printed().to_string();
    let malformed = [
        "",
        "-",
        "0000",
        &printed[1..],
        &format!("{printed}0"),
        "كود",
        &printed.replace('-', "!"),
    ];
    for typed in malformed {
        assert!(
            matches!(
                refused(RecoveryCode::parse(typed)),
                KeyError::RecoveryCodeMalformed
            ),
            "{typed}"
        );
    }
    let other = RecoveryCode::random(&mut dice(77));
    assert!(matches!(
        refused(
            laptop
                .keys
                .recover(&other, AMINA, "une autre phrase", &mut *laptop.dice)
        ),
        KeyError::WrongRecoveryCode
    ));
    assert!(matches!(
        refused(
            laptop
                .keys
                .recover(&laptop.code, SALMA, "une autre phrase", &mut *laptop.dice)
        ),
        KeyError::NoSuchUser
    ));
    assert!(matches!(
        refused(
            laptop
                .keys
                .recover(&laptop.code, AMINA, "court", &mut *laptop.dice)
        ),
        KeyError::PassphraseTooShort { .. }
    ));
    assert!(laptop.unlock(AMINA, AMINA_SAYS, MORNING).is_ok());
}

#[test]
fn a_replaced_code_opens_nothing_and_the_new_one_serves_who_unlocked_since() {
    let mut laptop = Laptop::with_bilal();
    let bilal = laptop.unlock(BILAL, BILAL_SAYS, MORNING).unwrap();
    let new = laptop
        .keys
        .replace_recovery_code(&laptop.amina, &mut *laptop.dice)
        .unwrap();
    assert!(matches!(
        refused(
            laptop
                .keys
                .recover(&laptop.code, BILAL, "une autre phrase", &mut *laptop.dice)
        ),
        KeyError::WrongRecoveryCode
    ));
    laptop.unlock(BILAL, BILAL_SAYS, MORNING).unwrap();
    let back = laptop
        .keys
        .recover(&new, BILAL, "une autre phrase", &mut *laptop.dice)
        .unwrap();
    assert!(!back.new_user_key && back.unlocked.user_key == bilal.user_key);
    // Amina has not unlocked since: she gets in, and is told that her signature is a new one.
    let back = laptop
        .keys
        .recover(&new, AMINA, "une autre phrase", &mut *laptop.dice)
        .unwrap();
    assert!(back.new_user_key && back.unlocked.user_key != laptop.amina.user_key);
    assert!(back.unlocked.db_key == laptop.amina.db_key);
}

proptest! {
    #[test]
    fn any_code_survives_paper(seed: u64) {
        let code = RecoveryCode::random(&mut dice(seed));
        prop_assert!(again(&code).printed() == code.printed());
    }

    #[test]
    fn one_wrong_character_or_two_swapped_are_found(seed: u64, at in 0_usize..32, by in 1_u8..32) {
        let printed = RecoveryCode::random(&mut dice(seed)).printed().replace('-', "");
        let alphabet = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let mut wrong = printed.clone().into_bytes();
        let digit = alphabet.iter().position(|c| *c == wrong[at]).unwrap();
        wrong[at] = alphabet[(digit + usize::from(by)) % 32];
        prop_assert!(RecoveryCode::parse(std::str::from_utf8(&wrong).unwrap()).is_err());

        let mut swapped = printed.clone().into_bytes();
        swapped.swap(at, at + 1);
        let same = swapped == printed.as_bytes();
        prop_assert_eq!(RecoveryCode::parse(std::str::from_utf8(&swapped).unwrap()).is_ok(), same);
    }

    #[test]
    fn nothing_typed_breaks_the_reader(typed in ".{0,80}") {
        let _ = RecoveryCode::parse(&typed);
    }
}
