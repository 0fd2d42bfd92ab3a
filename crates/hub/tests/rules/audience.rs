//! Who receives what (rules 20, 21, 24).

use jisr_domain::audience::Feed;
use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use serde_json::json;

use crate::support::{World, open_case, person};

#[test]
fn rule_20_a_restricted_case_leaves_no_trace_in_the_center_and_reaches_its_people_and_the_director()
{
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let mut amina = world.enrolled(Role::Caseworker);
    let mut hassan = world.enrolled(Role::Field);
    let id = world.id();
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    let lead = amina.user;
    let case = open_case(&world, &mut amina, id, "restricted", Some(lead));
    let note = world.id();
    amina.write(&[
        (
            Kind::Note,
            note,
            json!({"case": case, "body": "لا يقرؤها سواها"}),
        ),
        (
            Kind::Contact,
            world.id(),
            json!({"person": id, "case": case, "name": "أختها", "phone": "+212600000009"}),
        ),
    ]);
    world.round(&mut amina);
    let pages = hassan.pull(&world.hub);
    let told = serde_json::to_string(&pages).unwrap();
    assert!(hassan.holds(Kind::Person, id));
    for trace in [
        case.to_string(),
        note.to_string(),
        "لا يقرؤها سواها".to_owned(),
        "أختها".to_owned(),
        "restricted".to_owned(),
    ] {
        assert!(!told.contains(&trace), "{trace}");
    }
    director.pull(&world.hub);
    amina.forget();
    amina.pull(&world.hub);
    for reader in [&director, &amina] {
        assert!(reader.holds(Kind::Case, case) && reader.holds(Kind::Note, note));
    }
    // Given to Hassan too, it reaches him; taken from Amina, it leaves her.
    let give = json!({"case": case, "event": "assigned", "staff": hassan.user, "at": "2026-11-21T09:00:00Z"});
    let take = json!({"case": case, "event": "unassigned", "staff": amina.user, "at": "2026-11-21T09:00:01Z"});
    director.write(&[
        (Kind::CaseEvent, world.id(), give),
        (Kind::CaseEvent, world.id(), take),
    ]);
    world.round(&mut director);
    hassan.pull(&world.hub);
    amina.pull(&world.hub);
    assert_eq!(
        hassan.shown(Kind::Note, note)["body"],
        json!("لا يقرؤها سواها")
    );
    assert!(
        !amina.holds(Kind::Note, note)
            && !amina.holds(Kind::Case, case)
            && amina.holds(Kind::Person, id)
    );
    world.verify();
}

#[test]
fn rule_20_a_sealed_case_hides_the_person_from_everyone_but_those_named_and_everything_that_names_them()
 {
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let mut amina = world.enrolled(Role::Caseworker);
    let mut salma = world.enrolled(Role::Reception);
    let (id, twin) = (world.id(), world.id());
    salma.write(&[
        (Kind::Person, id, person("خديجة")),
        (Kind::Person, twin, person("خديجة")),
    ]);
    let edge = world.id();
    salma.write(&[(
        Kind::SamePerson,
        edge,
        json!({"left": twin, "right": id, "same": true}),
    )]);
    world.round(&mut salma);
    amina.pull(&world.hub);
    let ordinary = open_case(&world, &mut amina, id, "ordinary", None);
    let step = world.id();
    amina.write(&[(
        Kind::ProtocolInstance,
        step,
        json!({"case": ordinary, "protocol": "listening", "version": 1}),
    )]);
    world.round(&mut amina);
    salma.pull(&world.hub);
    director.pull(&world.hub);
    assert!(salma.holds(Kind::ProtocolInstance, step) && salma.holds(Kind::SamePerson, edge));
    let sealed = world.id();
    let fields = json!({"person": id, "confidentiality": "sealed", "named": [amina.user], "case_type": "trafficking_victim"});
    amina.write(&[(Kind::Case, sealed, fields)]);
    world.round(&mut amina);
    for other in [&mut salma, &mut director] {
        other.pull(&world.hub);
        assert!(!other.holds(Kind::Person, id) && other.holds(Kind::Person, twin));
        assert!(!other.holds(Kind::Case, ordinary) && !other.holds(Kind::Case, sealed));
        assert!(
            !other.holds(Kind::ProtocolInstance, step),
            "what follows a case of the person goes too"
        );
        assert!(!other.holds(Kind::SamePerson, edge), "rule 24");
    }
    amina.forget();
    amina.pull(&world.hub);
    assert!(
        amina.holds(Kind::Person, id)
            && amina.holds(Kind::Case, sealed)
            && amina.holds(Kind::SamePerson, edge)
    );
    // A laptop that joins later has never heard of the person.
    let mut late = world.enrolled(Role::Director);
    let told = serde_json::to_string(&late.pull(&world.hub)).unwrap();
    assert!(!told.contains(&id.to_string()));
    world.verify();
}

