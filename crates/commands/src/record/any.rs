//! A record of a kind known only when the program runs, for lists that mix kinds.

use jisr_domain::appointment::Appointment;
use jisr_domain::attachment::Attachment;
use jisr_domain::case::{Case, CaseEvent};
use jisr_domain::center::{Center, Staff};
use jisr_domain::consent::Consent;
use jisr_domain::entitlement::Entitlement;
use jisr_domain::household::{Household, HouseholdMember};
use jisr_domain::import::Import;
use jisr_domain::note::Note;
use jisr_domain::partner::Partner;
use jisr_domain::person::{Contact, Person, SamePerson};
use jisr_domain::reception::Reception;
use jisr_domain::record::{Fields, Kind, Record, Subject};
use jisr_domain::referral::{Referral, ReferralEvent, ReferralPacket};
use jisr_domain::service::Service;
use jisr_domain::situation::Situation;
use jisr_domain::track::{ProtocolInstance, StepDocument, StepEvent};
use jisr_domain::visit::Visit;
use jisr_store::{FieldConflict, Reader};
use uuid::Uuid;

use crate::error::CommandError;
use crate::session::Session;

/// A record, whatever its kind.
pub struct AnyRecord {
    /// What is shown.
    pub fields: Fields,
    /// For the edits that follow.
    pub seen: String,
    /// Fields with more than one value.
    pub conflicts: Vec<FieldConflict>,
    /// What it is about.
    pub subject: Subject,
}

/// The record, for those who may know of it.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn any_record(
    reader: &Reader<'_>,
    session: &Session<'_>,
    kind: Kind,
    id: Uuid,
) -> Result<AnyRecord, CommandError> {
    let record = read(reader, kind, id)?.ok_or(CommandError::NotFound)?;
    if reader.may_know(&record.subject, session.staff())? {
        Ok(record)
    } else {
        Err(CommandError::NotFound)
    }
}

macro_rules! read_kind {
    ($reader:expr, $kind:expr, $id:expr, $($name:ident),+ $(,)?) => {
        match $kind { $(Kind::$name => whole::<$name>($reader, $id),)+ }
    };
}

fn read(reader: &Reader<'_>, kind: Kind, id: Uuid) -> Result<Option<AnyRecord>, CommandError> {
    read_kind!(
        reader,
        kind,
        id,
        Center,
        Staff,
        Partner,
        Person,
        SamePerson,
        Contact,
        Entitlement,
        Import,
        Situation,
        Household,
        HouseholdMember,
        Reception,
        Appointment,
        Case,
        CaseEvent,
        Consent,
        Attachment,
        ProtocolInstance,
        StepEvent,
        StepDocument,
        Visit,
        Service,
        Note,
        Referral,
        ReferralEvent,
        ReferralPacket,
    )
}

fn whole<R: Record>(reader: &Reader<'_>, id: Uuid) -> Result<Option<AnyRecord>, CommandError> {
    let Some(held) = reader.get::<R>(R::Id::from(id))? else {
        return Ok(None);
    };
    let fields = held.record.to_fields().map_err(CommandError::answer)?;
    Ok(Some(AnyRecord {
        subject: R::DEFINITION.about.subject(id, &fields),
        fields,
        seen: held.seen,
        conflicts: held.conflicts,
    }))
}
