#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod figures;
mod reads;
mod walk;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jisr_domain::case::{CaseEvent, CaseEventType, CaseType, Confidentiality};
use jisr_domain::due::{DueState, state_of};
use jisr_domain::id::PersonId;
use jisr_domain::person::{Kinship, Person, age_on, cnie_is_usual, normalise_phone};
use jisr_domain::record::Kind;
use jisr_domain::referral::{ReferralStatus, fold};
use jisr_domain::text::clean;
use uuid::Uuid;

use super::center::Part;
use super::entry::{Entry, Line, Who};
use super::*;

/// Monday 23 November 2026, ten in the morning.
const NOW_MS: u64 = 1_795_424_400_000;

fn calendar() -> Calendar {
    Calendar {
        now: jisr_domain::civil::moment(NOW_MS),
        today: jisr_domain::civil::civil_day(NOW_MS),
    }
}

fn drawn(people: u32, seed: u64) -> Vec<Part> {
    let team = Team([1, 2, 3, 4, 5, 6, 7, 8].map(|n| StaffId(Uuid::from_u128(n))));
    let (mut center, _) = Center::new(seed, people, calendar(), &team);
    std::iter::from_fn(|| center.next(PART)).collect()
}

fn lines(parts: &[Part]) -> Vec<Line> {
    let mut lines = Vec::new();
    for part in parts {
        lines.extend(part.desk.iter().cloned());
        lines.extend(
            part.receptions
                .iter()
                .cloned()
                .map(|reception| Line::new(Who::Soumia, reception)),
        );
        lines.extend(
            part.cases
                .iter()
                .flat_map(|case| case.lines.iter().chain(&case.colleagues))
                .cloned(),
        );
    }
    lines
}

#[test]
fn the_same_seed_gives_the_same_center_and_another_seed_another() {
    assert_eq!(lines(&drawn(120, 7)), lines(&drawn(120, 7)));
    assert_ne!(lines(&drawn(120, 7)), lines(&drawn(120, 8)));
    assert_eq!(
        drawn(650, 7)
            .iter()
            .map(|part| part.people.len())
            .sum::<usize>(),
        650
    );
}

/// Two records with one id cannot both be written: the second is refused, and no center is made.
#[test]
fn centers_of_every_size_have_an_id_for_each_record() {
    let team = Team([1, 2, 3, 4, 5, 6, 7, 8].map(|n| StaffId(Uuid::from_u128(n))));
    for seed in 1..=20 {
        for people in [1, 2, 13, 60, 200, 1_000, 3_000, 20_000] {
            let (mut center, _) = Center::new(seed, people, calendar(), &team);
            let mut ids = HashSet::new();
            // Part by part, as it is written: a large one is never held whole.
            while let Some(part) = center.next(PART) {
                let cases = part.cases.iter();
                let written = part
                    .desk
                    .iter()
                    .chain(cases.flat_map(|case| case.lines.iter().chain(&case.colleagues)))
                    .map(|line| (line.entry.kind(), line.entry.id()));
                let receptions = part
                    .receptions
                    .iter()
                    .map(|(id, _)| (Kind::Reception, id.0));
                for (kind, id) in written.chain(receptions) {
                    assert!(
                        ids.insert((kind, id)),
                        "{people} people of seed {seed}: {kind:?} {id} twice"
                    );
                }
            }
            assert!(ids.len() >= people as usize);
        }
    }
}

