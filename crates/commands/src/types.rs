//! The TypeScript of the interface, made from the table of commands.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

use ts_rs::{Config, TS, TypeVisitor};

use crate::error::ErrorBody;
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
    text
}
