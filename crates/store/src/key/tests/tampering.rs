//! What someone who can write to the disk, and knows no key, can do with the slots.

use serde_json::Value;

use super::*;
use crate::key::{file, seal, slots::Slots, wrap::Holder};

/// Edits the slots the way an attacker would, checksum included.
fn edit(laptop: &Laptop, change: impl FnOnce(&mut Value)) {
    let slots = file::load(laptop.folder.path()).unwrap();
    let mut value = serde_json::to_value(&slots).unwrap();
    change(&mut value);
    let mut edited: Slots = serde_json::from_value(value).unwrap();
    file::save(laptop.folder.path(), &mut edited).unwrap();
}

#[test]
fn a_slot_cannot_be_passed_off_as_anothers() {
    let mut laptop = Laptop::with_bilal();
    edit(&laptop, |slots| {
        let bilals = slots["slots"][1].clone();
        slots["slots"][0] = bilals;
        slots["slots"][0]["staff"] = Value::String(AMINA.to_string());
    });
    assert!(matches!(
        refused(laptop.unlock(AMINA, BILAL_SAYS, MORNING)),
        KeyError::WrongPassphrase { .. }
    ));
    assert!(laptop.unlock(BILAL, BILAL_SAYS, MORNING).is_ok());
}

#[test]
fn a_public_key_slipped_in_is_found_before_a_new_key_is_sealed_to_it() {
    let thief = serde_json::to_value(seal::Blob(seal::exchange_public(&[7; 32]).to_vec())).unwrap();
    for path in [&["slots", "1"][..], &["recovery"][..]] {
        let mut laptop = Laptop::with_bilal();
        edit(&laptop, |slots| {
            let mut at = slots;
            for step in path {
                at = match step.parse::<usize>() {
                    Ok(n) => &mut at[n],
                    Err(_) => &mut at[*step],
                };
            }
            at["wrap"]["public"] = thief.clone();
        });
        assert!(matches!(
            refused(laptop.keys.begin_rekey(&laptop.amina, &mut *laptop.dice)),
            KeyError::Damaged
        ));
        assert!(!laptop.keys.profile().unwrap().rekey_pending);
    }
}

#[test]
fn a_signing_key_slipped_in_is_not_recovered() {
    let mut laptop = Laptop::with_bilal();
    let slots = file::load(laptop.folder.path()).unwrap();
    let holder = Holder::staff(LAPTOP, BILAL);
    let to = slots.recovery.wrap.public.array().unwrap();
    let forged = seal::seal_to(&to, &holder.aad("escrow"), &[7; 32], &mut dice(5)).unwrap();
    edit(&laptop, |slots| {
        slots["slots"][1]["escrow"]["signing"] = serde_json::to_value(&forged).unwrap()
    });
    assert!(matches!(
        refused(
            laptop
                .keys
                .recover(&laptop.code, BILAL, "une autre phrase", &mut *laptop.dice)
        ),
        KeyError::Damaged
    ));
    assert!(laptop.unlock(BILAL, BILAL_SAYS, MORNING).is_ok());
}

#[test]
fn a_database_key_slipped_in_is_not_accepted() {
    let mut laptop = Laptop::with_bilal();
    let thiefs = [7_u8; 32];
    let new = laptop
        .keys
        .begin_rekey(&laptop.amina, &mut *laptop.dice)
        .unwrap();
    laptop.keys.finish_rekey(&new).unwrap();
    let slots = file::load(laptop.folder.path()).unwrap();
    let holder = Holder::staff(LAPTOP, BILAL);
    let to = slots.slots[1].wrap.public.array().unwrap();
    let forged = seal::seal_to(&to, &holder.aad("delivery"), &thiefs, &mut dice(5)).unwrap();
    edit(&laptop, |slots| {
        slots["slots"][1]["wrap"]["deliveries"][0]["db_key"] =
            serde_json::to_value(&forged).unwrap();
        slots["db_key"] = serde_json::to_value(seal::fingerprint(&thiefs)).unwrap();
    });
    assert!(matches!(
        refused(laptop.unlock(BILAL, BILAL_SAYS, MORNING)),
        KeyError::Damaged
    ));
}

#[test]
fn stretching_set_to_absurd_values_neither_hangs_nor_fills_memory() {
    for (field, value) in [
        ("memory_kib", Value::from(u32::MAX)),
        ("memory_kib", Value::from(0)),
        ("iterations", Value::from(u32::MAX)),
        ("lanes", Value::from(1_000_000)),
        ("algorithm", Value::from("none")),
        ("salt", Value::from("")),
    ] {
        let mut laptop = Laptop::new();
        edit(&laptop, |slots| slots["slots"][0]["kdf"][field] = value);
        assert!(
            matches!(
                refused(laptop.unlock(AMINA, AMINA_SAYS, MORNING)),
                KeyError::Damaged
            ),
            "{field}"
        );
    }
}

#[test]
fn every_byte_of_what_is_sealed_is_authenticated() {
    let mut laptop = Laptop::new();
    let whole = laptop.copy_slots();
    for (part, at) in [
        ("nonce", 0),
        ("wrapped", 0),
        ("wrapped", 60),
        ("wrapped", 110),
    ] {
        laptop.put_back(&whole);
        edit(&laptop, |slots| {
            let sealed = &mut slots["slots"][0]["wrap"]["sealed"][part];
            let mut blob: seal::Blob = serde_json::from_value(sealed.clone()).unwrap();
            blob.0[at] ^= 1;
            *sealed = serde_json::to_value(blob).unwrap();
        });
        assert!(matches!(
            refused(laptop.unlock(AMINA, AMINA_SAYS, MORNING)),
            KeyError::WrongPassphrase { .. }
        ));
    }
}