#[test]
fn nobody_is_a_parent_before_fourteen_and_everybody_can_be_registered() {
    let today = calendar().today;
    let lines = lines(&drawn(900, 3));
    let people: HashMap<PersonId, &Person> = lines
        .iter()
        .filter_map(|line| {
            if let Entry::Person(id, person) = &line.entry {
                Some((*id, &**person))
            } else {
                None
            }
        })
        .collect();
    assert_eq!(people.len(), 900);
    let age = |id: &PersonId| {
        let person = people[id];
        age_on(
            person.birth_date.as_deref(),
            person.estimated_age.zip(person.estimated_on),
            today,
        )
        .unwrap()
    };
    let mut households: BTreeMap<_, Vec<(PersonId, Kinship)>> = BTreeMap::new();
    for line in &lines {
        if let Entry::HouseholdMember(_, member) = &line.entry {
            households
                .entry(member.household.unwrap())
                .or_default()
                .push((member.person.unwrap(), member.kinship.unwrap()));
        }
    }
    assert!(
        (180..280).contains(&households.len()),
        "{}",
        households.len()
    );
    for members in households.values() {
        let of = |kinship| {
            members
                .iter()
                .filter(move |(_, own)| *own == kinship)
                .map(|(id, _)| age(id))
        };
        let head = of(Kinship::Head).next().unwrap();
        for child in of(Kinship::Child) {
            assert!(head >= child + 14 && of(Kinship::Spouse).all(|spouse| spouse >= child + 14));
        }
        assert!(of(Kinship::Parent).all(|parent| parent >= head + 14));
    }
    let mut phones = BTreeSet::new();
    for (id, person) in &people {
        assert_eq!(person.check(today), Ok(()));
        assert!(
            person
                .cnie
                .as_deref()
                .is_none_or(|cnie| cnie_is_usual(cnie) && age(id) >= 15)
        );
        if let Some(phone) = &person.phone {
            assert_eq!(normalise_phone(phone).as_ref(), Some(phone));
            phones.insert(phone);
        }
    }
    assert!(phones.len() > 300);
    let cards: Vec<_> = people
        .values()
        .filter_map(|person| person.cnie.as_ref())
        .collect();
    assert_eq!(cards.iter().collect::<BTreeSet<_>>().len(), cards.len());
}

#[test]
fn every_text_is_clean_and_every_id_is_used_once() {
    let lines = lines(&drawn(400, 11));
    let mut ids = BTreeSet::new();
    for line in &lines {
        let fields = line.entry.fields().unwrap();
        for (name, value) in &fields {
            if let Some(text) = value.as_str() {
                assert_eq!(clean(text).unwrap(), text, "{name}");
                assert!(!text.is_empty(), "{:?}.{name}", line.entry.kind());
                assert!(!text.contains(['{', '|']), "{name}: {text}");
            }
        }
        assert!(
            ids.insert(
                format!("{:?}", line.entry)
                    .chars()
                    .take(80)
                    .collect::<String>()
            )
        );
    }
}

#[test]
fn a_small_center_shows_every_type_of_case_every_stage_and_keeps_grave_ones_restricted() {
    let lines = lines(&drawn(200, 1));
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut types = BTreeSet::new();
    let mut protocols = BTreeSet::new();
    let mut events: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for line in &lines {
        *kinds.entry(line.entry.kind()).or_default() += 1;
        match &line.entry {
            Entry::Case(_, case) => {
                types.insert(case.case_type.unwrap());
                if case.case_type == Some(CaseType::WomanVictimOfViolence) {
                    assert_eq!(case.confidentiality, Some(Confidentiality::Restricted));
                }
            }
            Entry::ProtocolInstance(_, instance) => {
                protocols.insert(instance.protocol.clone().unwrap());
            }
            Entry::Referral(id, _) => {
                events.entry(*id).or_default();
            }
            Entry::ReferralEvent(id, event) => events
                .entry(event.referral.unwrap())
                .or_default()
                .push((*id, (**event).clone())),
            _ => {}
        }
    }
    assert_eq!(types.len(), CaseType::ALL.len(), "{types:?}");
    assert_eq!(protocols.len(), 3);
    let stages: BTreeSet<ReferralStatus> =
        events.values().map(|events| fold(events).status).collect();
    assert!(stages.len() >= 7, "{stages:?}");
    assert!(
        events
            .values()
            .all(|events| fold(events).contradictions.is_empty())
    );
    let cases = kinds[&Kind::Case];
    assert!((75..=115).contains(&cases), "{cases} cases of 200 people");
    assert!(kinds.len() >= 15, "{kinds:?}");
}

