//! Labels of devices in case numbers.

use jisr_domain::case::device_label;
use jisr_domain::id::CenterId;

use crate::HubError;
use crate::database::Transaction;

/// The next label of a center. Never given twice, so that no printed number is.
pub(crate) fn next_label(tx: &dyn Transaction, center: CenterId) -> Result<String, HubError> {
    let mut row = tx
        .center(center)?
        .ok_or(HubError::Damaged { what: "a center" })?;
    let label = device_label(row.labels);
    row.labels += 1;
    tx.put_center(&row)?;
    Ok(label)
}
