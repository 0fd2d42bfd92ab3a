//! From a letter to the bytes of a PDF.

use std::panic::catch_unwind;

use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use crate::view::{View, view};
use crate::world::LetterWorld;
use crate::{Letter, LettersError};

/// The letter as a PDF. The same letter always gives the same bytes.
///
/// # Errors
/// [`LettersError`]: a field is missing, too long or not what it should be. Nothing is printed then.
pub fn render(letter: &Letter) -> Result<Vec<u8>, LettersError> {
    let view = view(letter)?;
    // The typesetter is large and what people type is endless: should it fail on a text, the program goes on.
    let done = catch_unwind(|| typeset(view).and_then(|document| pdf(&document)));
    // The typesetter remembers what it laid out: a person's name, a recovery code. It starts afresh each time instead,
    // which costs a fraction of a second.
    comemo::evict(0);
    done.unwrap_or_else(|_| Err(LettersError::Typesetter("stopped".into())))
}

pub(crate) fn typeset(view: View) -> Result<PagedDocument, LettersError> {
    let world = LetterWorld::new(view).map_err(|e| LettersError::Typesetter(e.to_string()))?;
    typst::compile::<PagedDocument>(&world)
        .output
        .map_err(|e| failed(&e))
}

fn pdf(document: &PagedDocument) -> Result<Vec<u8>, LettersError> {
    let options = PdfOptions {
        creator: Smart::Custom(Some("Jisr".into())),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|e| failed(&e))
}

fn failed(diagnostics: &[SourceDiagnostic]) -> LettersError {
    let said = diagnostics
        .first()
        .map(|d| d.message.to_string())
        .unwrap_or_default();
    LettersError::Typesetter(said)
}
