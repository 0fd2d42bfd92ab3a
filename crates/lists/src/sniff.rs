//! What a file is, told by its content.

use crate::{ListError, Result};

/// What is read.
pub(crate) enum Kind {
    /// A text with columns.
    Text,
    /// An Excel workbook (`.xlsx`, `.xlsm`).
    Workbook,
}

/// How many bytes are looked at.
const LOOKED_AT: usize = 64 << 10;

pub(crate) fn kind_of(bytes: &[u8]) -> Result<Kind> {
    if bytes.iter().all(|byte| byte.is_ascii_whitespace()) {
        return Err(ListError::Empty);
    }
    match bytes {
        [b'P', b'K', 3, 4, ..] => return Ok(Kind::Workbook),
        // The container of Office before 2007; today it holds workbooks under a password.
        [0xD0, 0xCF, 0x11, 0xE0, ..] => {
            let hidden: Vec<u8> = "EncryptedPackage"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect();
            let protected = bytes.windows(hidden.len()).any(|part| part == hidden);
            return Err(if protected {
                ListError::Protected
            } else {
                ListError::OldWorkbook
            });
        }
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0xEF, 0xBB, 0xBF, ..] => return Ok(Kind::Text),
        _ => {}
    }
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    if is_page(start) || is_other(start) {
        return Err(ListError::NotAList);
    }
    let nul = start.iter().filter(|byte| **byte == 0).count();
    if nul > 0 {
        // Half of a text in two bytes a letter is zeros, where its words are Latin; of Arabic, its spaces and commas.
        return match crate::text::wide(start) {
            Some(_) => Ok(Kind::Text),
            None => Err(ListError::NotAList),
        };
    }
    let odd = start
        .iter()
        .filter(|byte| byte.is_ascii_control() && !matches!(**byte, b'\t' | b'\r' | b'\n' | 0x0C))
        .count();
    if odd * 20 > start.len() {
        return Err(ListError::NotAList);
    }
    Ok(Kind::Text)
}

/// Pages and documents that some programs name `.xls` or `.csv`.
fn is_page(start: &[u8]) -> bool {
    let words: Vec<u8> = start
        .iter()
        .copied()
        .skip_while(u8::is_ascii_whitespace)
        .take(16)
        .map(|byte| byte.to_ascii_lowercase())
        .collect();
    [
        &b"<!doctype"[..],
        b"<html",
        b"<?xml",
        b"<table",
        b"<style",
        b"{\\rtf",
    ]
    .iter()
    .any(|sign| words.starts_with(sign))
}

fn is_other(start: &[u8]) -> bool {
    [
        &b"%PDF"[..],
        b"\x89PNG",
        b"\xFF\xD8\xFF",
        b"\x1F\x8B",
        b"GIF8",
        b"MZ",
        b"\x7FELF",
        b"Rar!",
        b"7z\xBC\xAF",
        b"SQLite format",
    ]
    .iter()
    .any(|sign| start.starts_with(sign))
        && !start.starts_with(b"MZ,")
        && !start.starts_with(b"MZ;")
}
