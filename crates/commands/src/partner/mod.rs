//! The directory of partners.

mod create;
mod list;
mod update;
mod view;

pub use create::create;
pub use list::list;
pub use update::update;
pub use view::*;

use jisr_domain::partner::Partner;

use crate::code::Code;
use crate::error::CommandError;

/// A partner nobody can name cannot be chosen or written to.
fn named(partner: &Partner) -> Result<(), CommandError> {
    if partner.name_ar.is_none() && partner.name_fr.is_none() {
        return Err(CommandError::Field {
            field: "name_ar",
            code: Code::NameMissing,
        });
    }
    Ok(())
}
