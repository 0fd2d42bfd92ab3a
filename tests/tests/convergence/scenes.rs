//! Histories worth telling one by one.

use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use jisr_sync::feed::VerdictKind;
use serde_json::json;
use uuid::Uuid;

use crate::edit::Do;
use crate::world::{SECOND, Template, World};

const HANANE: usize = 0;
const LATIFA: usize = 1;
const YOUSSEF: usize = 2;

impl World {
    fn registers(&mut self, who: usize) -> Uuid {
        let (id, name) = (self.around.id(), self.text());
        let fields = json!({"given_name_ar": name, "phone": "0611"});
        assert!(self.write(who, vec![Do::Create(Kind::Person, id, fields)]));
        id
    }

    fn verdicts(&self, who: usize) -> Vec<VerdictKind> {
        let waiting = self.devices[who].store().attention().unwrap();
        waiting.into_iter().map(|item| item.verdict).collect()
    }

    fn everybody_syncs(&mut self) {
        self.grows_quiet();
        self.check_everything();
    }
}

#[test]
fn somebodys_second_device_holds_what_the_first_does_and_a_colleagues_nothing_restricted() {
    let mut world = Template::new().world();
    let person = world.registers(LATIFA);
    world.open_case(LATIFA, person, "ordinary", Some(LATIFA));
    world.open_case(LATIFA, person, "restricted", Some(LATIFA));
    world.open_case(LATIFA, person, "restricted", Some(YOUSSEF));
    world.everybody_syncs();
    let cases = |who: usize, secrecy: &str| -> Vec<Uuid> {
        let shown = |case: &Uuid| world.shown(who, Kind::Case, *case);
        let mut cases = world.here(who, Kind::Case);
        cases.retain(|case| shown(case)["confidentiality"] == *secrecy);
        cases
    };
    let restricted = cases(LATIFA, "restricted");
    let hers = |case: &Uuid| {
        let at_latifas = cases(SECOND, "restricted").contains(case);
        at_latifas && !cases(YOUSSEF, "restricted").contains(case)
    };
    assert!(restricted.iter().any(hers), "{restricted:?}");
    let ordinary = cases(HANANE, "ordinary");
    assert!(ordinary.len() > 1);
    for who in [LATIFA, SECOND, YOUSSEF] {
        assert_eq!(cases(who, "ordinary"), ordinary);
    }
    // The first keeps, of the case given to Youssef alone, what was written on it; the second was never sent it.
    let his: Vec<Uuid> = cases(YOUSSEF, "restricted");
    assert!(!his.is_empty());
    assert!(
        his.iter()
            .all(|case| !cases(SECOND, "restricted").contains(case))
    );
}

#[test]
fn rule_10_what_was_held_stands_on_what_is_said_again_and_nobody_is_told_of_a_conflict() {
    let mut world = Template::new().world();
    // What a caseworker may not do, and two more changes to the person it brought along.
    world.overreach(YOUSSEF, 0, 2);
    world.everybody_syncs();
    assert_eq!(
        world.verdicts(YOUSSEF),
        [VerdictKind::Rejected, VerdictKind::Held, VerdictKind::Held]
    );
    let person = world.ledger[world.ledger.len() - 1].changes[0].payload.id;
    let written = world.shown(YOUSSEF, Kind::Person, person);
    let staff = world.devices[YOUSSEF].staff;
    world
        .hub()
        .set_user(staff, Some(Role::Director), None)
        .unwrap();
    world.moved();
    world.settle(YOUSSEF, 0, true);
    assert_eq!(world.shown(YOUSSEF, Kind::Person, person), written);
    world.everybody_syncs();
    assert!(world.verdicts(YOUSSEF).is_empty());
    for who in [HANANE, LATIFA, SECOND, YOUSSEF] {
        let state = world.state(who, Kind::Person, person).unwrap();
        let conflicts = state.conflicts(&Kind::Person.definition()).count();
        assert_eq!(conflicts, 0, "device {who}: {state:?}");
        assert_eq!(world.shown(who, Kind::Person, person), written);
    }
}

#[test]
fn rule_10_a_refusal_somebody_settled_is_not_told_again_when_the_hub_is_restored() {
    let mut world = Template::new().world();
    world.overreach(YOUSSEF, 0, 0);
    world.overreach(YOUSSEF, 0, 0);
    world.everybody_syncs();
    assert_eq!(world.verdicts(YOUSSEF).len(), 2);
    world.settle(YOUSSEF, 0, false);
    let waiting = world.devices[YOUSSEF].store().attention().unwrap();
    assert_eq!(waiting.len(), 1);
    world.back_up_hub();
    world.restore_hub();
    world.everybody_syncs();
    let told = world.devices[YOUSSEF].store().attention().unwrap();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].tx, waiting[0].tx);
}

#[test]
fn rule_9_a_refusal_before_the_fork_is_told_to_the_new_identity_and_its_value_does_not_stand() {
    let mut world = Template::new().world();
    world.overreach(YOUSSEF, 0, 0);
    world.devices[YOUSSEF].copy();
    // The original has the refusal and goes on; then its disk dies, and the copy takes its place.
    world.registers(YOUSSEF);
    world.round(YOUSSEF, 50);
    world.put_disk_back(YOUSSEF);
    let since = world.registers(YOUSSEF);
    world.everybody_syncs();
    assert_eq!(world.verdicts(YOUSSEF), [VerdictKind::Rejected]);
    assert!(world.here(HANANE, Kind::Person).contains(&since));
}

#[test]
fn rule_18_what_left_before_a_restored_hub_was_read_again_leaves_all_the_same() {
    let mut world = Template::new().world();
    let person = world.registers(HANANE);
    world.open_case(HANANE, person, "restricted", Some(YOUSSEF));
    world.everybody_syncs();
    world.back_up_hub();
    world.restore_hub();
    let case = *world
        .here(YOUSSEF, Kind::Case)
        .iter()
        .find(|case| world.shown(YOUSSEF, Kind::Case, **case)["person"] == json!(person))
        .unwrap();
    let taken = world.event(
        HANANE,
        case,
        "unassigned",
        Some(world.devices[YOUSSEF].staff),
    );
    world.write(HANANE, vec![taken]);
    world.round(HANANE, 50);
    world.everybody_syncs();
    assert!(!world.here(YOUSSEF, Kind::Case).contains(&case));
}
