//! Who a laptop that asked to join a center would be, until the hub has answered.

use jisr_domain::id::{DeviceId, StaffId};
use zeroize::Zeroizing;

/// Who this laptop and its user would be at the hub. Kept in memory until it is: the hub gives a code away once, and
/// where its answer was lost on the way, or the disk refused what came after it, the same laptop may ask again.
pub(crate) struct PendingEnrolment {
    pub(super) hub: String,
    pub(super) code: String,
    pub(super) device: DeviceId,
    pub(super) device_secret: Zeroizing<[u8; 32]>,
    pub(super) staff: StaffId,
    pub(super) user_key: Zeroizing<[u8; 32]>,
}
