//! One command, every place of its argument, every hostile value.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use jisr_commands::registry::COMMANDS;
use jisr_commands::{ErrorBody, Reply};
use jisr_domain::record::{Kind, MergeClass};
use jisr_domain::text::clean;
use jisr_store::params;
use schemars::SchemaGenerator;
use serde_json::{Map, Value, json};

use crate::fields::{Holds, Place, places, with};
use crate::scene::Scene;
use crate::table::{Row, Stage};
use crate::values::{EVERYTHING, choices, kept, queries, shapes, texts};
use crate::words::{LANGUAGES, Words};

/// A field that is read, and not only kept: a text that is none of what it takes is refused.
const READ: [&str; 30] = [
    "birth_date",
    "case",
    "code",
    "commune",
    "content",
    "corrects",
    "document",
    "draft",
    "field",
    "form",
    "hub",
    "id",
    "new",
    "number",
    "old",
    "outcome",
    "passphrase",
    "protocol",
    "province",
    "public_key",
    "query",
    "question",
    "reception",
    "recovery_code",
    "reference",
    "seen",
    "step",
    "theme",
    "tx",
    "values",
];

/// Never the fault of what was typed.
const NEVER: [&str; 12] = [
    "unknown_command",
    "internal",
    "restart_needed",
    "letter_failed",
    "database_error",
    "database_damaged",
    "database_wrong_key",
    "disk",
    "disk_error",
    "disk_full",
    "keys_damaged",
    "locked",
];

/// Every table but the audit log, which a refused look into a restricted case may write, and what went wrong.
type Contents = BTreeMap<String, Vec<String>>;
/// Records by kind and id, as kept.
type Records = BTreeMap<(String, String), String>;

/// Says what is wrong, unless it is as it should be.
macro_rules! ensure {
    ($so:expr, $($words:tt)+) => {
        if !$so {
            return Err(format!($($words)+));
        }
    };
}

pub struct Trial {
    scene: Scene,
    wrong: Vec<String>,
    written: u64,
    words: [Words; 3],
    defs: Map<String, Value>,
    contents: Contents,
    records: Records,
    last_seq: u64,
}

impl Trial {
    pub fn new() -> Self {
        let scene = Scene::new();
        let mut generator = SchemaGenerator::default();
        for command in COMMANDS {
            (command.args)(&mut generator);
            (command.result)(&mut generator);
        }
        Self {
            words: LANGUAGES.map(Words::of),
            defs: generator.take_definitions(true),
            contents: contents(&scene),
            records: records(&scene),
            wrong: Vec::new(),
            written: written(&scene),
            last_seq: scene
                .laptop
                .core()
                .session()
                .unwrap()
                .store()
                .last_seq()
                .unwrap(),
            scene,
        }
    }

    /// Tries everything on one row.
    pub fn of(&mut self, row: &Row) {
        let args = (row.args)(&self.scene);
        self.base(row, &args);
        for place in self.places(row) {
            let values: Vec<(String, Value)> = match place.holds {
                Holds::Text if READ.contains(&place.field()) => named(queries()),
                Holds::Text | Holds::Any => named(texts()),
                Holds::Choice => named(choices()),
                Holds::Other => vec![],
                Holds::Patch => named(texts())
                    .into_iter()
                    .map(|(name, value)| {
                        let patch = json!({value.as_str().unwrap(): value});
                        (format!("a field called {name}"), patch)
                    })
                    .collect(),
            };
            for (name, value) in values {
                self.try_one(row, &place, &name, with(&args, &place.at, value));
            }
            for value in shapes() {
                let name = value.to_string();
                self.try_one(row, &place, &name, with(&args, &place.at, value));
            }
        }
        let session = self.scene.laptop.core().session().unwrap();
        assert_eq!(
            session.store().integrity().unwrap(),
            Vec::<String>::new(),
            "{}",
            row.command
        );
    }

    /// The arguments of the table do what they are there for.
    fn base(&mut self, row: &Row, args: &Value) {
        self.set(row.stage);
        let said = self.scene.laptop.core().dispatch(row.command, args.clone());
        let code = said.map_or_else(|error| error.code, |_| String::new());
        assert_eq!(code, row.answers, "{} {args}", row.command);
        self.scene.again();
        self.written = written(&self.scene);
    }

    fn set(&mut self, stage: Stage) {
        match stage {
            Stage::Empty => {
                self.scene.laptop.stops();
                std::fs::remove_dir_all(self.scene.laptop.profile()).unwrap();
                self.scene.laptop.starts();
            }
            Stage::Locked => {
                self.scene.laptop.ok("session.lock", json!({}));
            }
            Stage::AtWork => {}
        }
    }

