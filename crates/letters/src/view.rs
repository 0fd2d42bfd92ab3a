//! A letter as its template reads it: cleaned, dated in words, each value with the way it runs.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use serde::Serialize;

use crate::bidi;
use crate::clean::{self, CODE_LIMIT, LIST_LIMIT, REASON_LIMIT};
use crate::{
    AppointmentSlip, ConsentForm, Gender, Letter, Letterhead, LettersError, Receipt, RecoverySlip,
    ReferralLetter, Tick, dates,
};

/// The most an opaque id in a QR code may hold, so that it still scans at 13 mm.
const QR_LIMIT: usize = 80;

/// The longest recovery code, in characters: 320 bits as letters of 5, and what one sheet holds.
const RECOVERY_LIMIT: usize = 64;

/// What a template is given.
pub struct View {
    pub template: Template,
    /// The template's `data.json`.
    pub data: String,
    /// The template's `qr.svg`, when it shows one.
    pub qr: Option<String>,
    /// The head's `logo.png`, when the center has one.
    pub logo: Option<Vec<u8>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    Referral,
    Appointment,
    Receipt,
    Consent,
    Recovery,
}

#[derive(Serialize)]
struct Text {
    t: String,
    rtl: bool,
}

#[derive(Serialize)]
struct Both {
    ar: Text,
    fr: Text,
}

#[derive(Serialize)]
struct Head {
    center: Both,
    address: Option<Both>,
    place: Option<Both>,
    phone: Option<String>,
    logo: bool,
}

#[derive(Serialize)]
struct ReferralData {
    head: Head,
    reference: String,
    date: Both,
    partner: Both,
    person: Both,
    gender: Option<&'static str>,
    birth: Option<Both>,
    case_number: Option<Both>,
    service: Both,
    reason: Vec<Text>,
    urgency: Option<Both>,
    shared: Vec<Both>,
    caseworker: Option<Both>,
    role: Option<Both>,
    phone: Option<String>,
}

#[derive(Serialize)]
struct AppointmentData {
    head: Head,
    person: Both,
    gender: Option<&'static str>,
    date: Both,
    time: Option<String>,
    place: Option<Both>,
    with: Option<Both>,
    role: Option<Both>,
    bring: Vec<Both>,
    phone: Option<String>,
}

#[derive(Serialize)]
struct ReceiptData {
    head: Head,
    number: String,
    date: Both,
    time: Option<String>,
    person: Option<Both>,
    gender: Option<&'static str>,
    staff: Option<Both>,
    role: Option<Both>,
}

#[derive(Serialize)]
struct TickData {
    words: Both,
    given: bool,
}

#[derive(Serialize)]
struct ConsentData {
    head: Head,
    blank: bool,
    date: Option<Both>,
    person: Option<Both>,
    gender: Option<&'static str>,
    birth: Option<Both>,
    purposes: Vec<TickData>,
    given_by: Vec<TickData>,
    forms: Vec<TickData>,
    until: Option<Both>,
    withheld: Vec<Text>,
    withdrawn: Option<Both>,
    staff: Option<Both>,
}

#[derive(Serialize)]
struct RecoveryData {
    head: Head,
    groups: Vec<String>,
    director: Option<Both>,
    date: Both,
}

/// The letter as its template reads it.
pub fn view(letter: &Letter) -> Result<View, LettersError> {
    let (template, data, qr, head) = match letter {
        Letter::Referral(l) => {
            let qr = qr(&clean::code("qr", &l.qr, QR_LIMIT)?)?;
            (Template::Referral, json(&referral(l)?)?, Some(qr), &l.head)
        }
        Letter::Appointment(l) => (
            Template::Appointment,
            json(&appointment(l)?)?,
            None,
            &l.head,
        ),
        Letter::Receipt(l) => (Template::Receipt, json(&receipt(l)?)?, None, &l.head),
        Letter::Consent(l) => (Template::Consent, json(&consent(l)?)?, None, &l.head),
        Letter::Recovery(l) => (Template::Recovery, json(&recovery(l)?)?, None, &l.head),
    };
    Ok(View {
        template,
        data,
        qr,
        logo: head.logo.clone(),
    })
}

fn referral(l: &ReferralLetter) -> Result<ReferralData, LettersError> {
    let reason = clean::paragraphs("reason", &l.reason, REASON_LIMIT)?;
    Ok(ReferralData {
        head: head(&l.head)?,
        reference: clean::code("reference", &l.reference, CODE_LIMIT)?,
        date: words(dates::date("date", &l.date)?),
        partner: needed("partner", &l.partner_ar, &l.partner_fr)?,
        person: needed("person", &l.person_ar, &l.person_lat)?,
        gender: gender(l.gender),
        birth: dates::birth("birth", &l.birth)?.map(words),
        case_number: both(&l.case_number, ""),
        service: needed("service", &l.service_ar, &l.service_fr)?,
        reason: reason.into_iter().map(|p| text(p, true)).collect(),
        urgency: both(&l.urgency_ar, &l.urgency_fr),
        shared: list("shared", &l.shared)?,
        caseworker: both(&l.caseworker_ar, &l.caseworker_lat),
        role: both(&l.caseworker_role_ar, &l.caseworker_role_fr),
        phone: clean::phone("phone", &l.phone)?,
    })
}

fn appointment(l: &AppointmentSlip) -> Result<AppointmentData, LettersError> {
    Ok(AppointmentData {
        head: head(&l.head)?,
        person: needed("person", &l.person_ar, &l.person_lat)?,
        gender: gender(l.gender),
        date: words(dates::date_with_day("date", &l.date)?),
        time: dates::hour("time", &l.time)?,
        place: both(&l.place_ar, &l.place_fr),
        with: both(&l.with_ar, &l.with_lat),
        role: both(&l.with_role_ar, &l.with_role_fr),
        bring: list("bring", &l.bring)?,
        phone: clean::phone("phone", &l.phone)?,
    })
}

