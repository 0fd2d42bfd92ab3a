//! The `seen` token: what a person had on screen (rule 4). Opaque to the interface: handed out with every
//! editable view, kept in drafts, required by every write.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::change::SeenDots;
use crate::state::RecordState;

/// What a view showed of one record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen(pub SeenDots);

/// Why a token is refused.
#[derive(Debug, thiserror::Error)]
#[error("the view this edit comes from cannot be told")]
pub struct BadToken;

impl Seen {
    /// What is seen when `state` is shown whole.
    pub fn of(state: &RecordState) -> Self {
        Self(
            state
                .fields
                .iter()
                .filter(|(_, f)| !f.siblings.is_empty())
                .map(|(name, f)| (name.clone(), f.dots()))
                .collect(),
        )
    }

    /// As handed to a view.
    pub fn token(&self) -> String {
        serde_json::to_vec(&self.0)
            .map(|bytes| URL_SAFE_NO_PAD.encode(bytes))
            .unwrap_or_default()
    }

    /// As handed back.
    ///
    /// # Errors
    /// [`BadToken`] when it was not given by [`Seen::token`].
    pub fn from_token(token: &str) -> Result<Self, BadToken> {
        let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| BadToken)?;
        serde_json::from_slice(&bytes)
            .map(Self)
            .map_err(|_| BadToken)
    }

    /// The part about the fields of a patch.
    pub fn about<'a>(&self, fields: impl IntoIterator<Item = &'a String>) -> SeenDots {
        fields
            .into_iter()
            .filter_map(|name| self.0.get(name).map(|dots| (name.clone(), dots.clone())))
            .collect()
    }
}
