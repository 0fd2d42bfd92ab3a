//! A record of a kind known only when the program runs, for lists that mix kinds.

use jisr_domain::appointment::Appointment;
use jisr_domain::attachment::Attachment;
use jisr_domain::case::{Case, CaseEvent};
use jisr_domain::center::{Center, Staff};
use jisr_domain::consent::Consent;
use jisr_domain::entitlement::Entitlement;
use jisr_domain::household::{Household, HouseholdMember};
use jisr_domain::id::{CaseId, HouseholdId, PersonId};
use jisr_domain::import::Import;
use jisr_domain::note::Note;
use jisr_domain::partner::Partner;
use jisr_domain::person::{Contact, Person, SamePerson};
use jisr_domain::reception::Reception;
use jisr_domain::record::{Fields, Kind, Record};
use jisr_domain::referral::{Referral, ReferralEvent, ReferralPacket};
use jisr_domain::service::Service;
use jisr_domain::situation::Situation;
use jisr_domain::track::{ProtocolInstance, StepDocument, StepEvent};
use jisr_domain::visit::Visit;
use jisr_store::{FieldConflict, Reader};
use uuid::Uuid;

use super::access::may_see;
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
    /// Whom it is about.
    pub person: Option<PersonId>,
    /// In which case.
    pub case: Option<CaseId>,
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
    let seen = match kind {
        Kind::Household => household_seen(reader, session, HouseholdId(id))?,
        Kind::SamePerson => {
            may_see(reader, session, id_in(&record.fields, "left"), None)?
                && may_see(reader, session, id_in(&record.fields, "right"), None)?
        }
        _ => may_see(reader, session, record.person, record.case)?,
    };
    if seen {
        Ok(record)
    } else {
        Err(CommandError::NotFound)
    }
}

/// What values of a record of `kind` say of whom they are about, and in which case.
pub fn about_whom(kind: Kind, id: Uuid, fields: &Fields) -> (Option<PersonId>, Option<CaseId>) {
    let person = match kind {
        Kind::Person => Some(PersonId(id)),
        Kind::SamePerson => id_in(fields, "left"),
        _ => id_in(fields, "person"),
    };
    let case = if kind == Kind::Case {
        Some(CaseId(id))
    } else {
        id_in(fields, "case")
    };
    (person, case)
}

fn id_in<I: From<Uuid>>(fields: &Fields, name: &str) -> Option<I> {
    fields
        .get(name)
        .and_then(|value| value.as_str())
        .and_then(|text| text.parse::<Uuid>().ok())
        .map(I::from)
}

/// Nobody is told of a household whose people they may not know of.
fn household_seen(
    reader: &Reader<'_>,
    session: &Session<'_>,
    household: HouseholdId,
) -> Result<bool, CommandError> {
    let members = reader.by::<HouseholdMember>("household", household)?;
    for (_, member) in &members {
        if may_see(reader, session, member.person, member.case)? {
            return Ok(true);
        }
    }
    Ok(members.is_empty())
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
    let (person, case) = about_whom(R::KIND, id, &fields);
    Ok(Some(AnyRecord {
        fields,
        seen: held.seen,
        conflicts: held.conflicts,
        person,
        case,
    }))
}
