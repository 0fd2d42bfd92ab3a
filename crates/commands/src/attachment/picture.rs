//! A picture as it is kept: drawn anew, upright, small enough to travel.
//!
//! Nothing of the file it came in is kept but its points: the place, hour and owner a telephone writes into its
//! pictures, the words and thumbnails beside them, the film behind them stay behind, whichever host gave the bytes.

use std::io::Cursor;
use std::panic::catch_unwind;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageResult, Limits, Rgb, RgbImage};
use jisr_domain::attachment::{MediaType, is_heic};

use crate::code::Code;
use crate::error::CommandError;

/// Longest side of a picture that is kept: a page is read at it, and ten of them travel over a poor line.
const LONGEST: u32 = 1600;
/// Longest side of the logo of a center: what two centimetres of paper show.
const LONGEST_LOGO: u32 = 480;
const QUALITY: u8 = 85;
/// The largest file a picture is read from: what the largest telephones make.
pub(super) const LARGEST_GIVEN: usize = 30 << 20;
/// The most memory the points of a picture may take, and its longest side, whatever its file claims.
const MOST_MEMORY: u64 = 384 << 20;
const LONGEST_GIVEN: u32 = 20_000;

/// What is kept of `given`: a picture as a JPEG, on white where it was clear; a PDF as it is.
///
/// # Errors
/// [`CommandError::Rule`] with `attachment_heic`, `attachment_type` or `attachment_unreadable`.
pub(super) fn kept(given: Vec<u8>) -> Result<(MediaType, Vec<u8>), CommandError> {
    let format = format(&given)?;
    if format == MediaType::Pdf {
        return Ok((format, given));
    }
    let bytes = redrawn(move || {
        let picture = on_white(&upright(&given, format, LONGEST)?);
        let mut out = Vec::new();
        JpegEncoder::new_with_quality(&mut out, QUALITY).encode_image(&picture)?;
        Ok(out)
    })?;
    Ok((MediaType::Jpeg, bytes))
}

/// What is kept of a logo: a PNG, clear where it was clear.
///
/// # Errors
/// [`CommandError::Rule`] with `attachment_heic`, `logo_type` or `attachment_unreadable`.
pub(crate) fn logo(given: &[u8]) -> Result<Vec<u8>, CommandError> {
    let format = match format(given) {
        Ok(MediaType::Pdf) | Err(CommandError::Rule(Code::AttachmentType)) => {
            return Err(CommandError::Rule(Code::LogoType));
        }
        format => format?,
    };
    redrawn(|| {
        let picture = upright(given, format, LONGEST_LOGO)?.into_rgba8();
        let mut out = Vec::new();
        picture.write_with_encoder(PngEncoder::new(&mut out))?;
        Ok(out)
    })
}

fn format(bytes: &[u8]) -> Result<MediaType, CommandError> {
    if is_heic(bytes) {
        return Err(CommandError::Rule(Code::AttachmentHeic));
    }
    let format = MediaType::of(bytes).ok_or(CommandError::Rule(Code::AttachmentType))?;
    if format == MediaType::Jpeg && is_cut_off(bytes) {
        return Err(CommandError::Rule(Code::AttachmentUnreadable));
    }
    Ok(format)
}

/// Whether a JPEG stops before its end, as one does whose cable was pulled out: its reader would fill the rest with
/// grey. No points hold the mark of the end (ITU T.81, B.1.1.5), which is looked for after the last mark of their
/// beginning: cameras write films and notes of their own behind it.
fn is_cut_off(jpeg: &[u8]) -> bool {
    let last = |mark: [u8; 2]| jpeg.windows(2).rposition(|two| two == mark);
    last([0xFF, 0xD9]) < last([0xFF, 0xDA])
}

/// What a picture promises is not believed: should reading it stop the reader, the program goes on.
fn redrawn(
    draw: impl FnOnce() -> ImageResult<Vec<u8>> + std::panic::UnwindSafe,
) -> Result<Vec<u8>, CommandError> {
    match catch_unwind(draw) {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) | Err(_) => Err(CommandError::Rule(Code::AttachmentUnreadable)),
    }
}

/// The points of a picture, its longest side at most `longest`, turned as its file says it was held.
fn upright(bytes: &[u8], format: MediaType, longest: u32) -> ImageResult<DynamicImage> {
    let bytes = Cursor::new(bytes);
    let (orientation, picture) = match format {
        MediaType::Png => points(PngDecoder::new(bytes)?)?,
        MediaType::Webp => points(WebPDecoder::new(bytes)?)?,
        _ => points(JpegDecoder::new(bytes)?)?,
    };
    let mut picture = if picture.width().max(picture.height()) > longest {
        picture.resize(longest, longest, FilterType::Triangle)
    } else {
        picture
    };
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn points(mut decoder: impl ImageDecoder) -> ImageResult<(Orientation, DynamicImage)> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_GIVEN);
    limits.max_image_height = Some(LONGEST_GIVEN);
    limits.max_alloc = Some(MOST_MEMORY);
    limits.reserve(decoder.total_bytes())?;
    decoder.set_limits(limits)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok((orientation, DynamicImage::from_decoder(decoder)?))
}

/// JPEG knows no transparency: a scan with a clear ground stays black on white.
fn on_white(picture: &DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return DynamicImage::ImageRgb8(picture.to_rgb8());
    }
    let clear = picture.to_rgba8();
    DynamicImage::ImageRgb8(RgbImage::from_fn(clear.width(), clear.height(), |x, y| {
        let [red, green, blue, shown] = clear.get_pixel(x, y).0.map(u32::from);
        let over = |colour: u32| {
            u8::try_from((colour * shown + 255 * (255 - shown)) / 255).unwrap_or(u8::MAX)
        };
        Rgb([over(red), over(green), over(blue)])
    }))
}
