//! The partner directory.

use jisr_domain::partner::{Partner, PartnerType};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::RecordView;

/// `partner.list`
#[derive(Clone, Debug, Default, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct PartnersArgs {
    /// Words of a name or a service.
    pub query: Option<String>,
    /// Only these.
    pub partner_type: Option<PartnerType>,
    /// Those no longer proposed too.
    pub inactive: bool,
}

/// A partner.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct PartnerView {
    /// As held.
    pub partner: RecordView<Partner>,
    /// Names of its commune, in Arabic and French.
    pub commune_names: Option<(String, String)>,
    /// Referrals sent to it that still wait.
    pub waiting: u32,
}

/// `partner.create`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct CreatePartnerArgs {
    /// A name in one language is required.
    pub partner: Partner,
}