    fn places(&self, row: &Row) -> Vec<Place> {
        let command = COMMANDS.iter().find(|one| one.name == row.command).unwrap();
        let mut generator = SchemaGenerator::default();
        let schema = (command.args)(&mut generator).to_value();
        let mut found = places(&schema, &self.defs);
        if let Some(kind) = row.edits {
            let name = format!("{kind:?}");
            let fields = places(&self.defs[&name], &self.defs);
            found.extend(fields.into_iter().map(|place| Place {
                at: format!("/patch{}", place.at),
                ..place
            }));
        }
        found
    }

    fn try_one(&mut self, row: &Row, place: &Place, name: &str, args: Value) {
        self.set(row.stage);
        let core = self.scene.laptop.core();
        let typed = args.pointer(&place.at).cloned().unwrap_or_default();
        let typed = typed.as_str().filter(|_| place.holds == Holds::Text);
        let found = match catch_unwind(AssertUnwindSafe(|| core.dispatch(row.command, args))) {
            Err(_) => Err("panicked".to_owned()),
            Ok(Err(error)) => self.refused(row, place, typed, &error),
            Ok(Ok(reply)) => self
                .taken(row, place, typed, &reply)
                .and_then(|()| self.seen(row, typed.is_none() || name == EVERYTHING)),
        };
        if let Err(what) = found {
            let what: String = what.chars().take(400).collect();
            self.wrong
                .push(format!("{} {} := {name}: {what}", row.command, place.at));
        }
        if row.stage != Stage::AtWork
            || self.scene.laptop.core().session().is_err()
            || written(&self.scene) != self.written
        {
            self.scene.again();
            self.written = written(&self.scene);
        }
    }

    fn refused(
        &self,
        row: &Row,
        place: &Place,
        typed: Option<&str>,
        error: &ErrorBody,
    ) -> Result<(), String> {
        ensure!(!NEVER.contains(&error.code.as_str()), "{}", error.code);
        let size = serde_json::to_string(error).unwrap().len();
        ensure!(size < 4_000, "{} sends back {size} bytes", error.code);
        for words in &self.words {
            words.say(error);
        }
        // Bytes first: what a refusal leaves on the disk is nothing, or a look that was written down.
        if row.stage == Stage::AtWork && written(&self.scene) != self.written {
            ensure!(
                contents(&self.scene) == self.contents,
                "{}: and something was written",
                error.code
            );
        }
        let Some(typed) = typed else { return Ok(()) };
        let once = row.edits.is_some_and(|kind| {
            let field = kind.definition().field(place.field());
            field.is_some_and(|field| field.class == MergeClass::Once)
        });
        if READ.contains(&place.field()) || row.answers == error.code || once {
            return Ok(());
        }
        let may = match kept(place.field(), typed) {
            Err(()) => error.code == "text_too_long" && error.args["field"] == place.field(),
            Ok(None) => ["required", "name_missing"].contains(&error.code.as_str()),
            Ok(Some(_)) => false,
        };
        ensure!(may, "refused: {error:?}");
        Ok(())
    }

    fn taken(
        &self,
        row: &Row,
        place: &Place,
        typed: Option<&str>,
        reply: &Reply,
    ) -> Result<(), String> {
        if row.stage != Stage::AtWork || row.command == "session.lock" {
            return Ok(());
        }
        if written(&self.scene) == self.written {
            ensure!(
                reply.changes.is_empty(),
                "said to have changed {:?}",
                reply.changes
            );
            return Ok(());
        }
        let said = self.said();
        self.cleaned(&said)?;
        let field = place.field();
        if let Some(typed) = typed
            && !row.fills.contains(&field)
            && !READ.contains(&field)
        {
            let expected = kept(field, typed);
            for value in said.iter().filter_map(|change| change["patch"].get(field)) {
                let texts: Vec<&str> = strings(value).collect();
                match &expected {
                    Ok(Some(text)) => ensure!(texts == [text], "kept as {value}"),
                    _ => ensure!(texts.is_empty(), "kept as {value}"),
                }
            }
        }
        let touched: BTreeSet<(&str, &str)> = said
            .iter()
            .map(|change| {
                (
                    change["kind"].as_str().unwrap(),
                    change["id"].as_str().unwrap(),
                )
            })
            .collect();
        let now = records(&self.scene);
        for (key, state) in &self.records {
            let meant = touched.contains(&(key.0.as_str(), key.1.as_str()));
            ensure!(
                meant || now.get(key) == Some(state),
                "{key:?} changed by the way"
            );
        }
        Ok(())
    }

