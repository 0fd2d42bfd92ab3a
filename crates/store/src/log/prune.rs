//! Letting go of old changes (rule 17).

use rusqlite::params;

use crate::state::int;
use crate::{Result, Store};

/// How long changes are kept after the hub took them: longer than its backup interval, in milliseconds.
const KEPT_MS: u64 = 30 * 24 * 3_600_000;

impl Store {
    /// Lets go of own changes written before `before_ms` (UTC), but never of those the hub has not taken, those
    /// less than thirty days older than `now_ms`, nor those somebody still has to look at. Gives how many went.
    ///
    /// # Errors
    /// Database errors.
    pub fn prune(&self, before_ms: u64, now_ms: u64) -> Result<usize> {
        self.alone(|conn| {
            let mark = crate::open::load_device(conn)?.mark.seq;
            let before = before_ms.min(now_ms.saturating_sub(KEPT_MS));
            // The last of them stays, for its link of the chain.
            let last: Option<i64> =
                conn.query_row("SELECT max(last) FROM tx WHERE last <= ?1 AND at < ?2", params![int(mark), int(before)], |row| row.get(0))?;
            let Some(last) = last else { return Ok(0) };
            let gone = conn.execute("DELETE FROM \"change\" WHERE seq < ?1 AND tx NOT IN (SELECT tx FROM verdict)", [last])?;
            conn.execute("DELETE FROM tx WHERE last < ?1 AND id NOT IN (SELECT tx FROM verdict)", [last])?;
            let former = conn.execute(
                "DELETE FROM former_change WHERE tx IN (SELECT id FROM former_tx WHERE at < ?1) AND tx NOT IN (SELECT tx FROM verdict)",
                [int(before)],
            )?;
            conn.execute("DELETE FROM former_tx WHERE at < ?1 AND id NOT IN (SELECT tx FROM verdict)", [int(before)])?;
            Ok(gone + former)
        })
    }
}
