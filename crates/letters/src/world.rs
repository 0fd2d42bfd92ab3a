//! The whole world a template can see: the templates, the words, the fonts, and the letter's own data. No disk, no
//! network, no package, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::view::{Template, View};

macro_rules! asset {
    ($path:literal) => {
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/", $path)
    };
}

const FONTS: [&[u8]; 4] = [
    include_bytes!(asset!("fonts/IBMPlexSansArabic-Regular.ttf")),
    include_bytes!(asset!("fonts/IBMPlexSansArabic-Medium.ttf")),
    include_bytes!(asset!("fonts/IBMPlexSansArabic-Bold.ttf")),
    include_bytes!(asset!("fonts/NotoSansTifinagh-Regular.ttf")),
];
const PLEX: &str = "IBM Plex Sans Arabic";
const BASE: &str = include_str!(asset!("letters/base.typ"));
const REFERRAL: &str = include_str!(asset!("letters/referral.typ"));
const APPOINTMENT: &str = include_str!(asset!("letters/appointment.typ"));
const RECEIPT: &str = include_str!(asset!("letters/receipt.typ"));
const CONSENT: &str = include_str!(asset!("letters/consent.typ"));
const RECOVERY: &str = include_str!(asset!("letters/recovery.typ"));
const WORDS: &str = include_str!(asset!("letters/words.json"));

/// What no letter changes, read once.
struct Fixed {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

static FIXED: LazyLock<Fixed> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS
        .iter()
        .flat_map(|data| Font::iter(Bytes::new(*data)))
        .collect();
    let book = fonts.iter().map(|font| {
        let mut info = font.info().clone();
        // The medium weight names a family of its own ("… Medm"): without this it would never be chosen.
        if info.family.starts_with(PLEX) {
            info.family = PLEX.into();
        }
        info
    });
    Fixed {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_infos(book)),
        fonts,
    }
});

/// Whether a font of the letters has this character: without one it prints as an empty box.
pub fn has_glyph(c: char) -> bool {
    FIXED
        .fonts
        .iter()
        .any(|font| font.info().coverage.contains(c.into()))
}

/// One letter's world.
pub struct LetterWorld {
    main: FileId,
    template: &'static str,
    data: Bytes,
    qr: Option<Bytes>,
    logo: Option<Bytes>,
}

impl LetterWorld {
    pub fn new(view: View) -> FileResult<Self> {
        let template = match view.template {
            Template::Referral => REFERRAL,
            Template::Appointment => APPOINTMENT,
            Template::Receipt => RECEIPT,
            Template::Consent => CONSENT,
            Template::Recovery => RECOVERY,
        };
        let path = VirtualPath::new("/letter.typ").map_err(|_| FileError::AccessDenied)?;
        Ok(Self {
            main: RootedPath::new(VirtualRoot::Project, path).intern(),
            template,
            data: Bytes::from_string(view.data),
            qr: view.qr.map(Bytes::from_string),
            logo: view.logo.map(Bytes::new),
        })
    }
}

impl World for LetterWorld {
    fn library(&self) -> &LazyHash<Library> {
        &FIXED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FIXED.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id.get().vpath().get_without_slash() {
            "letter.typ" => Ok(Source::new(id, self.template.to_owned())),
            "base.typ" => Ok(Source::new(id, BASE.to_owned())),
            other => Err(FileError::NotFound(other.into())),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get().vpath().get_without_slash();
        let found = match path {
            "data.json" => Some(self.data.clone()),
            "words.json" => Some(Bytes::from_string(WORDS)),
            "qr.svg" => self.qr.clone(),
            "logo.png" => self.logo.clone(),
            _ => None,
        };
        found.ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FIXED.fonts.get(index).cloned()
    }

    /// A letter carries the date it is given, never the day it happens to be printed.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
