//! Pulling: pages, cursors, what moved, what is taken away (rules 13–16).

use jisr_domain::audience::Feed;
use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use jisr_sync::feed::RowBody;
use serde_json::json;

use crate::support::{World, open_case, person};

#[test]
fn rule_14_pages_end_exactly_where_they_should_around_their_limit() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    amina.pull(&world.hub);
    let mut salma = world.enrolled(Role::Reception);
    salma.pull(&world.hub);
    let mut cursor = salma.cursors.clone();
    for (rows, pages) in [(9, 2), (10, 2), (11, 3), (4, 1), (5, 1), (6, 2)] {
        for _ in 0..rows {
            amina.write(&[(Kind::Person, world.id(), person("سعاد"))]);
        }
        amina.push(&world.hub);
        salma.cursors = cursor;
        let got = salma.pull_by(&world.hub, 5);
        assert_eq!(got.len(), pages, "{rows} rows");
        assert_eq!(got.iter().map(|page| page.rows.len()).sum::<usize>(), rows);
        assert!(got.iter().all(|page| page.rows.len() <= 5));
        let left: Vec<u64> = got.iter().map(|page| page.remaining).collect();
        assert_eq!(left.last(), Some(&0));
        assert!(left.windows(2).all(|pair| pair[1] < pair[0]));
        cursor = salma.cursors.clone();
    }
    world.verify();
}

#[test]
fn rule_13_a_record_changed_twice_is_one_row_and_only_what_moved_is_sent() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let mut salma = world.enrolled(Role::Reception);
    let id = world.id();
    amina.write(&[(
        Kind::Person,
        id,
        json!({"given_name_ar": "خديجة", "phone": "+212600000001"}),
    )]);
    world.round(&mut amina);
    salma.pull(&world.hub);
    amina.write(&[(Kind::Person, id, json!({"phone": "+212600000002"}))]);
    amina.write(&[(Kind::Person, id, json!({"phone": "+212600000003"}))]);
    world.round(&mut amina);
    let pages = salma.pull(&world.hub);
    let [row] = pages[0].rows.as_slice() else {
        panic!("one row: {:?}", pages[0].rows)
    };
    let RowBody::Record { entered, state, .. } = &row.body else {
        panic!("a record")
    };
    assert!(!entered);
    assert_eq!(state.fields.keys().collect::<Vec<_>>(), ["phone"]);
    assert_eq!(
        salma.shown(Kind::Person, id)["given_name_ar"],
        json!("خديجة")
    );
    assert_eq!(
        salma.shown(Kind::Person, id)["phone"],
        json!("+212600000003")
    );
}

#[test]
fn rule_16_a_record_that_moved_ahead_of_the_pages_arrives_whole() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let mut salma = world.enrolled(Role::Reception);
    salma.pull(&world.hub);
    let (khadija, souad) = (world.id(), world.id());
    amina.write(&[(
        Kind::Person,
        khadija,
        json!({"given_name_ar": "خديجة", "phone": "+212600000001", "address": "حي السلام"}),
    )]);
    amina.write(&[(Kind::Person, souad, person("سعاد"))]);
    world.round(&mut amina);
    amina.write(&[(Kind::Person, khadija, json!({"phone": "+212600000002"}))]);
    world.round(&mut amina);
    // Khadija's card is now behind Souad's, and Salma's first page ends between them.
    let pages = salma.pull_by(&world.hub, 1);
    assert!(pages.len() > 1);
    let shown = salma.shown(Kind::Person, khadija);
    assert_eq!(shown["given_name_ar"], json!("خديجة"));
    assert_eq!(shown["address"], json!("حي السلام"));
    assert_eq!(shown["phone"], json!("+212600000002"));
    // Of a record she holds already, only what moved since her last round, wherever her pages end.
    amina.write(&[(Kind::Person, khadija, json!({"address": "حي الأمل"}))]);
    amina.write(&[(Kind::Person, souad, json!({"phone": "+212600000003"}))]);
    amina.write(&[(Kind::Person, khadija, json!({"phone": "+212600000004"}))]);
    world.round(&mut amina);
    let pages = salma.pull_by(&world.hub, 1);
    let RowBody::Record { entered, state, .. } = &pages[1].rows[0].body else {
        panic!("a record")
    };
    assert!(!entered);
    assert_eq!(
        state.fields.keys().collect::<Vec<_>>(),
        ["address", "phone"]
    );
    world.verify();
}

