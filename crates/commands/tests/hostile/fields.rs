//! Every place of an argument where a value can stand, read off the schema the commands give of themselves.

use serde_json::{Map, Value};

/// What stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Words somebody types.
    Text,
    /// An id, a code, a day, an hour.
    Choice,
    /// A number or a yes.
    Other,
    /// Anything.
    Any,
    /// The fields of a record, by their names.
    Patch,
}

/// A place in an argument: its JSON pointer, and what it holds.
#[derive(Clone, Debug)]
pub struct Place {
    pub at: String,
    pub holds: Holds,
}

impl Place {
    fn of(at: String, holds: Holds) -> Self {
        Self { at, holds }
    }

    /// The name of the field it is in.
    pub fn field(&self) -> &str {
        self.at
            .rsplit('/')
            .find(|step| step.parse::<usize>().is_err())
            .unwrap_or_default()
    }
}

/// Every place of `schema`, `$defs` being what it refers to.
pub fn places(schema: &Value, defs: &Map<String, Value>) -> Vec<Place> {
    let mut found = Vec::new();
    walk(schema, defs, String::new(), &mut found);
    found
}

fn walk(schema: &Value, defs: &Map<String, Value>, at: String, found: &mut Vec<Place>) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap();
        return walk(&defs[name], defs, at, found);
    }
    for several in ["anyOf", "oneOf"] {
        let Some(branches) = schema[several].as_array() else {
            continue;
        };
        if branches
            .iter()
            .all(|one| !one["const"].is_null() || !one["enum"].is_null())
        {
            return found.push(Place::of(at, Holds::Choice));
        }
        for branch in branches.iter().filter(|one| one["type"] != "null") {
            walk(branch, defs, at.clone(), found);
        }
        return;
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
        _ => return found.push(Place::of(at, Holds::Any)),
    };
    for one in types {
        match one {
            "string" if schema["format"].is_null() && schema["enum"].is_null() => {
                found.push(Place::of(at.clone(), Holds::Text));
            }
            "string" => found.push(Place::of(at.clone(), Holds::Choice)),
            "array" => walk(&schema["items"], defs, format!("{at}/0"), found),
            "object" if schema["additionalProperties"] == true => {
                found.push(Place::of(at.clone(), Holds::Patch));
            }
            "object" => {
                for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
                    walk(inner, defs, format!("{at}/{name}"), found);
                }
            }
            "null" => {}
            _ => found.push(Place::of(at.clone(), Holds::Other)),
        }
    }
}

/// `args` with `value` at a place, whatever was missing on the way made.
pub fn with(args: &Value, at: &str, value: Value) -> Value {
    let mut args = args.clone();
    let mut here = &mut args;
    for step in at.split('/').skip(1) {
        here = match step.parse::<usize>() {
            Ok(n) => {
                if !here.is_array() {
                    *here = Value::Array(Vec::new());
                }
                let list = here.as_array_mut().unwrap();
                while list.len() <= n {
                    list.push(Value::Null);
                }
                &mut list[n]
            }
            Err(_) => {
                if !here.is_object() {
                    *here = Value::Object(Map::new());
                }
                here.as_object_mut()
                    .unwrap()
                    .entry(step)
                    .or_insert(Value::Null)
            }
        };
    }
    *here = value;
    args
}
