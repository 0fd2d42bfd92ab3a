//! Shapes.

use jisr_domain::entitlement::Entitlement;
use schemars::JsonSchema;
use serde::Deserialize;
use ts_rs::TS;

/// `entitlement.record`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct RecordEntitlementArgs {
    /// The entitlement; `person` and `programme` are required.
    pub entitlement: Entitlement,
}