#[test]
fn rule_24_that_two_records_are_one_person_is_told_to_those_who_may_see_both_and_repoints_nothing()
{
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let mut salma = world.enrolled(Role::Reception);
    let (one, two, edge) = (world.id(), world.id(), world.id());
    salma.write(&[
        (Kind::Person, one, person("خديجة")),
        (Kind::Person, two, person("خديجة")),
    ]);
    world.round(&mut salma);
    amina.pull(&world.hub);
    let case = open_case(&world, &mut amina, two, "ordinary", None);
    let same = json!({"left": one, "right": two, "same": true});
    amina.write(&[(Kind::SamePerson, edge, same)]);
    world.round(&mut amina);
    salma.pull(&world.hub);
    assert!(salma.holds(Kind::SamePerson, edge));
    assert_eq!(salma.shown(Kind::Case, case)["person"], json!(two));
    assert!(salma.holds(Kind::Person, one) && salma.holds(Kind::Person, two));
    // One of the two is sealed: that they are one person is no longer for the desk.
    let named = json!([amina.user]);
    let sealed = json!({"person": two, "confidentiality": "sealed", "named": named});
    amina.write(&[(Kind::Case, world.id(), sealed)]);
    world.round(&mut amina);
    salma.pull(&world.hub);
    assert!(!salma.holds(Kind::SamePerson, edge) && !salma.holds(Kind::Person, two));
    assert!(salma.holds(Kind::Person, one));
    world.verify();
}

#[test]
fn rule_21_contacts_and_places_in_a_household_learnt_in_a_restricted_case_follow_it() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let mut salma = world.enrolled(Role::Reception);
    let (id, household) = (world.id(), world.id());
    amina.write(&[
        (Kind::Person, id, person("خديجة")),
        (Kind::Household, household, json!({"name": "أسرة الناجي"})),
    ]);
    let lead = amina.user;
    let case = open_case(&world, &mut amina, id, "restricted", Some(lead));
    let (told, hidden) = (world.id(), world.id());
    let (place, hidden_place) = (world.id(), world.id());
    let contact = |name: &str| json!({"person": id, "name": name});
    let member = || json!({"household": household, "person": id, "kinship": "spouse"});
    let of_case = |mut fields: serde_json::Value| {
        fields["case"] = json!(case);
        fields
    };
    amina.write(&[
        (Kind::Contact, told, contact("جارتها")),
        (Kind::Contact, hidden, of_case(contact("أختها"))),
        (Kind::HouseholdMember, place, member()),
        (Kind::HouseholdMember, hidden_place, of_case(member())),
    ]);
    world.round(&mut amina);
    let pages = salma.pull(&world.hub);
    assert!(salma.holds(Kind::Contact, told) && salma.holds(Kind::HouseholdMember, place));
    assert!(!salma.holds(Kind::Contact, hidden));
    assert!(!salma.holds(Kind::HouseholdMember, hidden_place));
    let told = serde_json::to_string(&pages).unwrap();
    assert!(!told.contains("أختها") && !told.contains(&case.to_string()));
    world.verify();
}

