//! Lists brought in, as opened, looked at, written and listed.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use jisr_domain::id::ImportId;
use jisr_domain::import::ListFormat;
use jisr_domain::person::Person;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ListField;
use crate::settings::Language;
use crate::view::{PersonCard, StaffCard};

/// What each column means, by its heading.
pub type Mapping = BTreeMap<String, ListField>;

/// `import.open`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct OpenListArgs {
    /// Name of the file: told, never believed.
    pub file_name: String,
    /// Its bytes, base64: CSV, or an Excel workbook, of 64 MiB at most.
    pub content: String,
}

/// `import.sheet`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct SheetArgs {
    /// Which list.
    pub import: ImportId,
    /// Which of its sheets.
    pub sheet: String,
}

/// A list, read and not written yet.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ListOpened {
    /// Names it until the program is locked.
    pub import: ImportId,
    /// Name of the file.
    pub file_name: String,
    /// What it is.
    pub format: ListFormat,
    /// Encoding of a text, as the web names it.
    pub encoding: Option<String>,
    /// What stands between two cells of a text.
    pub delimiter: Option<String>,
    /// Its letters can be read otherwise, should they be none.
    pub reads_otherwise: bool,
    /// The sheet read of a workbook.
    pub sheet: Option<String>,
    /// Its sheets.
    pub sheets: Vec<String>,
    /// Rows below the heading.
    pub rows: u32,
    /// Rows above it.
    pub above: u32,
    /// Its columns.
    pub columns: Vec<ListColumn>,
}

/// A column of a list.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ListColumn {
    /// Its heading.
    pub name: String,
    /// What it probably means.
    pub field: ListField,
    /// The first things in it.
    pub samples: Vec<String>,
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowsShown {
    /// All.
    #[default]
    All,
    /// Those of which no person can be made.
    Refused,
    /// Those with something to make sure of.
    Doubted,
}

/// `import.preview`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct PreviewArgs {
    /// Which list.
    pub import: ImportId,
    /// What its columns mean; as guessed where a heading is absent.
    #[serde(default)]
    pub mapping: Mapping,
    /// What is left out.
    #[serde(flatten)]
    pub choice: Choice,
    /// Which rows.
    #[serde(default)]
    pub show: RowsShown,
    /// Rows to pass over.
    #[serde(default)]
    pub offset: u32,
    /// Rows shown, 20 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// What would be written: nothing is.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ListPreview {
    /// Counts over the whole list.
    pub counts: ListCounts,
    /// Of the rows ready, those that would be written; the others are left out.
    pub to_write: u32,
    /// What is to be made sure of, or in the way, most frequent first.
    pub problems: Vec<ListProblem>,
    /// Rows, as they would be written.
    pub rows: Vec<RowPreview>,
    /// Of so many of the kind shown.
    pub total: u32,
}

/// Counts over a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ListCounts {
    /// Rows.
    pub rows: u32,
    /// Of which a person can be made.
    pub ready: u32,
    /// Of which none can.
    pub refused: u32,
    /// Ready, with something to make sure of.
    pub doubted: u32,
    /// Ready, whose person stands in an earlier row.
    pub twins: u32,
}

/// Something met in a list.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ListProblem {
    /// Code of the locales: `list_refusal.<code>` or `list_doubt.<code>`.
    pub code: String,
    /// Whether the rows are refused.
    pub refuses: bool,
    /// In how many rows.
    pub count: u32,
    /// The first of them, as numbered in the file.
    pub first: Vec<u32>,
}

/// A row, as it would be written.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct RowPreview {
    /// Its number in the file.
    pub row: u32,
    /// The person; none: refused.
    pub person: Option<Person>,
    /// As in rows of people.
    pub card: Option<PersonCard>,
    /// The province, in Arabic and French.
    pub province_names: Option<(String, String)>,
    /// Why it is refused, as a code of the locales.
    pub refusal: Option<String>,
    /// What to make sure of.
    pub doubts: Vec<RowDoubt>,
    /// What stands in the row, when it is refused.
    pub cells: Vec<String>,
    /// The earlier row of the same person.
    pub twin_of: Option<u32>,
}

/// Something to make sure of in a row.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct RowDoubt {
    /// In which column; none: in the whole row.
    pub column: Option<String>,
    /// Code of the locales.
    pub code: String,
}

/// `import.start`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct StartImportArgs {
    /// Which list.
    pub import: ImportId,
    /// What its columns mean; as guessed where a heading is absent.
    #[serde(default)]
    pub mapping: Mapping,
    /// What is left out.
    #[serde(flatten)]
    pub choice: Choice,
}

