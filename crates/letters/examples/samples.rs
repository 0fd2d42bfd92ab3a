//! Writes one of each letter into the folder given, to be looked at: `cargo run -p jisr-letters --example samples /tmp`.

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::path::PathBuf;

use jisr_letters::{Letter, render};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    let mut referral = samples::referral();
    referral.head.logo = Some(samples::logo());
    for (name, letter) in [
        ("referral", Letter::Referral(Box::new(referral))),
        (
            "appointment",
            Letter::Appointment(Box::new(samples::appointment())),
        ),
        ("receipt", Letter::Receipt(Box::new(samples::receipt()))),
        (
            "consent",
            Letter::Consent(Box::new(samples::consent(false))),
        ),
        (
            "consent-blank",
            Letter::Consent(Box::new(samples::consent(true))),
        ),
        ("recovery", Letter::Recovery(Box::new(samples::recovery()))),
    ] {
        std::fs::write(folder.join(format!("{name}.pdf")), render(&letter)?)?;
    }
    Ok(())
}
