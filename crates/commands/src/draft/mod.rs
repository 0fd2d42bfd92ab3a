//! Drafts: what is being typed, kept at every field, for its writer only, on this device only.

mod discard;
mod get;
mod list;
mod save;
mod view;

pub use discard::discard;
pub(crate) use discard::drop_draft;
pub use get::get;
pub use list::list;
pub use save::save;
pub use view::*;

use crate::error::CommandError;

/// A draft as its writer gets it back.
fn shown(draft: jisr_store::Draft) -> Result<Draft, CommandError> {
    Ok(Draft {
        draft: draft.id.to_string(),
        form: draft.kind,
        title: Some(draft.title).filter(|title| !title.is_empty()),
        body: serde_json::from_str(&draft.body).map_err(CommandError::answer)?,
        saved_at_ms: draft.updated_at.to_string(),
    })
}
