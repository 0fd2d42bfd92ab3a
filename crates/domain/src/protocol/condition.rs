//! Conditions of steps: CEL expressions over what is known of the case.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use cel::{
    Context, Env, Program, Value,
    common::ast::{EntryExpr, Expr, IdedExpr},
};

use super::facts::ASKABLE;

/// Names a condition may read.
pub(super) const VARIABLES: [&str; 3] = ["case", "person", "outcomes"];

/// A compiled condition.
pub(super) struct Condition {
    program: Program,
    /// Whether it reads how other steps ended, and so can only be decided once this step's turn comes.
    pub(super) reads_outcomes: bool,
}

impl Condition {
    /// Compiles `source`, or says why it cannot.
    ///
    /// # Errors
    /// The compiler's own words, for whoever writes the protocol.
    pub(super) fn compile(source: &str) -> Result<Self, String> {
        let program = env().compile(source).map_err(|errors| errors.to_string())?;
        let reads_outcomes = program.references().has_variable("outcomes");
        Ok(Self {
            program,
            reads_outcomes,
        })
    }

    /// Whether it holds. `None` when what it asks about is not known, or it does not answer yes or no.
    pub(super) fn holds(
        &self,
        facts: &serde_json::Value,
        outcomes: &BTreeMap<&str, &str>,
    ) -> Option<bool> {
        let mut context = Context::with_env(Arc::clone(env()));
        for name in ["case", "person"] {
            let value = facts.get(name).filter(|value| value.is_object());
            context.add_variable_from_value(name, value.map_or_else(empty, from_json));
        }
        let ended: HashMap<String, Value> = outcomes
            .iter()
            .map(|(step, code)| ((*step).to_owned(), Value::from(*code)))
            .collect();
        context.add_variable_from_value("outcomes", Value::Map(ended.into()));
        match self.program.execute(&context) {
            Ok(Value::Bool(answer)) => Some(answer),
            Ok(_) | Err(_) => None,
        }
    }

    /// Variables it reads that no case offers.
    pub(super) fn unknown_variables(&self) -> Vec<String> {
        let mut own = Vec::new();
        walk(self.program.expression(), &mut |expr| {
            if let Expr::Comprehension(comprehension) = expr {
                own.push(comprehension.iter_var.clone());
                own.extend(comprehension.iter_var2.clone());
                own.push(comprehension.accu_var.clone());
            }
        });
        let references = self.program.references();
        let mut unknown: Vec<String> = references
            .variables()
            .into_iter()
            .filter(|name| !VARIABLES.contains(name) && !own.iter().any(|own| own == name))
            .map(str::to_owned)
            .collect();
        unknown.sort();
        unknown
    }

    /// What it asks of the case and of the person that no case answers, as `person.<fact>`.
    pub(super) fn unknown_facts(&self) -> Vec<String> {
        let mut unknown = Vec::new();
        walk(self.program.expression(), &mut |expr| {
            if let Expr::Select(select) = expr
                && let Expr::Ident(of) = &select.operand.expr
                && ["case", "person"].contains(&of.as_str())
                && !ASKABLE.contains(&(of.as_str(), select.field.as_str()))
            {
                unknown.push(format!("{of}.{}", select.field));
            }
        });
        unknown.sort();
        unknown.dedup();
        unknown
    }

    /// Steps it names, as `outcomes.<step>`.
    pub(super) fn steps(&self) -> Vec<String> {
        let mut steps = Vec::new();
        walk(self.program.expression(), &mut |expr| {
            if let Expr::Select(select) = expr
                && matches!(&select.operand.expr, Expr::Ident(name) if name == "outcomes")
            {
                steps.push(select.field.clone());
            }
        });
        steps.sort();
        steps.dedup();
        steps
    }
}

/// The condition written `source`, compiled once in the life of the program: folds are frequent, definitions
/// few. `None` when it does not compile, which a checked definition never has.
pub(super) fn compiled(source: &str) -> Option<Arc<Condition>> {
    type Known = RwLock<HashMap<String, Option<Arc<Condition>>>>;
    static KNOWN: OnceLock<Known> = OnceLock::new();
    let known = KNOWN.get_or_init(Known::default);
    if let Some(found) = known
        .read()
        .unwrap_or_else(PoisonError::into_inner)
        .get(source)
    {
        return found.clone();
    }
    let condition = Condition::compile(source).ok().map(Arc::new);
    known
        .write()
        .unwrap_or_else(PoisonError::into_inner)
        .insert(source.to_owned(), condition.clone());
    condition
}

fn env() -> &'static Arc<Env> {
    static ENV: OnceLock<Arc<Env>> = OnceLock::new();
    ENV.get_or_init(|| Arc::new(Env::stdlib()))
}

fn empty() -> Value {
    Value::Map(HashMap::<String, Value>::new().into())
}

/// Whole numbers become CEL integers, so that `person.age < 18` compares like with like.
fn from_json(value: &serde_json::Value) -> Value {
    match value {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(answer) => Value::Bool(*answer),
        serde_json::Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Value::Int(whole),
            (None, Some(real)) => Value::Float(real),
            (None, None) => Value::Null,
        },
        serde_json::Value::String(text) => Value::from(text.as_str()),
        serde_json::Value::Array(items) => {
            Value::List(Arc::new(items.iter().map(from_json).collect()))
        }
        serde_json::Value::Object(fields) => {
            let fields: HashMap<String, Value> = fields
                .iter()
                .map(|(name, value)| (name.clone(), from_json(value)))
                .collect();
            Value::Map(fields.into())
        }
    }
}

fn walk(node: &IdedExpr, visit: &mut impl FnMut(&Expr)) {
    visit(&node.expr);
    match &node.expr {
        Expr::Call(call) => {
            call.target.iter().for_each(|target| walk(target, visit));
            call.args.iter().for_each(|arg| walk(arg, visit));
        }
        Expr::Comprehension(comprehension) => {
            for part in [
                &comprehension.iter_range,
                &comprehension.accu_init,
                &comprehension.loop_cond,
                &comprehension.loop_step,
                &comprehension.result,
            ] {
                walk(part, visit);
            }
        }
        Expr::List(list) => list
            .elements
            .iter()
            .for_each(|element| walk(element, visit)),
        Expr::Select(select) => walk(&select.operand, visit),
        Expr::Map(map) => {
            for entry in &map.entries {
                if let EntryExpr::MapEntry(entry) = &entry.expr {
                    walk(&entry.key, visit);
                    walk(&entry.value, visit);
                }
            }
        }
        Expr::Struct(_) | Expr::Ident(_) | Expr::Literal(_) | Expr::Unspecified => {}
    }
}
