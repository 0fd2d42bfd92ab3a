//! What a caseworker finds on arriving.

use chrono::NaiveTime;
use jisr_domain::id::{AppointmentId, CaseId, ReferralId, VisitId};
use jisr_domain::person::Reach;
use jisr_domain::protocol::Label;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::case::CaseRow;
use crate::view::{CaseCard, Due, PersonCard, Spelt, StaffCard};

/// Arguments of `today.get` and `today.center`.
#[derive(Clone, Debug, Default, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TodayArgs {
    /// At most so many of each list; as many as a screen or two hold when not said.
    #[serde(default)]
    pub shown: Option<u32>,
}

/// `today.get`. Each list holds its first tasks; `beyond` counts the others.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Today {
    /// Past their window, most late first.
    pub overdue: Vec<Task>,
    /// In their window today.
    pub today: Vec<Task>,
    /// Before this week ends, on Sunday.
    pub week: Vec<Task>,
    /// Everything after that.
    pub later: Vec<Task>,
    /// How many tasks each list leaves out.
    pub beyond: TaskCounts,
    /// Referrals of one's own cases and those one drafted; a director's, of the center.
    pub referrals: ReferralCounts,
    /// Visits of today and late ones, by place.
    pub route: Vec<RouteStop>,
    /// Passages at the desk today, all staff.
    pub receptions: u32,
    /// Conflicts and refused changes that wait for a decision.
    pub attention: u32,
    /// Counts of the navigation.
    pub counts: NavigationCounts,
}

/// Tasks of each list.
#[derive(Clone, Debug, Default, Serialize, TS, JsonSchema)]
pub struct TaskCounts {
    /// Past their window.
    pub overdue: u32,
    /// In their window today.
    pub today: u32,
    /// Before this week ends.
    pub week: u32,
    /// After it.
    pub later: u32,
}

/// Referrals that are not closed.
#[derive(Clone, Debug, Default, Serialize, TS, JsonSchema)]
pub struct ReferralCounts {
    /// Sent, no answer yet.
    pub awaiting: u32,
    /// Accepted, not served yet.
    pub accepted: u32,
    /// Refused or not served, to be taken up again.
    pub refused: u32,
    /// All of them, drafts and those served included: as many as the list shows.
    pub open: u32,
}

/// Counts shown in the navigation; `late` makes a badge red.
#[derive(Clone, Debug, Default, Serialize, TS, JsonSchema)]
pub struct NavigationCounts {
    /// Tasks of today, late ones included.
    pub today: u32,
    /// Late ones among them.
    pub today_late: u32,
    /// Open cases of one's own.
    pub cases: u32,
    /// Open cases of the center, for its director, whose list opens on them.
    pub center_cases: Option<u32>,
    /// Planned visits up to the end of the week.
    pub visits: u32,
    /// Late ones among them.
    pub visits_late: u32,
    /// Referrals not closed, as listed.
    pub referrals: u32,
}

/// `today.center`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct CenterToday {
    /// Colleagues who follow cases: those with most that is late first.
    pub caseloads: Vec<Caseload>,
    /// Open cases given to nobody.
    pub unfollowed: u32,
    /// The first of them.
    pub unfollowed_first: Vec<CaseRow>,
}

/// What a colleague follows.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Caseload {
    /// Who.
    pub staff: StaffCard,
    /// Open cases given to them.
    pub cases: u32,
    /// Planned visits whose day passed.
    pub visits_late: u32,
    /// Appointments whose day passed and of which nobody said what became.
    pub appointments_late: u32,
}

/// Something to do.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Task {
    /// Stable key for lists.
    pub key: String,
    /// What it opens.
    pub target: TaskTarget,
    /// Words of a protocol step; otherwise the target says what it is.
    pub title: Option<Label>,
    /// What a person wrote (purpose of a visit or an appointment, service asked).
    pub detail: Option<String>,
    /// About whom.
    pub person: PersonCard,
    /// In which case.
    pub case: Option<CaseCard>,
    /// Where, as somebody wrote it.
    pub place: Option<String>,
    /// Whose answer is awaited.
    pub partner: Option<Spelt>,
    /// At what time.
    pub time: Option<NaiveTime>,
    /// When.
    pub due: Option<Due>,
    /// Urgency comes before date.
    pub urgent: bool,
    /// Why they must not be reached: always when they refused it, otherwise where doing it reaches them.
    pub reach: Option<Reach>,
}

/// What a task opens.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TaskTarget {
    /// A protocol step.
    Step {
        /// In which case.
        case: CaseId,
        /// Which instance.
        instance: String,
        /// Which step.
        step: String,
        /// An act of others that is waited for.
        waiting: bool,
    },
    /// A planned visit.
    Visit {
        /// Which.
        visit: VisitId,
    },
    /// An appointment.
    Appointment {
        /// Which.
        appointment: AppointmentId,
    },
    /// A referral to follow up.
    Referral {
        /// Which.
        referral: ReferralId,
        /// In which case.
        case: CaseId,
    },
}

/// A place on today's route.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct RouteStop {
    /// Where; in neither script when nobody said.
    pub place: Spelt,
    /// Households or people there.
    pub households: u32,
    /// Visits there.
    pub visits: u32,
}
