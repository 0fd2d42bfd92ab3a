use crate::support::{World, person};
use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use serde_json::json;
#[test]
fn weigh() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    for n in 0..5000 {
        let id = world.id();
        let case = world.id();
        amina.write(&[(Kind::Person, id, person(&format!("خديجة {n}"))), (Kind::Case, case, json!({"person": id, "confidentiality": if n % 5 == 0 {"restricted"} else {"ordinary"}})),
          (Kind::CaseEvent, world.id(), json!({"case": case, "event": "lead_set", "staff": amina.user}))]);
    }
    let mut from = 0;
    while from < 5000 {
        let t = std::time::Instant::now();
        let mut r = amina.request(from);
        r.transactions.truncate(500);
        world.hub.take_push(amina.device, &r).unwrap();
        from += 500;
        eprintln!("push {from} {:?}", t.elapsed());
    }
    let t = std::time::Instant::now();
    amina.forget();
    let pages = amina.pull_by(&world.hub, 1000);
    eprintln!("pull {} pages {:?}", pages.len(), t.elapsed());
    let t = std::time::Instant::now();
    world.verify();
    eprintln!("verify {:?}", t.elapsed());
}
