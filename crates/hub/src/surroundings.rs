//! Time and chance, handed in by whoever runs the hub.

use uuid::Uuid;

/// What the hub asks of the world around it.
pub trait Surroundings: Send + Sync {
    /// Milliseconds since 1970, UTC.
    fn now_ms(&self) -> u64;
    /// Fills `bytes` with unpredictable bits.
    fn random(&self, bytes: &mut [u8]);
}

/// A new identifier, version 7.
pub(crate) fn new_id(around: &dyn Surroundings) -> Uuid {
    let mut random = [0; 10];
    around.random(&mut random);
    uuid::Builder::from_unix_timestamp_millis(around.now_ms(), &random).into_uuid()
}