fn receipt(l: &Receipt) -> Result<ReceiptData, LettersError> {
    Ok(ReceiptData {
        head: head(&l.head)?,
        number: clean::code("number", &l.number, CODE_LIMIT)?,
        date: words(dates::date_with_day("date", &l.date)?),
        time: dates::hour("time", &l.time)?,
        person: both(&l.person_ar, &l.person_lat),
        gender: gender(l.gender),
        staff: both(&l.staff_ar, &l.staff_lat),
        role: both(&l.role_ar, &l.role_fr),
    })
}

fn consent(l: &ConsentForm) -> Result<ConsentData, LettersError> {
    let day = |field, text: &String| match text.as_str() {
        "" => Ok(None),
        day => dates::date(field, day).map(|day| Some(words(day))),
    };
    let withheld = clean::paragraphs("withheld", &l.withheld, REASON_LIMIT)?;
    Ok(ConsentData {
        head: head(&l.head)?,
        blank: l.blank,
        date: day("date", &l.date)?,
        person: both(&l.person_ar, &l.person_lat),
        gender: gender(l.gender),
        birth: dates::birth("birth", &l.birth)?.map(words),
        purposes: ticks("purposes", &l.purposes)?,
        given_by: ticks("given_by", &l.given_by)?,
        forms: ticks("forms", &l.forms)?,
        until: day("until", &l.until)?,
        withheld: withheld.into_iter().map(|p| text(p, true)).collect(),
        withdrawn: day("withdrawn", &l.withdrawn)?,
        staff: both(&l.staff_ar, &l.staff_lat),
    })
}

fn ticks(field: &'static str, items: &[Tick]) -> Result<Vec<TickData>, LettersError> {
    items
        .iter()
        .map(|item| {
            Ok(TickData {
                words: needed(field, &item.ar, &item.fr)?,
                given: item.given,
            })
        })
        .collect()
}

fn recovery(l: &RecoverySlip) -> Result<RecoveryData, LettersError> {
    let code: String = l
        .code
        .chars()
        .filter(|c| *c != '-' && !c.is_whitespace())
        .collect();
    let code = clean::code("code", &code, RECOVERY_LIMIT)?;
    if !code.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(LettersError::BadCode { field: "code" });
    }
    let letters: Vec<char> = code.chars().collect();
    Ok(RecoveryData {
        head: head(&l.head)?,
        groups: letters.chunks(4).map(|g| g.iter().collect()).collect(),
        director: both(&l.director_ar, &l.director_lat),
        date: words(dates::date("date", &l.date)?),
    })
}

fn head(h: &Letterhead) -> Result<Head, LettersError> {
    Ok(Head {
        center: needed("center", &h.center_ar, &h.center_fr)?,
        address: both(&h.address, ""),
        place: both(&h.place_ar, &h.place_fr),
        // What is too long for a telephone is left out: it must not keep every paper of the center from being printed.
        phone: h
            .phone
            .as_deref()
            .and_then(|phone| clean::phone("head.phone", phone).ok().flatten()),
        logo: h.logo.is_some(),
    })
}

fn gender(gender: Gender) -> Option<&'static str> {
    match gender {
        Gender::Feminine => Some("feminine"),
        Gender::Masculine => Some("masculine"),
        Gender::Unknown => None,
    }
}

fn list(field: &'static str, items: &[(String, String)]) -> Result<Vec<Both>, LettersError> {
    if items.len() > LIST_LIMIT {
        return Err(LettersError::TooLong {
            field,
            limit: LIST_LIMIT,
        });
    }
    Ok(items.iter().filter_map(|(ar, fr)| both(ar, fr)).collect())
}

fn needed(field: &'static str, ar: &str, fr: &str) -> Result<Both, LettersError> {
    both(ar, fr).ok_or(LettersError::Missing { field })
}

/// Both languages of one value; the one that is missing is filled by the other. None when there is neither.
fn both(ar: &str, fr: &str) -> Option<Both> {
    let (ar, fr) = match (clean::line(ar), clean::line(fr)) {
        (ar, fr) if ar.is_empty() && fr.is_empty() => return None,
        (ar, fr) if ar.is_empty() => (fr.clone(), fr),
        (ar, fr) if fr.is_empty() => (ar.clone(), ar),
        found => found,
    };
    Some(Both {
        ar: text(ar, true),
        fr: text(fr, false),
    })
}

fn words((ar, fr): dates::Words) -> Both {
    Both {
        ar: text(ar, true),
        fr: text(fr, false),
    }
}

fn text(t: String, otherwise: bool) -> Text {
    let rtl = bidi::runs_right_to_left(&t, otherwise);
    Text {
        t: bidi::isolated(&t, rtl),
        rtl,
    }
}

fn qr(id: &str) -> Result<String, LettersError> {
    let code =
        QrCode::with_error_correction_level(id, EcLevel::M).map_err(|_| LettersError::TooLong {
            field: "qr",
            limit: QR_LIMIT,
        })?;
    // The template leaves the quiet zone.
    Ok(code
        .render::<svg::Color<'_>>()
        .quiet_zone(false)
        .min_dimensions(1, 1)
        .build())
}

fn json(data: &impl Serialize) -> Result<String, LettersError> {
    serde_json::to_string(data).map_err(|e| LettersError::Typesetter(e.to_string()))
}
