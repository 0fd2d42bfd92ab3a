//! Bringing the file to this version: append-only migrations, one transaction.

use rusqlite::Connection;

use crate::{Result, StoreError};

mod embedded {
    refinery::embed_migrations!("src/migrations");
}

/// Runs what is missing. Gives whether an existing file was upgraded.
pub(super) fn run(conn: &mut Connection) -> Result<bool> {
    let runner = embedded::migrations::runner().set_grouped(true);
    let known = runner
        .get_migrations()
        .iter()
        .map(|m| i64::from(m.version()))
        .max()
        .unwrap_or(0);
    let found = version(conn)?;
    if found > known {
        return Err(StoreError::NewerSchema { found, known });
    }
    if found == known {
        return Ok(false);
    }
    runner
        .run(conn)
        .map_err(|error| StoreError::Migration(Box::new(error)))?;
    Ok(found > 0)
}

/// The schema of the file; 0 where there is none yet.
pub(crate) fn version(conn: &Connection) -> Result<i64> {
    if !conn.table_exists(None, "refinery_schema_history")? {
        return Ok(0);
    }
    Ok(conn.query_row(
        "SELECT coalesce(max(version), 0) FROM refinery_schema_history",
        [],
        |row| row.get(0),
    )?)
}

/// What tests of old files ask.
#[cfg(test)]
pub(crate) mod test {
    use refinery::Target;
    use rusqlite::Connection;

    use super::embedded::migrations::runner;

    /// The number of the last migration.
    pub(crate) fn newest() -> i64 {
        let all = runner();
        all.get_migrations()
            .iter()
            .map(|m| i64::from(m.version()))
            .max()
            .unwrap_or(0)
    }

    /// Runs those up to `schema`.
    pub(crate) fn to(conn: &mut Connection, schema: i64) {
        let target = Target::Version(schema.try_into().unwrap());
        runner()
            .set_grouped(true)
            .set_target(target)
            .run(conn)
            .unwrap();
    }
}
