//! What is signed, by whom (rule 8): a transaction by its user's key, a request by the device's key.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use jisr_domain::id::{DeviceId, StaffId};
use uuid::Uuid;

use crate::change::Logged;

/// Why a signature does not hold.
#[derive(Debug, thiserror::Error)]
#[error("the signature does not hold")]
pub struct BadSignature;

fn transaction_bytes(tx: Uuid, actor: StaffId, changes: &[Logged]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(b"jisr transaction 1\0");
    hasher.update(tx.as_bytes());
    hasher.update(actor.0.as_bytes());
    for change in changes {
        hasher.update(blake3::hash(change.payload.get().as_bytes()).as_bytes());
    }
    *hasher.finalize().as_bytes()
}

/// Signs what a user said in one transaction.
pub fn sign_transaction(
    key: &SigningKey,
    tx: Uuid,
    actor: StaffId,
    changes: &[Logged],
) -> [u8; 64] {
    key.sign(&transaction_bytes(tx, actor, changes)).to_bytes()
}

/// Checks it.
///
/// # Errors
/// [`BadSignature`].
pub fn verify_transaction(
    key: &VerifyingKey,
    tx: Uuid,
    actor: StaffId,
    changes: &[Logged],
    signature: &[u8; 64],
) -> Result<(), BadSignature> {
    key.verify_strict(
        &transaction_bytes(tx, actor, changes),
        &Signature::from_bytes(signature),
    )
    .map_err(|_| BadSignature)
}

/// A request: path, moment in milliseconds, and the body as sent.
fn request_bytes(device: DeviceId, path: &str, at_ms: u64, body: &[u8]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(b"jisr request 1\0");
    hasher.update(device.0.as_bytes());
    hasher.update(path.as_bytes());
    hasher.update(b"\0");
    hasher.update(&at_ms.to_le_bytes());
    hasher.update(blake3::hash(body).as_bytes());
    *hasher.finalize().as_bytes()
}

/// Signs a request with the device's key.
pub fn sign_request(
    key: &SigningKey,
    device: DeviceId,
    path: &str,
    at_ms: u64,
    body: &[u8],
) -> [u8; 64] {
    key.sign(&request_bytes(device, path, at_ms, body))
        .to_bytes()
}

/// Checks it. Repeats are harmless (push is idempotent, pull reads), so no nonce is kept; the moment is only
/// signed so that it can be logged.
///
/// # Errors
/// [`BadSignature`].
pub fn verify_request(
    key: &VerifyingKey,
    device: DeviceId,
    path: &str,
    at_ms: u64,
    body: &[u8],
    signature: &[u8; 64],
) -> Result<(), BadSignature> {
    key.verify_strict(
        &request_bytes(device, path, at_ms, body),
        &Signature::from_bytes(signature),
    )
    .map_err(|_| BadSignature)
}
