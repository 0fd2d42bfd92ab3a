//! What a referral tells of a person: decided here, once, for its record, its letter and its packet.

use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

use super::SharedItem;
use crate::person::{Person, Reach};
use crate::text::dialled;

/// Something that is not told, even when it is ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct Withheld {
    /// What.
    pub item: SharedItem,
    /// Because they may not be reached; otherwise nothing is recorded to tell.
    pub reach: Option<Reach>,
}

/// What there is to tell of a person.
#[derive(Clone, Debug, Default)]
pub struct Disclosure {
    /// The record the case is about: what was learnt of a case stays with its record of the person.
    pub person: Person,
    /// Whether they may be reached, asked of all their records.
    pub reach: Reach,
    /// The hours at which they may be, in their words.
    pub hours: Option<String>,
    /// The names of those the person lives with, in Arabic script and in Latin script.
    pub household: Option<[String; 2]>,
}

impl Disclosure {
    /// The value told of `item`; `reason`: the situation as the referral itself words it. Of somebody who may not be
    /// reached neither the telephone nor the place where they are found; where they may be at certain hours, with these
    /// hours.
    pub fn tells(&self, item: SharedItem, reason: Option<&str>) -> Option<String> {
        match item {
            SharedItem::Situation => reason.map(str::to_owned),
            _ if self.withholds(item).is_some() => None,
            _ => self.recorded(item),
        }
    }

    /// [`Disclosure::tells`], for the Arabic and for the French column: each in its own script where both are known.
    pub fn tells_in_both(&self, item: SharedItem, reason: Option<&str>) -> Option<[String; 2]> {
        let told = self.tells(item, reason)?;
        match (item, &self.household) {
            (SharedItem::Household, Some(names)) => Some(names.clone()),
            _ => Some([told.clone(), told]),
        }
    }

    /// Those of `asked` that are told, in the order they are listed to a person.
    pub fn told(&self, asked: &[SharedItem], reason: Option<&str>) -> Vec<SharedItem> {
        SharedItem::ALL
            .iter()
            .copied()
            .filter(|item| asked.contains(item) && self.tells(*item, reason).is_some())
            .collect()
    }

    /// Everything that is withheld, whatever is ticked.
    pub fn withheld(&self) -> Vec<Withheld> {
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
                let [arabic, latin] = person.names_by_script();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn amina(reach: Reach) -> Disclosure {
        Disclosure {
            person: Person {
                given_name_ar: Some("أمينة".to_owned()),
                family_name_ar: Some("بناني".to_owned()),
                phone: Some("+212661234567".to_owned()),
                usual_place: Some("باب المدينة".to_owned()),
                cnie: Some("AB123456".to_owned()),
                ..Person::default()
            },
            reach,
            hours: Some("بعد 18:00".to_owned()),
            household: Some(["سعاد".to_owned(), "Souad".to_owned()]),
        }
    }

    #[test]
    fn nothing_by_which_she_is_found_goes_out_unless_she_may_be_reached() {
        for reach in [Reach::HoursUnknown, Reach::NotAsked, Reach::Never] {
            let told = amina(reach).told(SharedItem::ALL, Some("تبحث عن مأوى"));
            assert!(!told.contains(&SharedItem::Phone), "{reach:?}");
            assert!(!told.contains(&SharedItem::Address), "{reach:?}");
            assert!(told.contains(&SharedItem::Name) && told.contains(&SharedItem::Cnie));
            let because: Vec<_> = amina(reach)
                .withheld()
                .into_iter()
                .filter(|one| one.reach == Some(reach))
                .map(|one| one.item)
                .collect();
            assert_eq!(because, [SharedItem::Phone, SharedItem::Address]);
        }
        let free = amina(Reach::Free).tells(SharedItem::Phone, None);
        assert_eq!(free.as_deref(), Some("06 61 23 45 67"));
    }

    #[test]
    fn her_telephone_goes_out_with_the_hours_at_which_it_is_safe() {
        let told = amina(Reach::Hours).tells(SharedItem::Phone, None);
        assert_eq!(told.as_deref(), Some("06 61 23 45 67 (بعد 18:00)"));
    }

    #[test]
    fn what_is_not_recorded_is_not_told_and_each_column_has_its_own_script() {
        let amina = amina(Reach::Free);
        assert_eq!(amina.tells(SharedItem::Birth, None), None);
        assert_eq!(amina.tells(SharedItem::Situation, None), None);
        let household = amina.tells_in_both(SharedItem::Household, None);
        assert_eq!(household, Some(["سعاد".to_owned(), "Souad".to_owned()]));
    }
}
