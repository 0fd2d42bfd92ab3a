//! Centers, users, devices, codes: who the hub knows.

use jisr_domain::id::{CenterId, DeviceId, StaffId};
use jisr_domain::role::Role;
use jisr_sync::Stamp;
use jisr_sync::wire::Mark;

use crate::HubError;

/// A center.
#[derive(Clone, Debug, PartialEq)]
pub struct CenterRow {
    /// Its id, chosen by the device that brought it.
    pub id: CenterId,
    /// Readable code; none for an alias never numbered.
    pub code: Option<String>,
    /// Letters of its province.
    pub letters: String,
    /// Which center of those letters, from 1; 0 when not numbered.
    pub serial: u32,
    /// The center that took it in.
    pub alias_of: Option<CenterId>,
    /// Device labels given out.
    pub labels: u32,
}

/// A user, as the hub's register has them: no record changes this.
#[derive(Clone, Debug, PartialEq)]
pub struct UserRow {
    /// Who.
    pub staff: StaffId,
    /// Where.
    pub center: CenterId,
    /// Their function.
    pub role: Role,
    /// Public key they enrolled with first, base64url.
    pub public_key: String,
    /// Whether the account is open.
    pub active: bool,
}

/// A device.
#[derive(Clone, Debug, PartialEq)]
pub struct DeviceRow {
    /// Which.
    pub id: DeviceId,
    /// Where it belongs.
    pub center: CenterId,
    /// Its label in case numbers.
    pub label: String,
    /// Its public key, base64url.
    pub public_key: String,
    /// No longer welcome.
    pub revoked: bool,
    /// How far its changes were taken.
    pub mark: Mark,
    /// The last stamp kept for it, bounded.
    pub last_stamp: Stamp,
    /// The last of its changes whose stamp the hub bounded; 0 when none was.
    pub bounded: u64,
    /// The hub is looking for where its series parted.
    pub searching: bool,
    /// When it was enrolled, milliseconds since 1970.
    pub enrolled_ms: u64,
}

/// A user of a device.
#[derive(Clone, Debug, PartialEq)]
pub struct Binding {
    /// Who.
    pub staff: StaffId,
    /// The key they sign with on that device, base64url.
    pub public_key: String,
}

/// An enrolment code. The code itself is not kept.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeRow {
    /// Hash of the code.
    pub hash: String,
    /// For which center; none: for a new one.
    pub center: Option<CenterId>,
    /// For which user of the register; none: for a new one.
    pub staff: Option<StaffId>,
    /// Name of the new user, where known.
    pub user_name: Option<String>,
    /// The role it gives.
    pub role: Role,
    /// Until when, milliseconds since 1970.
    pub expires_ms: u64,
    /// Who used it.
    pub used_by: Option<(DeviceId, StaffId)>,
}

/// Row operations on the register.
pub trait Registry {
    /// A word about the hub itself.
    fn meta(&self, name: &str) -> Result<Option<String>, HubError>;
    /// Keeps it.
    fn set_meta(&self, name: &str, value: &str) -> Result<(), HubError>;

    /// A center.
    fn center(&self, id: CenterId) -> Result<Option<CenterRow>, HubError>;
    /// Every center, aliases too, by code.
    fn centers(&self) -> Result<Vec<CenterRow>, HubError>;
    /// Adds or replaces.
    fn put_center(&self, center: &CenterRow) -> Result<(), HubError>;

    /// A user.
    fn user(&self, staff: StaffId) -> Result<Option<UserRow>, HubError>;
    /// The users of a center.
    fn users(&self, center: CenterId) -> Result<Vec<UserRow>, HubError>;
    /// Adds or replaces.
    fn put_user(&self, user: &UserRow) -> Result<(), HubError>;

    /// A device.
    fn device(&self, id: DeviceId) -> Result<Option<DeviceRow>, HubError>;
    /// Every device, by the time it was enrolled.
    fn devices(&self) -> Result<Vec<DeviceRow>, HubError>;
    /// Adds or replaces.
    fn put_device(&self, device: &DeviceRow) -> Result<(), HubError>;

    /// The users of a device.
    fn bindings(&self, device: DeviceId) -> Result<Vec<Binding>, HubError>;
    /// Adds or replaces.
    fn bind(&self, device: DeviceId, binding: &Binding) -> Result<(), HubError>;

    /// The code that hashes so.
    fn code(&self, hash: &str) -> Result<Option<CodeRow>, HubError>;
    /// Adds or replaces.
    fn put_code(&self, code: &CodeRow) -> Result<(), HubError>;

    /// Notes who did what, without a value.
    fn audit(
        &self,
        at_ms: u64,
        what: &str,
        center: Option<CenterId>,
        device: Option<DeviceId>,
        staff: Option<StaffId>,
    ) -> Result<(), HubError>;
}
