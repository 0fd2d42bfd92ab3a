//! Attachments: the scan of a paper, or a person's photo. The record says what it is and how its bytes are opened;
//! the bytes, encrypted, travel beside it in pieces (sync rule 27).

use chrono::NaiveDate;

use crate::id::{CaseId, PersonId, StaffId, StepDocumentId};
use crate::record::{Rules, code, record};

code! {
    /// What an attachment is kept for.
    AttachmentPurpose {
        /// Identity paper.
        IdentityPaper = "identity_paper",
        /// Certificate: medical, of residence, of schooling.
        Certificate = "certificate",
        /// Signed consent.
        SignedConsent = "consent",
        /// Paper of a court or of the police.
        CourtPaper = "court_paper",
        /// Photo of the person.
        PersonPhoto = "person_photo",
        /// Another, said by its name.
        Other = "other",
    }
}

impl AttachmentPurpose {
    /// Whether the front desk adds it: what says who somebody is.
    #[must_use]
    pub fn is_for_the_desk(self) -> bool {
        matches!(
            self,
            AttachmentPurpose::PersonPhoto | AttachmentPurpose::IdentityPaper
        )
    }
}

code! {
    /// What the bytes are, told by the bytes themselves.
    MediaType {
        /// JPEG.
        Jpeg = "image/jpeg",
        /// PNG.
        Png = "image/png",
        /// WebP.
        Webp = "image/webp",
        /// PDF.
        Pdf = "application/pdf",
    }
}

impl MediaType {
    /// What `bytes` begin as; none of ours otherwise. The name of a file says nothing.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Some(MediaType::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(MediaType::Png),
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => Some(MediaType::Webp),
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(MediaType::Pdf),
            _ => None,
        }
    }
}

/// Whether `bytes` begin as the picture of an iPhone (HEIC, HEIF), whatever the file is called: few programs can show
/// it, and this one keeps none.
pub fn is_heic(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8; 4]; 10] = [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1",
    ];
    let Some([size @ .., b'f', b't', b'y', b'p']) = bytes.first_chunk::<8>() else {
        return false;
    };
    let end = u32::from_be_bytes(*size).clamp(16, 256) as usize;
    // The brand, its version, and the brands it is compatible with: AVIF says `mif1` too, and says its own name first.
    let brands = bytes.get(8..end.min(bytes.len())).unwrap_or_default();
    let is_one = |brand: &[u8]| BRANDS.iter().any(|one| one.as_slice() == brand);
    !matches!(brands.first_chunk::<4>(), Some(b"avif" | b"avis"))
        && brands.chunks_exact(4).any(is_one)
}

record! {
    /// A scan or photo (مرفق).
    Attachment: AttachmentId, about: person(person) in case(case) or center, written by: meets_people {
        /// Of whom.
        person: Option<PersonId> => Once, Identity, by_program();
        /// In which case; none: with the person.
        case: Option<CaseId> => Once, Identity;
        /// The paper of a step it is the copy of.
        document: Option<StepDocumentId> => Once, Care;
        /// What it is kept for.
        purpose: Option<AttachmentPurpose> => Once, Care;
        /// What it is called.
        name: Option<String> => Once, Care;
        /// What the bytes are.
        media_type: Option<MediaType> => Once, Care;
        /// How many bytes, before encryption.
        size: Option<u32> => Once, Care;
        /// BLAKE3 of the encrypted bytes, hexadecimal.
        hash: Option<String> as Reference => Once, Secret;
        /// 32 random bytes, base64url: opens the bytes and, by derivation, names where they are kept.
        key: Option<String> as Reference => Once, Secret;
        /// Civil day on which it was added.
        day: Option<NaiveDate> => Once, Care;
        /// By whom.
        by: Option<StaffId> => Once, Care, by_program();
        /// The hub holds all of it and has checked it. Written by the hub's own hand, by nobody else.
        complete: Option<bool> => Latest, Public, by_program();
        /// Day on which it was taken back as a mistake. Once taken back anywhere it is: a paper laid in the wrong
        /// file is hidden by whoever notices, whatever others wrote meanwhile.
        withdrawn_on: Option<NaiveDate> => Strictest(Withdrawal), Care;
        /// Why.
        withdrawn_reason: Option<String> => Narrative, Care;
    }
}

impl Rules for Attachment {
    const TOLD_BY: &'static [&'static str] = &["name", "purpose"];

    fn author(&self) -> Option<StaffId> {
        self.by
    }
}

impl Attachment {
    /// Whether it is the center's own, its logo, and about nobody: those who keep its accounts lay it, everybody there
    /// sees it.
    pub fn is_the_centers(&self) -> bool {
        self.person.is_none()
            && self.case.is_none()
            && self.purpose == Some(AttachmentPurpose::Other)
    }
}

/// The fields of an attachment that the hub alone writes.
pub const WRITTEN_BY_HUB: [&str; 1] = ["complete"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_is_is_told_by_its_bytes() {
        assert_eq!(
            MediaType::of(b"\xFF\xD8\xFF\xE0rest"),
            Some(MediaType::Jpeg)
        );
        assert_eq!(
            MediaType::of(b"\x89PNG\r\n\x1A\nrest"),
            Some(MediaType::Png)
        );
        assert_eq!(
            MediaType::of(b"RIFF\0\0\0\0WEBPVP8 "),
            Some(MediaType::Webp)
        );
        assert_eq!(MediaType::of(b"%PDF-1.7"), Some(MediaType::Pdf));
        assert!(is_heic(b"\0\0\0\x24ftypheic\0\0\0\0mif1MiHE"));
        assert!(is_heic(b"\0\0\0\x1Cftypmif1\0\0\0\0mif1heic"));
        assert!(is_heic(b"\0\0\0\x1CftypMiHE\0\0\0\0MiHEheic"));
        for other in [
            &b"\0\0\0\x1Cftypavif\0\0\0\0avifmif1"[..],
            b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom",
            b"\xFF\xFF\xFF\xFFftyp",
            b"\0\0\0\x04ftyphei",
            b"ftypheic",
            b"",
        ] {
            assert!(!is_heic(other), "{other:?}");
        }
        for other in [&b""[..], b"<svg>", b"MZ\x90\0", b"RIFF\0\0\0\0WAVE", b"%PD"] {
            assert_eq!(MediaType::of(other), None);
        }
    }
}
