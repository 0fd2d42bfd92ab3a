//! The statements of each kind's table, written once from its declaration.

use std::sync::OnceLock;

use jisr_domain::record::{Definition, Kind};
use uuid::Uuid;

/// The statements of one kind.
pub(super) struct KindSql {
    pub(super) definition: Definition,
    /// `"id", "given_name_ar", …`
    pub(super) columns: String,
    pub(super) select: String,
    pub(super) upsert: String,
    pub(super) confirm: String,
    pub(super) delete: String,
}

/// The statements of `kind`.
#[allow(
    clippy::indexing_slicing,
    reason = "a kind's place is its discriminant: a test holds every one to it"
)]
pub(super) fn of(kind: Kind) -> &'static KindSql {
    static ALL: OnceLock<Vec<KindSql>> = OnceLock::new();
    let all = ALL.get_or_init(|| Kind::ALL.iter().map(|kind| build(*kind)).collect());
    // `ALL` lists the variants in order, so a kind's place is its discriminant.
    &all[kind as usize]
}

/// An id as the tables hold it.
pub(crate) fn sql_id(id: Uuid) -> String {
    id.hyphenated().to_string()
}

const KEPT: [&str; 5] = ["state", "base", "pending", "at_hub", "conflicts"];

fn build(kind: Kind) -> KindSql {
    let definition = kind.definition();
    let table = format!("\"{}\"", kind.code());
    let fields: Vec<String> = definition
        .fields
        .iter()
        .map(|field| format!("\"{}\"", field.name))
        .collect();
    let columns = std::iter::once("\"id\"".to_owned())
        .chain(fields.iter().cloned())
        .collect::<Vec<_>>()
        .join(", ");
    let written: Vec<String> = fields
        .into_iter()
        .chain(KEPT.iter().map(|name| format!("\"{name}\"")))
        .collect();
    let places = (1..=written.len() + 1)
        .map(|n| format!("?{n}"))
        .collect::<Vec<_>>()
        .join(", ");
    let set = written
        .iter()
        .map(|name| format!("{name} = excluded.{name}"))
        .collect::<Vec<_>>()
        .join(", ");
    KindSql {
        select: format!("SELECT state, base, pending, at_hub FROM {table} WHERE id = ?1"),
        upsert: format!(
            "INSERT INTO {table} (\"id\", {}) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {set}",
            written.join(", ")
        ),
        confirm: format!(
            "UPDATE {table} SET base = NULL, pending = 0, at_hub = 1 WHERE id = ?1 AND pending BETWEEN 1 AND ?2"
        ),
        delete: format!("DELETE FROM {table} WHERE id = ?1"),
        definition,
        columns,
    }
}
