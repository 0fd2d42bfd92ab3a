//! A referral to another center (rule 22).

use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use serde_json::json;

use crate::support::{World, open_case, person};

#[test]
fn rule_22_a_packet_reaches_the_intake_of_the_other_center_and_the_answer_the_origin_case() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let mut sale = crate::enrol::second_center(&world, "04.441");
    let mut stranger = crate::enrol::second_center(&world, "04.421");
    let id = world.id();
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    let user = amina.user;
    let case = open_case(&world, &mut amina, id, "restricted", Some(user));
    let (referral, packet) = (world.id(), world.id());
    amina.write(&[
        (Kind::Referral, referral, json!({"case": case, "person": id, "to_center": sale.center, "service_asked": "إيواء"})),
        (
            Kind::ReferralPacket,
            packet,
            json!({"referral": referral, "to_center": sale.center, "from_center": amina.center, "person_name": "خديجة", "service_asked": "إيواء", "confidentiality": "restricted"}),
        ),
    ]);
    world.round(&mut amina);
    let told = serde_json::to_string(&sale.pull(&world.hub)).unwrap();
    assert_eq!(
        sale.shown(Kind::ReferralPacket, packet)["person_name"],
        json!("خديجة")
    );
    assert!(
        !told.contains(&case.to_string())
            && !sale.holds(Kind::Referral, referral)
            && !sale.holds(Kind::Person, id)
    );
    stranger.pull(&world.hub);
    assert!(!stranger.holds(Kind::ReferralPacket, packet));
    let (yes, no) = (world.id(), world.id());
    let event = json!({"referral": referral, "event": "accepted", "at": "2026-11-21T10:00:00Z"});
    sale.write(&[(Kind::ReferralEvent, yes, event.clone())]);
    let intruded = stranger.write(&[(Kind::ReferralEvent, no, event)]);
    world.round(&mut sale);
    world.round(&mut stranger);
    assert_eq!(stranger.verdict(intruded), Some("verdict_not_in_audience"));
    amina.pull(&world.hub);
    assert_eq!(
        amina.shown(Kind::ReferralEvent, yes)["event"],
        json!("accepted")
    );
    assert!(!amina.holds(Kind::ReferralEvent, no));
    sale.forget();
    let told = serde_json::to_string(&sale.pull(&world.hub)).unwrap();
    assert!(
        sale.holds(Kind::ReferralEvent, yes),
        "those who answered keep seeing their answer"
    );
    assert!(!told.contains(&case.to_string()));
    world.verify();
}
