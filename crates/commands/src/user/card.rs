//! A member of staff, as named beside what they did.

use jisr_domain::center::Staff;
use jisr_domain::id::StaffId;
use jisr_store::Reader;

use crate::error::CommandError;
use crate::view::StaffCard;

/// A member of staff; the bare id when their record has not arrived.
///
/// # Errors
/// The database.
pub fn staff_card(reader: &Reader<'_>, id: StaffId) -> Result<StaffCard, CommandError> {
    let staff = reader.find::<Staff>(id)?.unwrap_or_default();
    Ok(staff_card_of(id, &staff))
}

/// Whoever a record names as its author; nobody where it names nobody.
///
/// # Errors
/// The database.
pub(crate) fn author_card(
    reader: &Reader<'_>,
    id: Option<StaffId>,
) -> Result<StaffCard, CommandError> {
    id.map_or(Ok(StaffCard::default()), |id| staff_card(reader, id))
}

/// A member of staff, from their record.
pub fn staff_card_of(id: StaffId, staff: &Staff) -> StaffCard {
    StaffCard {
        staff: Some(id),
        name_ar: staff.name_ar.clone(),
        name_lat: staff.name_lat.clone(),
        sex: staff.sex,
        role: staff.role,
    }
}
