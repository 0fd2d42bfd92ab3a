//! Whatever is said, undone, written and exchanged, in any order: undoing every statement gives each record exactly
//! what was written in it. `PROPTEST_CASES` asks for longer runs, `JISR_SEED` for other histories.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use jisr_domain::id::PersonId;
use jisr_domain::person::{SamePerson, Ties};
use jisr_tests::laptop::Laptop;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

use crate::{center, page, register};

/// One thing that happens on laptop `who`, to the records `one` and `two`.
#[derive(Clone, Copy, Debug)]
struct Op {
    what: What,
    who: usize,
    one: usize,
    two: usize,
}

#[derive(Clone, Copy, Debug)]
enum What {
    Same,
    Different,
    Undo,
    Edit,
    Contact,
    Reception,
    Case,
    /// Written from the page of the person, in one of the cases there.
    InCase,
    Seal,
    Sync,
}

const LATIFA: usize = 1;
const RECORDS: usize = 4;

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let what = prop_oneof![
        7 => Just(What::Same),
        2 => Just(What::Different),
        4 => Just(What::Undo),
        3 => Just(What::Edit),
        3 => Just(What::Contact),
        2 => Just(What::Reception),
        2 => Just(What::Case),
        2 => Just(What::InCase),
        1 => Just(What::Seal),
        8 => Just(What::Sync),
    ];
    let op = (what, 0..3_usize, 0..RECORDS, 0..RECORDS);
    prop::collection::vec(
        op.prop_map(|(what, who, one, two)| Op {
            what,
            who,
            one,
            two,
        }),
        10..45,
    )
}

/// Which field each laptop writes: what one says of a record never meets what another says.
const FIELD: [&str; 3] = ["birth_place", "address", "accessibility"];

