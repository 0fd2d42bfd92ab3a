use std::io;

use thiserror::Error;

/// Why a key operation did not happen. Unless said otherwise nothing on disk has changed.
#[derive(Debug, Error)]
pub enum KeyError {
    /// The folder holds no key slots.
    #[error("there is no profile in this folder")]
    NoProfile,
    /// The folder holds key slots already; they are never overwritten.
    #[error("this folder already holds a profile")]
    AlreadyExists,
    /// No slot for this member of staff on this device.
    #[error("this person has no key on this device")]
    NoSuchUser,
    /// This member of staff has a slot already.
    #[error("this person already has a key on this device")]
    UserExists,
    /// The last slot cannot be dropped: only the recovery code would be left.
    #[error("the last user of a device cannot be removed")]
    LastUser,
    /// The passphrase does not open the slot. The attempt was counted.
    #[error("wrong passphrase, {attempts} in a row")]
    WrongPassphrase {
        /// Seconds to wait before the next attempt is looked at; 0 when it may follow at once.
        retry_after_seconds: u64,
        /// Wrong passphrases in a row, this one included.
        attempts: u32,
    },
    /// Too early after a wrong passphrase. The passphrase was not looked at and nothing was counted.
    #[error("wait {retry_after_seconds} s before trying again")]
    TooSoon {
        /// Seconds left to wait.
        retry_after_seconds: u64,
    },
    /// A new passphrase is too short.
    #[error("a passphrase has at least {minimum} characters")]
    PassphraseTooShort {
        /// Characters required.
        minimum: usize,
    },
    /// A passphrase is longer than any person types; refused before any work is done on it.
    #[error("a passphrase has at most {maximum} characters")]
    PassphraseTooLong {
        /// Characters allowed.
        maximum: usize,
    },
    /// What was typed cannot be a recovery code: wrong length, foreign character or failed check.
    #[error("this is not a recovery code: one or more characters are wrong or missing")]
    RecoveryCodeMalformed,
    /// A well-formed recovery code, of another device or replaced since.
    #[error("this recovery code does not open this device")]
    WrongRecoveryCode,
    /// A rekey was begun and not finished; finish it first.
    #[error("the change of the database key is not finished")]
    RekeyPending,
    /// The database key given is not the one of this profile (any more).
    #[error("this database key is not the one of this profile")]
    StaleKey,
    /// Both copies of the slots are torn or were tampered with.
    #[error("the key slots are damaged")]
    Damaged,
    /// The slots were written by a later release.
    #[error("the key slots were written by a newer release (format {found})")]
    NewerFormat {
        /// The format found in the file.
        found: u32,
    },
    /// Stretching the passphrase needs more memory than the machine has left.
    #[error("not enough memory to check the passphrase ({needed_kib} KiB needed)")]
    NotEnoughMemory {
        /// Memory the slot asks for, in KiB.
        needed_kib: u32,
    },
    /// The disk refused a read or a write.
    #[error("reading or writing the key slots failed")]
    Io(#[from] io::Error),
}
