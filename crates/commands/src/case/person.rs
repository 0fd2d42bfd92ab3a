//! The person of a case, as much of them as its page shows. The rest is the person's own page.

use jisr_domain::id::PersonId;
use jisr_domain::person::SafeContact;
use jisr_domain::referral::Withheld;
use jisr_store::Reader;
use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

use crate::access::visible_person;
use crate::error::CommandError;
use crate::person::{PersonRecords, Reachable, known, person_card_of};
use crate::referral::disclosure;
use crate::session::Session;
use crate::view::PersonCard;

/// The person of a case. Whoever asks for more asks for the person (`person.get`).
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct CasePerson {
    /// The record that stands for them.
    pub person: PersonId,
    /// What this view showed of that record: for the answer on being reached that a step writes on it.
    pub seen: String,
    /// As in rows.
    pub card: PersonCard,
    /// Their telephone.
    pub phone: Option<String>,
    /// Where they live.
    pub address: Option<String>,
    /// Where they are found otherwise.
    pub usual_place: Option<String>,
    /// What they answered on being reached: the most protective among their records.
    pub safe_contact: Option<SafeContact>,
    /// What comes of it.
    pub reachable: Reachable,
    /// What a referral does not tell of them, even when it is ticked.
    pub withheld: Vec<Withheld>,
}

/// The person of these records, for those who may know of them.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub(super) fn case_person(
    reader: &Reader<'_>,
    session: &Session<'_>,
    one: &PersonRecords,
) -> Result<CasePerson, CommandError> {
    let id = one.shown();
    let held = visible_person(reader, session, id)?;
    let known = known(reader, session, id)?.map_or_else(|| held.record.clone(), |(_, known)| known);
    Ok(CasePerson {
        person: id,
        seen: held.seen,
        card: person_card_of(id, &known, session.today()),
        phone: held.record.phone,
        address: held.record.address,
        usual_place: held.record.usual_place,
        safe_contact: known.safe_contact,
        reachable: Reachable::of(&known),
        withheld: disclosure(reader, session, id)?.withheld(),
    })
}
