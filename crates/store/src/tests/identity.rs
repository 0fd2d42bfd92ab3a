//! Cloned and restored disks (rule 9), centers that meet (rule 25).

use jisr_domain::id::{CenterId, DeviceId};
use jisr_domain::person::Person;
use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use jisr_sync::wire::EnrolReply;
use uuid::Uuid;

use super::hub::Hub;
use super::{CENTER, KEY, Laptop, columns_of, fatima};
use crate::{Store, StoreError};

const NEW: DeviceId = DeviceId(Uuid::from_u128(0xD99));

/// A second disk, copied from `laptop` as it is now.
fn clone_of(laptop: &Laptop) -> Laptop {
    let dir = tempfile::TempDir::new().unwrap();
    let copy = laptop.backed_up(dir.path());
    Laptop {
        store: Some(Store::open(&copy, &KEY).unwrap()),
        dir,
        staff: laptop.staff,
        key: laptop.key.clone(),
        ms: laptop.ms.clone(),
    }
}

#[test]
fn rule_9_a_cloned_laptop_takes_a_new_identity_and_loses_nothing() {
    let (amina, mut hub) = (Laptop::of(1), Hub::default());
    let id = amina.registers(&fatima());
    amina.syncs(&mut hub);
    let clone = clone_of(&amina);
    amina.changes_phone(id, "+212611111111");
    amina.syncs(&mut hub);

    clone.ms.set(clone.ms.get() + 500_000);
    clone.changes_phone(id, "+212622222222");
    clone.changes_phone(id, "+212633333333");
    let only_there = clone.registers(&Person {
        nickname: Some("المجهول".into()),
        ..Person::default()
    });
    let open_form = clone.sees(id).unwrap().seen;
    let draft = crate::Draft {
        id: CENTER.0,
        staff: clone.staff,
        kind: "person".into(),
        title: String::new(),
        body: "{}".into(),
        seen: Some(open_form),
        updated_at: 1,
    };
    clone.store().save_draft(&draft).unwrap();

    let changes = clone.store().reidentify(2, NEW, "C").unwrap();
    assert!(changes.records.contains(&(Kind::Person, id.0)));
    assert_eq!(
        (
            clone.device(),
            clone.store().last_seq().unwrap(),
            clone.store().mark().unwrap().seq
        ),
        (NEW, 3, 0)
    );
    assert_eq!(clone.phone(id).as_deref(), Some("+212633333333"));
    assert!(clone.store().integrity().unwrap().is_empty());

    clone.syncs(&mut hub);
    amina.syncs(&mut hub);
    for laptop in [&amina, &clone] {
        let held = laptop.sees(id).unwrap();
        let values: Vec<_> = held.conflicts[0]
            .values
            .iter()
            .map(|v| v.value.as_str().unwrap().to_owned())
            .collect();
        assert_eq!(
            values,
            ["+212633333333", "+212611111111"],
            "what each wrote, and not what was replaced"
        );
        assert!(laptop.sees(only_there).is_some());
        assert!(!held.pending);
    }
    let seen = clone
        .store()
        .read(|r| r.draft(clone.staff, CENTER.0))
        .unwrap()
        .unwrap()
        .seen
        .unwrap();
    clone
        .changes_phone_having_seen(id, "+212644444444", &seen)
        .unwrap();
    let values = clone.sees(id).unwrap().conflicts[0].values.len();
    assert_eq!(
        values, 2,
        "the draft still names what it replaces: {values}"
    );
}

#[test]
fn rule_9_a_laptop_restored_from_an_old_copy_goes_on_under_a_new_identity() {
    let (amina, mut hub) = (Laptop::of(1), Hub::default());
    let id = amina.registers(&fatima());
    amina.syncs(&mut hub);
    let restored = clone_of(&amina);
    amina.changes_phone(id, "+212611111111");
    amina.syncs(&mut hub);
    // The hub's mark is beyond what this disk ever wrote.
    restored
        .store()
        .reidentify(restored.store().last_seq().unwrap() + 1, NEW, "C")
        .unwrap();
    restored.syncs(&mut hub);
    assert_eq!(restored.phone(id).as_deref(), Some("+212611111111"));
    restored.changes_phone(id, "+212622222222");
    restored.syncs(&mut hub);
    amina.syncs(&mut hub);
    assert_eq!(amina.phone(id).as_deref(), Some("+212622222222"));
    assert!(amina.sees(id).unwrap().conflicts.is_empty());
}

#[test]
fn rule_9_changes_the_hub_took_before_the_fork_are_not_sent_twice() {
    let (amina, mut hub) = (Laptop::of(1), Hub::default());
    let id = amina.registers(&fatima());
    amina.syncs(&mut hub);
    amina.changes_phone(id, "+212611111111");
    amina.pushes(&mut hub);
    amina.changes_phone(id, "+212622222222");
    amina.store().reidentify(3, NEW, "C").unwrap();
    assert_eq!(amina.phone(id).as_deref(), Some("+212622222222"));
    amina.syncs(&mut hub);
    let held = amina.sees(id).unwrap();
    assert_eq!(
        (
            held.record.phone.as_deref(),
            held.conflicts.len(),
            held.pending
        ),
        (Some("+212622222222"), 0, false)
    );
    assert_eq!(hub.mark(NEW).seq, 1);
}

#[test]
fn rule_25_joining_a_center_makes_the_old_one_an_alias_and_numbers_go_on_under_the_new_code() {
    let amina = Laptop::of(1);
    amina.registers(&fatima());
    let reply = EnrolReply {
        hub: Uuid::from_u128(1),
        epoch: Hub::EPOCH,
        center: CenterId(Uuid::from_u128(0xC1)),
        center_code: "KEN".into(),
        device_label: "B".into(),
        role: Role::Caseworker,
        staff: amina.staff,
        center_name_ar: None,
        center_name_fr: None,
    };
    amina
        .store()
        .enrolled(&reply, "https://hub.example")
        .unwrap();
    assert_eq!(
        amina.store().read(|r| r.centers()).unwrap(),
        [reply.center, CENTER]
    );
    let number = amina.write(|tx| tx.next_case_number(2026)).unwrap().0;
    assert_eq!(
        (number.as_str(), columns_of::<Person>(&amina)),
        ("KEN-2026-B-00001", 1)
    );
    assert!(
        amina
            .store()
            .pending_after(0, 10, 10_000)
            .unwrap()
            .is_some(),
        "everything it holds is pushed"
    );
    let other = EnrolReply {
        hub: Uuid::from_u128(2),
        ..reply
    };
    assert!(matches!(
        amina.store().enrolled(&other, "https://other.example"),
        Err(StoreError::OtherHub)
    ));
}