    /// Whatever was taken, every view still opens.
    fn seen(&self, row: &Row, wanted: bool) -> Result<(), String> {
        let wrote = row.stage == Stage::AtWork && written(&self.scene) != self.written;
        for (view, args) in self.scene.views().into_iter().filter(|_| wanted && wrote) {
            if let Err(error) = self.scene.laptop.core().dispatch(view, args) {
                ensure!(error.code == "not_found", "then {view} fails: {error:?}");
            }
        }
        Ok(())
    }

    /// No text among what was written holds what the rule takes out.
    fn cleaned(&self, said: &[Value]) -> Result<(), String> {
        for change in said {
            for (name, value) in change["patch"].as_object().unwrap() {
                for text in strings(value) {
                    ensure!(
                        clean(text).as_deref() == Ok(text)
                            && !text.is_empty()
                            && !text.contains(lies),
                        "kept uncleaned in {}.{name}: {text:?}",
                        change["kind"]
                    );
                }
            }
        }
        Ok(())
    }

    /// What was written since the beginning.
    fn said(&self) -> Vec<Value> {
        let session = self.scene.laptop.core().session().unwrap();
        session
            .read(|reader| {
                Ok(reader.inspect(
                    "SELECT said FROM \"change\" WHERE seq > ?1 ORDER BY seq",
                    params![i64::try_from(self.last_seq).unwrap()],
                    |row| row.get::<_, String>(0),
                )?)
            })
            .unwrap()
            .iter()
            .map(|said| serde_json::from_str(said).unwrap())
            .collect()
    }

    /// Nothing was wrong.
    pub fn over(self) {
        assert!(
            self.wrong.is_empty(),
            "{} wrong:\n{}",
            self.wrong.len(),
            self.wrong.join("\n")
        );
    }
}

fn named(hostile: Vec<crate::values::Hostile>) -> Vec<(String, Value)> {
    hostile
        .into_iter()
        .map(|one| (one.name.to_owned(), json!(one.text)))
        .collect()
}

/// Characters that make a text pass for another: none is ever kept, whatever the rule of texts becomes.
fn lies(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Every text in a value, the names of fields left out.
fn strings(value: &Value) -> Box<dyn Iterator<Item = &str> + '_> {
    match value {
        Value::String(text) => Box::new(std::iter::once(text.as_str())),
        Value::Array(items) => Box::new(items.iter().flat_map(strings)),
        Value::Object(fields) => Box::new(fields.values().flat_map(strings)),
        _ => Box::new(std::iter::empty()),
    }
}

fn records(scene: &Scene) -> Records {
    let session = scene.laptop.core().session().unwrap();
    let mut found = Records::new();
    for kind in Kind::ALL {
        let sql = format!("SELECT id, state FROM \"{}\"", kind.code());
        let rows: Vec<(String, String)> = session
            .read(|reader| Ok(reader.inspect(&sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?))
            .unwrap();
        for (id, state) in rows {
            found.insert((kind.code().to_owned(), id), state);
        }
    }
    found
}

/// Bytes written to the database since it was opened: nothing more when nothing was.
fn written(scene: &Scene) -> u64 {
    let wal = scene.laptop.profile().join("jisr.db-wal");
    std::fs::metadata(wal).map_or(0, |file| file.len())
}

fn contents(scene: &Scene) -> Contents {
    let session = scene.laptop.core().session().unwrap();
    session
        .read(|reader| {
            let tables: Vec<String> = reader.inspect(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'audit%' AND name <> 'incident' AND sql NOT LIKE 'CREATE VIRTUAL%'",
                [],
                |row| row.get(0),
            )?;
            let mut found = Contents::new();
            for table in tables {
                // What was refused may be audited, and every transaction is counted.
                let counted = "WHERE name <> 'transactions'";
                let which = if table == "counter" { counted } else { "" };
                let sql = format!("SELECT * FROM \"{table}\" {which}");
                let rows = reader.inspect(&sql, [], |row| {
                    let mut text = String::new();
                    let mut n = 0;
                    while let Ok(value) = row.get_ref(n) {
                        text += &format!("{value:?}|");
                        n += 1;
                    }
                    Ok(text)
                })?;
                found.insert(table, rows);
            }
            Ok(found)
        })
        .unwrap()
}
