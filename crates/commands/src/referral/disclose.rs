//! What a referral may tell of a person, read for the one at work. What of it is told is [`Disclosure`]'s to say.

use jisr_domain::id::PersonId;
use jisr_domain::person::{Person, Reach};
use jisr_domain::referral::Disclosure;
use jisr_store::Reader;

use crate::error::CommandError;
use crate::session::Session;

/// What the one at work may know of the person.
///
/// # Errors
/// The database.
pub(crate) fn disclosure(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: PersonId,
) -> Result<Disclosure, CommandError> {
    let known = crate::person::known(reader, session, id)?
        .map(|(_, known)| known)
        .unwrap_or_default();
    Ok(Disclosure {
        person: reader.find::<Person>(id)?.unwrap_or_default(),
        reach: Reach::of(&known),
        hours: known.safe_hours,
        household: household(reader, session, id)?,
    })
}

/// The names of those the person lives with, as the one at work may know of them.
fn household(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
) -> Result<Option<[String; 2]>, CommandError> {
    let Some(household) = crate::household::household_view(reader, session, person)? else {
        return Ok(None);
    };
    let own = crate::person::person_records(reader, session, person)?.shown();
    let others = household
        .members
        .into_iter()
        .map(|member| member.person)
        .filter(|card| card.person != Some(own));
    let (mut arabic, mut latin) = (Vec::new(), Vec::new());
    for card in others {
        let (ar, lat) = (card.given_name_ar, card.given_name_lat);
        arabic.extend(
            ar.clone()
                .or_else(|| lat.clone())
                .or_else(|| card.nickname.clone()),
        );
        latin.extend(lat.or(ar).or(card.nickname));
    }
    Ok((!arabic.is_empty()).then(|| [arabic.join(" · "), latin.join(" · ")]))
}
