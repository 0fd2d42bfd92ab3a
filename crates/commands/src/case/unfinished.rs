//! What is still open in a case: asked about one by one before it is closed.

use chrono::NaiveDate;
use jisr_domain::appointment::Appointment;
use jisr_domain::id::CaseId;
use jisr_domain::partner::Partner;
use jisr_domain::referral::{Referral, ReferralEvent, ReferralStatus};
use jisr_domain::visit::{Visit, VisitStanding};
use jisr_store::Reader;
use serde::Serialize;
use serde_json::Value;

use super::bundle::load;
use super::rules::visible_case;
use super::{Becomes, CaseArgs, Fate, OpenKind, Unfinished};
use crate::error::CommandError;
use crate::referral;
use crate::session::Session;
use crate::settings::Language;
use crate::view::Spelt;
use crate::words::word;

/// The form of the closing itself, which is being written while this is asked.
const CLOSING: &str = "closing";

/// What is still open in a case, and what may become of each.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn unfinished(session: &Session<'_>, args: CaseArgs) -> Result<Vec<Unfinished>, CommandError> {
    session.read(|reader| {
        visible_case(reader, session, args.case)?;
        open_in(reader, session, args.case)
    })
}

/// [`unfinished`], for those who may know of the case: what somebody expects first, then what is begun.
pub(super) fn open_in(
    reader: &Reader<'_>,
    session: &Session<'_>,
    case: CaseId,
) -> Result<Vec<Unfinished>, CommandError> {
    let mut open = visits(reader, case)?;
    open.extend(appointments(reader, case, session.today())?);
    open.sort_by_key(|one| one.day);
    open.extend(referrals(reader, case)?);
    open.extend(steps(reader, session, case)?);
    open.extend(drafts(reader, session, case)?);
    Ok(open)
}

fn visits(reader: &Reader<'_>, case: CaseId) -> Result<Vec<Unfinished>, CommandError> {
    let planned = reader.by::<Visit>("case", case)?.into_iter();
    planned
        .filter(|(_, visit)| visit.standing() == VisitStanding::Planned)
        .map(|(id, visit)| {
            let fates = &[Fate::Cancelled, Fate::Left];
            let new = Unfinished::new(OpenKind::Visit, id, &visit, fates)?;
            Ok(Unfinished {
                detail: visit.purpose.or(visit.place),
                day: visit.planned_on,
                ..new
            })
        })
        .collect()
}

/// Those still to come, and those of which nobody said what became.
fn appointments(
    reader: &Reader<'_>,
    case: CaseId,
    today: NaiveDate,
) -> Result<Vec<Unfinished>, CommandError> {
    let given = reader.by::<Appointment>("case", case)?.into_iter();
    given
        .filter(|(_, appointment)| appointment.is_planned() && appointment.day.is_some())
        .map(|(id, appointment)| {
            let fates: &[Fate] = if appointment.day.is_some_and(|day| day <= today) {
                &[Fate::Held, Fate::Missed, Fate::Cancelled, Fate::Left]
            } else {
                &[Fate::Cancelled, Fate::Left]
            };
            let new = Unfinished::new(OpenKind::Appointment, id, &appointment, fates)?;
            Ok(Unfinished {
                detail: appointment.purpose.or(appointment.place),
                day: appointment.day,
                ..new
            })
        })
        .collect()
}

/// Those that gave no service: not sent, not answered, accepted and not served, refused and not taken up again.
fn referrals(reader: &Reader<'_>, case: CaseId) -> Result<Vec<Unfinished>, CommandError> {
    let told = referral::told(reader, reader.by::<Referral>("case", case)?)?;
    told.into_iter()
        .filter(|told| {
            !matches!(
                told.state.status,
                ReferralStatus::Served | ReferralStatus::Closed
            )
        })
        .map(|told| {
            let partner = told
                .referral
                .partner
                .map(|id| reader.find::<Partner>(id))
                .transpose()?
                .flatten();
            // Refused, taken up and refused again, it stands where it stood: what happened to it says that it is another.
            let events = reader.by::<ReferralEvent>("referral", told.id)?;
            let happened: Vec<_> = events.iter().map(|(id, _)| *id).collect();
            let shown = (&told.referral, happened);
            let new = Unfinished::new(
                OpenKind::Referral,
                told.id,
                &shown,
                &[Fate::Closed, Fate::Left],
            )?;
            Ok(Unfinished {
                detail: told.referral.service_asked,
                with: partner.as_ref().map(Spelt::partner),
                day: told.state.sent_on.or(told.referral.created_on),
                referral: Some(told.state.status),
                ..new
            })
        })
        .collect()
}