struct World<'a> {
    laptops: &'a [Laptop; 3],
    records: Vec<String>,
    /// What was written in each record: kind and id of its children.
    children: BTreeMap<String, BTreeSet<(&'static str, String)>>,
    cases: BTreeMap<String, String>,
    values: BTreeMap<(String, &'static str), String>,
    sealed: BTreeSet<String>,
    written: usize,
    joined: bool,
}

impl<'a> World<'a> {
    fn new(laptops: &'a [Laptop; 3]) -> Self {
        let mut world = Self {
            laptops,
            records: Vec::new(),
            children: BTreeMap::new(),
            cases: BTreeMap::new(),
            values: BTreeMap::new(),
            sealed: BTreeSet::new(),
            written: 0,
            joined: false,
        };
        for n in 0..RECORDS {
            let person =
                json!({ "given_name_ar": "فاطمة", "sex": "female", "birth_date": "unknown" });
            let id = register(&laptops[n % 3], person);
            world.children.insert(id.clone(), BTreeSet::new());
            world.records.push(id);
        }
        world.everybody_syncs();
        world
    }

    fn everybody_syncs(&self) {
        for _ in 0..2 {
            for laptop in self.laptops {
                laptop.sync();
            }
        }
    }

    fn may_see(&self, who: usize, record: &str) -> bool {
        who == LATIFA || !self.sealed.contains(record)
    }

    fn bore(&mut self, record: &str, kind: &'static str, id: &Value) {
        let id = id.as_str().expect("an id").to_owned();
        self.children
            .get_mut(record)
            .expect("a record")
            .insert((kind, id));
    }

    fn happens(&mut self, op: Op) {
        let laptop = &self.laptops[op.who];
        let (one, two) = (self.records[op.one].clone(), self.records[op.two].clone());
        if matches!(op.what, What::Sync) {
            laptop.sync();
            return;
        }
        if !self.may_see(op.who, &one) || !self.may_see(op.who, &two) {
            let told = laptop
                .try_rpc("duplicate.compare", json!({ "left": one, "right": two }))
                .expect_err("hidden");
            assert!(["not_found", "same_person"].contains(&told.code.as_str()));
            return;
        }
        match op.what {
            What::Same | What::Different if one != two => self.says(op, &one, &two),
            What::Undo => self.undoes_one(op),
            What::Edit => {
                self.written += 1;
                let text = format!("قول {}", self.written);
                let view = page(laptop, &one);
                let held = std::iter::once(&view["person"])
                    .chain(
                        view["records"]
                            .as_array()
                            .expect("records")
                            .iter()
                            .map(|r| &r["person"]),
                    )
                    .find(|held| held["id"] == json!(one))
                    .expect("the record is on its page")
                    .clone();
                laptop.rpc(
                    "person.update",
                    json!({ "id": one, "seen": held["seen"], "patch": { FIELD[op.who]: text } }),
                );
                self.values.insert((one, FIELD[op.who]), text);
            }
            What::Contact => {
                let made = laptop.rpc(
                    "contact.add",
                    json!({ "contact": { "person": one, "name": "حسن" } }),
                );
                self.bore(&one, "contact", &made["id"]);
            }
            What::Reception => {
                let made = laptop.rpc(
                    "reception.open",
                    json!({ "reception": { "person": one, "source": "self" } }),
                );
                self.bore(&one, "reception", &made["reception"]);
            }
            What::Case => {
                let made = laptop.rpc(
                    "case.open",
                    json!({ "person": one, "case_type": "precarious_family" }),
                );
                self.bore(&one, "case", &made["case"]);
                self.cases
                    .insert(made["case"].as_str().expect("an id").to_owned(), one);
            }
            What::InCase => {
                let view = page(laptop, &one);
                let Some(case) = view["cases"]
                    .as_array()
                    .and_then(|cases| cases.first())
                    .map(|row| row["case"].clone())
                else {
                    return;
                };
                let shown = view["person"]["id"].clone();
                let made = laptop.rpc(
                    "contact.add",
                    json!({ "contact": { "person": shown, "case": case, "name": "خديجة" } }),
                );
                let owner = self.cases[case.as_str().expect("an id")].clone();
                self.bore(&owner, "contact", &made["id"]);
            }
            What::Seal if self.sealed.is_empty() && op.two == 0 => {
                self.everybody_syncs();
                let made = self.laptops[LATIFA].rpc("case.open", json!({ "person": one, "case_type": "woman_victim_of_violence", "confidentiality": "sealed" }));
                self.bore(&one, "case", &made["case"]);
                self.cases.insert(
                    made["case"].as_str().expect("an id").to_owned(),
                    one.clone(),
                );
                self.sealed.insert(one);
                self.everybody_syncs();
            }
            _ => {}
        }
    }

    fn says(&mut self, op: Op, one: &str, two: &str) {
        let laptop = &self.laptops[op.who];
        let said =
            laptop.rpc("duplicate.compare", json!({ "left": one, "right": two }))["statements"]
                .clone();
        let same = matches!(op.what, What::Same);
        let undoes: Vec<&Value> = said
            .as_array()
            .expect("statements")
            .iter()
            .filter(|said| said["same"] != json!(same))
            .map(|said| &said["edge"])
            .collect();
        let command = if same {
            "duplicate.same"
        } else {
            "duplicate.different"
        };
        match laptop.try_rpc(
            command,
            json!({ "left": one, "right": two, "undoes": undoes }),
        ) {
            Ok(_) => self.joined |= same,
            Err(refused) => assert_eq!(refused.code, "joined_already"),
        }
    }

    fn undoes_one(&self, op: Op) {
        let laptop = &self.laptops[op.who];
        let tied = page(laptop, &self.records[op.one])["tied"].clone();
        let tied = tied.as_array().expect("statements");
        if let Some(said) = tied.get(op.two % tied.len().max(1)) {
            laptop.rpc("duplicate.undo", json!({ "edges": [said["edge"]] }));
        }
    }

    /// The edges on a laptop, whoever may know of them.
    fn ties(&self, who: usize) -> Ties {
        let edges = self.laptops[who]
            .core()
            .session()
            .expect("unlocked")
            .read(|reader| Ok(reader.list::<SamePerson>("1 ORDER BY id", [])?))
            .expect("edges");
        let own: BTreeSet<&str> = self.records.iter().map(String::as_str).collect();
        let of_this_history = edges.into_iter().filter(|(_, edge)| {
            edge.left
                .is_some_and(|left| own.contains(left.to_string().as_str()))
        });
        Ties::of(&of_this_history.collect())
    }

    /// Every page tells what its records hold, all of it, and nobody is sent an edge to somebody they may not know of.
    fn check(&self) {
        for (who, laptop) in self.laptops.iter().enumerate() {
            let ties = self.ties(who);
            for record in &self.records {
                if !self.may_see(who, record) {
                    assert!(
                        laptop
                            .try_rpc("person.get", json!({ "person": record }))
                            .is_err()
                    );
                    let id: PersonId = record.parse().expect("an id");
                    assert_eq!(ties.records(id).len(), 1, "an edge to somebody hidden");
                    assert!(
                        ties.differences()
                            .values()
                            .all(|(a, b)| *a != id && *b != id)
                    );
                    continue;
                }
                let id: PersonId = record.parse().expect("an id");
                let records: Vec<String> =
                    ties.records(id).iter().map(ToString::to_string).collect();
                let view = page(laptop, record);
                let expected: BTreeSet<(&str, String)> = records
                    .iter()
                    .flat_map(|record| self.children[record].clone())
                    .collect();
                assert_eq!(children(&view), expected, "laptop {who}");
                let told = view["records"].as_array().expect("records").len();
                assert_eq!(told, if records.len() > 1 { records.len() } else { 0 });
            }
        }
    }

    /// Latifa, who may see everything, undoes all that stands.
    fn everything_is_undone(&self) {
        let ties = self.ties(LATIFA);
        let standing: BTreeSet<String> = ties
            .joins()
            .iter()
            .chain(ties.differences().keys())
            .chain(ties.contradictions().iter().map(|one| &one.same))
            .map(ToString::to_string)
            .collect();
        if !standing.is_empty() {
            self.laptops[LATIFA].rpc("duplicate.undo", json!({ "edges": standing }));
        }
        self.everybody_syncs();
        for (who, laptop) in self.laptops.iter().enumerate() {
            assert!(self.ties(who).joins().is_empty());
            for record in self
                .records
                .iter()
                .filter(|record| self.may_see(who, record))
            {
                let view = page(laptop, record);
                assert_eq!(view["person"]["id"], json!(record));
                assert_eq!(view["records"], json!([]));
                for field in FIELD {
                    let written = self.values.get(&(record.clone(), field));
                    assert_eq!(view["person"]["record"][field], json!(written));
                }
            }
        }
        self.check();
    }
}

fn children(view: &Value) -> BTreeSet<(&'static str, String)> {
    let list = |name: &str| view[name].as_array().cloned().expect("a list");
    let text = |value: &Value| value.as_str().expect("an id").to_owned();
    let contacts = list("contacts")
        .into_iter()
        .map(|one| ("contact", text(&one["id"])));
    let receptions = list("receptions")
        .into_iter()
        .map(|one| ("reception", text(&one["reception"]["id"])));
    let cases = list("cases")
        .into_iter()
        .map(|one| ("case", text(&one["case"])));
    contacts.chain(receptions).chain(cases).collect()
}

#[test]
fn undoing_everything_gives_each_record_exactly_what_was_written_in_it() {
    let asked = |name| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let seed: u32 = asked("JISR_SEED").unwrap_or(2026);
    let config = Config {
        cases: asked("PROPTEST_CASES").unwrap_or(12),
        failure_persistence: None,
        max_shrink_iters: asked("PROPTEST_MAX_SHRINK_ITERS").unwrap_or(60),
        ..Config::default()
    };
    let mut bytes = [0; 32];
    bytes[..4].copy_from_slice(&seed.to_le_bytes());
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let (_hub, laptops) = center();
    let reached = RefCell::new((0_usize, 0_usize));
    let history = |history: Vec<Op>| {
        let mut world = World::new(&laptops);
        for op in history {
            world.happens(op);
        }
        world.everybody_syncs();
        world.check();
        world.everything_is_undone();
        let mut reached = reached.borrow_mut();
        reached.0 += usize::from(world.joined);
        reached.1 += usize::from(!world.sealed.is_empty());
        Ok(())
    };
    if let Err(failed) = runner.run(&ops(), history) {
        panic!("seed {seed}: {failed}");
    }
    let (joined, sealed) = reached.into_inner();
    assert!(
        joined > 0 && sealed > 0,
        "no history joined or sealed anything: {joined}, {sealed}"
    );
}
