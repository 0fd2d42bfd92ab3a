//! What a referral tells of a person: decided here, once, for its record, its letter and its packet.

use jisr_domain::id::PersonId;
use jisr_domain::person::{Person, Reach};
use jisr_domain::referral::SharedItem;
use jisr_store::Reader;

use super::Withheld;
use crate::error::CommandError;
use crate::session::Session;
use crate::words::dialled;

/// What there is to tell of a person.
pub(crate) struct Tellable {
    pub(crate) person: Person,
    reach: Reach,
    hours: Option<String>,
    /// The names of those the person lives with, in Arabic script and in Latin script.
    household: Option<[String; 2]>,
}

impl Tellable {
    /// What the one at work may know of the person.
    ///
    /// # Errors
    /// The database.
    pub(crate) fn of(
        reader: &Reader<'_>,
        session: &Session<'_>,
        id: PersonId,
    ) -> Result<Self, CommandError> {
        let known = crate::person::known(reader, session, id)?
            .map(|(_, known)| known)
            .unwrap_or_default();
        Ok(Self {
            // What was learnt of a case stays with its record of the person; whether they may be reached is asked of all.
            person: reader.find::<Person>(id)?.unwrap_or_default(),
            reach: Reach::of(&known),
            hours: known.safe_hours,
            household: household(reader, session, id)?,
        })
    }

    /// The value told of `item`. Of somebody who may not be reached neither the telephone nor the place where they are
    /// found; where they may be at certain hours, with these hours.
    pub(super) fn tells(&self, item: SharedItem, reason: Option<&str>) -> Option<String> {
        match item {
            SharedItem::Situation => reason.map(str::to_owned),
            _ if self.withholds(item).is_some() => None,
            _ => self.recorded(item),
        }
    }

    /// [`Tellable::tells`], for the Arabic and for the French column: each in its own script where both are known.
    pub(super) fn tells_in_both(
        &self,
        item: SharedItem,
        reason: Option<&str>,
    ) -> Option<[String; 2]> {
        let told = self.tells(item, reason)?;
        match (item, &self.household) {
            (SharedItem::Household, Some(names)) => Some(names.clone()),
            _ => Some([told.clone(), told]),
        }
    }

    /// Those of `asked` that are told, in the order they are listed to a person.
    pub(super) fn told(&self, asked: &[SharedItem], reason: Option<&str>) -> Vec<SharedItem> {
        SharedItem::ALL
            .iter()
            .copied()
            .filter(|item| asked.contains(item) && self.tells(*item, reason).is_some())
            .collect()
    }

    /// Everything that is withheld, whatever is ticked.
    pub(crate) fn withheld(&self) -> Vec<Withheld> {
        SharedItem::ALL
            .iter()
            .filter_map(|item| self.withholds(*item))
            .collect()
    }

    fn withholds(&self, item: SharedItem) -> Option<Withheld> {
        // What the situation is, is written in the referral itself.
        if item == SharedItem::Situation {
            return None;
        }
        let reaches = matches!(item, SharedItem::Phone | SharedItem::Address);
        let reach = match self.recorded(item) {
            None => None,
            Some(_) if reaches && !self.reach.allowed() => Some(self.reach),
            Some(_) => return None,
        };
        Some(Withheld { item, reach })
    }

    fn recorded(&self, item: SharedItem) -> Option<String> {
        let person = &self.person;
        match item {
            SharedItem::Name => {
                let [arabic, latin] = names(person);
                [arabic, latin]
                    .into_iter()
                    .find(|name| !name.is_empty())
                    .or_else(|| person.nickname.clone())
            }
            SharedItem::Birth => person.known_birth().map(str::to_owned),
            SharedItem::Cnie => person.cnie.clone(),
            SharedItem::Phone => person
                .phone
                .as_deref()
                .map(|phone| self.at_their_hours(dialled(phone))),
            SharedItem::Address => person
                .address
                .clone()
                .or_else(|| person.usual_place.clone())
                .map(|place| self.at_their_hours(place)),
            SharedItem::Situation => None,
            SharedItem::Household => self.household.clone().map(|[arabic, _]| arabic),
        }
    }

    fn at_their_hours(&self, value: String) -> String {
        match (self.reach, &self.hours) {
            (Reach::Hours, Some(hours)) => format!("{value} ({hours})"),
            _ => value,
        }
    }
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

/// Given and family name in Arabic script, then in Latin script; empty where there is none.
pub(super) fn names(person: &Person) -> [String; 2] {
    let join = |parts: [&Option<String>; 2]| {
        parts
            .into_iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
            .join(" ")
    };
    [
        join([&person.given_name_ar, &person.family_name_ar]),
        join([&person.given_name_lat, &person.family_name_lat]),
    ]
}
