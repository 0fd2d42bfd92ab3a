//! Rounds: staged, published, replayed.

use jisr_domain::person::Person;
use jisr_domain::record::{Fields, Kind};
use serde_json::json;
use uuid::Uuid;

use super::hub::Hub;
use super::{Laptop, columns_of, fatima};
use crate::StoreError;

#[test]
fn rule_14_what_amina_registered_is_on_youssefs_laptop_after_both_synced() {
    let (amina, youssef, mut hub) = (Laptop::of(1), Laptop::of(2), Hub::default());
    let id = amina.registers(&fatima());
    amina.syncs(&mut hub);
    let changes = youssef.syncs(&mut hub);
    assert!(changes.records.contains(&(Kind::Person, id.0)));
    assert_eq!(youssef.finds("fatima"), [id]);
    let (here, there) = (amina.sees(id).unwrap(), youssef.sees(id).unwrap());
    assert_eq!((here.state, here.record), (there.state, there.record));
    assert!(!here.pending && !here.only_here && !there.only_here);
    assert_eq!(amina.store().mark().unwrap().seq, 1);
    assert!(
        amina
            .store()
            .pending_after(1, 10, 10_000)
            .unwrap()
            .is_none()
    );
}

#[test]
fn rule_3_two_telephones_written_apart_are_both_shown_to_both_until_one_chooses() {
    let (amina, youssef, mut hub) = (Laptop::of(1), Laptop::of(2), Hub::default());
    let id = amina.registers(&fatima());
    amina.syncs(&mut hub);
    youssef.syncs(&mut hub);
    amina.changes_phone(id, "+212611111111");
    youssef.changes_phone(id, "+212622222222");
    amina.syncs(&mut hub);
    youssef.syncs(&mut hub);
    amina.syncs(&mut hub);
    for laptop in [&amina, &youssef] {
        assert_eq!(laptop.sees(id).unwrap().conflicts[0].values.len(), 2);
        assert_eq!(
            (laptop.finds("0611111111"), laptop.finds("0622222222"))
                .0
                .len()
                + laptop.finds("0622222222").len(),
            1
        );
    }
    youssef.changes_phone(id, "+212611111111");
    youssef.syncs(&mut hub);
    amina.syncs(&mut hub);
    assert!(amina.sees(id).unwrap().conflicts.is_empty());
    assert_eq!(amina.phone(id).as_deref(), Some("+212611111111"));
}

#[test]
fn rule_15_what_was_written_while_the_round_ran_stays_on_top_of_what_arrived() {
    let (amina, youssef, mut hub) = (Laptop::of(1), Laptop::of(2), Hub::default());
    let id = amina.registers(&fatima());
    amina.syncs(&mut hub);
    youssef.syncs(&mut hub);
    let patch = Fields::from([("address".to_owned(), json!("حي السلام"))]);
    youssef
        .write(|tx| tx.update_as_shown(Kind::Person, id.0, patch))
        .unwrap();
    youssef.syncs(&mut hub);

    amina.pushes(&mut hub);
    amina.stages(&hub, 50);
    amina.changes_phone(id, "+212611111111");
    assert_eq!(
        amina.sees(id).unwrap().record.address,
        None,
        "nothing shows before publication"
    );
    amina.publishes(&hub);
    let held = amina.sees(id).unwrap();
    assert_eq!(
        (held.record.address.as_deref(), held.record.phone.as_deref()),
        (Some("حي السلام"), Some("+212611111111"))
    );
    assert!(held.pending && held.conflicts.is_empty());
    amina.syncs(&mut hub);
    youssef.syncs(&mut hub);
    assert_eq!(youssef.phone(id).as_deref(), Some("+212611111111"));
    assert!(!amina.sees(id).unwrap().pending);
}

#[test]
fn rule_15_a_lost_reply_leaves_nothing_twice_and_nothing_in_conflict() {
    let (amina, mut hub) = (Laptop::of(1), Hub::default());
    let id = amina.registers(&fatima());
    amina.syncs(&mut hub);
    amina.changes_phone(id, "+212611111111");
    amina.pushes(&mut hub);
    // The reply never came; she goes on, and the next round starts from her own mark.
    amina.changes_phone(id, "+212622222222");
    amina.syncs(&mut hub);
    let held = amina.sees(id).unwrap();
    assert_eq!(held.record.phone.as_deref(), Some("+212622222222"));
    assert!(held.conflicts.is_empty() && !held.pending);
}

