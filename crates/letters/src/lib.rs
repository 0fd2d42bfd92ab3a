//! Printed documents: the referral letter, the appointment slip, the receipt, the consent form, the recovery
//! sheet.
//!
//! A letter is a plain struct of strings; [`render`] gives the bytes of a PDF. Everything it needs (templates, words,
//! fonts) is inside the program, so a letter prints with no network and no disk. The same letter gives the same bytes.
//!
//! What people typed reaches the templates as data, never as markup. Hidden characters are removed, one-line texts end
//! in `…` past [`LINE_LIMIT`]; what must not be cut (a reason, a code, a list) is refused past its limit.

mod bidi;
mod clean;
mod dates;
mod error;
mod letter;
mod render;
mod view;
mod world;

pub use clean::{CODE_LIMIT, LINE_LIMIT, LIST_LIMIT, REASON_LIMIT};
pub use error::LettersError;
pub use letter::{
    AppointmentSlip, ConsentForm, Gender, Letter, Letterhead, Receipt, RecoverySlip,
    ReferralLetter, Tick,
};
pub use render::render;
