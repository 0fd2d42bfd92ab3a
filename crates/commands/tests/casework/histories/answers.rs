//! Every command that reads, asked for everything there is.

use jisr_commands::registry::COMMANDS;
use serde_json::{Value, json};

use super::model::{World, follows, meets};

/// Commands that read, and what they are asked. One that is missing here is told by [`hold`].
fn questions(world: &World) -> Vec<(&'static str, Vec<Value>)> {
    let people = |of: fn(&str) -> Value| world.people.iter().map(|one| of(&one.id)).collect();
    let cases = |of: fn(&str) -> Value| world.cases.iter().map(|one| of(&one.id)).collect();
    let pairs = world
        .people
        .windows(2)
        .map(|pair| json!({"left": pair[0].id, "right": pair[1].id}))
        .collect();
    let everybody_s = || {
        World::followers()
            .into_iter()
            .map(|name| json!({"staff": world.id(name), "closed": true, "limit": 500}))
    };
    let words = || world.words.iter().map(|words| words.text.clone());
    vec![
        ("today.get", vec![json!({"shown": 500})]),
        ("today.center", vec![json!({})]),
        (
            "person.search",
            words()
                .chain(["Alaoui".into()])
                .map(|query| json!({"query": query, "limit": 100}))
                .collect(),
        ),
        (
            "person.duplicates",
            words()
                .map(|name| json!({"draft": {"given_name_lat": name, "family_name_lat": "Alaoui"}}))
                .collect(),
        ),
        (
            "person.check",
            vec![json!({"person": {"given_name_lat": "Zq", "family_name_lat": "Alaoui"}})],
        ),
        ("person.get", people(|id| json!({"person": id}))),
        (
            "case.list",
            everybody_s()
                .chain([
                    json!({"all": true, "closed": true, "limit": 500}),
                    json!({"limit": 500}),
                ])
                .chain(words().map(
                    |query| json!({"all": true, "closed": true, "query": query, "limit": 500}),
                ))
                .collect(),
        ),
        ("case.get", cases(|id| json!({"case": id}))),
        (
            "case.timeline",
            cases(|id| json!({"case": id, "offset": 0, "limit": 500})),
        ),
        ("case.unfinished", cases(|id| json!({"case": id}))),
        ("flag.list", people(|id| json!({"person": id}))),
        ("duplicate.list", vec![json!({"offset": 0, "limit": 500})]),
        ("duplicate.compare", pairs),
        (
            "appointment.list",
            vec![json!({"from": "2026-11-20", "to": "2026-12-30"})],
        ),
        (
            "visit.list",
            vec![json!({"to": "2026-12-30", "all": true}), json!({})],
        ),
        ("reception.list", vec![json!({})]),
        ("referral.list", vec![json!({"closed": true}), json!({})]),
        ("attention.list", vec![json!({})]),
        ("sync.status", vec![json!({})]),
        ("draft.list", vec![json!({})]),
        ("import.list", vec![json!({})]),
        ("partner.list", vec![json!({})]),
    ]
}

/// Answers that are about nobody received, or that need something these histories do not make.
const ABOUT_NOBODY: &[&str] = &[
    "amount.read",
    "attachment.get",
    "center.get",
    "clock.status",
    "device.status",
    "diagnostic.get",
    "draft.get",
    "form.list",
    "household.kinships",
    "import.known",
    "import.kept",
    "import.preview",
    "import.status",
    "protocol.list",
    "referral.find",
    "referral.get",
    "settings.get",
    "territory.communes",
    "territory.provinces",
    "user.list",
    "user.on_device",
];

/// Nothing in what `who` is answered is of somebody, or of a case, they may not know of; and they find what is theirs.
pub fn hold(world: &World, who: &str) {
    let questions = questions(world);
    for command in COMMANDS.iter().filter(|command| command.reads.is_some()) {
        let asked = questions.iter().any(|(name, _)| *name == command.name);
        assert!(
            asked || ABOUT_NOBODY.contains(&command.name),
            "{} is asked nothing",
            command.name
        );
    }
    let untold: Vec<&str> = world
        .words
        .iter()
        .filter(|words| !world.may_be_told(who, words))
        .map(|words| words.text.as_str())
        .chain(ids_untold(world, who))
        .collect();
    for (name, asked) in &questions {
        for args in asked {
            let Some(answer) = world.tries(name, args.clone()) else {
                continue;
            };
            // What they ask by is theirs already.
            let query = args["query"]
                .as_str()
                .or(args["draft"]["given_name_lat"].as_str());
            let answer = answer.to_string();
            for untold in untold.iter().filter(|untold| Some(**untold) != query) {
                assert!(
                    !answer.contains(untold),
                    "{who} is told {untold} by {name} {args}: {answer}"
                );
            }
            if query.is_some() {
                assert_eq!(
                    found_nobody_hidden(&answer, &untold),
                    None,
                    "{who}: {name} {args}: {answer}"
                );
            }
        }
    }
    for (n, person) in world.people.iter().enumerate() {
        let found = world
            .tries("person.get", json!({"person": person.id}))
            .is_some();
        assert_eq!(
            found,
            meets(who) && world.knows_person(who, n),
            "{who} opens person {n}"
        );
    }
    for (n, case) in world.cases.iter().enumerate() {
        let found = world.tries("case.get", json!({"case": case.id})).is_some();
        assert_eq!(
            found,
            follows(who) && world.knows_case(who, n),
            "{who} opens case {n}"
        );
    }
}

fn ids_untold<'w>(world: &'w World, who: &str) -> Vec<&'w str> {
    let people = world.people.iter().enumerate();
    let people = people
        .filter(|(n, _)| !world.knows_person(who, *n))
        .map(|(_, one)| one.id.as_str());
    let cases = world.cases.iter().enumerate();
    let cases = cases
        .filter(|(n, _)| !world.knows_case(who, *n))
        .flat_map(|(_, one)| [one.id.as_str(), one.number.as_str()]);
    people.chain(cases).collect()
}

/// An id that is untold and stands in the answer all the same.
fn found_nobody_hidden<'u>(answer: &str, untold: &[&'u str]) -> Option<&'u str> {
    let ids = untold.iter().filter(|untold| !untold.starts_with("Zq"));
    ids.copied().find(|id| answer.contains(id))
}
