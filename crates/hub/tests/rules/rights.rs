//! What a user may write (rule 8).

use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use serde_json::json;

use crate::support::{World, open_case, person, public};

#[test]
fn rule_8_reception_does_not_lower_the_confidentiality_of_a_case() {
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let mut salma = world.enrolled(Role::Reception);
    let id = world.id();
    director.write(&[(Kind::Person, id, person("خديجة"))]);
    let lead = director.user;
    let case = open_case(&world, &mut director, id, "restricted", Some(lead));
    world.round(&mut director);
    let tried = salma.write(&[(Kind::Case, case, json!({"confidentiality": "ordinary"}))]);
    world.round(&mut salma);
    assert_eq!(salma.verdict(tried), Some("verdict_not_permitted"));
    assert!(
        !salma.holds(Kind::Case, case) || !salma.shown(Kind::Case, case).contains_key("person")
    );
    world.verify();
}

#[test]
fn rule_8_what_is_restricted_is_opened_by_a_director_and_by_nobody_else() {
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let mut amina = world.enrolled(Role::Caseworker);
    let id = world.id();
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    // Opened by Amina and given to nobody: it is hers to write in, not hers to open to the center.
    let case = open_case(&world, &mut amina, id, "restricted", None);
    let note = amina.write(&[(
        Kind::Note,
        world.id(),
        json!({"case": case, "body": "استماع"}),
    )]);
    let lowered = amina.write(&[(Kind::Case, case, json!({"confidentiality": "ordinary"}))]);
    world.round(&mut amina);
    assert_eq!(amina.verdict(note), None);
    assert_eq!(amina.verdict(lowered), Some("verdict_lowering_refused"));
    director.pull(&world.hub);
    let give = json!({"case": case, "event": "lead_set", "staff": amina.user, "at": "2026-11-21T09:00:00Z"});
    director.write(&[(Kind::CaseEvent, world.id(), give)]);
    world.round(&mut director);
    amina.forget();
    amina.pull(&world.hub);
    let lowered = amina.write(&[(Kind::Case, case, json!({"confidentiality": "ordinary"}))]);
    world.round(&mut amina);
    assert_eq!(amina.verdict(lowered), Some("verdict_lowering_refused"));
    director.pull(&world.hub);
    let lowered = director.write(&[(Kind::Case, case, json!({"confidentiality": "ordinary"}))]);
    world.round(&mut director);
    assert_eq!(director.verdict(lowered), None);
    let mut salma = world.enrolled(Role::Reception);
    salma.pull(&world.hub);
    assert!(salma.holds(Kind::Case, case));
    world.verify();
}

#[test]
fn rule_8_what_is_sealed_is_unsealed_by_its_responsible_one_and_by_no_rank() {
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let mut amina = world.enrolled(Role::Caseworker);
    let id = world.id();
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    let lead = amina.user;
    let case = open_case(&world, &mut amina, id, "restricted", Some(lead));
    world.round(&mut amina);
    let named = json!({"confidentiality": "sealed", "named": [amina.user, director.user]});
    amina.write(&[(Kind::Case, case, named)]);
    world.round(&mut amina);
    director.pull(&world.hub);
    let lower = |to: &str| json!({ "confidentiality": to });
    let by_rank = director.write(&[(Kind::Case, case, lower("restricted"))]);
    world.round(&mut director);
    assert_eq!(director.verdict(by_rank), Some("verdict_lowering_refused"));
    let to_all = amina.write(&[(Kind::Case, case, lower("ordinary"))]);
    world.round(&mut amina);
    assert_eq!(amina.verdict(to_all), Some("verdict_lowering_refused"));
    amina.forget();
    amina.pull(&world.hub);
    let unsealed = amina.write(&[(Kind::Case, case, lower("restricted"))]);
    world.round(&mut amina);
    assert_eq!(amina.verdict(unsealed), None);
    assert_eq!(
        amina.shown(Kind::Case, case)["confidentiality"],
        json!("restricted")
    );
    world.verify();
}

#[test]
fn rule_6_lowering_without_having_seen_a_raise_leaves_the_raise_in_force() {
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let mut amina = world.enrolled(Role::Director);
    let mut salma = world.enrolled(Role::Reception);
    let id = world.id();
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    let lead = amina.user;
    let case = open_case(&world, &mut amina, id, "restricted", Some(lead));
    world.round(&mut amina);
    director.pull(&world.hub);
    director.write(&[(Kind::Case, case, json!({"confidentiality": "restricted"}))]);
    world.round(&mut director);
    let tx = amina.write(&[(Kind::Case, case, json!({"confidentiality": "ordinary"}))]);
    world.round(&mut amina);
    assert_eq!(amina.verdict(tx), None);
    assert_eq!(
        amina.shown(Kind::Case, case)["confidentiality"],
        json!("restricted")
    );
    salma.pull(&world.hub);
    assert!(!salma.holds(Kind::Case, case));
}