#[test]
fn rule_20_a_new_director_reads_the_restricted_cases_and_a_former_one_no_longer() {
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let mut amina = world.enrolled(Role::Caseworker);
    let id = world.id();
    director.write(&[(Kind::Person, id, person("خديجة"))]);
    let lead = director.user;
    let case = open_case(&world, &mut director, id, "restricted", Some(lead));
    world.round(&mut director);
    amina.pull(&world.hub);
    assert!(!amina.holds(Kind::Case, case));
    world
        .hub
        .set_user(amina.user, Some(Role::Director), None)
        .unwrap();
    amina.pull(&world.hub);
    assert!(amina.holds(Kind::Case, case));
    assert_eq!(
        amina.shown(Kind::Staff, amina.user.0)["role"],
        json!("director")
    );
    world
        .hub
        .set_user(amina.user, Some(Role::Caseworker), None)
        .unwrap();
    amina.pull(&world.hub);
    assert!(!amina.holds(Kind::Case, case));
    world
        .hub
        .set_user(director.user, None, Some(false))
        .unwrap();
    let page = director.page(&world.hub, 500).unwrap();
    assert!(
        !page
            .cursors
            .iter()
            .any(|cursor| cursor.feed == Feed::User(director.user))
    );
    world.verify();
}

#[test]
fn rule_20_what_comes_before_what_it_is_about_is_told_to_nobody_until_it_is_here() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let mut hassan = world.enrolled(Role::Field);
    let [id, note, other, answer, passage] = [(); 5].map(|()| world.id());
    amina.write(&[
        (
            Kind::Note,
            note,
            json!({"person": id, "body": "عن شخص لم يصل بعد"}),
        ),
        (Kind::Contact, other, json!({"name": "جهة بلا شخص"})),
        (
            Kind::ReferralEvent,
            answer,
            json!({"referral": world.id(), "event": "accepted"}),
        ),
        (
            Kind::Reception,
            passage,
            json!({"day": "2026-11-20", "number": 1}),
        ),
    ]);
    world.round(&mut amina);
    hassan.pull(&world.hub);
    assert!(!hassan.holds(Kind::Note, note) && !hassan.holds(Kind::Contact, other));
    assert!(!hassan.holds(Kind::ReferralEvent, answer));
    assert!(
        hassan.holds(Kind::Reception, passage),
        "of nobody, which is not of somebody unknown"
    );
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    world.round(&mut amina);
    hassan.pull(&world.hub);
    assert!(hassan.holds(Kind::Person, id) && hassan.holds(Kind::Note, note));
    assert!(!hassan.holds(Kind::Contact, other));
    world.verify();
}

