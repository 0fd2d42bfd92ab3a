//! Every command × every function × every confidentiality: who is answered, who is told that it is not for them, who is
//! told that there is no such record.
//!
//! What is expected is a rule said here in its own words ([`expected`]): the access the registry declares, and what
//! sync rule 20 lets somebody know who is on no case of the person the command is about. What is found is held to it, and
//! both to the committed table (`access.ordinary`, `access.restricted`, `access.sealed`), so that a change of who gets what is read in a diff. Made anew with
//! `JISR_WRITE_TABLE=1`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use jisr_commands::registry::COMMANDS;
use jisr_domain::record::{Fields, Kind, Subject};
use jisr_domain::role::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::scene::Scene;
use crate::table::{Row, Stage, rows};

/// How confidential the case is that most commands are about.
const LEVELS: [&str; 3] = ["ordinary", "restricted", "sealed"];

/// What a command comes to, as far as access goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    /// It was done, or refused for what it asks and not for who asks.
    Answered,
    /// It is not for this function.
    Forbidden,
    /// There is no such record, as far as this person may know.
    Absent,
}

impl Found {
    fn sign(self) -> char {
        match self {
            Found::Answered => '+',
            Found::Forbidden => 'x',
            Found::Absent => '?',
        }
    }
}

/// What a record named in the arguments is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    /// The case whose confidentiality changes.
    TheCase,
    /// Another case of its person, which is ordinary.
    AnotherCase,
    /// The person of that case.
    ThePerson,
    /// Somebody else, or nobody.
    Others,
}

/// What a command asks of the function of somebody who may call it, whatever it is about.
fn asks_more(command: &str, role: Role) -> bool {
    match command {
        // The caseload, or the cases, of a colleague.
        "today.center" | "case.list" => role != Role::Director,
        // Sealed, and led by somebody else: to seal is its responsible one's, or a director's.
        "case.open" => role != Role::Director,
        // What nobody may read any more is a director's to give.
        "case.give_reader" => role != Role::Director,
        // With what is of a case, as here, it is for those who follow them.
        "intake.finish" => !role.follows_cases(),
        // At the desk only what says who somebody is is added, and in no case.
        "attachment.add" => !role.follows_cases(),
        // Where somebody of the device keeps accounts, its slip is theirs to keep.
        "device.replace_recovery_code" => !role.keeps_accounts(),
        _ => false,
    }
}

/// Deciding who follows a case and when it ends is for those it is given to, and for a director.
const DECIDES: [&str; 4] = ["case.assign", "case.unassign", "case.close", "case.reopen"];

/// What is somebody's own, and there for nobody else: what they began and did not finish.
const OWN: [&str; 2] = ["draft.get", "draft.save"];

/// What is written of care, or says what was: for those who follow cases, even where the case is the whole center's.
const CARE: [&str; 5] = [
    "attachment.get",
    "attachment.withdraw",
    "attention.retry",
    "attention.dismiss",
    "conflict.resolve",
];

/// The rule. `touches`: what the records named in the arguments are about.
fn expected(row: &Row, role: Role, level: &str, touches: &[About]) -> Found {
    let command = COMMANDS.iter().find(|one| one.name == row.command).unwrap();
    if !command.access.allows(role) || asks_more(row.command, role) {
        return Found::Forbidden;
    }
    let may_know = |about: &About| match (level, about) {
        (_, About::Others) => true,
        // Absent for all but those it names, with the person and all that names them.
        ("sealed", _) => false,
        (_, About::ThePerson) => true,
        (_, About::AnotherCase) | ("ordinary", About::TheCase) => {
            role.follows_cases() || !CARE.contains(&row.command)
        }
        (_, About::TheCase) => role == Role::Director,
    };
    if row.answers == "not_found" || OWN.contains(&row.command) || !touches.iter().all(may_know) {
        Found::Absent
    } else if DECIDES.contains(&row.command) && role != Role::Director
        // Learnt in a case, of which the desk may know no more than that it is there.
        || row.command == "flag.add" && !role.follows_cases()
    {
        Found::Forbidden
    } else {
        Found::Answered
    }
}

fn ids(args: &Value, found: &mut BTreeSet<Uuid>) {
    match args {
        Value::String(text) => found.extend(text.parse::<Uuid>().ok()),
        Value::Array(all) => all.iter().for_each(|one| ids(one, found)),
        Value::Object(all) => all.values().for_each(|one| ids(one, found)),
        _ => {}
    }
}

/// The declared fields of a record that are texts: among them whom it is about.
fn fields(scene: &Scene, kind: Kind, id: Uuid) -> Option<Fields> {
    let session = scene.laptop.core().session().unwrap();
    let columns: Vec<String> = kind
        .definition()
        .fields
        .iter()
        .map(|field| format!("'{0}', \"{0}\"", field.name))
        .collect();
    let sql = format!(
        "SELECT json_object({}) FROM \"{}\" WHERE id = ?1",
        columns.join(", "),
        kind.code()
    );
    let rows: Vec<String> = session
        .read(|reader| Ok(reader.inspect(&sql, [id.to_string()], |row| row.get(0))?))
        .unwrap();
    rows.first().map(|text| serde_json::from_str(text).unwrap())
}

