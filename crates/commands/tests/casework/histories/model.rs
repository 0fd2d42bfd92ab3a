//! What was done and to whom it may be told: rule 20 said a second time, from what was done alone.

use std::collections::BTreeSet;

use jisr_commands::Reply;
use serde_json::Value;

use super::EVERYBODY;
use crate::laptop::Laptop;

/// Somebody registered.
pub struct Person {
    pub id: String,
}

/// A case opened.
pub struct Case {
    pub id: String,
    pub number: String,
    pub person: usize,
    pub level: &'static str,
    pub assigned: BTreeSet<&'static str>,
    pub lead: Option<&'static str>,
    pub named: BTreeSet<&'static str>,
    pub closed: bool,
}

/// Words that were written, and what they tell of.
pub struct Words {
    pub text: String,
    pub people: Vec<usize>,
    pub case: Option<usize>,
}

/// The laptop, and what was done on it.
pub struct World {
    pub laptop: Laptop,
    pub people: Vec<Person>,
    pub cases: Vec<Case>,
    pub words: Vec<Words>,
    /// Statements that two records are one person.
    pub edges: Vec<String>,
    sitting: Option<&'static str>,
    written: usize,
}

/// The function of somebody.
pub fn role(name: &str) -> &'static str {
    match name {
        "karim" => "director",
        "nadia" | "youssef" => "caseworker",
        "samira" => "reception",
        "hamid" => "field",
        "salma" => "specialist",
        "rachid" => "reader",
        _ => "administrator",
    }
}

/// Whether they follow cases.
pub fn follows(name: &str) -> bool {
    matches!(
        role(name),
        "director" | "caseworker" | "field" | "specialist"
    )
}

/// Whether they meet people.
pub fn meets(name: &str) -> bool {
    follows(name) || role(name) == "reception"
}

impl World {
    pub fn new(laptop: Laptop) -> Self {
        Self {
            laptop,
            people: Vec::new(),
            cases: Vec::new(),
            words: Vec::new(),
            edges: Vec::new(),
            sitting: None,
            written: 0,
        }
    }

    /// `who` is at the keyboard, a minute after the last thing done.
    pub fn sits(&mut self, who: &'static str) {
        self.laptop.minutes(1);
        if self.sitting != Some(who) {
            self.laptop.sits(who);
            self.sitting = Some(who);
        }
    }

    /// A command, which may be refused.
    pub fn tries(&self, name: &str, args: Value) -> Option<Value> {
        let reply = self.laptop.core().dispatch(name, args);
        reply.ok().map(|Reply { ok, .. }| ok)
    }

    /// Words that are found again wherever they are told.
    pub fn fresh(&mut self) -> String {
        let mut n = self.written;
        self.written += 1;
        let mut text = String::from("Zq");
        for _ in 0..4 {
            text.push(char::from(b"bdfgklmnrt"[n % 10]));
            text.push('o');
            n /= 10;
        }
        text
    }

    /// `text` was written, about these people and in this case.
    pub fn wrote(&mut self, text: String, people: Vec<usize>, case: Option<usize>) {
        self.words.push(Words { text, people, case });
    }

    fn is_hidden(&self, person: usize) -> bool {
        let mut theirs = self.cases.iter().filter(|case| case.person == person);
        theirs.any(|case| case.level == "sealed")
    }

    /// Whether `who` may know of a case.
    pub fn knows_case(&self, who: &str, case: usize) -> bool {
        let case = &self.cases[case];
        match case.level {
            "sealed" => case.named.contains(who),
            "restricted" => case.assigned.contains(who) || role(who) == "director",
            _ => !self.is_hidden(case.person) || case.assigned.contains(who),
        }
    }

    /// Whether `who` may know of a person.
    pub fn knows_person(&self, who: &str, person: usize) -> bool {
        let on_one = |(n, case): (usize, &Case)| case.person == person && self.knows_case(who, n);
        !self.is_hidden(person) || self.cases.iter().enumerate().any(on_one)
    }

    /// Whether `who` may be told `words`.
    pub fn may_be_told(&self, who: &str, words: &Words) -> bool {
        words
            .people
            .iter()
            .all(|person| self.knows_person(who, *person))
            && words.case.is_none_or(|case| self.knows_case(who, case))
    }

    /// Which of `name`'s colleagues `staff` is.
    pub fn id(&self, name: &str) -> &str {
        self.laptop.staff(name)
    }

    /// Open cases `who` may know of, given to `whose`.
    pub fn open_cases(&self, who: &str, whose: Option<&str>) -> usize {
        let counts = |(n, case): &(usize, &Case)| {
            !case.closed
                && self.knows_case(who, *n)
                && whose
                    .is_none_or(|whose| case.assigned.contains(whose) && self.knows_case(whose, *n))
        };
        self.cases.iter().enumerate().filter(counts).count()
    }

    /// Everybody who follows cases.
    pub fn followers() -> Vec<&'static str> {
        EVERYBODY.into_iter().filter(|name| follows(name)).collect()
    }
}
