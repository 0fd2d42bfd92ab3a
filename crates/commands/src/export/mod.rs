//! Lists taken out of the program: what leaves is a file nothing protects any more. So who asks is checked, what a sealed
//! case hides never leaves, what is restricted leaves when it is asked for by name, and each is written in the audit log
//! with its fields and its count.

mod cases;
mod people;
mod view;

pub use cases::cases;
pub use people::{USUAL, people};
pub use view::*;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_domain::record::Kind;
use jisr_lists::{Column, Sheet, Value};

use crate::code::Code;
use crate::error::CommandError;
use crate::import::XLSX;
use crate::session::Session;
use crate::settings::Language;
use crate::view::Document;
use crate::words::word;

/// A sheet about to leave.
struct Leaving<'a> {
    kind: Kind,
    language: Language,
    /// Key of the locales: what the sheet is called.
    name: &'a str,
    /// Codes of what it holds, for the audit log.
    fields: Vec<&'a str>,
    columns: Vec<Column>,
    rows: Vec<Vec<Value>>,
}

/// Notes in the audit log what leaves, then makes it.
fn leave(session: &Session<'_>, sheet: Leaving<'_>) -> Result<Document, CommandError> {
    if sheet.rows.is_empty() {
        return Err(CommandError::Rule(Code::ExportNobody));
    }
    let count = format!("rows:{}", sheet.rows.len());
    let bytes = Sheet {
        name: word(sheet.language, sheet.name),
        right_to_left: sheet.language == Language::Ar,
        made_on: session.today(),
        columns: sheet.columns,
        rows: sheet.rows,
    }
    .write()?;
    session.write(|tx| {
        let noted: Vec<&str> = sheet
            .fields
            .iter()
            .copied()
            .chain([count.as_str()])
            .collect();
        Ok(tx.audit("export", Some(sheet.kind), None, &noted)?)
    })?;
    Ok(Document {
        file_name: format!("jisr-{}-{}.xlsx", sheet.kind.code(), session.today()),
        mime: XLSX.to_owned(),
        base64: STANDARD.encode(bytes),
    })
}

fn text(value: Option<String>) -> Value {
    match value {
        Some(text) if !text.is_empty() => Value::Text(text),
        _ => Value::Empty,
    }
}

/// A birth: a day as a day, a year as a year.
fn birth(value: Option<&str>) -> Value {
    match value.and_then(jisr_domain::person::parse_birth) {
        Some((_, Some(day))) => Value::Day(day),
        Some((year, None)) => Value::Count(i64::from(year)),
        None => Value::Empty,
    }
}