#[test]
fn rule_16_when_a_case_becomes_restricted_it_leaves_the_center_and_enters_the_feed_of_those_it_is_given_to()
 {
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let mut amina = world.enrolled(Role::Caseworker);
    let mut salma = world.enrolled(Role::Reception);
    let id = world.id();
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    let lead = amina.user;
    let case = open_case(&world, &mut amina, id, "ordinary", Some(lead));
    let note = world.id();
    amina.write(&[(
        Kind::Note,
        note,
        json!({"case": case, "person": id, "body": "استماع أول"}),
    )]);
    world.round(&mut amina);
    salma.pull(&world.hub);
    assert!(salma.holds(Kind::Note, note));
    director.pull(&world.hub);
    director.write(&[(Kind::Case, case, json!({"confidentiality": "restricted"}))]);
    world.round(&mut director);
    let rows: Vec<_> = salma
        .pull(&world.hub)
        .into_iter()
        .flat_map(|page| page.rows)
        .collect();
    assert_eq!(
        rows.iter()
            .filter(|row| matches!(row.body, RowBody::Remove { .. }))
            .count(),
        rows.len()
    );
    assert!(
        !salma.holds(Kind::Case, case)
            && !salma.holds(Kind::Note, note)
            && salma.holds(Kind::Person, id)
    );
    let page = amina.page(&world.hub, 500).unwrap();
    let mine = page
        .cursors
        .iter()
        .position(|cursor| cursor.feed == Feed::User(amina.user))
        .unwrap();
    let whole = page
        .rows
        .iter()
        .filter(|row| row.cursor == mine)
        .all(|row| matches!(row.body, RowBody::Record { entered: true, .. }));
    assert!(whole && page.rows.iter().any(|row| row.cursor == mine));
    // A laptop that comes later never hears of what left before.
    let mut late = world.enrolled(Role::Reception);
    late.pull(&world.hub);
    assert!(late.removed.is_empty() && late.holds(Kind::Person, id));
    // And back: the center reads it again, whole.
    director.write(&[(Kind::Case, case, json!({"confidentiality": "ordinary"}))]);
    world.round(&mut director);
    salma.pull(&world.hub);
    late.pull(&world.hub);
    assert_eq!(salma.shown(Kind::Note, note)["body"], json!("استماع أول"));
    assert_eq!(late.shown(Kind::Note, note)["body"], json!("استماع أول"));
    world.verify();
}

#[test]
fn rule_18_after_a_restore_everything_is_read_again() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let id = world.id();
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    world.round(&mut amina);
    assert!(amina.page(&world.hub, 500).unwrap().rows.is_empty());
    amina.epoch = Some(world.id());
    let page = amina.page(&world.hub, 500).unwrap();
    assert!(page.rows.iter().any(
        |row| matches!(&row.body, RowBody::Record { id: sent, entered: true, .. } if *sent == id)
    ));
}

#[test]
fn rule_16_a_device_is_not_told_again_what_it_alone_wrote() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let mut salma = world.enrolled(Role::Reception);
    let (khadija, souad) = (world.id(), world.id());
    amina.settled = Some(0);
    amina.write(&[(
        Kind::Person,
        khadija,
        json!({"given_name_ar": "خديجة", "phone": "+212600000001"}),
    )]);
    amina.write(&[(Kind::Person, souad, person("سعاد"))]);
    world.round(&mut amina);
    amina.not_told.sort_unstable();
    assert_eq!(amina.not_told, [1, 2]);
    salma.pull(&world.hub);
    assert!(salma.holds(Kind::Person, khadija) && salma.holds(Kind::Person, souad));

    // Both write on one card, neither having seen the other: each is told what the other said, and the field whole.
    amina.settled = Some(2);
    amina.write(&[(Kind::Person, khadija, json!({"phone": "+212600000002"}))]);
    amina.write(&[(Kind::Person, souad, json!({"phone": "+212600000003"}))]);
    salma.write(&[(Kind::Person, khadija, json!({"phone": "+212600000004"}))]);
    world.round(&mut salma);
    amina.not_told.clear();
    world.round(&mut amina);
    assert_eq!(amina.not_told, [4]);
    let told = &amina.held[&("person".to_owned(), khadija)].fields["phone"];
    assert_eq!(told.siblings.len(), 2);

    // Another field, written by her alone, of a card another also wrote on since.
    amina.settled = Some(4);
    amina.write(&[(Kind::Person, souad, json!({"address": "حي السلام"}))]);
    world.round(&mut amina);
    assert_eq!(amina.not_told, [4, 5]);
    // Who holds nothing is told everything, whatever they wrote.
    amina.forget();
    amina.settled = Some(5);
    amina.not_told.clear();
    amina.pull(&world.hub);
    assert!(amina.not_told.is_empty());
    assert_eq!(
        amina.shown(Kind::Person, souad)["address"],
        json!("حي السلام")
    );
    world.verify();
}

#[test]
fn rule_28_who_wrote_by_a_clock_ahead_is_told_the_stamps_the_hub_kept() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let id = world.id();
    amina.settled = Some(0);
    amina.wall += 86_400_000;
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    world.round(&mut amina);
    assert!(amina.not_told.is_empty());
    let told = &amina.held[&("person".to_owned(), id)].fields["given_name_ar"];
    assert!(told.siblings[0].stamp.ms() <= crate::support::NOON + 120_001);
}
