//! What each table is made from, and which tables a reader touches: so that what an answer says it is made of can be held
//! to what was read.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use jisr_domain::record::Kind;
use rusqlite::Connection;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

use crate::Result;

/// What a device keeps beside the records. Nothing of it travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Local {
    /// Who is at work. In no table: it is in the key slots and in memory.
    Session,
    /// How far the clock is believed.
    Clock,
    /// The settings of this device.
    Settings,
    /// Forms not finished.
    Draft,
    /// What the hub did not take.
    Attention,
    /// Pairs found by comparing the register.
    Duplicate,
    /// What went wrong.
    Diagnostic,
    /// The device itself, and the hub it belongs to.
    Device,
}

impl Local {
    /// Its code, beside those of the kinds.
    pub fn code(self) -> &'static str {
        match self {
            Local::Session => "session",
            Local::Clock => "clock",
            Local::Settings => "settings",
            Local::Draft => "draft",
            Local::Attention => "attention",
            Local::Duplicate => "duplicate",
            Local::Diagnostic => "diagnostic",
            Local::Device => "device",
        }
    }
}

/// The codes (of kinds, and of [`Local`]) of what `table` is made from: a table changes when one of them is written. A
/// table folded from other records names their kinds, whatever it is called. Nothing for a table that is not known, which
/// is a fault: a new one says here what it is made from.
pub fn made_of(table: &str) -> Option<Vec<&'static str>> {
    if let Some(kind) = Kind::from_code(table) {
        return Some(vec![kind.code()]);
    }
    let kinds = |kinds: &[Kind]| Some(kinds.iter().map(|kind| kind.code()).collect());
    let local = |local: Local| Some(vec![local.code()]);
    match table {
        "case_state" | "case_staff" | "case_named" => kinds(&[Kind::CaseEvent]),
        // The directors, those a case is given to, those a sealed one names.
        "case_access" => kinds(&[Kind::Case, Kind::CaseEvent, Kind::Staff]),
        // A sealed case hides its person, and says whom from; so does who directs, where another of theirs is restricted.
        "person_hidden" | "person_reader" => kinds(&[Kind::Case, Kind::CaseEvent, Kind::Staff]),
        "person_found" | "person_key" | "person_bearers" | "name_word" | "name_sound" => {
            kinds(&[Kind::Person])
        }
        "person_pair" | "person_to_compare" => {
            Some(vec![Kind::Person.code(), Local::Duplicate.code()])
        }
        "attachment_file" => kinds(&[Kind::Attachment]),
        "import_source" => kinds(&[Kind::Import]),
        // Asked by what writes alone.
        "act" => Some(vec![]),
        "draft" => local(Local::Draft),
        "setting" => local(Local::Settings),
        "verdict" => local(Local::Attention),
        "incident" => local(Local::Diagnostic),
        "device" | "center_alias" => local(Local::Device),
        // The terms of the search, and the tables in which SQLite keeps them.
        _ if table.starts_with("person_term") => kinds(&[Kind::Person]),
        // The program's own, written when the file is opened.
        "refinery_schema_history" => Some(vec![]),
        // Functions that give rows, and SQLite's own.
        "json_each" => Some(vec![]),
        _ if table.starts_with("sqlite_") || table.starts_with("pragma_") => Some(vec![]),
        _ => None,
    }
}

/// The names of the tables read since it was last emptied.
#[derive(Clone, Default)]
pub struct Touched(Arc<Mutex<BTreeSet<String>>>);

impl Touched {
    /// What was read since the last time it was asked.
    pub fn take(&self) -> BTreeSet<String> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Told by SQLite itself as it prepares a statement: a reader cannot keep a table from it, and neither can a
    /// subquery that is not run for the rows at hand.
    pub(crate) fn listen(&self, conn: &mut Connection) -> Result<()> {
        let touched = Arc::clone(&self.0);
        conn.authorizer(Some(move |context: AuthContext<'_>| {
            if let AuthAction::Read { table_name, .. } = context.action {
                touched
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .insert(table_name.to_owned());
            }
            Authorization::Allow
        }))?;
        Ok(())
    }
}
