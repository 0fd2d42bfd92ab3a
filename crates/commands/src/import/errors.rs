//! The rows to look at again, as a sheet: every cell as it came, and why.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use jisr_domain::import::Import;
use jisr_lists::{Cell, Column, Row, Sheet, Table, Value};

use super::ErrorSheetArgs;
use super::open::{list_of, meanings};
use super::preview::walk;
use super::read::Doubt;
use super::row::{ColumnDoubt, Reading, RowReading};
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::settings::{Language, language_of};
use crate::view::Document;
use crate::words::word;

/// What a workbook is, to whoever opens it.
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `import.error_sheet`: of a list that is open, or of one written on this device.
///
/// # Errors
/// [`CommandError::Rule`] with `import_not_here` when nothing was refused, or elsewhere; those of [`super::preview`].
pub fn sheet(session: &Session<'_>, args: ErrorSheetArgs) -> Result<Document, CommandError> {
    let (name, bytes) = match list_of(session, args.import) {
        Ok(list) => {
            let fields = meanings(&list, &args.mapping)?;
            let language = match args.language {
                Some(language) => language,
                None => session.read(|reader| Ok(language_of(reader)?))?,
            };
            let reading = Reading::new(&list.table, fields, session.today(), None);
            let bytes = error_sheet(&list.table, &reading, language, session.today())?;
            (list.file_name.clone(), bytes)
        }
        Err(_) => session.read(|reader| {
            let kept = reader
                .list_kept(args.import)?
                .filter(|kept| kept.plan.is_empty())
                .ok_or(CommandError::Rule(Code::ImportNotHere))?;
            let import = reader
                .find::<Import>(args.import)?
                .ok_or(CommandError::NotFound)?;
            Ok((import.file_name.unwrap_or_default(), kept.bytes))
        })?,
    };
    session.write(|tx| {
        Ok(tx.audit(
            "export",
            Some(jisr_domain::record::Kind::Import),
            Some(args.import.0),
            &["error_sheet"],
        )?)
    })?;
    let stem = name
        .rsplit_once('.')
        .map_or(name.as_str(), |(stem, _)| stem);
    Ok(Document {
        file_name: format!("{stem}-jisr.xlsx"),
        mime: XLSX.to_owned(),
        base64: STANDARD.encode(bytes),
    })
}

/// The sheet, in the words of `language`.
fn error_sheet(
    table: &Table,
    reading: &Reading,
    language: Language,
    today: NaiveDate,
) -> Result<Vec<u8>, CommandError> {
    let mut rows = ErrorRows::new(table, language);
    walk(table, reading, |_, row, said, twin| {
        rows.take(row, &said, twin);
    });
    rows.sheet(today)
}

/// The rows to look at again, met one by one as a list is read.
pub(super) struct ErrorRows<'t> {
    table: &'t Table,
    language: Language,
    rows: Vec<Vec<Value>>,
}

impl<'t> ErrorRows<'t> {
    pub(super) fn new(table: &'t Table, language: Language) -> Self {
        Self {
            table,
            language,
            rows: Vec::new(),
        }
    }

    fn say(&self, key: &str) -> String {
        word(self.language, key)
    }

    /// Keeps `row` if something is to be said of it.
    pub(super) fn take(&mut self, row: &Row, said: &RowReading, twin: Option<u32>) {
        let (written, reasons) = match said {
            RowReading::Refused(refusal) => (
                "import.sheet_no",
                vec![self.say(&format!("list_refusal.{}", refusal.code()))],
            ),
            RowReading::Person(_, told) => ("import.sheet_yes", self.doubts(told, twin)),
        };
        if reasons.is_empty() {
            return;
        }
        let mut cells = vec![
            Value::Count(i64::from(row.number)),
            Value::Text(self.say(written)),
            Value::Text(reasons.join("\n")),
        ];
        cells.extend(row.cells.iter().map(as_it_came));
        self.rows.push(cells);
    }

    fn doubts(&self, told: &[ColumnDoubt], twin: Option<u32>) -> Vec<String> {
        let mut reasons: Vec<String> = told
            .iter()
            .map(|(place, doubt)| {
                let words = self.say(&format!("list_doubt.{}", doubt.code()));
                match place.and_then(|place| self.table.columns.get(place)) {
                    Some(column) => format!("{column}: {words}"),
                    None => words,
                }
            })
            .collect();
        if let Some(twin) = twin {
            let words = self.say(&format!("list_doubt.{}", Doubt::Twin.code()));
            reasons.push(format!("{words} ({twin})"));
        }
        reasons
    }

    /// Those that were kept, as a workbook.
    pub(super) fn sheet(self, today: NaiveDate) -> Result<Vec<u8>, CommandError> {
        let column = |key: &str, width| Column {
            title: self.say(key),
            width,
        };
        let mut columns = vec![
            column("import.sheet_row", 8),
            column("import.sheet_written", 12),
            column("import.sheet_reason", 48),
        ];
        columns.extend(self.table.columns.iter().map(|name| {
            Column {
                title: name.clone(),
                width: u16::try_from(name.chars().count() + 4)
                    .unwrap_or(20)
                    .max(14),
            }
        }));
        Ok(Sheet {
            name: self.say("import.sheet_name"),
            right_to_left: self.language == Language::Ar,
            made_on: today,
            columns,
            rows: self.rows,
        }
        .write()?)
    }
}

fn as_it_came(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Empty,
        Cell::Day(day) => Value::Day(*day),
        cell => Value::Text(cell.shown()),
    }
}