#[test]
fn rule_20_a_household_follows_its_most_hidden_member() {
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let mut amina = world.enrolled(Role::Caseworker);
    let [mother, daughter, home, one, two] = [(); 5].map(|()| world.id());
    let place = |person| json!({"household": home, "person": person});
    amina.write(&[
        (Kind::Person, mother, person("خديجة")),
        (Kind::Person, daughter, person("سلمى")),
        (
            Kind::Household,
            home,
            json!({"name": "أسرة خديجة", "address": "زنقة 4"}),
        ),
        (Kind::HouseholdMember, one, place(mother)),
        (Kind::HouseholdMember, two, place(daughter)),
    ]);
    world.round(&mut amina);
    director.pull(&world.hub);
    assert!(director.holds(Kind::Household, home));
    let sealed = world.id();
    let fields = json!({"person": daughter, "confidentiality": "sealed", "named": [amina.user], "case_type": "trafficking_victim"});
    amina.write(&[(Kind::Case, sealed, fields)]);
    world.round(&mut amina);
    director.pull(&world.hub);
    assert!(director.holds(Kind::Person, mother) && director.holds(Kind::HouseholdMember, one));
    assert!(
        !director.holds(Kind::Household, home) && !director.holds(Kind::HouseholdMember, two),
        "the address tells where the daughter is"
    );
    world.verify();
    // A link learnt in a restricted case hides the household from those who may not know of the link.
    let mut hassan = world.enrolled(Role::Field);
    let [aunt, niece, their, third, fourth] = [(); 5].map(|()| world.id());
    amina.write(&[
        (Kind::Person, aunt, person("فاطمة")),
        (Kind::Person, niece, person("نور")),
        (Kind::Household, their, json!({"address": "زنقة 5"})),
        (
            Kind::HouseholdMember,
            third,
            json!({"household": their, "person": aunt}),
        ),
    ]);
    world.round(&mut amina);
    hassan.pull(&world.hub);
    assert!(hassan.holds(Kind::Household, their));
    let lead = amina.user;
    let case = open_case(&world, &mut amina, niece, "restricted", Some(lead));
    let link = json!({"household": their, "person": niece, "case": case});
    amina.write(&[(Kind::HouseholdMember, fourth, link)]);
    world.round(&mut amina);
    hassan.pull(&world.hub);
    assert!(hassan.holds(Kind::HouseholdMember, third) && !hassan.holds(Kind::Household, their));
    world.verify();
}

#[test]
fn rule_20_when_the_last_reader_leaves_the_director_learns_that_something_waits_and_nothing_else() {
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let mut amina = world.enrolled(Role::Caseworker);
    let mut salma = world.enrolled(Role::Caseworker);
    let (id, sealed) = (world.id(), world.id());
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    let fields = json!({"person": id, "confidentiality": "sealed", "named": [amina.user], "case_type": "trafficking_victim", "number": "281-2026-A-7"});
    amina.write(&[(Kind::Case, sealed, fields)]);
    world.round(&mut amina);
    director.pull(&world.hub);
    assert!(!director.holds(Kind::Readerless, sealed));
    world.verify();

    world.hub.set_user(amina.user, None, Some(false)).unwrap();
    for other in [&mut salma, &mut director] {
        let told = serde_json::to_string(&other.pull(&world.hub)).unwrap();
        assert!(
            !told.contains(&id.to_string()) && !told.contains("281-2026-A-7"),
            "{told}"
        );
    }
    assert!(
        !salma.holds(Kind::Readerless, sealed),
        "for directors alone"
    );
    assert!(!director.holds(Kind::Case, sealed) && !director.holds(Kind::Person, id));
    assert_eq!(
        director.shown(Kind::Readerless, sealed)["waits"],
        json!(true)
    );
    world.verify();

    // The director gives it to somebody, and still learns nothing; nobody else may.
    let gives = |to| json!({"case": sealed, "event": "named", "staff": to});
    let refused = salma.write(&[(Kind::CaseEvent, world.id(), gives(salma.user))]);
    world.round(&mut salma);
    assert!(salma.verdict(refused).is_some());
    let closes = json!({"case": sealed, "event": "closed"});
    let refused = director.write(&[(Kind::CaseEvent, world.id(), closes)]);
    world.round(&mut director);
    assert!(director.verdict(refused).is_some(), "nothing but a reader");
    let given = director.write(&[(Kind::CaseEvent, world.id(), gives(salma.user))]);
    world.round(&mut director);
    assert_eq!(director.verdict(given), None);
    salma.pull(&world.hub);
    assert!(salma.holds(Kind::Case, sealed) && salma.holds(Kind::Person, id));
    director.pull(&world.hub);
    assert_eq!(
        director.shown(Kind::Readerless, sealed)["waits"],
        json!(false)
    );
    assert!(!director.holds(Kind::Case, sealed) && !director.holds(Kind::Person, id));
    let again = director.write(&[(Kind::CaseEvent, world.id(), gives(director.user))]);
    world.round(&mut director);
    assert!(director.verdict(again).is_some(), "it has a reader");
    world.verify();
}
