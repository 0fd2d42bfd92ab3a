//! Notes, as written.

use jisr_domain::note::Note;
use schemars::JsonSchema;
use serde::Deserialize;
use ts_rs::TS;

/// `note.add`: `body`, and `case` or `person`, are required.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct AddNoteArgs {
    /// The note; `at` and `by` are set by the program.
    pub note: Note,
    /// The draft to drop once it is written.
    #[serde(default)]
    pub draft: Option<String>,
}
