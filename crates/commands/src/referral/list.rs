//! Referrals, as listed.

use jisr_domain::referral::{Referral, ReferralStatus};
use jisr_domain::role::Role;
use jisr_store::Reader;

use super::row::{Told, rows, sort, told};
use super::{ReferralRow, ReferralsArgs};
use crate::case::{own_cases, visible, visible_case};
use crate::error::CommandError;
use crate::session::Session;

/// Referrals of one case; otherwise of one's own cases and those one drafted, or every one a director may
/// know of.
///
/// # Errors
/// The case unknown; the database.
pub fn list(session: &Session<'_>, args: ReferralsArgs) -> Result<Vec<ReferralRow>, CommandError> {
    session.read(|reader| {
        let mut referrals = told(reader, candidates(reader, session, &args)?)?;
        let closed = args.closed || args.status.contains(&ReferralStatus::Closed);
        referrals.retain(|Told { state, .. }| {
            (closed || state.status != ReferralStatus::Closed)
                && (args.status.is_empty() || args.status.contains(&state.status))
        });
        let mut rows = rows(reader, session, referrals)?;
        sort(&mut rows);
        Ok(rows)
    })
}

fn candidates(
    reader: &Reader<'_>,
    session: &Session<'_>,
    args: &ReferralsArgs,
) -> Result<Vec<(jisr_domain::id::ReferralId, Referral)>, CommandError> {
    let me = session.staff().to_string();
    if let Some(case) = args.case {
        visible_case(reader, session, case)?;
        return Ok(reader.by::<Referral>("case", case)?);
    }
    if session.me().role == Role::Director {
        return Ok(reader.list::<Referral>(&visible("\"case\""), [me])?);
    }
    let own: Vec<String> = own_cases(reader, session, session.staff(), true)?
        .into_iter()
        .map(|(id, _)| id.to_string())
        .collect();
    let own = serde_json::json!(own).to_string();
    let mine = format!(
        "(\"case\" IN (SELECT value FROM json_each(?2)) OR created_by = ?1) AND {}",
        visible("\"case\"")
    );
    Ok(reader.list::<Referral>(&mine, [me, own])?)
}
