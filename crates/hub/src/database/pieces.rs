//! The encrypted bytes of attachments, by piece.

use jisr_domain::id::AttachmentId;

use crate::HubError;

/// Row operations on pieces of attachments.
pub trait Pieces {
    /// The places of the pieces held, in order.
    fn pieces(&self, id: AttachmentId) -> Result<Vec<u32>, HubError>;
    /// The bytes of one.
    fn piece(&self, id: AttachmentId, n: u32) -> Result<Option<Vec<u8>>, HubError>;
    /// Keeps one; what stands there already stays.
    fn put_piece(&self, id: AttachmentId, n: u32, bytes: &[u8]) -> Result<(), HubError>;
    /// Drops them all.
    fn drop_pieces(&self, id: AttachmentId) -> Result<(), HubError>;
}
