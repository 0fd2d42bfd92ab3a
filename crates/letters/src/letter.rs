//! What each letter says. Fields ending in `_ar` and `_fr` (or `_lat`) are one thing in two languages; when one of the
//! two is empty the other stands in its place. Dates are ISO text (`2026-11-22`), hours `HH:MM`.

/// A document the program prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Letter {
    /// A person is sent to a partner. A4.
    Referral(Box<ReferralLetter>),
    /// A person is given a day and an hour. A third of A4 (210 × 99 mm), half or the whole of one when it is long.
    Appointment(Box<AppointmentSlip>),
    /// Somebody was received. A third of A4, as the appointment.
    Receipt(Box<Receipt>),
    /// What a person agrees to, blank or recorded. A4.
    Consent(Box<ConsentForm>),
    /// The code that opens a center's data when passphrases are lost. Half of A4 (210 × 148 mm).
    Recovery(Box<RecoverySlip>),
}

/// The center a document comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The center's name in Arabic.
    pub center_ar: String,
    /// The center's name in French.
    pub center_fr: String,
    /// Commune, province: where it stands, in Arabic.
    pub place_ar: String,
    /// Commune, province: where it stands, in French.
    pub place_fr: String,
    /// Its street address, in either script; empty leaves it out.
    pub address: String,
    /// The center's telephone, as it is to be dialled.
    pub phone: Option<String>,
    /// The center's logo: a PNG drawn by this program, never the bytes somebody gave. Without one the papers carry the
    /// star.
    pub logo: Option<Vec<u8>>,
}

/// How the record says a person is to be spoken of; Arabic words follow it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Gender {
    /// المستفيدة
    Feminine,
    /// المستفيد
    Masculine,
    /// The record does not say: المستفيد(ة).
    #[default]
    Unknown,
}

/// The letter a person carries to a partner, with the slip the partner fills and sends back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReferralLetter {
    /// The center that refers.
    pub head: Letterhead,
    /// The referral's printed reference, such as `R-7K3M-9QPT`: ASCII letters, digits, hyphens.
    pub reference: String,
    /// What the QR code holds: an opaque id, never personal data. Printable ASCII without spaces.
    pub qr: String,
    /// The day the letter is written.
    pub date: String,
    /// Whom it is addressed to, in Arabic.
    pub partner_ar: String,
    /// Whom it is addressed to, in French.
    pub partner_fr: String,
    /// The person's name in Arabic script.
    pub person_ar: String,
    /// The person's name in Latin script.
    pub person_lat: String,
    /// How the letter speaks of the person.
    pub gender: Gender,
    /// Birth, `YYYY-MM-DD` or `YYYY`; empty when unknown or not to be shared.
    pub birth: String,
    /// The case's readable number; empty when not to be shared.
    pub case_number: String,
    /// The service asked for, in Arabic.
    pub service_ar: String,
    /// The service asked for, in French.
    pub service_fr: String,
    /// Why, in the caseworker's words, in either language; lines are paragraphs. Empty leaves the section out.
    pub reason: String,
    /// How urgent, in Arabic; empty in both leaves it out.
    pub urgency_ar: String,
    /// How urgent, in French.
    pub urgency_fr: String,
    /// What the person's consent lets go with the letter: (Arabic, French).
    pub shared: Vec<(String, String)>,
    /// Who follows the case, in Arabic script.
    pub caseworker_ar: String,
    /// Who follows the case, in Latin script.
    pub caseworker_lat: String,
    /// Their role, in Arabic.
    pub caseworker_role_ar: String,
    /// Their role, in French.
    pub caseworker_role_fr: String,
    /// Where to reach them; empty when there is none.
    pub phone: String,
}

/// The slip a person takes home. It does not say what the appointment is for: others may read it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AppointmentSlip {
    /// The center. A center that must stay discreet gives a neutral name here.
    pub head: Letterhead,
    /// The person's name in Arabic script.
    pub person_ar: String,
    /// The person's name in Latin script.
    pub person_lat: String,
    /// How the slip speaks of the person.
    pub gender: Gender,
    /// The day.
    pub date: String,
    /// The hour, `HH:MM`; empty when the person may come at any hour.
    pub time: String,
    /// Where, in Arabic.
    pub place_ar: String,
    /// Where, in French.
    pub place_fr: String,
    /// With whom, in Arabic script.
    pub with_ar: String,
    /// With whom, in Latin script.
    pub with_lat: String,
    /// Their role, in Arabic.
    pub with_role_ar: String,
    /// Their role, in French.
    pub with_role_fr: String,
    /// Papers to bring: (Arabic, French). Empty prints that none is needed.
    pub bring: Vec<(String, String)>,
    /// Whom to call to change the appointment; empty leaves the line out.
    pub phone: String,
}

/// The sheet the director keeps in the safe.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecoverySlip {
    /// The center.
    pub head: Letterhead,
    /// The recovery code: ASCII letters and digits; at most 64; spaces and hyphens are
    /// dropped, groups of four are printed.
    pub code: String,
    /// The director's name in Arabic script.
    pub director_ar: String,
    /// The director's name in Latin script.
    pub director_lat: String,
    /// The day the code was made.
    pub date: String,
}

/// The receipt of a passage at the desk. It does not say why: others may read it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Receipt {
    /// The center.
    pub head: Letterhead,
    /// The number of the day, in digits.
    pub number: String,
    /// The day.
    pub date: String,
    /// The hour, `HH:MM`; empty leaves it out.
    pub time: String,
    /// The person's name in Arabic script; empty in both for somebody received without a name.
    pub person_ar: String,
    /// The person's name in Latin script.
    pub person_lat: String,
    /// How the receipt speaks of the person.
    pub gender: Gender,
    /// Who received, in Arabic script.
    pub staff_ar: String,
    /// Who received, in Latin script.
    pub staff_lat: String,
    /// Their role, in Arabic.
    pub role_ar: String,
    /// Their role, in French.
    pub role_fr: String,
}

/// One line with a box to tick.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tick {
    /// Its words in Arabic.
    pub ar: String,
    /// Its words in French.
    pub fr: String,
    /// Whether it is ticked.
    pub given: bool,
}

/// A consent, to be explained and signed, or as it was recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConsentForm {
    /// The center.
    pub head: Letterhead,
    /// Nothing is recorded yet: dots stand where the pen goes.
    pub blank: bool,
    /// The day it was given; empty on a blank one.
    pub date: String,
    /// The person's name in Arabic script; empty in both leaves a place for it.
    pub person_ar: String,
    /// The person's name in Latin script.
    pub person_lat: String,
    /// How the form speaks of the person.
    pub gender: Gender,
    /// Birth, `YYYY-MM-DD` or `YYYY`; empty leaves it out.
    pub birth: String,
    /// Everything that may be agreed to, in plain words.
    pub purposes: Vec<Tick>,
    /// Who may give it.
    pub given_by: Vec<Tick>,
    /// How it may be given.
    pub forms: Vec<Tick>,
    /// The last day it holds; empty: until it is withdrawn.
    pub until: String,
    /// What is not to be told, to whom, in the words of whoever wrote it.
    pub withheld: String,
    /// The day it was withdrawn; empty when it was not.
    pub withdrawn: String,
    /// Who explained and recorded it, in Arabic script.
    pub staff_ar: String,
    /// Who explained and recorded it, in Latin script.
    pub staff_lat: String,
}
