//! Colleagues.

use jisr_domain::center::Staff;

use crate::error::CommandError;
use crate::session::Session;
use crate::view::{Empty, StaffCard};

/// Everyone who works at the center, those who left excepted.
///
/// # Errors
/// Those of the database.
pub fn list(session: &Session<'_>, _args: Empty) -> Result<Vec<StaffCard>, CommandError> {
    session.read(|reader| {
        let staff = reader.list::<Staff>("left_on IS NULL ORDER BY name_ar, name_lat", [])?;
        Ok(staff
            .into_iter()
            .map(|(id, staff)| StaffCard {
                staff: Some(id),
                name_ar: staff.name_ar,
                name_lat: staff.name_lat,
                sex: staff.sex,
                role: staff.role,
            })
            .collect())
    })
}
