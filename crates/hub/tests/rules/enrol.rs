//! Codes, centers, devices.

use std::collections::BTreeMap;

use jisr_domain::id::CenterId;
use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use jisr_hub::{CodeAsked, HubError, Refused};
use jisr_sync::wire::{EnrolCenter, HelloRequest};
use serde_json::json;

use crate::support::{Laptop, World, person, refused};

fn card(world: &World, province: &str) -> EnrolCenter {
    EnrolCenter {
        id: CenterId(world.id()),
        fields: BTreeMap::from([("province".to_owned(), json!(province))]),
    }
}

/// The director's laptop of a further center.
pub fn second_center(world: &World, province: &str) -> Laptop {
    let mut laptop = world.laptop();
    let code = world
        .hub
        .make_code(&CodeAsked {
            new_center: true,
            minutes: 15,
            ..CodeAsked::default()
        })
        .unwrap();
    let reply = world
        .hub
        .enrol(&laptop.enrolment(&code, Some(card(world, province))))
        .unwrap();
    laptop.center = reply.center;
    laptop
}

#[test]
fn the_first_laptop_brings_its_center_and_the_next_ones_join_it() {
    let world = World::new();
    let mut youssef = world.laptop();
    let code = world
        .hub
        .make_code(&CodeAsked {
            minutes: 15,
            ..CodeAsked::default()
        })
        .unwrap();
    let brought = card(&world, "04.281");
    let request = youssef.enrolment(&code, Some(brought.clone()));
    let reply = world.hub.enrol(&request).unwrap();
    assert_eq!(
        (
            reply.center,
            reply.center_code.as_str(),
            reply.device_label.as_str()
        ),
        (brought.id, "KEN", "A")
    );
    assert_eq!((reply.role, reply.staff), (Role::Director, youssef.user));
    let again = world.hub.enrol(&request).unwrap();
    assert_eq!(
        (again.center, again.device_label),
        (reply.center, reply.device_label),
        "a lost answer is given again"
    );
    let asked = CodeAsked {
        user: Some("Amina".to_owned()),
        minutes: 15,
        ..CodeAsked::default()
    };
    let code = world
        .hub
        .make_code(&asked)
        .unwrap()
        .to_lowercase()
        .replace('-', "");
    let amina = world.laptop();
    let reply = world.hub.enrol(&amina.enrolment(&code, None)).unwrap();
    assert_eq!(
        (reply.center, reply.device_label.as_str(), reply.role),
        (brought.id, "B", Role::Caseworker)
    );
    youssef.pull(&world.hub);
    assert_eq!(
        youssef.shown(Kind::Staff, amina.user.0)["role"],
        json!("caseworker")
    );
    assert_eq!(
        youssef.shown(Kind::Center, brought.id.0)["code"],
        json!("KEN")
    );
    assert_eq!(
        second_center(&world, "04.281").center,
        CenterId(world.hub.centers().unwrap()[1].0.id.0)
    );
    assert_eq!(
        world.hub.centers().unwrap()[1].0.code.as_deref(),
        Some("KEN2")
    );
    let several = world.hub.make_code(&CodeAsked {
        minutes: 15,
        ..CodeAsked::default()
    });
    assert!(matches!(several, Err(HubError::Usage(words)) if words.contains("--center")));
    world.verify();
}

#[test]
fn a_laptop_that_brings_no_center_makes_none() {
    let world = World::new();
    let laptop = world.laptop();
    let code = world.code(Role::Director);
    assert_eq!(
        refused(world.hub.enrol(&laptop.enrolment(&code, None))),
        Refused::CenterNeeded
    );
    assert_eq!(world.hub.centers().unwrap().len(), 0);
    let brought = world.brought();
    world.hub.enrol(&laptop.enrolment(&code, brought)).unwrap();
}

#[test]
fn a_wrong_an_old_and_a_used_code_are_refused() {
    let world = World::new();
    world.enrolled(Role::Director);
    let (one, two) = (world.laptop(), world.laptop());
    assert_eq!(
        refused(world.hub.enrol(&one.enrolment("AAAA-AAAA-AAAA", None))),
        Refused::CodeWrong
    );
    assert_eq!(
        refused(world.hub.enrol(&one.enrolment("", None))),
        Refused::CodeWrong
    );
    let code = world.code(Role::Caseworker);
    world.hub.enrol(&one.enrolment(&code, None)).unwrap();
    assert_eq!(
        refused(world.hub.enrol(&two.enrolment(&code, None))),
        Refused::CodeUsed
    );
    let code = world.code(Role::Caseworker);
    world.pass(15 * 60_000 + 1);
    assert_eq!(
        refused(world.hub.enrol(&two.enrolment(&code, None))),
        Refused::CodeExpired
    );
    assert_eq!(
        refused(world.hub.hello(
            two.device,
            &HelloRequest {
                protocol: 1,
                schema: 1
            }
        )),
        Refused::DeviceUnknown
    );
}

