//! One thing done by somebody.

use proptest::arbitrary::{Arbitrary, any};
use proptest::strategy::{BoxedStrategy, Strategy};
use serde_json::{Value, json};

use super::EVERYBODY;
use super::model::{Case, Person, World};
use crate::laptop::text;

const LEVELS: [&str; 3] = ["ordinary", "restricted", "sealed"];

/// What is done; what it is done to, and how, are numbers that any history can make something of.
#[derive(Clone, Copy, Debug)]
pub struct Op {
    what: u8,
    who: u8,
    which: u8,
    how: u8,
}

impl Arbitrary for Op {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        any::<(u8, u8, u8, u8)>()
            .prop_map(|(what, who, which, how)| Self {
                what,
                who,
                which,
                how,
            })
            .boxed()
    }
}

fn nth<T>(list: &[T], n: u8) -> Option<usize> {
    (!list.is_empty()).then(|| usize::from(n) % list.len())
}

impl World {
    /// Does it, as far as whoever does it may.
    pub fn does(&mut self, op: &Op) {
        let followers = Self::followers();
        // The desk registers and receives; what is done in cases is done by those who follow them.
        let who = match op.what % 16 {
            0 | 1 | 14 => EVERYBODY[usize::from(op.who) % 6],
            _ => followers[usize::from(op.who) % followers.len()],
        };
        let other = followers[usize::from(op.how / 4) % followers.len()];
        self.sits(who);
        match op.what % 16 {
            0 | 1 => self.registers(),
            2 | 3 => self.opens(who, other, op),
            4 => self.writes_in(op, |case, text| ("note.add", json!({"note": {"case": case, "kind": "listening", "body": text}}))),
            5 => self.writes_in(op, |case, text| ("service.give", json!({"service": {"case": case, "service_type": "counselling", "note": text}}))),
            6 => self.writes_in(op, |case, text| {
                ("appointment.create", json!({"appointment": {"case": case, "day": "2026-11-24", "purpose": text}}))
            }),
            7 => self.writes_in(op, |case, text| {
                ("visit.plan", json!({"visit": {"case": case, "planned_on": "2026-11-23", "kind": "center", "purpose": text}}))
            }),
            8 | 9 => self.protects(who, other, op),
            10 => self.assigns(other, op),
            11 => self.unassigns(other, op),
            12 => self.closes_or_reopens(op),
            13 => self.adds_contact(op),
            14 => self.receives(op),
            _ => self.joins_or_houses(op),
        }
    }

    fn registers(&mut self) {
        let name = self.fresh();
        let given = json!({"person": {"given_name_lat": name, "family_name_lat": "Alaoui", "sex": "female", "birth_date": "unknown"}});
        if let Some(done) = self.tries("person.register", given) {
            self.people.push(Person {
                id: text(&done["id"]),
            });
            self.wrote(name, vec![self.people.len() - 1], None);
        }
    }

    fn opens(&mut self, who: &'static str, other: &'static str, op: &Op) {
        let Some(person) = nth(&self.people, op.which) else {
            return;
        };
        let words = self.fresh();
        let asked = LEVELS[usize::from(op.how) % 3];
        let named = [self.id(other).to_owned()];
        let args = json!({"person": self.people[person].id, "case_type": "elderly", "situation": words, "confidentiality": asked, "named": named});
        let Some(done) = self.tries("case.open", args) else {
            return;
        };
        let mut case = Case {
            id: text(&done["case"]),
            number: text(&done["number"]),
            person,
            level: asked,
            assigned: [who].into(),
            lead: Some(who),
            named: Default::default(),
            closed: false,
        };
        if asked == "sealed" {
            case.named = [who, other].into();
        }
        self.cases.push(case);
        self.wrote(words, vec![person], Some(self.cases.len() - 1));
    }

