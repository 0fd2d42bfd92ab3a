//! A value chosen among those of a field: an ordinary write, under the rules of its record.

use std::collections::BTreeMap;

use jisr_domain::center::{Center, Staff};
use jisr_domain::consent::Consent;
use jisr_domain::household::Household;
use jisr_domain::record::{Kind, Record};
use jisr_domain::referral::Referral;
use jisr_domain::track::StepDocument;

use super::ResolveArgs;
use crate::error::CommandError;
use crate::input::{edit_any, refused};
use crate::session::Session;
use crate::show::any_record;
use crate::view::{Edit, Written};
use crate::{
    appointment, attachment, case, contact, entitlement, household, partner, person, reception,
    visit,
};

/// `conflict.resolve`
///
/// # Errors
/// Those of the command that edits such a record; [`CommandError::NotFound`] for a kind the role never writes.
pub fn resolve(session: &Session<'_>, args: ResolveArgs) -> Result<Written, CommandError> {
    if !session.me().role.may_write(args.kind) {
        return Err(CommandError::NotFound);
    }
    let edit = Edit {
        id: args.id,
        seen: args.seen,
        patch: BTreeMap::from([(args.field, args.value)]),
    };
    match args.kind {
        Kind::Person => person::update(session, edit),
        Kind::Contact => contact::update(session, edit),
        Kind::Entitlement => entitlement::update(session, edit),
        Kind::HouseholdMember => household::update_member(session, edit),
        Kind::Reception => reception::update(session, edit),
        Kind::Appointment => appointment::update(session, edit),
        Kind::Case => case::resolve(session, edit),
        Kind::Partner => partner::update(session, edit),
        Kind::Attachment => attachment::settle(session, edit),
        Kind::Visit => visit::update(session, edit),
        Kind::Household => write::<Household>(session, edit),
        Kind::Consent => write::<Consent>(session, edit),
        Kind::Referral => write::<Referral>(session, edit),
        Kind::StepDocument => write::<StepDocument>(session, edit),
        Kind::Center => write::<Center>(session, edit),
        Kind::Staff => write::<Staff>(session, edit),
        Kind::SamePerson
        | Kind::CaseEvent
        | Kind::ProtocolInstance
        | Kind::StepEvent
        | Kind::Service
        | Kind::Note
        | Kind::ReferralEvent
        | Kind::ReferralPacket => Err(refused(args.kind.code(), "is written once")),
    }
}

/// For records that no other command edits field by field.
fn write<R: Record>(session: &Session<'_>, edit: Edit) -> Result<Written, CommandError> {
    let patch = edit_any::<R>(edit)?;
    session.write(|tx| {
        any_record(tx.reader(), session, R::KIND, patch.id)?;
        tx.update(R::KIND, patch.id, patch.fields, &patch.seen)?;
        Ok(())
    })?;
    Ok(Written {
        id: patch.id.to_string(),
    })
}