/// Steps that ask for something now.
fn steps(
    reader: &Reader<'_>,
    session: &Session<'_>,
    case: CaseId,
) -> Result<Vec<Unfinished>, CommandError> {
    let loaded = load(reader, session, &[case])?.pop();
    let track = loaded.and_then(|loaded| loaded.track);
    let fates = &[Fate::Declined, Fate::NotPossible, Fate::Left];
    track
        .iter()
        .flat_map(|track| track.active().map(move |active| (track, active)))
        .map(|(track, (step, state))| {
            Ok(Unfinished {
                title: Some(step.title.clone()),
                day: state.window.as_ref().map(|window| window.due),
                instance: Some(track.id),
                ..Unfinished::new(OpenKind::Step, &step.id, state, fates)?
            })
        })
        .collect()
}

/// What the one at work began in this case and did not finish. Those of others are theirs alone, and stay.
fn drafts(
    reader: &Reader<'_>,
    session: &Session<'_>,
    case: CaseId,
) -> Result<Vec<Unfinished>, CommandError> {
    let written_in = |body: &str| {
        let body: Option<Value> = serde_json::from_str(body).ok();
        body.and_then(|body| body.get("case")?.as_str()?.parse().ok().map(CaseId))
    };
    reader
        .drafts(session.staff())?
        .into_iter()
        .filter(|draft| draft.kind != CLOSING && written_in(&draft.body) == Some(case))
        .map(|draft| {
            let new = Unfinished::new(
                OpenKind::Draft,
                draft.id,
                &draft.body,
                &[Fate::Discarded, Fate::Left],
            )?;
            Ok(Unfinished {
                form: Some(draft.kind),
                ..new
            })
        })
        .collect()
}

impl Unfinished {
    /// One of which `shown` is everything that could be read.
    pub(super) fn new(
        kind: OpenKind,
        id: impl ToString,
        shown: &impl Serialize,
        fates: &[Fate],
    ) -> Result<Self, CommandError> {
        let shown = serde_json::to_vec(shown).map_err(CommandError::answer)?;
        Ok(Self {
            kind,
            id: id.to_string(),
            title: None,
            detail: None,
            with: None,
            day: None,
            referral: None,
            form: None,
            seen: blake3::hash(&shown).to_hex().to_string(),
            fates: fates.to_vec(),
            instance: None,
        })
    }

    /// What is said of it as it stands, once, and why where that is asked for.
    pub(super) fn answer_among<'s>(&self, said: &'s [Becomes]) -> Option<&'s Becomes> {
        let mut of_it = said
            .iter()
            .filter(|said| (said.kind, said.id.as_str()) == (self.kind, self.id.as_str()));
        let (Some(said), None) = (of_it.next(), of_it.next()) else {
            return None;
        };
        let of_this = said.seen == self.seen;
        let explained =
            said.fate != Fate::Left || self.kind == OpenKind::Draft || said.why.is_some();
        (of_this && self.fates.contains(&said.fate) && explained).then_some(said)
    }

    /// As the closing tells of it; nothing of a draft, which is its writer's alone.
    pub(super) fn in_words(&self, language: Language) -> Option<String> {
        let title = self.title.as_ref().map(|title| match language {
            Language::Ar => title.ar.clone(),
            Language::Fr => title.fr.clone(),
            Language::En => title.en.clone(),
        });
        let what = match self.kind {
            OpenKind::Draft => return None,
            OpenKind::Step => title?,
            OpenKind::Visit => word(language, "kind.visit"),
            OpenKind::Appointment => word(language, "kind.appointment"),
            OpenKind::Referral => word(language, "kind.referral"),
        };
        let day = self.day.filter(|_| self.kind != OpenKind::Step);
        let parts = [
            Some(what),
            day.map(|day| day.format("%d/%m/%Y").to_string()),
            self.detail.clone(),
        ];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    }
}