    fn writes_in(&mut self, op: &Op, command: impl FnOnce(&str, &str) -> (&'static str, Value)) {
        let Some(case) = nth(&self.cases, op.which) else {
            return;
        };
        let words = self.fresh();
        let (name, args) = command(&self.cases[case].id, &words);
        if self.tries(name, args).is_some() {
            self.wrote(words, vec![self.cases[case].person], Some(case));
        }
    }

    /// Another confidentiality, and other people named.
    fn protects(&mut self, who: &'static str, other: &'static str, op: &Op) {
        let Some(n) = nth(&self.cases, op.which) else {
            return;
        };
        let Some(view) = self.tries("case.get", json!({"case": self.cases[n].id})) else {
            return;
        };
        let to = LEVELS[usize::from(op.how) % 3];
        let takes = op.how % 4 == 3;
        let list = |on: bool| if on { vec![self.id(other)] } else { vec![] };
        let patch = if self.cases[n].level == to {
            json!({})
        } else {
            json!({"confidentiality": to})
        };
        let args = json!({"id": self.cases[n].id, "seen": view["case"]["seen"], "patch": patch,
            "name": list(!takes), "unname": list(takes), "why": "بطلب منها"});
        if self.tries("case.update", args).is_none() {
            return;
        }
        let case = &mut self.cases[n];
        if to == "sealed" {
            if case.level != "sealed" {
                case.named.extend(&case.assigned);
                case.named.insert(who);
            }
            if takes {
                case.named.remove(other);
            } else {
                case.named.insert(other);
            }
        }
        case.level = to;
    }

    fn assigns(&mut self, other: &'static str, op: &Op) {
        let Some(n) = nth(&self.cases, op.which) else {
            return;
        };
        let lead = op.how.is_multiple_of(2);
        let args = json!({"case": self.cases[n].id, "staff": self.id(other), "lead": lead});
        if self.tries("case.assign", args).is_some() {
            let case = &mut self.cases[n];
            case.assigned.insert(other);
            if lead {
                case.lead = Some(other);
            }
        }
    }

    fn unassigns(&mut self, other: &'static str, op: &Op) {
        let Some(n) = nth(&self.cases, op.which) else {
            return;
        };
        let args = json!({"case": self.cases[n].id, "staff": self.id(other)});
        if self.tries("case.unassign", args).is_some() {
            let case = &mut self.cases[n];
            case.assigned.remove(other);
            if case.lead == Some(other) {
                case.lead = None;
            }
        }
    }

    fn closes_or_reopens(&mut self, op: &Op) {
        let Some(n) = nth(&self.cases, op.which) else {
            return;
        };
        let id = self.cases[n].id.clone();
        let done = if self.cases[n].closed {
            self.tries("case.reopen", json!({"case": id, "note": "عادت"}))
        } else {
            let open = self.tries("case.unfinished", json!({"case": id}));
            let left = |one: &Value| json!({"kind": one["kind"], "id": one["id"], "seen": one["seen"], "fate": "left", "why": "تتابعه زميلة"});
            let open: Vec<Value> = open
                .iter()
                .flat_map(|open| open.as_array().unwrap())
                .map(left)
                .collect();
            self.tries(
                "case.close",
                json!({"case": id, "reason": "moved", "becomes": open}),
            )
        };
        if done.is_some() {
            self.cases[n].closed = !self.cases[n].closed;
        }
    }

    /// Somebody to reach: of the person, or learnt in a case of theirs (rule 21).
    fn adds_contact(&mut self, op: &Op) {
        let Some(case) = nth(&self.cases, op.which) else {
            return;
        };
        let (words, person) = (self.fresh(), self.cases[case].person);
        let of_case = op.how.is_multiple_of(2);
        let mut contact =
            json!({"person": self.people[person].id, "name": words, "phone": "0633333333"});
        if of_case {
            contact["case"] = json!(self.cases[case].id);
        }
        if self
            .tries("contact.add", json!({"contact": contact}))
            .is_some()
        {
            self.wrote(words, vec![person], of_case.then_some(case));
        }
    }

    fn receives(&mut self, op: &Op) {
        let words = self.fresh();
        let person = nth(&self.people, op.which).filter(|_| !op.how.is_multiple_of(4));
        let mut reception = json!({"source": "self", "reason": words});
        if let Some(person) = person {
            reception["person"] = json!(self.people[person].id);
        }
        if self
            .tries("reception.open", json!({"reception": reception}))
            .is_some()
        {
            self.wrote(words, person.into_iter().collect(), None);
        }
    }

    /// Two records are one person, or live together; or what was said of two records is taken back.
    fn joins_or_houses(&mut self, op: &Op) {
        let (Some(left), Some(right)) = (nth(&self.people, op.which), nth(&self.people, op.how))
        else {
            return;
        };
        let (a, b) = (self.people[left].id.clone(), self.people[right].id.clone());
        match op.how % 3 {
            0 => {
                if let Some(done) = self.tries("duplicate.same", json!({"left": a, "right": b})) {
                    self.edges.extend(done["id"].as_str().map(str::to_owned));
                }
            }
            1 => {
                if let Some(n) = nth(&self.edges, op.which) {
                    self.tries("duplicate.undo", json!({"edges": [self.edges[n]]}));
                }
            }
            _ => {
                self.tries(
                    "household.add_member",
                    json!({"person": a, "member": b, "kinship": "sibling"}),
                );
            }
        }
    }
}
