//! Values checked against the record type of a kind chosen at run time.

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
use jisr_domain::record::{Fields, Kind, Record};
use jisr_domain::referral::{Referral, ReferralEvent, ReferralPacket};
use jisr_domain::service::Service;
use jisr_domain::situation::Situation;
use jisr_domain::track::{ProtocolInstance, StepDocument, StepEvent};
use jisr_domain::visit::Visit;

use crate::{Result, StoreError};

macro_rules! readable {
    ($kind:expr, $fields:expr, $($name:ident),+ $(,)?) => {
        match $kind { $(Kind::$name => $name::from_fields($fields).is_ok(),)+ }
    };
}

fn readable(kind: Kind, fields: &Fields) -> bool {
    readable!(
        kind,
        fields,
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

/// Whether every value of `patch` has the shape its field declares. Null empties any field.
///
/// # Errors
/// [`StoreError::BadValue`] with the first field that has not.
pub(crate) fn check_values(kind: Kind, patch: &Fields) -> Result<()> {
    let written: Fields = patch
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    if readable(kind, &written) {
        return Ok(());
    }
    let field = written
        .into_iter()
        .find(|(name, value)| !readable(kind, &Fields::from([(name.clone(), value.clone())])));
    Err(StoreError::BadValue {
        kind,
        field: field.map(|(name, _)| name).unwrap_or_default(),
    })
}
