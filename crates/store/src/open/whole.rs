//! Whether a folder holds all of its profile.

use std::path::Path;

use rusqlite::Connection;

use super::reach;
use crate::attachment::{Folder, lost};
use crate::{Reader, Result};

/// What a folder is short of: a copy made while the program was open, or with a file left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lacking {
    /// The last of what was written, or what would tell that nothing is missing.
    pub database: bool,
    /// Attachments whose bytes are nowhere else.
    pub attachments: u64,
    /// The key slots are older than the database.
    pub keys: bool,
}

impl Lacking {
    /// Nothing is missing.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// What the profile in `dir`, whose database is open on `conn`, is short of. Only reads.
pub(crate) fn lacking(conn: &Connection, dir: &Path) -> Result<Lacking> {
    Ok(Lacking {
        database: reach::falls_short(conn, dir)?,
        attachments: lost(&Reader::on(conn), &Folder::of(dir))?,
        keys: false,
    })
}
