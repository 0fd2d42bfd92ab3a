//! A referral, opened.

use jisr_domain::id::ReferralId;
use jisr_domain::partner::Partner;
use jisr_domain::record::Kind;
use jisr_domain::referral::{Referral, ReferralEvent, fold, may_follow};
use jisr_store::Reader;

use super::row::{ReferralWithState, rows};
use super::rules::visible;
use super::{ReferralArgs, ReferralEventView, ReferralView};
use crate::error::CommandError;
use crate::session::Session;
use crate::view::StaffCard;

/// A referral with what happened to it and what may happen next.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn get(session: &Session<'_>, args: ReferralArgs) -> Result<ReferralView, CommandError> {
    let view = session.read(|reader| view(reader, session, args.referral))?;
    crate::access::audit_view(
        session,
        Some(view.row.case.case),
        Kind::Referral,
        args.referral.0,
    )?;
    Ok(view)
}

fn view(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: ReferralId,
) -> Result<ReferralView, CommandError> {
    let referral = visible(reader, session, id)?;
    let mut events = reader.by::<ReferralEvent>("referral", id)?;
    let state = fold(&events);
    events.sort_by_key(|(id, event)| (event.at, *id));
    let partner = referral
        .partner
        .map(|id| reader.find::<Partner>(id))
        .transpose()?
        .flatten();
    let may = may_follow(state.status);
    let row = rows(
        reader,
        session,
        vec![ReferralWithState {
            id,
            referral,
            state,
        }],
    )?
    .pop()
    .ok_or(CommandError::NotFound)?;
    let mut told = Vec::new();
    for (_, event) in events {
        let Some(what) = event.event else { continue };
        let staff = event.by.map_or(Ok(StaffCard::default()), |by| {
            crate::user::staff_card(reader, by)
        })?;
        told.push(ReferralEventView {
            event: what,
            day: event.day,
            reason: event.reason,
            note: event.note,
            staff,
        });
    }
    Ok(ReferralView {
        referral: crate::record::record_view_by_id::<Referral>(reader, id)?,
        row,
        partner,
        events: told,
        may,
    })
}