#[test]
fn rule_14_a_first_round_cut_in_the_middle_goes_on_after_a_restart_and_shows_nothing_before_its_end()
 {
    let (amina, mut youssef, mut hub) = (Laptop::of(1), Laptop::of(2), Hub::default());
    for n in 0..25 {
        amina.registers(&Person {
            nickname: Some(format!("ن{n}")),
            ..Person::default()
        });
    }
    amina.syncs(&mut hub);
    assert!(!youssef.stages(&hub, 10));
    youssef.restart();
    let kept = youssef.cursors();
    assert!(kept.iter().any(|cursor| cursor.seq == 10), "{kept:?}");
    assert_eq!(columns_of::<Person>(&youssef), 0);
    assert!(!youssef.stages(&hub, 10));
    youssef.restart();
    assert!(youssef.stages(&hub, 10));
    youssef.publishes(&hub);
    assert_eq!(columns_of::<Person>(&youssef), 25);
    assert_eq!(youssef.store().staged_pages().unwrap(), 0);
}

#[test]
fn rule_14_a_publication_that_fails_shows_nothing_and_loses_nothing() {
    let (amina, youssef, mut hub) = (Laptop::of(1), Laptop::of(2), Hub::default());
    amina.registers(&fatima());
    amina.syncs(&mut hub);
    youssef.pushes(&mut hub);
    youssef.stages(&hub, 50);
    youssef.store().writer().execute_batch("CREATE TRIGGER full BEFORE INSERT ON \"cursor\" BEGIN SELECT RAISE(ABORT, 'full'); END;").unwrap();
    assert!(
        youssef
            .store()
            .publish(hub.mark(youssef.device()), Hub::EPOCH)
            .is_err()
    );
    assert_eq!(columns_of::<Person>(&youssef), 0);
    assert!(youssef.finds("فاطمة").is_empty());
    youssef
        .store()
        .writer()
        .execute_batch("DROP TRIGGER full")
        .unwrap();
    youssef.publishes(&hub);
    assert_eq!(youssef.finds("فاطمة").len(), 1);
}

#[test]
fn a_mark_this_disk_never_wrote_is_not_published() {
    let (amina, mut hub) = (Laptop::of(1), Hub::default());
    amina.registers(&fatima());
    amina.pushes(&mut hub);
    amina.stages(&hub, 50);
    let mut mark = hub.mark(amina.device());
    mark.hash.0[0] ^= 1;
    assert!(matches!(
        amina.store().publish(mark, Hub::EPOCH),
        Err(StoreError::Incoherent)
    ));
    amina.store().discard_staged().unwrap();
    assert!(matches!(
        amina.store().publish(mark, Hub::EPOCH),
        Err(StoreError::NothingStaged)
    ));
}

#[test]
fn rule_16_a_record_no_longer_for_us_goes_and_leaves_no_trace_in_search() {
    let (amina, mut hub) = (Laptop::of(1), Hub::default());
    let id = amina.registers(&fatima());
    amina.syncs(&mut hub);
    hub.hide("person", id.0);
    assert!(
        amina
            .syncs(&mut hub)
            .records
            .contains(&(Kind::Person, id.0))
    );
    assert!(
        amina.sees(id).is_none()
            && amina.finds("فاطمة").is_empty()
            && amina.finds("AB123456").is_empty()
    );
}

#[test]
fn rule_16_a_record_taken_back_while_amina_has_pending_work_on_it_stays_until_that_is_settled() {
    let (amina, mut hub) = (Laptop::of(1), Hub::default());
    let id = amina.registers(&fatima());
    amina.syncs(&mut hub);
    hub.hide("person", id.0);
    amina.stages(&hub, 50);
    amina.changes_phone(id, "+212611111111");
    amina.publishes(&hub);
    assert_eq!(amina.phone(id).as_deref(), Some("+212611111111"));
    hub.refuses.insert(id.0);
    amina.syncs(&mut hub);
    assert!(amina.sees(id).is_none());
    let waiting = amina.store().attention().unwrap();
    assert_eq!(waiting[0].changes[0].patch["phone"], "+212611111111");
}

#[test]
fn rule_16_a_feed_we_lost_takes_its_records_along_but_not_what_another_feed_holds() {
    let (amina, youssef, mut hub) = (Laptop::of(1), Laptop::of(2), Hub::default());
    let kept = amina.registers(&fatima());
    let lost = amina.registers(&Person {
        nickname: Some("المجهول".into()),
        ..Person::default()
    });
    amina.syncs(&mut hub);
    youssef.syncs(&mut hub);
    // The hub feeds one of them through Youssef's own feed too, then the center's feed is lost.
    let mut page = hub.page(youssef.device(), &youssef.store().pull_request(50).unwrap());
    let user = jisr_domain::audience::Feed::User(youssef.staff);
    page.cursors = vec![
        page.cursors[1],
        jisr_sync::feed::Cursor { feed: user, seq: 1 },
    ];
    let state = hub.states[&("person".to_owned(), kept.0)].clone();
    page.rows = vec![jisr_sync::feed::Row {
        cursor: 1,
        seq: 1,
        body: jisr_sync::feed::RowBody::Record {
            kind: "person".into(),
            id: kept.0,
            entered: true,
            state,
        },
    }];
    youssef.store().stage(&page).unwrap();
    youssef.publishes(&hub);
    assert!(youssef.sees(kept).is_some() && youssef.sees(lost).is_none());
    assert_eq!(youssef.cursors().len(), 2);
}

