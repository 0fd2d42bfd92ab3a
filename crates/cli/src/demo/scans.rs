//! A few scans in the cases Latifa follows, so that a newcomer sees where they stand: pages drawn here, nobody's.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_commands::CommandError;
use jisr_commands::attachment::{AddAttachmentArgs, add};
use jisr_commands::case::{CasesArgs, list};
use jisr_commands::session::Session;
use jisr_domain::attachment::AttachmentPurpose;

/// What is laid in the first open cases of her list: the name, what for, how many lines the page has.
const PAPERS: [(&str, AttachmentPurpose, u32); 4] = [
    ("شهادة السكنى", AttachmentPurpose::Certificate, 9),
    ("نسخة البطاقة الوطنية", AttachmentPurpose::IdentityPaper, 4),
    ("شهادة طبية", AttachmentPurpose::Certificate, 12),
    ("محضر جلسة", AttachmentPurpose::CourtPaper, 16),
];

/// Width and height of a page, in points of grey.
const PAGE: (u32, u32) = (210, 297);

/// Lays them.
///
/// # Errors
/// Those of the commands.
pub(super) fn laid(session: &Session<'_>) -> Result<(), CommandError> {
    let cases = list(session, CasesArgs::default())?.items;
    for (row, (name, purpose, lines)) in cases.iter().zip(PAPERS) {
        add(
            session,
            AddAttachmentArgs {
                person: None,
                case: Some(row.case),
                document: None,
                purpose,
                name: Some(name.to_owned()),
                content: STANDARD.encode(page(lines)),
            },
        )?;
    }
    Ok(())
}

/// A white page with grey lines where words would be, as a PNG.
fn page(lines: u32) -> Vec<u8> {
    let (width, height) = PAGE;
    let mut points = Vec::new();
    for y in 0..height {
        // Each row begins with the number of its filter: none.
        points.push(0);
        points.extend((0..width).map(|x| {
            let line = y.checked_sub(40).map(|y| y / 14);
            let on_line = line.is_some_and(|line| line < lines) && y % 14 < 5;
            let end = width - 24 - (y / 14 * 37) % 60;
            if on_line && (24..end).contains(&x) {
                0x9A
            } else {
                0xFF
            }
        }));
    }
    let mut png = b"\x89PNG\r\n\x1A\n".to_vec();
    let mut head = [width.to_be_bytes(), height.to_be_bytes()].concat();
    // Eight bits of grey.
    head.extend([8, 0, 0, 0, 0]);
    chunk(&mut png, b"IHDR", &head);
    chunk(&mut png, b"IDAT", &stored(&points));
    chunk(&mut png, b"IEND", &[]);
    png
}

/// A zlib stream that compresses nothing.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let mut blocks = bytes.chunks(0xFFFF).peekable();
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
        stream.push(u8::from(blocks.peek().is_none()));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend_from_slice(block);
    }
    let (low, high) = bytes.iter().fold((1u32, 0u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    stream.extend((high << 16 | low).to_be_bytes());
    stream
}

fn chunk(png: &mut Vec<u8>, kind: &[u8; 4], bytes: &[u8]) {
    png.extend(u32::try_from(bytes.len()).unwrap_or(0).to_be_bytes());
    let checked = [kind.as_slice(), bytes].concat();
    let sum = checked.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            sum >> 1 ^ (0xEDB8_8320 & (sum & 1).wrapping_neg())
        })
    });
    png.extend(checked);
    png.extend((!sum).to_be_bytes());
}
