//! A workbook is an archive: it is unpacked into nothing, once, before anything reads it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::limits::{MAX_GROWTH, MAX_PARTS, MAX_STRINGS, MAX_UNPACKED, SMALL_PART};
use crate::{ListError, Result};

/// Makes sure that it is a workbook, whole, and no larger unpacked than is ever read. The sizes an archive states are
/// its maker's word: what counts is what comes out.
pub(crate) fn check(bytes: &[u8]) -> Result<()> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ListError::Damaged)?;
    if archive.len() > MAX_PARTS {
        return Err(ListError::Bomb);
    }
    let names: Vec<String> = archive
        .file_names()
        .filter_map(|name| name.ok().map(|name| name.into_owned()))
        .collect();
    if !names
        .iter()
        .any(|name| name.ends_with("workbook.xml") || name.ends_with("workbook.bin"))
    {
        return Err(ListError::NotAList);
    }
    if names.iter().any(|name| name.ends_with("workbook.bin")) {
        return Err(ListError::OldWorkbook);
    }
    let mut unpacked = 0_u64;
    let mut buffer = vec![0; 64 << 10];
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(text) if text.contains("assword") => {
                ListError::Protected
            }
            _ => ListError::Damaged,
        })?;
        let packed = part.compressed_size().max(1);
        let mut grown = 0_u64;
        let mut promise = part
            .name()
            .is_ok_and(|name| name.to_lowercase().contains("sharedstrings"))
            .then(Promise::default);
        loop {
            let read = part.read(&mut buffer).map_err(|_| ListError::Damaged)?;
            if read == 0 {
                break;
            }
            grown += u64::try_from(read).unwrap_or(u64::MAX);
            if let Some(promise) = &mut promise
                && promise.is_absurd(buffer.get(..read).unwrap_or_default())
            {
                return Err(ListError::Bomb);
            }
            if grown > SMALL_PART && grown / packed > MAX_GROWTH {
                return Err(ListError::Bomb);
            }
            if unpacked + grown > MAX_UNPACKED {
                return Err(ListError::TooLarge {
                    megabytes: usize::try_from(MAX_UNPACKED >> 20).unwrap_or(usize::MAX),
                });
            }
        }
        unpacked += grown;
    }
    Ok(())
}

/// How many texts a workbook says it has: whoever reads it makes room for as many, before it has seen the first.
#[derive(Default)]
struct Promise {
    tail: Vec<u8>,
}

impl Promise {
    const NAME: &'static [u8] = b"uniqueCount";
    /// Letters in which a name and its number may be cut by the end of a piece.
    const CUT: usize = 64;

    fn is_absurd(&mut self, piece: &[u8]) -> bool {
        self.tail.extend_from_slice(piece);
        let mut rest = self.tail.as_slice();
        while let Some(at) = rest
            .windows(Self::NAME.len())
            .position(|part| part == Self::NAME)
        {
            rest = rest.get(at + Self::NAME.len()..).unwrap_or_default();
            let number: String = rest
                .iter()
                .skip_while(|byte| {
                    byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\'')
                })
                .take_while(|byte| byte.is_ascii_digit())
                .map(|byte| char::from(*byte))
                .collect();
            if !number.is_empty()
                && number
                    .parse::<usize>()
                    .is_ok_and(|count| count > MAX_STRINGS)
                || number.len() > 9
            {
                return true;
            }
        }
        let keep = self.tail.len().saturating_sub(Self::CUT);
        self.tail.drain(..keep);
        false
    }
}
