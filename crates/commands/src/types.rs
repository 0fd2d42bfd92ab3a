//! The TypeScript of the interface, made from the table of commands.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

use chrono::DateTime;
use jisr_domain::civil::civil_time;
use ts_rs::{Config, TS, TypeVisitor};

use crate::error::ErrorBody;
use crate::record_types::records;
use crate::registry::COMMANDS;

/// Declarations gathered while names are asked for.
#[derive(Default)]
pub struct TypeScript {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl TypeScript {
    /// The name of `T`; its declaration and those it needs are kept.
    pub fn name<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.declare::<T>();
        T::name(&self.config)
    }

    fn declare<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Only types of ours have a place of their own; lists, options and texts are written where they stand.
        if T::output_path().is_some() {
            self.seen.insert(TypeId::of::<T::WithoutGenerics>());
            let ident = T::ident(&self.config);
            self.declarations
                .entry(ident)
                .or_insert_with_key(|_| T::decl(&self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for TypeScript {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.declare::<T>();
    }
}

/// The whole file `ui/src/ipc/types.ts`.
pub fn typescript() -> String {
    // Counts and durations: far below 2^53, and JSON.parse gives numbers.
    let mut types = TypeScript {
        config: Config::default().with_large_int("number"),
        ..TypeScript::default()
    };
    let mut commands = String::new();
    for command in COMMANDS {
        let (args, result) = (
            (command.args_ts)(&mut types),
            (command.result_ts)(&mut types),
        );
        let _ = writeln!(
            commands,
            "  '{}': {{ args: {args}; result: {result} }};",
            command.name
        );
    }
    types.name::<ErrorBody>();
    let mut text =
        String::from("// Made by `jisr-cli types` from the commands. Not to be edited.\n\n");
    for declaration in types.declarations.values() {
        let _ = writeln!(text, "export {declaration}\n");
    }
    let _ = write!(text, "export interface Commands {{\n{commands}}}\n");
    text.push_str(
        "\n/** What the answer of each reading command is made of: it is asked for again when one of these was written. */\n\
         export const READS = {\n",
    );
    for command in COMMANDS {
        if let Some(reads) = command.reads {
            let codes: Vec<String> = reads.codes().iter().map(|c| format!("'{c}'")).collect();
            let _ = writeln!(text, "  '{}': [{}],", command.name, codes.join(", "));
        }
    }
    text.push_str("} as const satisfies Partial<Record<keyof Commands, readonly string[]>>;\n");
    text.push_str(&records(types.declarations.values()));
    text.push_str(
        "\n/** The hour of Morocco as the core has it: from a moment (ms since 1970) on, so many minutes ahead of UTC. */\n\
         export const OFFSETS: readonly (readonly [number, number])[] = [\n",
    );
    for (from, minutes) in offsets() {
        let _ = writeln!(text, "  [{from}, {minutes}],");
    }
    text.push_str("];\n");
    text
}

/// The first day the interface may show the hour of, and the first it may not: a few thousand days, of a table that is
/// made once.
const FIRST_MS: i64 = 1_577_836_800_000;
const END_MS: i64 = 4_102_444_800_000;
const DAY_MS: i64 = 86_400_000;

/// The moments at which the wall in Morocco changes, and by how many minutes it is ahead of UTC from then on. The window
/// has zone data of its own, which is of another year than the core's: two clocks on one screen, and two days for an hour
/// each night.
fn offsets() -> Vec<(i64, i64)> {
    let ahead = |ms: i64| {
        let at = DateTime::from_timestamp_millis(ms).unwrap_or_default();
        (civil_time(at) - at.naive_utc()).num_minutes()
    };
    let mut found = vec![(FIRST_MS, ahead(FIRST_MS))];
    for day in (0..(END_MS - FIRST_MS) / DAY_MS).map(|days| FIRST_MS + days * DAY_MS) {
        let (before, after) = (ahead(day), ahead(day + DAY_MS));
        if before == after {
            continue;
        }
        let (mut from, mut until) = (day, day + DAY_MS);
        while until - from > 1 {
            let middle = from + (until - from) / 2;
            if ahead(middle) == before {
                from = middle;
            } else {
                until = middle;
            }
        }
        found.push((until, after));
    }
    found
}
