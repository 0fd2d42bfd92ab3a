//! Pushing: the mark, repeats, gaps, forks, verdicts, clocks (rules 1–12, 28).

use jisr_domain::id::DeviceId;
use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use jisr_sync::feed::VerdictKind;
use jisr_sync::wire::{ForkRequest, HelloRequest, Mark, PushReply};
use serde_json::json;

use crate::support::{NOON, World, open_case, person};

#[test]
fn rule_9_a_push_repeated_after_a_lost_reply_changes_nothing() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    amina.write(&[(Kind::Person, world.id(), person("خديجة"))]);
    amina.write(&[(Kind::Person, world.id(), person("سعاد"))]);
    let first = world
        .hub
        .take_push(amina.device, &amina.request(0))
        .unwrap();
    amina.pull(&world.hub);
    let again = world
        .hub
        .take_push(amina.device, &amina.request(0))
        .unwrap();
    let (PushReply::Taken { mark: one, .. }, PushReply::Taken { mark: two, .. }) = (first, again)
    else {
        panic!("taken twice")
    };
    assert_eq!((one.seq, one), (2, two));
    assert_eq!(one.hash, amina.chain[2]);
    assert!(amina.pull(&world.hub)[0].rows.is_empty());
    world.verify();
}

#[test]
fn rule_9_a_batch_beyond_the_mark_is_asked_for_from_the_mark() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    for name in ["خديجة", "سعاد", "نعيمة"] {
        amina.write(&[(Kind::Person, world.id(), person(name))]);
    }
    let reply = world
        .hub
        .take_push(amina.device, &amina.request(1))
        .unwrap();
    assert!(matches!(
        reply,
        PushReply::Gap {
            mark: Mark { seq: 0, .. }
        }
    ));
    amina.push(&world.hub);
    let hello = world
        .hub
        .hello(
            amina.device,
            &HelloRequest {
                protocol: 1,
                schema: 1,
            },
        )
        .unwrap();
    assert_eq!(
        hello.mark,
        Mark {
            seq: 3,
            hash: amina.chain[3]
        }
    );
}

#[test]
fn rule_9_a_cloned_disk_is_told_from_which_change_on_it_is_another_device() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    for name in ["خديجة", "سعاد"] {
        amina.write(&[(Kind::Person, world.id(), person(name))]);
    }
    amina.push(&world.hub);
    // The clone parts after the second change; the original goes on and is first at the hub.
    let mut clone = world.laptop();
    (clone.device, clone.key, clone.user) = (amina.device, amina.key.clone(), amina.user);
    (clone.user_key, clone.center) = (amina.user_key.clone(), amina.center);
    (clone.written, clone.chain) = (amina.written.clone(), amina.chain.clone());
    for name in ["نعيمة", "فاطمة", "زهرة"] {
        amina.write(&[(Kind::Person, world.id(), person(name))]);
    }
    amina.push(&world.hub);
    for name in ["حسن", "إدريس", "كمال", "مراد"] {
        clone.write(&[(Kind::Person, world.id(), person(name))]);
    }
    let reply = world
        .hub
        .take_push(clone.device, &clone.request(2))
        .unwrap();
    assert!(
        matches!(reply, PushReply::Fork { differs_at: 3 }),
        "{reply:?}"
    );
    // Even when the clone begins beyond where it parted, the place is found in a few steps.
    let mut from = 5;
    let mut found = None;
    for _ in 0..8 {
        let mut request = clone.request(from);
        request.transactions.truncate(1);
        match world.hub.take_push(clone.device, &request).unwrap() {
            PushReply::Gap { mark } | PushReply::Taken { mark, .. } => {
                from = usize::try_from(mark.seq).unwrap()
            }
            PushReply::Fork { differs_at } => {
                found = Some(differs_at);
                break;
            }
        }
    }
    assert_eq!(found, Some(3));
    let new = DeviceId(world.id());
    let reply = world
        .hub
        .fork(clone.device, &ForkRequest { device: new })
        .unwrap();
    assert_eq!(reply.device_label, "B");
    assert_eq!(
        world
            .hub
            .fork(clone.device, &ForkRequest { device: new })
            .unwrap()
            .device_label,
        "B",
        "a lost answer is given again"
    );
    world.verify();
}

