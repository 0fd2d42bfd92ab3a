//! Puts a backup in place.

use std::fs;
use std::path::Path;

use crate::database::Database;
use crate::database::sqlite::Sqlite;
use crate::hub::DATABASE_FILE;
use crate::key::{HubKey, private};
use crate::surroundings::{Surroundings, new_id};
use crate::{HubError, META_EPOCH};

/// Puts the backup `from` in the folder `dir`, which must hold no hub, under a new epoch (rule 18): devices then
/// read everything again and offer what the backup lacks.
///
/// # Errors
/// When the folder holds a hub, the backup cannot be opened with `key`, or is damaged.
pub fn restore(
    dir: &Path,
    key: &HubKey,
    from: &Path,
    around: &dyn Surroundings,
) -> Result<(), HubError> {
    let target = dir.join(DATABASE_FILE);
    if target.exists() {
        return Err(HubError::Usage(format!(
            "{} holds a hub already: restore into an empty folder",
            dir.display()
        )));
    }
    let io = |path: &Path| {
        let path = path.to_owned();
        move |source| HubError::File { path, source }
    };
    fs::create_dir_all(dir).map_err(io(dir))?;
    private(dir)?;
    let staged = dir.join("restoring.db");
    fs::copy(from, &staged).map_err(io(from))?;
    private(&staged)?;
    {
        let database: Box<dyn Database> = Box::new(Sqlite::open(&staged, key, false)?);
        if let Some(line) = database.damage()?.into_iter().next() {
            return Err(HubError::Usage(format!("the backup is damaged: {line}")));
        }
        let epoch = new_id(around).to_string();
        database.writing(|tx| {
            tx.set_meta(META_EPOCH, &epoch)?;
            tx.audit(around.now_ms(), "restored", None, None, None)
        })?;
    }
    fs::rename(&staged, &target).map_err(io(&target))?;
    if dir.join(crate::key::KEY_FILE).exists() {
        Ok(())
    } else {
        key.keep(dir)
    }
}