#[test]
fn rule_8_what_was_written_once_is_not_rewritten() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let (one, two) = (world.id(), world.id());
    amina.write(&[
        (Kind::Person, one, person("خديجة")),
        (Kind::Person, two, person("سعاد")),
    ]);
    let user = amina.user;
    let secret = open_case(&world, &mut amina, one, "restricted", Some(user));
    let open = open_case(&world, &mut amina, two, "ordinary", Some(user));
    let note = world.id();
    amina.write(&[(Kind::Note, note, json!({"case": secret, "body": "سر"}))]);
    let moved = amina.write(&[(Kind::Note, note, json!({"case": open}))]);
    let same = amina.write(&[(Kind::Note, note, json!({"case": secret}))]);
    world.round(&mut amina);
    assert_eq!(amina.verdict(moved), Some("verdict_written_once"));
    assert_eq!(amina.verdict(same), None);
}

#[test]
fn rule_8_a_card_never_gives_a_role_and_shows_the_registers() {
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let mut salma = world.enrolled(Role::Reception);
    let own = salma.write(&[(
        Kind::Staff,
        salma.user.0,
        json!({"role": "director", "phone": "+212537000000"}),
    )]);
    let other = salma.write(&[(Kind::Staff, director.user.0, json!({"name_ar": "غيرها"}))]);
    let case = salma.write(&[(
        Kind::Case,
        world.id(),
        json!({"confidentiality": "ordinary"}),
    )]);
    world.round(&mut salma);
    assert_eq!(salma.verdict(own), None);
    assert_eq!(salma.verdict(other), Some("verdict_not_permitted"));
    assert_eq!(salma.verdict(case), Some("verdict_not_permitted"));
    director.pull(&world.hub);
    assert_eq!(
        director.shown(Kind::Staff, salma.user.0)["role"],
        json!("reception")
    );
    assert_eq!(
        director.shown(Kind::Staff, salma.user.0)["phone"],
        json!("+212537000000")
    );
    assert!(!director.held[&("staff".to_owned(), salma.user.0)].fields["role"].in_conflict());
    world.verify();
}

#[test]
fn a_colleague_whom_the_director_adds_on_her_laptop_signs_from_it_until_the_day_they_leave() {
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let (hassan, key) = (world.id(), world.signing_key());
    director.write(&[(Kind::Staff, hassan, json!({"name_ar": "حسن", "role": "field", "public_key": public(&key), "center": director.center}))]);
    let (user, user_key) = (director.user, director.user_key.clone());
    (director.user, director.user_key) = (jisr_domain::id::StaffId(hassan), key.clone());
    let by_hassan = director.write(&[(Kind::Person, world.id(), person("سعاد"))]);
    world.round(&mut director);
    assert_eq!(director.verdict(by_hassan), None);
    (director.user, director.user_key) = (user, user_key);
    director.write(&[(Kind::Staff, hassan, json!({"left_on": "2026-11-18"}))]);
    (director.user, director.user_key) = (jisr_domain::id::StaffId(hassan), key);
    director.wall += 3 * 86_400_000;
    let after = director.write(&[(Kind::Person, world.id(), person("نعيمة"))]);
    world.round(&mut director);
    assert_eq!(director.verdict(after), Some("verdict_user_left"));
    world.verify();
}

#[test]
fn rule_20_whoever_a_case_names_or_is_given_to_somebody_of_another_center_is_not_told() {
    let world = World::new();
    let mut kenitra = world.enrolled(Role::Director);
    let mut sale = crate::enrol::second_center(&world, "04.441");
    let id = world.id();
    kenitra.write(&[(Kind::Person, id, person("خديجة"))]);
    let stranger = sale.user;
    let given = open_case(&world, &mut kenitra, id, "restricted", Some(stranger));
    let sealed = world.id();
    let named = json!([kenitra.user, stranger]);
    kenitra.write(&[(
        Kind::Case,
        sealed,
        json!({"person": id, "confidentiality": "sealed", "named": named}),
    )]);
    world.round(&mut kenitra);
    let told = serde_json::to_string(&sale.pull(&world.hub)).unwrap();
    for trace in [given, sealed, id] {
        assert!(!told.contains(&trace.to_string()));
    }
    let intruded = sale.write(&[(Kind::Note, world.id(), json!({"case": given, "body": "x"}))]);
    world.round(&mut sale);
    assert_eq!(sale.verdict(intruded), Some("verdict_not_in_audience"));
    kenitra.forget();
    kenitra.pull(&world.hub);
    assert!(kenitra.holds(Kind::Case, sealed) && kenitra.holds(Kind::Person, id));
    world.verify();
}