#[test]
fn a_revoked_laptop_is_refused_everything() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    amina.write(&[(Kind::Person, world.id(), person("سعاد"))]);
    world.hub.revoke(amina.device).unwrap();
    assert_eq!(
        refused(world.hub.take_push(amina.device, &amina.request(0))),
        Refused::DeviceRevoked
    );
    assert_eq!(refused(amina.page(&world.hub, 10)), Refused::DeviceRevoked);
}

#[test]
fn a_second_laptop_of_the_same_person_is_theirs_under_the_id_the_hub_knows() {
    let world = World::new();
    let mut first = world.enrolled(Role::Director);
    let id = world.id();
    first.write(&[(Kind::Person, id, person("خديجة"))]);
    let case = crate::support::open_case(&world, &mut first, id, "restricted", None);
    world.round(&mut first);
    let mut second = world.laptop();
    let code = world
        .hub
        .make_code(&CodeAsked {
            staff: Some(first.user),
            minutes: 15,
            ..CodeAsked::default()
        })
        .unwrap();
    let reply = world.hub.enrol(&second.enrolment(&code, None)).unwrap();
    assert_eq!((reply.staff, reply.role), (first.user, Role::Director));
    second.user = reply.staff;
    second.pull(&world.hub);
    assert!(second.holds(Kind::Case, case));
    let tx = second.write(&[(Kind::Person, id, json!({"phone": "+212600000001"}))]);
    world.round(&mut second);
    assert_eq!(second.verdict(tx), None);
    // Nobody takes over an id with another key.
    let mut thief = world.laptop();
    thief.user = first.user;
    let code = world.code(Role::Director);
    assert_eq!(
        refused(world.hub.enrol(&thief.enrolment(&code, None))),
        Refused::UserKnown
    );
}

#[test]
fn rule_25_a_laptop_that_worked_alone_brings_its_records_into_the_center_it_joins() {
    let world = World::new();
    let mut youssef = world.enrolled(Role::Director);
    let mut amina = world.laptop();
    let alone = card(&world, "04.281");
    let id = world.id();
    amina.write(&[
        (
            Kind::Center,
            alone.id.0,
            json!({"name_ar": "مركز وحده", "province": "04.281"}),
        ),
        (
            Kind::Staff,
            amina.user.0,
            json!({"name_ar": "أمينة", "role": "director", "center": alone.id}),
        ),
    ]);
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    let code = world.code(Role::Caseworker);
    let mut request = amina.enrolment(&code, Some(alone.clone()));
    assert_eq!(refused(world.hub.enrol(&request)), Refused::JoinNeeded);
    request.join = true;
    let reply = world.hub.enrol(&request).unwrap();
    assert_eq!(
        (reply.center, reply.role),
        (youssef.center, Role::Caseworker)
    );
    world.round(&mut amina);
    assert!(amina.verdicts.is_empty(), "{:?}", amina.verdicts);
    youssef.pull(&world.hub);
    assert!(youssef.holds(Kind::Person, id));
    assert!(!youssef.holds(Kind::Center, alone.id.0));
    assert_eq!(
        youssef.shown(Kind::Staff, amina.user.0)["role"],
        json!("caseworker")
    );
    assert_eq!(
        youssef.shown(Kind::Staff, amina.user.0)["center"],
        json!(youssef.center)
    );
    world.verify();
}

#[test]
fn rule_25_a_center_the_hub_already_kept_moves_with_its_people_and_records() {
    let world = World::new();
    let mut youssef = world.enrolled(Role::Director);
    let mut amina = second_center(&world, "04.281");
    let id = world.id();
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    world.round(&mut amina);
    let asked = CodeAsked {
        center: Some(youssef.center),
        role: Some(Role::Caseworker),
        minutes: 15,
        ..CodeAsked::default()
    };
    let code = world.hub.make_code(&asked).unwrap();
    let mut other = world.laptop();
    other.user = world.laptop().user;
    let mut request = other.enrolment(
        &code,
        Some(EnrolCenter {
            id: amina.center,
            fields: BTreeMap::new(),
        }),
    );
    request.join = true;
    world.hub.enrol(&request).unwrap();
    youssef.pull(&world.hub);
    assert!(youssef.holds(Kind::Person, id));
    let pages = amina.pull(&world.hub);
    assert!(
        pages
            .last()
            .unwrap()
            .cursors
            .iter()
            .any(|cursor| cursor.feed == jisr_domain::audience::Feed::Center(youssef.center))
    );
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
    assert_eq!(hello.device_label, "B");
    world.verify();
}