#[test]
fn rule_23_devices_pushing_at_once_leave_one_gapless_feed() {
    let world = World::new();
    let mut laptops: Vec<_> = [Role::Director, Role::Caseworker, Role::Reception]
        .map(|role| world.enrolled(role))
        .into();
    let mut late = world.enrolled(Role::Reception);
    late.pull(&world.hub);
    let before = late.cursors[0].seq;
    for laptop in &mut laptops {
        for _ in 0..20 {
            laptop.write(&[(Kind::Person, world.id(), person("سعاد"))]);
        }
    }
    std::thread::scope(|scope| {
        for laptop in &laptops {
            scope.spawn(|| {
                for from in 0..laptop.written.len() {
                    let mut request = laptop.request(from);
                    request.transactions.truncate(1);
                    world.hub.take_push(laptop.device, &request).unwrap();
                }
            });
        }
    });
    let pages = late.pull_by(&world.hub, 7);
    let places: Vec<u64> = pages
        .iter()
        .flat_map(|page| &page.rows)
        .map(|row| row.seq)
        .collect();
    assert_eq!(places, (before + 1..=before + 60).collect::<Vec<_>>());
    world.verify();
}

#[test]
fn rule_10_the_mark_passes_a_rejected_transaction_and_its_verdict_arrives_by_pull_though_the_reply_was_lost()
 {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let mut salma = world.enrolled(Role::Reception);
    let known = world.id();
    amina.write(&[(Kind::Person, known, person("خديجة"))]);
    world.round(&mut amina);
    let case = world.id();
    let rejected = salma.write(&[(
        Kind::Case,
        case,
        json!({"person": known, "confidentiality": "ordinary"}),
    )]);
    let fine = salma.write(&[(Kind::Person, world.id(), person("سعاد"))]);
    let _lost = world
        .hub
        .take_push(salma.device, &salma.request(0))
        .unwrap();
    let pages = salma.pull(&world.hub);
    assert_eq!(pages.last().unwrap().mark.seq, 2);
    assert_eq!(salma.verdict(rejected), Some("verdict_not_permitted"));
    assert_eq!(salma.verdict(fine), None);
    amina.pull(&world.hub);
    assert!(!amina.holds(Kind::Case, case));
    assert!(amina.verdicts.is_empty());
    world.verify();
}

#[test]
fn rule_10_what_depends_on_a_rejected_record_is_held_and_freed_when_it_is_written_again() {
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let mut amina = world.enrolled(Role::Caseworker);
    let mut salma = world.enrolled(Role::Reception);
    let person_id = world.id();
    director.write(&[(Kind::Person, person_id, person("خديجة"))]);
    let lead = director.user;
    let secret = open_case(&world, &mut director, person_id, "restricted", Some(lead));
    world.round(&mut director);
    // Amina may not write in that case; what she then says about her note waits.
    amina.pull(&world.hub);
    let visit = world.id();
    let rejected = amina.write(&[(
        Kind::Visit,
        visit,
        json!({"case": secret, "person": person_id, "planned_on": "2026-12-01"}),
    )]);
    let held = amina.write(&[(Kind::Visit, visit, json!({"place": "دوار أولاد العربي"}))]);
    let aside = amina.write(&[(Kind::Person, world.id(), person("سعاد"))]);
    world.round(&mut amina);
    assert_eq!(amina.verdict(rejected), Some("verdict_not_in_audience"));
    assert_eq!(amina.verdict(held), Some("verdict_depends_on_rejected"));
    assert_eq!(amina.verdicts[&held].verdict, VerdictKind::Held);
    assert_eq!(amina.verdict(aside), None);
    // The director gives her the case; she writes the visit again.
    let event = json!({"case": secret, "event": "assigned", "staff": amina.user, "at": "2026-11-21T09:00:00Z"});
    director.write(&[(Kind::CaseEvent, world.id(), event)]);
    world.round(&mut director);
    amina.write(&[(
        Kind::Visit,
        visit,
        json!({"case": secret, "person": person_id, "planned_on": "2026-12-02"}),
    )]);
    world.round(&mut amina);
    assert_eq!(amina.verdicts[&held].verdict, VerdictKind::Applied);
    assert_eq!(amina.verdict(held), Some("verdict_freed"));
    director.pull(&world.hub);
    let shown = director.shown(Kind::Visit, visit);
    assert_eq!(
        (&shown["place"], &shown["planned_on"]),
        (&json!("دوار أولاد العربي"), &json!("2026-12-02"))
    );
    salma.pull(&world.hub);
    assert!(!salma.holds(Kind::Visit, visit));
    world.verify();
}

