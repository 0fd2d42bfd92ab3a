//! Appointments, as given and listed.

use chrono::NaiveDate;
use jisr_domain::appointment::Appointment;
use jisr_domain::id::AppointmentId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::{PersonCard, RecordView, StaffCard};

/// `appointment.create`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct CreateAppointmentArgs {
    /// `person` and `day` are required.
    pub appointment: Appointment,
}

/// `appointment.list`
#[derive(Clone, Debug, Default, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct AppointmentsArgs {
    /// From this day; today when absent.
    pub from: Option<NaiveDate>,
    /// To this day included; 14 days on when absent.
    pub to: Option<NaiveDate>,
}

/// An appointment.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct AppointmentView {
    /// As held.
    pub appointment: RecordView<Appointment>,
    /// With whom.
    pub person: PersonCard,
    /// Who is to receive, as the case stands now.
    pub staff: StaffCard,
}

/// `appointment.slip`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct SlipArgs {
    /// Which.
    pub appointment: AppointmentId,
}
