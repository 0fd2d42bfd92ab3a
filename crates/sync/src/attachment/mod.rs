//! The bytes of an attachment (rule 27): how they are encrypted, cut into pieces, named and checked. The same for the
//! device that seals, the hub that keeps and the device that reads.
//!
//! A piece is 256 KiB under XChaCha20-Poly1305, its nonce made of its place and of whether it is the last (the STREAM
//! construction): pieces left out, moved or put elsewhere do not open. The key of the record is never used itself;
//! what encrypts and what names is derived from it *and from the record*, so that two records that say the same key
//! still share neither bytes nor place.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use uuid::Uuid;
use zeroize::Zeroizing;

#[cfg(test)]
mod tests;

/// Bytes of a piece before encryption; the last may have fewer.
pub const PIECE: usize = 256 << 10;
/// What encryption adds to a piece.
pub const TAG: usize = 16;
/// Largest attachment, before encryption.
pub const LARGEST: usize = 10 << 20;

const ENCRYPTION: &str = "jisr 2026 attachment: encryption";
const ADDRESS: &str = "jisr 2026 attachment: address";

/// The bytes are not those that were sealed, or not under this key.
#[derive(Debug, thiserror::Error)]
#[error("the bytes of the attachment are not those that were sealed")]
pub struct Altered;

/// How many pieces an attachment has, and how long each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    size: usize,
}

impl Shape {
    /// Of an attachment of `size` bytes; none when it is empty or larger than [`LARGEST`].
    pub fn of(size: usize) -> Option<Self> {
        (1..=LARGEST).contains(&size).then_some(Self { size })
    }

    /// Pieces.
    pub fn pieces(self) -> u32 {
        u32::try_from(self.size.div_ceil(PIECE)).unwrap_or(u32::MAX)
    }

    /// Encrypted bytes of piece `n`, from 0; none beyond the last.
    pub fn piece_len(self, n: u32) -> Option<usize> {
        let n = usize::try_from(n).ok()?;
        let left = self.size.checked_sub(n.checked_mul(PIECE)?)?;
        (left > 0).then_some(left.min(PIECE) + TAG)
    }

    /// Whether `n` is the last piece.
    pub fn is_last(self, n: u32) -> bool {
        n + 1 == self.pieces()
    }
}

/// Where piece `n` begins among the encrypted bytes.
pub fn piece_start(n: u32) -> u64 {
    u64::from(n) * u64::try_from(PIECE + TAG).unwrap_or(0)
}

/// What opens one attachment.
pub struct Secret {
    key: Zeroizing<[u8; 32]>,
    address: String,
}

impl Secret {
    /// From the key of the record, as it stands there, and the record's id; none when it is no key.
    pub fn of(key: &str, record: Uuid) -> Option<Self> {
        let mut material = Zeroizing::new([0; 48]);
        let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(key).ok()?);
        let (head, tail) = material.split_at_mut(32);
        if bytes.len() != head.len() {
            return None;
        }
        head.copy_from_slice(&bytes);
        tail.copy_from_slice(record.as_bytes());
        let address = blake3::Hash::from_bytes(blake3::derive_key(ADDRESS, material.as_ref()));
        Some(Self {
            key: Zeroizing::new(blake3::derive_key(ENCRYPTION, material.as_ref())),
            address: address.to_hex().to_string(),
        })
    }

    /// A key as a record says it.
    pub fn text(random: &[u8; 32]) -> String {
        URL_SAFE_NO_PAD.encode(random)
    }

    /// Where the bytes are kept, on every device: 64 hexadecimal digits that tell nothing.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The encrypted bytes of `plain`.
    ///
    /// # Errors
    /// [`Altered`] when there is nothing to seal, or too much.
    pub fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, Altered> {
        let shape = Shape::of(plain.len()).ok_or(Altered)?;
        let mut sealed = Vec::with_capacity(plain.len() + plain.len().div_ceil(PIECE) * TAG);
        for (n, piece) in (0u32..).zip(plain.chunks(PIECE)) {
            let encrypted = self
                .cipher()
                .encrypt(&nonce(n, shape.is_last(n)), piece)
                .map_err(|_| Altered)?;
            sealed.extend_from_slice(&encrypted);
        }
        Ok(sealed)
    }

    /// Piece `n`, opened.
    ///
    /// # Errors
    /// [`Altered`].
    pub fn open_piece(&self, shape: Shape, n: u32, sealed: &[u8]) -> Result<Vec<u8>, Altered> {
        if shape.piece_len(n) != Some(sealed.len()) {
            return Err(Altered);
        }
        self.cipher()
            .decrypt(&nonce(n, shape.is_last(n)), sealed)
            .map_err(|_| Altered)
    }

    /// Everything, opened.
    ///
    /// # Errors
    /// [`Altered`].
    pub fn open(&self, shape: Shape, sealed: &[u8]) -> Result<Vec<u8>, Altered> {
        let mut plain = Vec::with_capacity(sealed.len());
        let mut pieces = 0;
        for (n, piece) in (0u32..).zip(sealed.chunks(PIECE + TAG)) {
            plain.extend_from_slice(&Zeroizing::new(self.open_piece(shape, n, piece)?));
            pieces = n + 1;
        }
        if pieces == shape.pieces() {
            Ok(plain)
        } else {
            Err(Altered)
        }
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.key).into())
    }
}

/// The key is used for one attachment alone: place and end are all a nonce needs to be used once.
fn nonce(n: u32, last: bool) -> XNonce {
    let mut bytes = [0; 24];
    bytes[19..23].copy_from_slice(&n.to_be_bytes());
    bytes[23] = u8::from(last);
    XNonce::from(bytes)
}

/// The hash of encrypted bytes, as a record says it.
#[derive(Default)]
pub struct Hash(blake3::Hasher);

impl Hash {
    /// Of all of `sealed`.
    pub fn of(sealed: &[u8]) -> String {
        let mut hash = Self::default();
        hash.add(sealed);
        hash.text()
    }

    /// Goes on with the next bytes.
    pub fn add(&mut self, sealed: &[u8]) {
        self.0.update(sealed);
    }

    /// As a record says it.
    pub fn text(&self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}
