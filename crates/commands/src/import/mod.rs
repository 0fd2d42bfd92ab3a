//! Lists brought into the register: read with suspicion, looked at, written a part at a time, taken back whole.

mod draft;
mod errors;
mod field;
mod guess;
mod jobs;
mod list;
mod open;
mod pen;
mod preview;
mod read;
mod row;
mod run;
mod start;
mod twins;
mod undo;
mod view;
mod worked;
mod write;

pub(crate) use errors::XLSX;
pub use errors::sheet as error_sheet;
pub use field::ListField;
pub use jobs::Imports;
pub use list::{kept, list};
pub use open::{open, sheet};
pub(crate) use pen::Pen;
pub use preview::preview;
pub use read::Doubt;
pub use row::Refusal;
pub use run::run;
pub use start::{close, resume, start, status, stop};
pub(crate) use undo::bring_back;
pub use undo::{restore, undo};
pub use view::*;
