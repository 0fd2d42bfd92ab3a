//! The end of a hub transaction: every record where it belongs, and the directors told of what nobody may read any more.

use jisr_domain::civil::civil_day;
use jisr_domain::id::CaseId;
use jisr_domain::record::{Fields, Kind};
use serde_json::json;

use super::{Desk, write_own};
use crate::HubError;
use crate::database::Transaction;
use crate::feed::read;

/// Puts what moved in its place. Where the last reader of a case left, the directors of its center learn that something
/// waits for one, and nothing else (rule 20); they learn when it has one again.
pub(crate) fn settle(desk: &mut Desk<'_>) -> Result<(), HubError> {
    let looked_at = std::mem::take(&mut desk.moves).settle(desk.tx)?;
    for (case, lacks_reader) in looked_at {
        tell(desk, case, lacks_reader)?;
    }
    if !desk.moves.is_empty() {
        std::mem::take(&mut desk.moves).settle(desk.tx)?;
    }
    Ok(())
}

fn tell(desk: &mut Desk<'_>, case: CaseId, lacks_reader: bool) -> Result<(), HubError> {
    // What was told is so still.
    if lacks_reader == waits(desk.tx, case)? {
        return Ok(());
    }
    let Some(record) = desk.tx.record(&(Kind::Case.code().to_owned(), case.0))? else {
        return Ok(());
    };
    let mut fields = Fields::from([("waits".to_owned(), json!(lacks_reader))]);
    if lacks_reader {
        let today = civil_day(desk.around.now_ms());
        fields.insert("since".to_owned(), json!(today));
    }
    write_own(desk, Kind::Readerless, case.0, record.center, fields)
}

/// Whether the directors were told that a case waits for a reader.
pub(crate) fn waits(tx: &dyn Transaction, case: CaseId) -> Result<bool, HubError> {
    let notice = tx.record(&(Kind::Readerless.code().to_owned(), case.0))?;
    Ok(notice.is_some_and(|notice| read(&notice.shown, "waits") == Some(true)))
}
