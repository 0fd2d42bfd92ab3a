//! The card of the center, as shown and edited.

use jisr_domain::center::Center;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::{Document, RecordView};

/// `center.get`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct CenterView {
    /// As held.
    pub center: RecordView<Center>,
    /// The picture at the head of its papers.
    pub logo: Option<Document>,
}

/// `center.update`: both are written as they stand here; empty takes away.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct UpdateCenterArgs {
    /// As handed out with the view.
    pub seen: String,
    /// Street address, in either script.
    #[serde(default)]
    pub address: Option<String>,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
}

/// `center.set_logo`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct SetLogoArgs {
    /// Its bytes, base64: a JPEG, PNG or WebP image. Absent takes the logo away.
    #[serde(default)]
    pub content: Option<String>,
}