#[test]
fn rule_8_another_center_reads_and_writes_nothing_of_this_one() {
    let world = World::new();
    let mut kenitra = world.enrolled(Role::Director);
    let id = world.id();
    kenitra.write(&[(Kind::Person, id, person("خديجة"))]);
    let case = open_case(&world, &mut kenitra, id, "ordinary", None);
    world.round(&mut kenitra);
    let mut sale = crate::enrol::second_center(&world, "04.441");
    let patched = sale.write(&[(Kind::Person, id, json!({"phone": "+212600000000"}))]);
    let noted = sale.write(&[(
        Kind::Note,
        world.id(),
        json!({"case": case, "body": "من سلا"}),
    )]);
    let sealed = sale.write(&[(
        Kind::Case,
        world.id(),
        json!({"person": id, "confidentiality": "sealed", "named": [sale.user]}),
    )]);
    world.round(&mut sale);
    for tx in [patched, noted, sealed] {
        assert_eq!(sale.verdict(tx), Some("verdict_not_in_audience"));
    }
    kenitra.pull(&world.hub);
    assert!(kenitra.holds(Kind::Person, id) && kenitra.removed.is_empty());
    world.verify();
}

#[test]
fn rule_24_nobody_says_anything_of_a_person_of_another_center() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let mut stranger = crate::enrol::second_center(&world, "04.421");
    let (hers, theirs, edge) = (world.id(), world.id(), world.id());
    amina.write(&[(Kind::Person, hers, person("خديجة"))]);
    world.round(&mut amina);
    stranger.write(&[(Kind::Person, theirs, person("خديجة"))]);
    let said = stranger.write(&[(
        Kind::SamePerson,
        edge,
        json!({"left": theirs, "right": hers, "same": true}),
    )]);
    world.round(&mut stranger);
    assert_eq!(
        stranger.verdict(said),
        Some("verdict_not_in_audience"),
        "an id somebody learnt elsewhere opens nothing"
    );
    amina.pull(&world.hub);
    assert!(!amina.holds(Kind::SamePerson, edge) && !amina.holds(Kind::Person, theirs));
    world.verify();
}

#[test]
fn rule_8_what_is_about_nobody_is_laid_by_those_who_keep_the_centers_accounts() {
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let mut administrator = world.enrolled(Role::Administrator);
    let mut salma = world.enrolled(Role::Reception);
    let mut amina = world.enrolled(Role::Caseworker);
    let logo = json!({"purpose": "other", "name": "logo", "media_type": "image/png", "size": 100, "day": "2026-11-20"});
    let withdrawn = json!({"withdrawn_on": "2026-11-21"});
    let laid = world.id();
    let given = administrator.write(&[(Kind::Attachment, laid, logo.clone())]);
    world.round(&mut administrator);
    assert_eq!(administrator.verdict(given), None);
    for laptop in [&mut salma, &mut amina] {
        laptop.pull(&world.hub);
        assert!(laptop.holds(Kind::Attachment, laid), "everybody prints it");
        let own = laptop.write(&[(Kind::Attachment, world.id(), logo.clone())]);
        let taken = laptop.write(&[(Kind::Attachment, laid, withdrawn.clone())]);
        world.round(laptop);
        assert_eq!(laptop.verdict(own), Some("verdict_not_permitted"));
        assert_eq!(laptop.verdict(taken), Some("verdict_not_permitted"));
    }
    director.pull(&world.hub);
    let taken = director.write(&[(Kind::Attachment, laid, withdrawn)]);
    world.round(&mut director);
    assert_eq!(director.verdict(taken), None);
    // About somebody, it is for those who meet people, as before.
    let id = world.id();
    salma.write(&[(Kind::Person, id, person("خديجة"))]);
    let mut scan = logo;
    scan["person"] = json!(id);
    let theirs = salma.write(&[(Kind::Attachment, world.id(), scan.clone())]);
    world.round(&mut salma);
    assert_eq!(salma.verdict(theirs), None);
    let not_theirs = administrator.write(&[(Kind::Attachment, world.id(), scan)]);
    world.round(&mut administrator);
    assert_eq!(
        administrator.verdict(not_theirs),
        Some("verdict_not_permitted")
    );
    world.verify();
}
