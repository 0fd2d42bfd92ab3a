//! What an administrator asks from the command line.

mod code;
mod restore;
mod verify;

pub use code::CodeAsked;
pub(crate) use code::make_code;
pub use restore::restore;
pub use verify::Verified;
pub(crate) use verify::verify;
