//! Whole pages compared with pictures of them that somebody looked at: what a text read back cannot tell, such as which
//! side of a word a number stands on and which way a bracket faces. `JISR_PAGES=draw` draws them anew; look at them then.

use std::path::Path;
use std::process::Command;

use image::{GrayImage, ImageFormat};
use jisr_letters::{Letter, LettersError, ReferralLetter, render};

use crate::samples;

/// Points of a square that is compared as one: what smooths the edge of a letter is no difference.
const SQUARE: u32 = 6;
/// How much darker or lighter a square may be, of 255: less than one sign that moved.
const NEAR: u32 = 24;

/// What is written in both scripts at once, as people write it.
const MIXED: [&str; 24] = [
    "المركز الصحي 2 مارس (CSU 2), قسم 3",
    "قرار n° 12 بتاريخ 12/2026",
    "n° 12",
    "(2) حي السلام، زنقة 7",
    "شقة 4، الرقم 12 bis",
    "بطاقة التعريف AB123456 (صالحة إلى 20/11/2030)",
    "الاتصال على 06 12 34 56 78 أو +212 5 37 12 34 56.",
    "قالت: «لا أعود إلى بيته» ثم سكتت",
    "شهادة \"Certificat médical\" بنسبة 15 % أو 75%",
    "موعد مع Dr Alami، 3 مرات (من 9:00 إلى 12:30)",
    "مبلغ 2 500 DH ثم 1 200,50 درهم",
    "ملف AZI1-2026-B-00042 (المرجع R-7K3M-9QPT)",
    "تتكلم français (niveau B1) و English",
    "من بين “الأسر الهشة” [الفئة 3]",
    "البريد amal@exemple.ma، الموقع http://exemple.ma/a?b=1",
    "حكم عدد 145/2026 (ابتدائي) و 12 / 2026",
    "Mme أمينة (06 98 76 54 32) a été vue le 22/11/2026.",
    "Habite حي السلام 2, Kénitra",
    "Centre de santé (المركز الصحي 2 مارس) « CSU 2 »",
    "Orientée vers جمعية الأمل (قسم 3), à 15 %",
    "Appt 4, n° 12 bis, rue زنقة 7",
    "“Aide” ou «مساعدة» (1 500 DH)",
    "24 حصة: 12 + 12",
    "R+2 حي النهضة",
];

fn mixed() -> ReferralLetter {
    let mut letter = samples::referral();
    letter.head.center_ar = "المركز الاجتماعي 2 مارس (CSU 2)".into();
    letter.head.center_fr = "Centre social 2 Mars (المركز 2)".into();
    letter.head.place_ar = "جماعة أزيلال (المقاطعة 3)".into();
    letter.partner_ar = MIXED[0].into();
    letter.partner_fr = "Hôpital (المستشفى الإقليمي 2), service n° 3".into();
    letter.service_ar = "فحص (IRM) عدد 2".into();
    letter.service_fr = "Examen « IRM » nº 2".into();
    letter.person_lat = String::new();
    letter.caseworker_role_ar = "مساعدة اجتماعية (2)".into();
    letter.shared = MIXED[..4]
        .iter()
        .map(|text| ((*text).to_owned(), String::new()))
        .collect();
    letter.reason = MIXED.join("\n");
    letter
}

#[test]
fn a_bilingual_letter_looks_as_it_was_written() {
    same("referral", &Letter::Referral(Box::new(mixed())));
}

#[test]
fn every_slip_has_the_centers_address_telephone_and_logo_and_looks_as_it_was_written() {
    let mut head = mixed().head;
    head.address = MIXED[4].into();
    head.logo = Some(samples::logo());
    let mut appointment = samples::appointment();
    appointment.head = head.clone();
    appointment.place_ar = MIXED[3].into();
    appointment.place_fr = MIXED[20].into();
    appointment.with_lat = String::new();
    appointment.with_role_fr = "الطبيبة (CSU 2)".into();
    appointment.bring = vec![
        (MIXED[5].into(), "CNIE (البطاقة الوطنية) n° 1".into()),
        (MIXED[8].into(), String::new()),
    ];
    same("appointment", &Letter::Appointment(Box::new(appointment)));
    let mut receipt = samples::receipt();
    receipt.head = head.clone();
    receipt.staff_lat = String::new();
    receipt.role_ar = "الاستقبال (الشباك 2)".into();
    same("receipt", &Letter::Receipt(Box::new(receipt)));
    let mut consent = samples::consent(false);
    consent.head = head.clone();
    consent.withheld = MIXED[..3].join("\n");
    same("consent", &Letter::Consent(Box::new(consent)));
    let mut recovery = samples::recovery();
    recovery.head = head;
    same("recovery", &Letter::Recovery(Box::new(recovery)));
}

#[test]
fn a_logo_that_is_none_stops_the_letter_and_the_program_never_gives_one() {
    let mut letter = samples::referral();
    letter.head.logo = Some(b"\x89PNG\r\n\x1A\nnothing".to_vec());
    let refused = render(&Letter::Referral(Box::new(letter)));
    assert!(matches!(refused, Err(LettersError::Typesetter(_))));
}

/// Compares the first page with its picture; says nothing where poppler is not installed.
fn same(name: &str, letter: &Letter) {
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let kept = pictures.join(format!("{name}.png"));
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("letter.pdf");
    std::fs::write(&pdf, render(letter).unwrap()).unwrap();
    let drawn = Command::new("pdftoppm")
        .args(["-png", "-gray", "-r", "96", "-singlefile"])
        .arg(&pdf)
        .arg(folder.path().join("page"))
        .status();
    if drawn.is_err() {
        return;
    }
    let page = picture(&folder.path().join("page.png"));
    if std::env::var_os("JISR_PAGES").is_some() {
        page.save_with_format(&kept, ImageFormat::Png).unwrap();
        return;
    }
    let expected = picture(&kept);
    assert_eq!(page.dimensions(), expected.dimensions(), "{name}");
    for y in (0..page.height()).step_by(SQUARE as usize) {
        for x in (0..page.width()).step_by(SQUARE as usize) {
            let (now, then) = (darkness(&page, x, y), darkness(&expected, x, y));
            assert!(
                now.abs_diff(then) < NEAR,
                "{name} looks otherwise at {x}, {y}: {now} for {then}"
            );
        }
    }
}

fn picture(path: &Path) -> GrayImage {
    let bytes = std::fs::read(path).unwrap_or_else(|_| panic!("{} is missing", path.display()));
    image::load_from_memory(&bytes).unwrap().into_luma8()
}

fn darkness(page: &GrayImage, x: u32, y: u32) -> u32 {
    let (mut sum, mut points) = (0, 0);
    for y in y..(y + SQUARE).min(page.height()) {
        for x in x..(x + SQUARE).min(page.width()) {
            sum += u32::from(page.get_pixel(x, y).0[0]);
            points += 1;
        }
    }
    sum / points
}
