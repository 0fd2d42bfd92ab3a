//! Two laptops of one center that worked alone: the second one's center becomes an alias (rule 25). No id
//! changes; its records, people and devices move to the center that takes it in.

use jisr_domain::id::CenterId;
use jisr_domain::record::{Fields, Kind};

use super::next_label;
use crate::HubError;
use crate::database::CenterRow;
use crate::take::{Desk, write_own};

pub(super) fn join(desk: &mut Desk<'_>, from: CenterId, to: CenterId) -> Result<(), HubError> {
    let row = desk.tx.center(from)?;
    let row = row.unwrap_or(CenterRow {
        id: from,
        code: None,
        letters: String::new(),
        serial: 0,
        alias_of: None,
        labels: 0,
    });
    desk.tx.put_center(&CenterRow {
        alias_of: Some(to),
        ..row
    })?;
    // Aliases of the alias point home directly.
    for other in desk
        .tx
        .centers()?
        .into_iter()
        .filter(|other| other.alias_of == Some(from))
    {
        desk.tx.put_center(&CenterRow {
            alias_of: Some(to),
            ..other
        })?;
    }
    for mut device in desk
        .tx
        .devices()?
        .into_iter()
        .filter(|device| device.center == from)
    {
        device.center = to;
        device.label = next_label(desk.tx, to)?;
        desk.tx.put_device(&device)?;
    }
    let users = desk.tx.users(from)?;
    for key in desk.tx.of_center(from)? {
        if let Some(mut record) = desk.tx.record(&key)? {
            record.center = to;
            desk.tx.put_record(&record)?;
            desk.moves.look_again(key);
        }
    }
    for key in desk.tx.addressed_to(from)? {
        if let Some(mut record) = desk.tx.record(&key)? {
            record.addressed = Some(to);
            desk.tx.put_record(&record)?;
            desk.moves.look_again(key);
        }
    }
    for mut user in users {
        user.center = to;
        desk.tx.put_user(&user)?;
        write_own(
            desk,
            Kind::Staff,
            user.staff.0,
            to,
            Fields::from([("center".to_owned(), serde_json::to_value(to)?)]),
        )?;
    }
    desk.moves.users_of(to);
    desk.tx
        .audit(desk.around.now_ms(), "center_joined", Some(to), None, None)
}