#[test]
fn closed_cases_say_how_they_ended_and_nothing_happens_tomorrow() {
    let now = calendar().now;
    let lines = lines(&drawn(300, 5));
    let ends = |event: &CaseEvent| event.event == Some(CaseEventType::Closed);
    let events: Vec<&CaseEvent> = lines
        .iter()
        .filter_map(|line| {
            if let Entry::CaseEvent(_, event) = &line.entry {
                Some(&**event)
            } else {
                None
            }
        })
        .collect();
    assert!(
        events.iter().any(|event| ends(event))
            && events
                .iter()
                .any(|event| event.event == Some(CaseEventType::Reopened))
    );
    assert!(
        events
            .iter()
            .all(|event| !ends(event) || event.reason.is_some())
    );
    let millisecond = chrono::TimeDelta::milliseconds(20);
    assert!(
        events
            .iter()
            .all(|event| event.at.unwrap() <= now + millisecond)
    );
}

#[test]
fn protocols_stand_at_every_stage_today() {
    let today = calendar().today;
    let lines = lines(&drawn(200, 1));
    let mut states: BTreeMap<DueState, usize> = BTreeMap::new();
    let mut done = 0;
    for line in &lines {
        let Entry::ProtocolInstance(id, instance) = &line.entry else {
            continue;
        };
        let events: Vec<_> = lines
            .iter()
            .filter_map(|line| match &line.entry {
                Entry::StepEvent(event, record) if record.instance == Some(*id) => {
                    jisr_domain::protocol::StepEvent::from_record(*event, record)
                }
                _ => None,
            })
            .collect();
        let definition =
            jisr_domain::protocol::current(instance.protocol.as_deref().unwrap()).unwrap();
        let state = jisr_domain::protocol::fold(
            definition,
            instance.started_on.unwrap(),
            &json!({}),
            &events,
        );
        assert!(state.contradictions.is_empty() && state.unknown_events.is_empty());
        done += state.done_count;
        for step in state.steps.iter().filter(|step| step.status.active()) {
            *states
                .entry(state_of(step.window.as_ref(), today))
                .or_default() += 1;
        }
    }
    assert!(done > 50);
    for wanted in [DueState::Overdue, DueState::Due, DueState::Soon] {
        assert!(states.contains_key(&wanted), "{wanted:?} in {states:?}");
    }
}

struct Monday;
impl jisr_commands::Host for Monday {
    fn now_ms(&self) -> u64 {
        NOW_MS
    }
    fn random(&self, bytes: &mut [u8]) {
        Machine.random(bytes);
    }
}

#[test]
fn latifa_unlocks_the_demonstration_and_finds_late_and_todays_tasks() {
    let dir = tempfile::tempdir().unwrap();
    let core = Core::open(dir.path().join("demo"), Monday);
    let summary = fill(&core, PASSPHRASE, 60, 1).unwrap();
    assert_eq!((summary.people, summary.users.len()), (60, 8));
    let status = core.run("device.status", json!({})).unwrap().ok;
    let latifa = status["users"]
        .as_array()
        .unwrap()
        .iter()
        .find(|user| user["name_lat"] == "Latifa Benali")
        .unwrap();
    core.run(
        "session.unlock",
        json!({ "staff": latifa["staff"], "passphrase": PASSPHRASE }),
    )
    .unwrap();
    let today = core.run("today.get", json!({})).unwrap().ok;
    let count = |list: &str| today[list].as_array().unwrap().len();
    assert!((1..=6).contains(&count("overdue")), "{today:#}");
    assert!((1..=6).contains(&count("today")), "{today:#}");
    assert!(count("week") >= 1);
    assert!(today["receptions"].as_u64().unwrap() >= 3);
    // The same seed twice would be the same people twice.
    assert!(fill(&core, PASSPHRASE, 60, 1).is_err());
}
