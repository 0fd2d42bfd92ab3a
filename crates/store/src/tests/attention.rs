//! What the hub did not apply (rule 10).

use jisr_domain::id::{NoteId, PersonId};
use jisr_domain::person::Person;
use jisr_domain::record::Fields;
use jisr_domain::record::Kind;
use jisr_sync::feed::VerdictKind;
use serde_json::json;

use super::hub::Hub;
use super::{Laptop, fatima};
use crate::StoreError;

#[test]
fn rule_10_a_rejected_new_record_stays_findable_as_only_on_this_device() {
    let (amina, mut hub) = (Laptop::of(1), Hub::default());
    let id = amina.registers(&fatima());
    hub.refuses.insert(id.0);
    amina.syncs(&mut hub);
    let held = amina.sees(id).unwrap();
    assert_eq!(held.record, fatima());
    assert!(held.only_here && !held.pending);
    assert_eq!(amina.finds("فاطمة"), [id]);
    let waiting = amina.store().attention().unwrap();
    assert_eq!(
        (waiting[0].verdict, waiting[0].code.as_str()),
        (VerdictKind::Rejected, "not_allowed")
    );
    assert_eq!(
        (
            waiting[0].changes[0].id,
            &waiting[0].changes[0].patch["cnie"]
        ),
        (id.0, &json!("AB123456"))
    );
    // The next rounds leave it where it is.
    amina.syncs(&mut hub);
    assert_eq!(amina.sees(id).unwrap().record, fatima());
}

#[test]
fn rule_10_a_rejected_edit_goes_back_to_what_the_hub_has_and_its_value_waits_in_the_list() {
    let (amina, mut hub) = (Laptop::of(1), Hub::default());
    let id = amina.registers(&fatima());
    amina.syncs(&mut hub);
    hub.refuses.insert(id.0);
    amina.changes_phone(id, "+212611111111");
    let changes = amina.syncs(&mut hub);
    assert!(changes.records.contains(&(Kind::Person, id.0)));
    assert_eq!(amina.phone(id).as_deref(), Some("+212661234567"));
    assert_eq!(
        (amina.finds("0661234567"), amina.finds("0611111111")),
        (vec![id], vec![])
    );
    assert_eq!(
        amina.store().attention().unwrap()[0].changes[0].patch["phone"],
        "+212611111111"
    );
}

#[test]
fn rule_10_tried_again_a_rejected_record_reaches_the_hub_whole_and_leaves_the_list() {
    let (amina, youssef, mut hub) = (Laptop::of(1), Laptop::of(2), Hub::default());
    let id = amina
        .write(|tx| {
            let id: PersonId = tx.new_id();
            tx.create(id, &fatima())?;
            let patch = Fields::from([("phone".to_owned(), json!("+212611111111"))]);
            tx.update_as_shown(Kind::Person, id.0, patch)?;
            Ok(id)
        })
        .unwrap()
        .0;
    hub.refuses.insert(id.0);
    amina.syncs(&mut hub);
    let tx = amina.store().attention().unwrap()[0].tx;
    hub.refuses.clear();
    amina
        .store()
        .retry(&amina.actor(), &amina.moment(), tx)
        .unwrap();
    assert!(amina.store().attention().unwrap().is_empty());
    assert!(matches!(
        amina.store().retry(&amina.actor(), &amina.moment(), tx),
        Err(StoreError::NotRejected)
    ));
    assert!(amina.sees(id).unwrap().conflicts.is_empty());
    amina.syncs(&mut hub);
    youssef.syncs(&mut hub);
    for laptop in [&amina, &youssef] {
        let held = laptop.sees(id).unwrap();
        assert_eq!(
            held.record,
            Person {
                phone: Some("+212611111111".into()),
                ..fatima()
            }
        );
        assert!(!held.only_here && held.conflicts.is_empty());
    }
}

#[test]
fn rule_10_a_rejected_transaction_of_once_fields_can_be_said_again() {
    let (amina, mut hub) = (Laptop::of(1), Hub::default());
    let id: NoteId = amina
        .write(|tx| {
            let id = tx.new_id();
            tx.create(
                id,
                &jisr_domain::note::Note {
                    body: Some("جلسة".into()),
                    ..Default::default()
                },
            )?;
            Ok(id)
        })
        .unwrap()
        .0;
    hub.refuses.insert(id.0);
    amina.syncs(&mut hub);
    hub.refuses.clear();
    let tx = amina.store().attention().unwrap()[0].tx;
    amina
        .store()
        .retry(&amina.actor(), &amina.moment(), tx)
        .unwrap();
    amina.syncs(&mut hub);
    assert!(hub.states.contains_key(&("note".to_owned(), id.0)));
}

#[test]
fn a_dismissed_transaction_leaves_the_list_and_the_audit_says_who_did_it() {
    let (amina, mut hub) = (Laptop::of(1), Hub::default());
    let id = amina.registers(&fatima());
    hub.refuses.insert(id.0);
    amina.syncs(&mut hub);
    let tx = amina.store().attention().unwrap()[0].tx;
    amina
        .store()
        .dismiss(&amina.actor(), &amina.moment(), tx)
        .unwrap();
    assert!(amina.store().attention().unwrap().is_empty());
    assert_eq!(
        amina.store().read(|r| r.audit(Some(tx), 1)).unwrap()[0].action,
        "dismiss_transaction"
    );
    assert!(amina.sees(id).unwrap().only_here);
}
