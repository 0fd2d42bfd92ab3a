//! The demonstration: a center at Kénitra as it would be after some months, so that a newcomer finds it lived
//! in and a measure finds it full. Everyone in it is invented, drawn by chance from `assets/demo/`; the same
//! seed on the same day gives the same people.
//!
//! Nothing here is a way round the rules: the records are signed by the members of staff, each with their
//! own key, and go through the same write door as those typed in a window.

mod activity;
mod budget;
mod calendar;
mod cases;
mod center;
mod chance;
mod consents;
mod desk;
mod entitlements;
mod entry;
mod flags;
mod households;
mod kinds;
mod life;
mod lists;
mod people;
mod referrals;
mod scans;
mod situations;
mod steps;
mod team;
mod write;

#[cfg(test)]
mod tests;

use std::path::Path;

use jisr_commands::{Code, CommandError, Core};
use jisr_domain::id::StaffId;
use serde::Serialize;
use serde_json::{Value, json};

use crate::host::Machine;
use calendar::Calendar;
use center::Center;
use entry::Who;
use lists::{CHIEF_TOWN, PROVINCE};
use team::{MEMBERS, Team};
use write::Pens;

/// The passphrase of all eight, unless `JISR_PASSPHRASE` gives another. Printed on purpose: a demonstration holds
/// nobody's secret, and no real person may ever be registered in it.
pub const PASSPHRASE: &str = "جسر-2026-demo";
/// Name of the center, in both languages.
const CENTER_AR: &str = "مركز المساعدة الاجتماعية بالقنيطرة";
const CENTER_FR: &str = "Centre d'assistance sociale de Kénitra";
const ADDRESS: &str = "شارع محمد الخامس، الرقم 12 bis";
/// Nobody's.
const PHONE: &str = "+212537000000";
/// People drawn before they are written, so that the largest center fits in memory.
const PART: u32 = 400;

/// Why the demonstration was not made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The folder holds a profile without the eight: invented people never go among real ones.
    #[error("this profile is no demonstration; name an empty folder")]
    NotDemonstration,
    /// The folder holds the people of this seed.
    #[error(
        "the people of seed {0} are in this profile already; nothing was written: name another seed, or an empty folder"
    )]
    SameSeed(u64),
    /// A command refused.
    #[error(transparent)]
    Command(#[from] CommandError),
    /// A command answered something else than agreed.
    #[error("an answer cannot be read: {0}")]
    Answer(#[from] serde_json::Error),
}

/// What was made.
#[derive(Clone, Debug, Serialize)]
pub struct DemoSummary {
    /// Name of the center, in Arabic.
    pub center: String,
    /// Who may unlock it: name in Latin script, role.
    pub users: Vec<(String, String)>,
    /// Their passphrase, when it is [`PASSPHRASE`]; one taken from the environment is not repeated.
    pub passphrase: Option<String>,
    /// People registered.
    pub people: u32,
    /// Cases opened.
    pub cases: u32,
}

/// Makes the profile in `dir` when there is none and fills it with `people` drawn from `seed`. The passphrase is
/// `JISR_PASSPHRASE`, or [`PASSPHRASE`].
///
/// # Errors
/// A profile that is no demonstration, or was filled with this seed before; those of the database.
pub fn run(dir: &Path, people: u32, seed: u64) -> Result<DemoSummary, DemoError> {
    let chosen = std::env::var("JISR_PASSPHRASE").ok();
    let core = Core::open(dir, Machine);
    let summary = fill(&core, chosen.as_deref().unwrap_or(PASSPHRASE), people, seed)?;
    Ok(DemoSummary {
        passphrase: chosen.is_none().then(|| PASSPHRASE.to_owned()),
        ..summary
    })
}

/// [`run`] on a core that is open: sets the center and its users up when there is no profile, fills it,
/// and locks.
///
/// # Errors
/// As [`run`].
pub fn fill(
    core: &Core,
    passphrase: &str,
    people: u32,
    seed: u64,
) -> Result<DemoSummary, DemoError> {
    let team = team(core, passphrase)?;
    let mut pens = Pens(Vec::new());
    for member in MEMBERS.iter().filter(|member| member.who.writes()) {
        core.run(
            "session.unlock",
            json!({ "staff": team.id(member.who), "passphrase": passphrase }),
        )?;
        pens.0.push((member.who, core.session()?));
    }
    let calendar = {
        let session = core.session()?;
        Calendar {
            now: session.now(),
            today: session.today(),
        }
    };
    let (mut center, directory) = Center::new(seed, people, calendar, &team);
    pens.write(directory).map_err(|error| match error.code() {
        Code::RecordExists => DemoError::SameSeed(seed),
        _ => error.into(),
    })?;
    let (mut registered, mut cases) = (0, 0);
    while let Some(part) = center.next(PART) {
        registered += part.people.len();
        cases += part.cases.len();
        pens.write_part(part)?;
    }
    scans::laid(pens.of(Who::Latifa)?)?;
    drop(pens);
    core.lock();
    Ok(DemoSummary {
        center: CENTER_AR.to_owned(),
        users: MEMBERS
            .iter()
            .map(|member| (member.name_lat.to_owned(), member.role.to_owned()))
            .collect(),
        passphrase: Some(passphrase.to_owned()).filter(|used| used == PASSPHRASE),
        people: u32::try_from(registered).unwrap_or(u32::MAX),
        cases: u32::try_from(cases).unwrap_or(u32::MAX),
    })
}

/// The eight of this profile, set up when there is none.
fn team(core: &Core, passphrase: &str) -> Result<Team, DemoError> {
    let status = core.run("device.status", json!({}))?.ok;
    let mut ids: Vec<StaffId> = Vec::new();
    if status["state"] == "empty" {
        for (member, n) in MEMBERS.iter().zip(0..) {
            let user = json!({ "name_ar": member.name_ar, "name_lat": member.name_lat, "sex": member.sex, "role": member.role });
            let answer = if n == 0 {
                let center = json!({ "name_ar": CENTER_AR, "name_fr": CENTER_FR, "center_type": "cas", "province": PROVINCE, "commune": CHIEF_TOWN, "address": ADDRESS, "phone": PHONE });
                core.run("device.set_up", json!({ "language": "ar", "center": center, "user": user, "passphrase": passphrase }))?
            } else {
                core.run(
                    "user.add",
                    json!({ "user": user, "passphrase": passphrase }),
                )?
            };
            ids.push(staff(&answer.ok)?);
        }
    } else {
        let users = status["users"].as_array().cloned().unwrap_or_default();
        for member in &MEMBERS {
            let known = users
                .iter()
                .find(|user| user["name_lat"] == member.name_lat)
                .ok_or(DemoError::NotDemonstration)?;
            ids.push(staff(known)?);
        }
    }
    ids.try_into()
        .map(Team)
        .map_err(|_| DemoError::NotDemonstration)
}

fn staff(answer: &Value) -> Result<StaffId, DemoError> {
    Ok(serde_json::from_value(answer["staff"].clone())?)
}
