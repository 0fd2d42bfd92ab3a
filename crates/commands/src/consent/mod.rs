//! What a person agreed to, for which purpose, until when.

mod form;
mod record;
mod show;
mod view;
mod withdraw;

pub use form::form;
pub use record::record;
pub use show::consent_view;
pub use view::*;
pub use withdraw::withdraw;
