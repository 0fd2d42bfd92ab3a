//! Receptions: every passage at the desk, with or without a file.

use chrono::{DateTime, NaiveDate, Utc};

use crate::id::{PersonId, StaffId};
use crate::record::{Rules, code, record};

code! {
    /// Who sent the person.
    Source {
        /// Came by themselves.
        Self_ = "self",
        /// Family or neighbour.
        Family = "family",
        /// Court or prosecutor.
        Court = "court",
        /// Police or gendarmerie.
        Police = "police",
        /// Hospital or health center.
        Health = "health",
        /// School.
        School = "school",
        /// Local authority.
        Authority = "authority",
        /// Association or another center.
        Association = "association",
        /// Found by an outreach round.
        Round = "round",
        /// Helpline.
        Helpline = "helpline",
        /// Something else.
        Other = "other",
    }
}

code! {
    /// How soon the person must be helped.
    Urgency {
        /// At their turn.
        Ordinary = "ordinary",
        /// Today.
        Soon = "soon",
        /// Now: help first, papers later.
        Immediate = "immediate",
    }
}

code! {
    /// What the passage led to.
    Orientation {
        /// Told what they needed to know.
        Information = "information",
        /// Served at the desk.
        Service = "service",
        /// An appointment was given.
        Appointment = "appointment",
        /// A case was opened.
        Case = "case",
        /// Sent to a partner.
        Referral = "referral",
        /// Left before being heard.
        Left = "left",
    }
}

record! {
    /// A passage at the desk (استقبال).
    Reception: ReceptionId, about: person(person) or nobody, written by: meets_people {
        /// Civil day of the passage.
        day: Option<NaiveDate> => Once, Identity;
        /// Number of the day on this device, from 1.
        number: Option<u32> => Once, Identity;
        /// When the desk began, UTC.
        opened_at: Option<DateTime<Utc>> => Once, Identity;
        /// Who received.
        received_by: Option<StaffId> => Once, Identity, by_program();
        /// Who was received; empty for a passage without a file.
        person: Option<PersonId> => Latest, Identity;
        /// Who sent them.
        source: Option<Source> => Latest, Identity;
        /// Why they came, as they said it.
        reason: Option<String> => Narrative, Care;
        /// How soon they must be helped.
        urgency: Option<Urgency> => Latest, Identity;
        /// An interpreter is needed: which language.
        interpreter: Option<String> => Latest, Identity;
        /// Heard without their companion.
        heard_alone: Option<bool> => Latest, Identity;
        /// What it led to.
        orientation: Option<Orientation> => Latest, Identity;
    }
}

impl Rules for Reception {
    const TOLD_BY: &'static [&'static str] = &["day", "number"];

    fn author(&self) -> Option<StaffId> {
        self.received_by
    }
}
