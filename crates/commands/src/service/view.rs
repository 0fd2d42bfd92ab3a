//! Services, as given.

use jisr_domain::service::Service;
use schemars::JsonSchema;
use serde::Deserialize;
use ts_rs::TS;

/// `service.give`: `person` (or `case`) and `service_type` are required.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct GiveArgs {
    /// What was given; `at` and `by` are set by the program.
    pub service: Service,
    /// An amount far from the usual is meant.
    #[serde(default)]
    pub confirmed: Option<bool>,
}
