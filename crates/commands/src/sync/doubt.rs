//! What no hub of ours says: an answer that leads nowhere, again and again, or that would be believed for ever.
//!
//! A hub is trusted with what is true; it is not trusted to be one. A round with something broken or hostile ends,
//! and nothing of it is kept.

use jisr_store::StoreError;
use jisr_sync::feed::{Cursor, RowBody};
use jisr_sync::wire::PullPage;

use crate::error::CommandError;

/// Times one round may be sent back: once for replies that were lost, once for a hub put back from a backup, and one
/// to spare.
const TIMES_BACK: u32 = 3;
/// The first and the last moment a hub's clock may show, milliseconds: 2020 and 2200.
const CLOCK_MS: std::ops::Range<u64> = 1_577_836_800_000..7_258_118_400_000;
/// How far ahead of the hub's clock something it hands on may be stamped, in milliseconds. The hub bounds stamps to
/// two minutes (rule 28); a day is none of its doing.
const AHEAD_MS: u64 = 86_400_000;

/// Places in a feed: one for each record moved. No center comes near so many, and a cursor beyond would never again
/// find anything new.
const PLACES: u64 = 1 << 48;

/// What a round has been told so far.
#[derive(Default)]
pub(super) struct ReplyGuard {
    pushed_after: Option<u64>,
    times_back: u32,
    renamed: bool,
}

impl ReplyGuard {
    /// A push goes on from where the one before ended.
    ///
    /// # Errors
    /// [`StoreError::Incoherent`] when the hub sends the device back and back.
    pub(super) fn push(&mut self, after: u64) -> Result<(), CommandError> {
        let back = self.pushed_after.is_some_and(|before| after <= before);
        self.times_back += u32::from(back);
        self.pushed_after = Some(after);
        believe(self.times_back <= TIMES_BACK)
    }

    /// A device takes a new identity once.
    ///
    /// # Errors
    /// [`StoreError::Incoherent`] for another within the round.
    pub(super) fn rename(&mut self) -> Result<(), CommandError> {
        let again = std::mem::replace(&mut self.renamed, true);
        self.pushed_after = None;
        believe(!again)
    }

    /// A page brings something, or says that there is nothing more; and nothing in it is of another century.
    ///
    /// # Errors
    /// [`StoreError::Incoherent`].
    pub(super) fn page(asked: &[Cursor], page: &PullPage) -> Result<(), CommandError> {
        let moves = page.caught_up || !page.rows.is_empty() || page.cursors != asked;
        let of_its_time = page.rows.iter().all(|row| match &row.body {
            RowBody::Record { state, .. } => {
                state.latest().ms() <= page.time_ms.saturating_add(AHEAD_MS)
            }
            RowBody::Own { .. } | RowBody::Remove { .. } | RowBody::Verdict(_) => true,
        });
        let within = page.cursors.iter().all(|cursor| cursor.seq < PLACES);
        Self::time(page.time_ms)?;
        believe(moves && of_its_time && within)
    }

    /// The clock of a hub shows a day of this age: it is taken for the device's own (rule 28).
    ///
    /// # Errors
    /// [`StoreError::Incoherent`].
    pub(super) fn time(hub_ms: u64) -> Result<(), CommandError> {
        believe(CLOCK_MS.contains(&hub_ms))
    }
}

fn believe(so: bool) -> Result<(), CommandError> {
    if so {
        Ok(())
    } else {
        Err(StoreError::Incoherent.into())
    }
}