/// Names an import.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct ImportArgs {
    /// Which.
    pub import: ImportId,
}

/// `import.error_sheet`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct ErrorSheetArgs {
    /// Which.
    pub import: ImportId,
    /// Of a list not written yet: what its columns mean.
    #[serde(default)]
    pub mapping: Mapping,
    /// Language of the words; the program's when absent.
    #[serde(default)]
    pub language: Option<Language>,
}

/// What is being done with a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportPhase {
    /// Its people are compared with those of the register.
    Checking,
    /// Its people are written.
    Writing,
    /// Its people are withdrawn.
    Undoing,
    /// Its people come back.
    Restoring,
}

/// `import.status`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ImportStatus {
    /// What is under way on this device.
    pub running: Option<ImportProgress>,
    /// How the last one ended, since the program was unlocked.
    pub last: Option<ImportEnded>,
    /// How many have ended since: whoever asks from time to time sees that one did, however short it was.
    pub ended: u32,
}

/// A list under way.
#[derive(Clone, Copy, Debug, Serialize, TS, JsonSchema)]
pub struct ImportProgress {
    /// Which.
    pub import: ImportId,
    /// What is being done.
    pub phase: ImportPhase,
    /// Rows or people done.
    pub done: u32,
    /// Of so many.
    pub total: u32,
}

/// How it ended.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ImportEnded {
    /// Which.
    pub import: ImportId,
    /// What was done.
    pub phase: ImportPhase,
    /// Stopped by somebody: what was done stays done.
    pub stopped: bool,
    /// Why it failed, as a code of the locales.
    pub error: Option<String>,
}

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// Under way on this device.
    Running,
    /// Cut in the middle, and can go on here.
    Unfinished,
    /// Not ended, on another device.
    Elsewhere,
    /// Its last row is written.
    Done,
    /// Undone.
    Undone,
}

/// A list brought in.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ImportView {
    /// Which.
    pub import: ImportId,
    /// Name of the file.
    pub file_name: Option<String>,
    /// What it was.
    pub format: Option<ListFormat>,
    /// When it began.
    pub at: Option<DateTime<Utc>>,
    /// By whom.
    pub staff: StaffCard,
    /// Rows of the list.
    pub rows: u32,
    /// People written; so far, when it is not ended.
    pub imported: u32,
    /// Rows refused.
    pub refused: u32,
    /// Rows left out.
    pub left_out: u32,
    /// Where it stands.
    pub state: ImportState,
    /// Day on which it was undone.
    pub undone_on: Option<NaiveDate>,
    /// By whom.
    pub undone_by: StaffCard,
    /// Once undone: those of its people who were worked with since, and stay.
    pub kept: u32,
    /// The rows refused can be fetched here.
    pub has_error_sheet: bool,
    /// The one at work may undo it, or bring it back.
    pub may_undo: bool,
}

/// The people of an import who were kept when it was undone.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ImportKept {
    /// Who, as many as fit a page.
    pub people: Vec<PersonCard>,
    /// How many there are.
    pub total: u32,
}

/// How an import ended, for the command line.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ImportSummary {
    /// Which; none when nothing was written.
    pub import: Option<ImportId>,
    /// Whether nothing was to be written.
    pub dry_run: bool,
    /// How the file was read: `csv` or `xlsx`.
    pub format: ListFormat,
    /// Encoding of a text.
    pub encoding: Option<String>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// What each column was taken for.
    pub columns: Mapping,
    /// Rows below the heading.
    pub rows: u32,
    /// People written, or that would be.
    pub imported: u32,
    /// Rows of which no person can be made.
    pub refused: u32,
    /// Rows written with something to make sure of.
    pub warnings: u32,
    /// Rows whose person stands in an earlier row; written all the same.
    pub twins: u32,
    /// What is to be made sure of, or in the way.
    pub problems: Vec<ListProblem>,
    /// Where the refused rows are, with their reasons; none when none was refused.
    pub error_sheet: Option<String>,
}

/// What is left out of what is written.
#[derive(Clone, Debug, Default, Deserialize, TS, JsonSchema)]
pub struct Choice {
    /// Rows left out, as numbered in the file.
    #[serde(default)]
    pub leave_out: Vec<u32>,
    /// Whether the later of two rows of one person is left out too.
    #[serde(default)]
    pub leave_out_twins: bool,
    /// Whether rows very likely known are left out too, once they were looked for.
    #[serde(default)]
    pub leave_out_known: bool,
    /// Of those, the rows brought in all the same.
    #[serde(default)]
    pub bring: Vec<u32>,
}
