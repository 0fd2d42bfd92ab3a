//! A value chosen among those of a field: an ordinary write, under the rules of its record.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use jisr_domain::center::{Center, Staff};
use jisr_domain::consent::Consent;
use jisr_domain::import::Import;
use jisr_domain::record::{Kind, Record};
use jisr_domain::referral::Referral;
use jisr_domain::track::StepDocument;

use super::ResolveArgs;
use crate::error::CommandError;
use crate::input::{edit_any, refused};
use crate::record::any_record;
use crate::session::Session;
use crate::view::{Edit, Written};
use crate::{
    appointment, attachment, case, contact, entitlement, household, partner, person, reception,
    situation, visit,
};

/// `conflict.resolve`
///
/// # Errors
/// Those of the command that edits such a record; [`CommandError::NotFound`] for a kind the role never writes.
pub fn resolve(session: &Session<'_>, args: ResolveArgs) -> Result<Written, CommandError> {
    if !session.me().role.may_write(args.kind) {
        return Err(CommandError::NotFound);
    }
    match args.kind {
        Kind::Person => person::update(session, edit(args)),
        Kind::Contact => contact::update(session, edit(args)),
        Kind::Entitlement => entitlement::update(session, edit(args)),
        Kind::Situation => situation::update(session, edit(args)),
        Kind::HouseholdMember => household::update_member(session, edit(args)),
        Kind::Reception => reception::update(session, edit(args)),
        Kind::Appointment => appointment::update(session, edit(args)),
        Kind::Case => case::resolve(session, edit(args)),
        Kind::Partner => partner::update(session, edit(args)),
        Kind::Attachment => attachment::settle(session, edit(args)),
        Kind::Visit => visit::update(session, edit(args)),
        Kind::Household => household::update(session, edit(args)),
        Kind::Consent => write::<Consent>(session, edit(args)),
        Kind::Referral => write::<Referral>(session, edit(args)),
        Kind::StepDocument => write::<StepDocument>(session, edit(args)),
        Kind::Center => write::<Center>(session, edit(args)),
        Kind::Staff => write::<Staff>(session, edit(args)),
        Kind::Import => write::<Import>(session, edit(args)),
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

/// The choice, as the edit it is.
fn edit<R>(args: ResolveArgs) -> Edit<R> {
    Edit {
        id: args.id,
        seen: args.seen,
        patch: BTreeMap::from([(args.field, args.value)]),
        // What is chosen among the values of a field was confirmed when it was written.
        confirmed: None,
        of: PhantomData,
    }
}

/// For records that no other command edits field by field.
fn write<R: Record>(session: &Session<'_>, edit: Edit<R>) -> Result<Written, CommandError> {
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
