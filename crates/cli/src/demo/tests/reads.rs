//! What each reading command says its answer is made of, held to what it reads: every one of them called over the
//! demonstration, as everybody who may, while the database itself tells which tables are touched.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jisr_commands::import::{Mapping, run as bring_in};
use jisr_commands::registry::COMMANDS;
use jisr_store::{Touched, made_of};

use super::walk::{Walk, text};
use super::*;

/// Declared, and in no table: command, code, where it is instead.
const ELSEWHERE: [(&str, &str, &str); 9] = [
    ("device.status", "center", "its name beside the key slots"),
    ("device.status", "staff", "the names on the door, likewise"),
    ("device.status", "session", "in memory"),
    ("user.on_device", "staff", "those with a key slot"),
    (
        "clock.status",
        "session",
        "the doubt somebody passed goes with them",
    ),
    ("clock.status", "clock", "that doubt, in memory"),
    (
        "import.preview",
        "import",
        "the list that is open, in memory",
    ),
    ("import.status", "import", "likewise"),
    ("import.known", "import", "likewise"),
];

/// A list of two, one of them twice.
const LIST: &str = "الاسم;الهاتف\nفاطمة العلوي;0612345678\nمحمد بناني;0612345679\n";

type Codes = BTreeMap<&'static str, BTreeSet<String>>;

/// The arguments to call a reading command with.
fn arguments(walk: &Walk, ids: &dyn Fn(&str) -> Vec<String>, name: &str) -> Vec<Value> {
    let each = |kind: &str, field: &str| -> Vec<Value> {
        ids(kind)
            .into_iter()
            .map(|id| json!({ field: id }))
            .collect()
    };
    let pairs = || {
        let all = ids("person");
        all.iter()
            .zip(all.iter().skip(1))
            .map(|(left, right)| json!({ "left": left, "right": right }))
            .collect()
    };
    match name {
        "territory.communes" => vec![json!({ "province": "04.281" })],
        "person.search" => vec![
            json!({ "query": "محمد" }),
            json!({ "query": "fatima" }),
            json!({ "query": "0612" }),
            json!({ "query": "CAS" }),
        ],
        "person.check" => vec![
            json!({ "person": { "given_name_ar": "فاطمة", "phone": "0612345678", "cnie": "G123456" } }),
        ],
        "person.duplicates" => {
            vec![json!({ "draft": { "given_name_ar": "فاطمة", "family_name_ar": "العلوي" } })]
        }
        "person.get" | "flag.list" => each("person", "person"),
        "duplicate.list" => vec![json!({ "offset": 0, "limit": 50 })],
        "duplicate.compare" => pairs(),
        "attachment.get" => each("attachment", "attachment"),
        "household.kinships" => each("household_member", "head"),
        "reception.list" => vec![json!({}), json!({ "day": "2026-11-20" })],
        "case.get" | "case.unfinished" => each("case", "case"),
        "case.timeline" => ids("case")
            .into_iter()
            .map(|id| json!({ "case": id, "offset": 0, "limit": 500 }))
            .collect(),
        "case.list" => vec![
            json!({}),
            json!({ "all": true, "closed": true, "limit": 500 }),
            json!({ "query": "fatima", "all": true }),
        ],
        "appointment.list" => vec![
            json!({}),
            json!({ "from": "2026-01-01", "to": "2027-01-01" }),
        ],
        "visit.list" => vec![json!({}), json!({ "all": true, "to": "2027-01-01" })],
        "amount.read" => vec![json!({ "text": "200", "of": "aid", "whole": false })],
        "referral.get" => each("referral", "referral"),
        "referral.find" => walk
            .ok("referral.list", json!({ "status": [] }))
            .as_array()
            .unwrap()
            .iter()
            .map(|row| json!({ "reference": row["reference"] }))
            .collect(),
        "referral.list" => vec![json!({ "status": [] })],
        "partner.list" => vec![json!({ "inactive": true })],
        "draft.get" => walk
            .ok("draft.list", json!({}))
            .as_array()
            .unwrap()
            .iter()
            .map(|draft| json!({ "draft": draft["draft"] }))
            .collect(),
        "import.kept" => each("import", "import"),
        "import.preview" | "import.known" => {
            let content = STANDARD.encode(LIST);
            let open = json!({ "file_name": "autre.csv", "content": content });
            let open = walk.ok("import.open", open)["import"].clone();
            if name == "import.preview" {
                return vec![json!({ "import": open, "mapping": {}, "show": "all" })];
            }
            walk.ok("import.check", json!({ "import": open, "mapping": {} }));
            while !walk.ok("import.status", json!({}))["running"].is_null() {
                std::thread::yield_now();
            }
            vec![json!({ "import": open, "mapping": {}, "limit": 5 })]
        }
        _ => vec![json!({})],
    }
}