#[test]
fn rule_12_what_a_newer_version_writes_is_kept_and_fed_to_nobody() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let mut salma = world.enrolled(Role::Reception);
    let (person_id, prescription) = (world.id(), world.id());
    let mut card = person("خديجة");
    card["tribe"] = json!("من حقل جديد");
    amina.write(&[(Kind::Person, person_id, card)]);
    let tx = amina.write_any(&[(
        "prescription",
        prescription,
        json!({"person": person_id, "medicine": "x"}),
    )]);
    world.round(&mut amina);
    assert_eq!(amina.verdict(tx), None);
    salma.pull(&world.hub);
    assert!(salma.holds(Kind::Person, person_id));
    assert!(
        !salma.held[&("person".to_owned(), person_id)]
            .fields
            .contains_key("tribe")
    );
    assert!(!salma.held.keys().any(|(kind, _)| kind == "prescription"));
    world.verify();
}

#[test]
fn rule_28_a_laptop_whose_clock_is_a_day_ahead_does_not_hide_what_others_write() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let mut salma = world.enrolled(Role::Reception);
    let person_id = world.id();
    amina.wall += 86_400_000;
    amina.write(&[(Kind::Person, person_id, json!({"phone": "+212600000001"}))]);
    amina.write(&[(Kind::Person, person_id, json!({"phone": "+212600000002"}))]);
    world.round(&mut amina);
    // Three minutes later, without having seen hers, Salma's word is the later one.
    world.pass(180_000);
    salma.wall = world.around.now.load(std::sync::atomic::Ordering::Relaxed);
    salma.write(&[(Kind::Person, person_id, json!({"phone": "+212600000003"}))]);
    world.round(&mut salma);
    salma.forget();
    salma.pull(&world.hub);
    let state = &salma.held[&("person".to_owned(), person_id)];
    let siblings = &state.fields["phone"].siblings;
    assert_eq!(siblings.len(), 2);
    assert!(siblings.iter().all(|s| s.stamp.ms() <= NOON + 180_001));
    assert_eq!(
        salma.shown(Kind::Person, person_id)["phone"],
        json!("+212600000003")
    );
    world.verify();
}

#[test]
fn rule_8_a_transaction_signed_by_another_hand_is_rejected() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let mut stranger = world.enrolled(Role::Caseworker);
    stranger.user_key = world.signing_key();
    let forged = stranger.write(&[(Kind::Person, world.id(), person("سعاد"))]);
    stranger.user = amina.user;
    let borrowed = stranger.write(&[(Kind::Person, world.id(), person("نعيمة"))]);
    world.round(&mut stranger);
    assert_eq!(stranger.verdict(forged), Some("verdict_signature_wrong"));
    assert_eq!(stranger.verdict(borrowed), Some("verdict_user_unknown"));
    amina.pull(&world.hub);
    assert!(!amina.held.keys().any(|(kind, _)| kind == "person"));
}

#[test]
fn rule_7_a_transaction_that_contradicts_itself_or_cannot_be_read_is_rejected_and_passed() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let said = amina.write(&[(Kind::Person, world.id(), person("سعاد"))]);
    let other = world.id();
    amina.written[0].tx = other;
    amina.push(&world.hub);
    amina.pull(&world.hub);
    assert_eq!(amina.verdict(other), Some("verdict_malformed"));
    assert_eq!(amina.verdict(said), None);
    world.verify();
}