#[test]
fn rule_12_what_a_newer_version_declares_is_kept_untouched() {
    let (amina, mut hub) = (Laptop::of(1), Hub::default());
    let id = amina.registers(&fatima());
    amina.pushes(&mut hub);
    let mut person = hub.states[&("person".to_owned(), id.0)].clone();
    let known = person.fields["phone"].clone();
    let mut odd = known.clone();
    odd.siblings[0].value = json!("purple");
    person.fields.insert("tribe".into(), known);
    person.fields.insert("sex".into(), odd);
    hub.holds("person", id.0, person.clone());
    hub.holds("vaccination", Uuid::from_u128(5), person.clone());
    amina.pulls(&hub);
    let held = amina.sees(id).unwrap();
    assert_eq!(held.state, person);
    assert_eq!(
        (held.record.sex, held.record.cnie.as_deref()),
        (None, Some("AB123456")),
        "an unknown code hides itself, not the record"
    );
    let opaque = amina
        .store()
        .read(|r| r.sql("SELECT kind FROM opaque", [], |row| row.get::<_, String>(0)))
        .unwrap();
    assert_eq!(opaque, ["vaccination"]);
    hub.hide("vaccination", Uuid::from_u128(5));
    amina.pulls(&hub);
    assert!(
        amina
            .store()
            .read(|r| r.sql("SELECT kind FROM opaque", [], |row| row.get::<_, String>(0)))
            .unwrap()
            .is_empty()
    );
}

#[test]
fn rule_12_what_an_older_hub_does_not_feed_back_stays_shown_to_who_wrote_it() {
    let (amina, mut hub) = (Laptop::of(1), Hub::default());
    hub.unknown
        .extend(["accessibility".to_owned(), "household".to_owned()]);
    let id = amina.registers(&Person {
        accessibility: Some("كرسي متحرك".into()),
        ..fatima()
    });
    amina
        .write(|tx| {
            let id = tx.new_id();
            let family = jisr_domain::household::Household {
                name: Some("أسرة".into()),
                ..Default::default()
            };
            tx.create::<jisr_domain::household::Household>(id, &family)
        })
        .unwrap();
    amina.syncs(&mut hub);
    amina.syncs(&mut hub);
    let held = amina.sees(id).unwrap();
    assert_eq!(held.record.accessibility.as_deref(), Some("كرسي متحرك"));
    assert!(!held.pending && !held.only_here);
    assert_eq!(columns_of::<jisr_domain::household::Household>(&amina), 1);
}

#[test]
fn rule_17_changes_are_kept_a_month_after_the_hub_took_them() {
    const DAY: u64 = 86_400_000;
    let (amina, mut hub) = (Laptop::of(1), Hub::default());
    let id = amina.registers(&fatima());
    amina.changes_phone(id, "+212611111111");
    amina.changes_phone(id, "+212622222222");
    amina.syncs(&mut hub);
    amina.changes_phone(id, "+212633333333");
    let now = amina.ms.get();
    assert_eq!(amina.store().prune(now + 1, now + 29 * DAY).unwrap(), 0);
    assert_eq!(amina.store().prune(now + 1, now + 31 * DAY).unwrap(), 2);
    assert!(matches!(
        amina.store().pending_after(0, 10, 10_000),
        Err(StoreError::Pruned { .. })
    ));
    amina.syncs(&mut hub);
    assert_eq!(hub.mark(amina.device()).seq, 4);
    assert!(amina.store().integrity().unwrap().is_empty());
}

#[test]
fn rule_28_a_laptop_three_days_ahead_is_told_and_brought_back() {
    let amina = Laptop::of(1);
    let hub_ms = 1_795_000_000_000;
    let ahead = 3 * 86_400_000;
    amina.ms.set(hub_ms + ahead);
    amina.registers(&fatima());
    assert_eq!(
        amina.store().adopt_time(hub_ms, hub_ms + ahead).unwrap(),
        i64::try_from(ahead).unwrap()
    );
    let id = amina.registers(&Person {
        nickname: Some("س".into()),
        ..Person::default()
    });
    assert!(amina.sees(id).unwrap().state.latest().ms() < hub_ms + 200_000);
}
