//! What happened to a referral.

use chrono::NaiveDate;
use jisr_domain::id::{ReferralEventId, ReferralId};
use jisr_domain::record::{Fields, Kind};
use jisr_domain::referral::{
    Referral, ReferralEvent, ReferralEventType, RefusalReason, SharedItem, fold, may_follow,
};
use jisr_store::Tx;
use serde_json::json;

use super::disclose::disclosure;
use super::rules::{may_go, visible};
use super::{RecordReferralArgs, packet};
use crate::case::open_case;
use crate::code::Code;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::view::Written;

/// Records what happened to a referral: sent, answered, served, closed, opened again. An answer is recorded
/// even when the case has been closed since.
///
/// # Errors
/// The referral unknown; what cannot follow where it stands; a day to come; a refusal that says no reason; a
/// consent that no longer holds when it is sent; opened again in a closed case.
pub fn record(session: &Session<'_>, args: RecordReferralArgs) -> Result<Written, CommandError> {
    let note = args
        .note
        .as_deref()
        .map(|note| input::clean_text("note", note))
        .transpose()?
        .flatten();
    let day = input::happened(session, args.day)?;
    if args.event.needs_reason() && args.reason.is_none() {
        return Err(CommandError::Field {
            field: "reason",
            code: Code::Required,
        });
    }
    session.write(|tx| {
        let mut referral = visible(tx.reader(), session, args.referral)?;
        let state = fold(&tx.reader().by::<ReferralEvent>("referral", args.referral)?);
        if !may_follow(state.status).contains(&args.event) {
            return Err(CommandError::Rule(Code::ReferralOrder));
        }
        // It waits again, where nothing is planned any more.
        if args.event == ReferralEventType::Reopened
            && let Some(case) = referral.case
        {
            open_case(tx.reader(), session, case)?;
        }
        if args.event == ReferralEventType::Sent {
            may_go(tx.reader(), &referral, session.today())?;
            referral.shared = retell(session, tx, args.referral, &referral)?;
            packet::write(session, tx, args.referral, &referral)?;
        }
        let id = write(
            session,
            tx,
            args.referral,
            &referral,
            args.event,
            EventDetails {
                day,
                reason: args.reason,
                note,
            },
        )?;
        Ok(Written { id: id.to_string() })
    })
}

/// Closes a referral with its case: nothing is awaited of it any more.
///
/// # Errors
/// The database.
pub(crate) fn closed_with_case(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    id: ReferralId,
    referral: &Referral,
    why: Option<String>,
) -> Result<(), CommandError> {
    let details = EventDetails {
        note: why,
        ..EventDetails::on(session.today())
    };
    write(
        session,
        tx,
        id,
        referral,
        ReferralEventType::Closed,
        details,
    )?;
    Ok(())
}

/// What a referral drafted before tells on the day it leaves: less than was meant, when less may be told since.
fn retell(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    id: ReferralId,
    referral: &Referral,
) -> Result<Vec<SharedItem>, CommandError> {
    let Some(person) = referral.person else {
        return Ok(referral.shared.clone());
    };
    let disclosure = disclosure(tx.reader(), session, person)?;
    let told = disclosure.told(&referral.shared, referral.reason.as_deref());
    if told != referral.shared {
        let fields = Fields::from([("shared".to_owned(), json!(told))]);
        tx.update_as_shown(Kind::Referral, id.0, fields)?;
    }
    Ok(told)
}

/// What an event says besides its kind.
pub(super) struct EventDetails {
    day: NaiveDate,
    reason: Option<RefusalReason>,
    note: Option<String>,
}

impl EventDetails {
    /// Nothing but its day.
    pub(super) fn on(day: NaiveDate) -> Self {
        Self {
            day,
            reason: None,
            note: None,
        }
    }
}

/// Writes an event of a referral, now, by the one at work.
pub(super) fn write(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    id: ReferralId,
    referral: &Referral,
    event: ReferralEventType,
    details: EventDetails,
) -> Result<ReferralEventId, CommandError> {
    let new = ReferralEventId(session.new_id());
    let record = ReferralEvent {
        case: referral.case,
        referral: Some(id),
        event: Some(event),
        at: Some(session.now()),
        day: Some(details.day),
        by: Some(session.staff()),
        reason: details.reason,
        note: details.note,
    };
    tx.create(new, &record)?;
    Ok(new)
}