#[test]
fn every_reading_command_declares_what_its_answer_is_made_of() {
    let walk = Walk::of(60, 4);
    walk.troubled();
    let mut read: Codes = BTreeMap::new();
    let mut answered: BTreeSet<&str> = BTreeSet::new();
    for member in &MEMBERS {
        walk.sits(member.name_lat);
        let touched = Touched::default();
        walk.core
            .session()
            .unwrap()
            .store()
            .watch_reads(touched.clone());
        let ids = |kind: &str| {
            let session = walk.core.session().unwrap();
            let sql = format!("SELECT id FROM \"{kind}\" ORDER BY id");
            let found = session
                .store()
                .read(|reader| reader.inspect(&sql, [], |row| row.get::<_, String>(0)));
            touched.take();
            found.unwrap()
        };
        let role = walk.core.session().unwrap().me().role;
        if role.meets_people() {
            let body = json!({ "form": "intake", "title": null, "body": {} });
            walk.ok("draft.save", body);
        }
        for command in COMMANDS {
            if command.reads.is_none() || !command.access.allows(role) {
                continue;
            }
            for args in arguments(&walk, &ids, command.name) {
                touched.take();
                let answer = walk.core.run(command.name, args);
                if answer.is_ok() {
                    answered.insert(command.name);
                }
                let codes = read.entry(command.name).or_default();
                for table in touched.take() {
                    let of = made_of(&table);
                    let of = of.unwrap_or_else(|| {
                        panic!("{}: nobody says what `{table}` is made of", command.name)
                    });
                    codes.extend(of.into_iter().map(str::to_owned));
                }
            }
        }
    }
    let mut wrong = Vec::new();
    for command in COMMANDS {
        let Some(reads) = command.reads else { continue };
        let declared: BTreeSet<String> = reads.codes().into_iter().map(str::to_owned).collect();
        let real = read.remove(command.name).unwrap_or_default();
        let unsaid: Vec<_> = real.difference(&declared).collect();
        let unread: Vec<_> = declared
            .difference(&real)
            .filter(|code| {
                let at = (command.name, code.as_str());
                !ELSEWHERE.iter().any(|(name, of, _)| (*name, *of) == at)
            })
            .collect();
        if !unsaid.is_empty() || !unread.is_empty() {
            wrong.push(format!(
                "{}: reads without declaring {unsaid:?}, declares without reading {unread:?}",
                command.name
            ));
        }
        if !answered.contains(command.name) {
            wrong.push(format!("{}: never answered", command.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

impl Walk {
    /// Somebody recorded twice, and a case sealed: what a peaceful center has not got.
    fn troubled(&self) {
        self.sits("Hanane Cherkaoui");
        let pairs = self.ok("duplicate.list", json!({ "offset": 0, "limit": 50 }));
        if let Some(pair) = pairs["pairs"].as_array().unwrap().first() {
            let (left, right) = (
                text(&pair["left"]["person"]),
                text(&pair["right"]["person"]),
            );
            self.ok(
                "duplicate.same",
                json!({ "left": left, "right": right, "undoes": [] }),
            );
        }
        let cases = self.ok("case.list", json!({ "all": true, "limit": 1 }));
        let row = &cases["items"][0];
        let flag = json!({ "person": row["person"]["person"], "case": row["case"], "reason": "لا تترك وحدها" });
        self.ok("flag.add", json!({ "flag": flag }));
        let list = LIST.as_bytes().to_vec();
        bring_in(&self.core, "liste.csv", list, &Mapping::new(), false).unwrap();
    }
}
