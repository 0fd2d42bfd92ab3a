//! Pictures as telephones make them: red at the left and blue at the right, with the place they were taken at beside.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

/// What a telephone writes that must not stay.
const TOLD: [&[u8]; 6] = [
    b"Exif",
    b"Amina's house",
    b"33.9716 N",
    b"adobe:ns:meta",
    b"ftypmp42",
    b"eXIf",
];
const WIDTH: u32 = 60;
const HEIGHT: u32 = 30;

fn points() -> DynamicImage {
    let point = |x, _| {
        if x < WIDTH / 2 {
            Rgba([220, 20, 20, 255])
        } else {
            Rgba([20, 20, 220, 255])
        }
    };
    DynamicImage::ImageRgba8(RgbaImage::from_fn(WIDTH, HEIGHT, point))
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    match format {
        ImageFormat::Jpeg => picture.to_rgb8().write_to(&mut out, format).unwrap(),
        _ => picture.write_to(&mut out, format).unwrap(),
    }
    out.into_inner()
}

/// A PNG of one colour.
pub fn plain(width: u32, height: u32, alpha: u8) -> Vec<u8> {
    let picture = RgbaImage::from_pixel(width, height, Rgba([0, 90, 60, alpha]));
    encoded(&DynamicImage::ImageRgba8(picture), ImageFormat::Png)
}

/// How it was held, a description and the place, as TIFF.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x03\0".to_vec();
    let mut entry = |tag: u16, kind: u16, count: u32, value: u32| {
        tiff.extend(tag.to_le_bytes());
        tiff.extend(kind.to_le_bytes());
        tiff.extend(count.to_le_bytes());
        tiff.extend(value.to_le_bytes());
    };
    entry(0x010E, 2, 14, 68);
    entry(0x0112, 3, 1, u32::from(orientation));
    entry(0x8825, 4, 1, 50);
    tiff.extend([0; 4]);
    // The place: one line of it, the latitude, in words.
    tiff.extend(b"\x01\0\x1C\0\x02\0\x0A\0\0\0\x52\0\0\0\0\0\0\0");
    tiff.extend(b"Amina's house\x0033.9716 N\0");
    tiff
}

/// Its metadata, a comment, and the film that some telephones put behind.
pub fn jpeg(orientation: u8) -> Vec<u8> {
    let picture = encoded(&points(), ImageFormat::Jpeg);
    let segment = |marker: u8, body: &[u8]| {
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], &length[..], body].concat()
    };
    [
        &picture[..2],
        &segment(0xE1, &[b"Exif\0\0", &exif(orientation)[..]].concat()),
        &segment(
            0xE1,
            b"http://ns.adobe.com/xap/1.0/\0<x xmlns='adobe:ns:meta/'/>",
        ),
        &segment(0xFE, b"Amina's house"),
        &picture[2..],
        b"\0\0\0\x18ftypmp42",
    ]
    .concat()
}

pub fn png(orientation: u8) -> Vec<u8> {
    let picture = encoded(&points(), ImageFormat::Png);
    let head = 8 + 25;
    [
        &picture[..head],
        &chunk(b"eXIf", &exif(orientation)),
        &chunk(b"tEXt", b"Comment\0Amina's house"),
        &picture[head..],
    ]
    .concat()
}

pub fn webp(orientation: u8) -> Vec<u8> {
    let picture = encoded(&points(), ImageFormat::WebP);
    let part = |name: &[u8; 4], body: &[u8]| {
        let mut part = [
            &name[..],
            &u32::try_from(body.len()).unwrap().to_le_bytes(),
            body,
        ]
        .concat();
        part.resize(part.len().next_multiple_of(2), 0);
        part
    };
    let side = |length: u32| (length - 1).to_le_bytes()[..3].to_vec();
    // What follows says that it has metadata (8) and transparency (16).
    let canvas = [&[0x18, 0, 0, 0][..], &side(WIDTH), &side(HEIGHT)].concat();
    let body = [
        b"WEBP".to_vec(),
        part(b"VP8X", &canvas),
        picture[12..].to_vec(),
        part(b"EXIF", &exif(orientation)),
    ]
    .concat();
    part(b"RIFF", &body)
}

/// A PNG that says it is so large, and holds nothing.
pub fn claims(width: u32, height: u32) -> Vec<u8> {
    let head = [
        &width.to_be_bytes()[..],
        &height.to_be_bytes(),
        &[8, 6, 0, 0, 0],
    ]
    .concat();
    [
        b"\x89PNG\r\n\x1A\n".to_vec(),
        chunk(b"IHDR", &head),
        chunk(b"IDAT", b"\x78\x9C\x03\0\0\0\0\x01"),
        chunk(b"IEND", b""),
    ]
    .concat()
}

fn chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let checked = [&name[..], body].concat();
    let sum = checked.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            sum >> 1 ^ (0xEDB8_8320 & (sum & 1).wrapping_neg())
        })
    });
    [
        &u32::try_from(body.len()).unwrap().to_be_bytes()[..],
        &checked,
        &(!sum).to_be_bytes(),
    ]
    .concat()
}

/// Whether the bytes tell anything a telephone wrote.
pub fn tells(bytes: &[u8]) -> bool {
    TOLD.iter()
        .any(|told| bytes.windows(told.len()).any(|part| part == *told))
}

/// How the camera was held.
pub fn orientation(bytes: &[u8]) -> u8 {
    let at = bytes.windows(4).position(|part| part == b"\x12\x01\x03\0");
    bytes[at.unwrap() + 8]
}

/// That the picture is turned as it was held: red where the left was.
pub fn stands_upright(bytes: &[u8], orientation: u8) {
    let picture = image::load_from_memory(bytes).unwrap().into_rgb8();
    let (red, blue) = match orientation {
        // Turned a quarter: what was at the left is at the top, or at the bottom.
        6 => ((HEIGHT / 2, WIDTH / 4), (HEIGHT / 2, WIDTH * 3 / 4)),
        8 => ((HEIGHT / 2, WIDTH * 3 / 4), (HEIGHT / 2, WIDTH / 4)),
        _ => ((WIDTH / 4, HEIGHT / 2), (WIDTH * 3 / 4, HEIGHT / 2)),
    };
    let [r, _, b] = picture.get_pixel(red.0, red.1).0;
    assert!(r > 150 && b < 100, "{orientation}: {r} {b}");
    let [r, _, b] = picture.get_pixel(blue.0, blue.1).0;
    assert!(r < 100 && b > 150, "{orientation}: {r} {b}");
}
