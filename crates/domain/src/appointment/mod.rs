//! Appointments.

use chrono::{NaiveDate, NaiveTime};

use crate::due::DueWindow;
use crate::id::{CaseId, PersonId, StaffId};
use crate::record::{Circumstances, Rules, code, record};

code! {
    /// What became of an appointment.
    AppointmentStatus {
        /// Given, still to come.
        Planned = "planned",
        /// Took place.
        Held = "held",
        /// The person did not come.
        Missed = "missed",
        /// Cancelled.
        Cancelled = "cancelled",
    }
}

record! {
    /// An appointment (موعد).
    Appointment: AppointmentId, about: person(person) in case(case), written by: meets_people {
        /// With whom it was given.
        person: Option<PersonId> => Once, Identity, by_program();
        /// The case it belongs to.
        case: Option<CaseId> => Once, Identity;
        /// Who will receive.
        staff: Option<StaffId> => Latest, Identity;
        /// Civil day.
        day: Option<NaiveDate> => Latest, Identity;
        /// Local time, where one was given.
        time: Option<NaiveTime> => Latest, Identity;
        /// What for.
        purpose: Option<String> => Narrative, Care;
        /// Where, when not at the center.
        place: Option<String> => Latest, Identity;
        /// Papers to bring, in plain words.
        bring: Option<String> => Latest, Identity;
        /// What became of it.
        status: Option<AppointmentStatus> => Latest, Identity;
    }
}

impl Rules for Appointment {
    const REQUIRED: &'static [&'static str] = &["day"];
    const TOLD_BY: &'static [&'static str] = &["day", "time", "purpose"];

    /// With the one who gives it, when they follow cases and nobody else is named.
    fn prepare(&mut self, at: &Circumstances) {
        self.status = self.status.or(Some(AppointmentStatus::Planned));
        if at.role.follows_cases() {
            self.staff = self.staff.or(Some(at.staff));
        }
    }

    fn author(&self) -> Option<StaffId> {
        self.staff
    }
}

impl Appointment {
    /// The day it is given for.
    pub fn window(&self) -> Option<DueWindow> {
        self.day.map(DueWindow::on)
    }

    /// Whether it is still to be kept: one of which nothing is said is.
    pub fn is_planned(&self) -> bool {
        matches!(self.status, None | Some(AppointmentStatus::Planned))
    }
}