fn members(scene: &Scene, household: Uuid) -> Vec<Uuid> {
    let session = scene.laptop.core().session().unwrap();
    let sql = "SELECT person FROM household_member WHERE household = ?1";
    let rows: Vec<String> = session
        .read(|reader| Ok(reader.inspect(sql, [household.to_string()], |row| row.get(0))?))
        .unwrap();
    rows.iter().filter_map(|id| id.parse().ok()).collect()
}

fn touches(scene: &Scene, row: &Row, args: &Value) -> Vec<About> {
    let mut named = BTreeSet::new();
    ids(args, &mut named);
    if row.command == "referral.find" {
        ids(&scene.the("referral"), &mut named);
    }
    let (case, person) = (scene.the("case"), scene.the("amina"));
    let of = |text: &Value| text.as_str().unwrap().parse::<Uuid>().unwrap();
    let mut found = Vec::new();
    // What the hub refused is a note of her ordinary case.
    if row.command.starts_with("attention.") && row.command != "attention.list" {
        found.push(About::AnotherCase);
    }
    for id in named {
        for kind in Kind::ALL {
            let Some(fields) = fields(scene, *kind, id) else {
                continue;
            };
            let subject = kind.definition().about.subject(id, &fields);
            let people: Vec<Uuid> = match &subject {
                Subject::Members(..) => members(scene, id),
                subject => subject.people().iter().map(|person| person.0).collect(),
            };
            // Each place in a household is asked for by itself.
            if row.command == "household.change_head" && *kind == Kind::Household {
                continue;
            }
            let of_case = subject.case().map(|case| case.0);
            found.push(if of_case == Some(of(&case)) {
                About::TheCase
            } else if of_case.is_some() {
                About::AnotherCase
            } else if people.contains(&of(&person)) {
                About::ThePerson
            } else {
                About::Others
            });
        }
    }
    found
}

/// The scene with a colleague of each function who is on no case, and its case made as confidential as `level` says.
fn scene(level: &str) -> Scene {
    let mut scene = Scene::new();
    for role in Role::ALL {
        scene.laptop.joins(role.code(), "زميلة", role.code());
    }
    let seen = scene
        .laptop
        .ok("case.get", json!({"case": scene.the("case")}))["case"]["seen"]
        .clone();
    let patch = json!({ "confidentiality": level });
    scene.laptop.ok(
        "case.update",
        json!({"id": scene.the("case"), "seen": seen, "patch": patch}),
    );
    scene.laptop.keeps("as it was");
    scene
}

fn classify(code: Option<&str>) -> Found {
    match code {
        Some("forbidden") => Found::Forbidden,
        Some("not_found" | "record_not_found") => Found::Absent,
        _ => Found::Answered,
    }
}

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/access")
}

/// One level of the table: a line a row of the commands, a sign a function.
fn who_gets_what(level: &str) {
    let mut scene = scene(level);
    let mut table = String::new();
    let mut wrong = Vec::new();
    for (n, row) in rows().iter().enumerate() {
        if row.stage != Stage::AtWork || row.command == "session.lock" {
            continue;
        }
        scene.again();
        let args = (row.args)(&scene);
        let touches = touches(&scene, row, &args);
        let mut signs = String::new();
        for role in Role::ALL {
            scene.laptop.sits(role.code());
            let answered = scene.laptop.core().dispatch(row.command, args.clone());
            let code = answered.as_ref().err().map(|error| error.code.clone());
            let found = classify(code.as_deref());
            let rule = expected(row, role, level, &touches);
            if found != rule {
                wrong.push(format!("{} ({n}) by {}: {found:?} ({code:?}), and the rule says {rule:?} of {touches:?}", row.command, role.code()));
            }
            signs.push(found.sign());
            if answered.is_ok_and(|reply| !reply.changes.is_empty()) {
                scene.again();
            }
        }
        writeln!(table, "{level}\t{}\t{n}\t{signs}", row.command).unwrap();
    }
    assert!(wrong.is_empty(), "{level}:\n{}", wrong.join("\n"));

    if std::env::var_os("JISR_WRITE_TABLE").is_some() {
        std::fs::write(file().with_extension(level), &table).unwrap();
    }
    let kept = std::fs::read_to_string(file().with_extension(level)).unwrap_or_default();
    assert_eq!(
        table, kept,
        "{level}: who gets what has changed: look at it, then make the table anew with JISR_WRITE_TABLE=1"
    );
}

#[test]
fn who_gets_what_of_an_ordinary_case() {
    who_gets_what(LEVELS[0]);
}

#[test]
fn who_gets_what_of_a_restricted_case() {
    who_gets_what(LEVELS[1]);
}

#[test]
fn who_gets_what_of_a_sealed_case() {
    who_gets_what(LEVELS[2]);
}
