//! Households: heads, spouses, children and grandparents under one roof.

use chrono::NaiveDate;
use jisr_domain::household::{Household, HouseholdMember};
use jisr_domain::id::HouseholdId;
use jisr_domain::person::{Kinship, Sex};

use super::calendar::Calendar;
use super::chance::Chance;
use super::entry::{Line, Who};
use super::lists::{Name, family_name, given_name};
use super::people::{Home, Sketch, Someone, anonymous, home, person, phone};

/// Fewest years between a mother and her child.
const YOUNGEST_MOTHER: u32 = 17;

/// People who live together, or one who lives alone.
pub(super) struct Family {
    pub(super) people: Vec<Someone>,
    pub(super) household: Option<HouseholdId>,
    pub(super) place: String,
    /// The household and who is who in it.
    pub(super) lines: Vec<Line>,
}

/// Draws a family of at most `most` people, known since `known_on`; `index` counts the people before it.
pub(super) fn family(
    chance: &mut Chance,
    calendar: &Calendar,
    known_on: NaiveDate,
    most: u32,
    index: u64,
) -> Family {
    let home = home(chance);
    match chance.weighted(&[("family", 55), ("alone", 41), ("street", 4)]) {
        "family" if most >= 2 => Builder {
            chance,
            calendar,
            known_on,
            home: &home,
            index,
            people: Vec::new(),
        }
        .household(most),
        "street" => {
            let someone = anonymous(chance, calendar, known_on);
            let place = someone.record.usual_place.clone().unwrap_or_default();
            Family {
                people: vec![someone],
                household: None,
                place,
                lines: Vec::new(),
            }
        }
        _ => {
            let mut builder = Builder {
                chance,
                calendar,
                known_on,
                home: &home,
                index,
                people: Vec::new(),
            };
            builder.alone();
            Family {
                people: builder.people,
                household: None,
                place: home.place,
                lines: Vec::new(),
            }
        }
    }
}

struct Builder<'a> {
    chance: &'a mut Chance,
    calendar: &'a Calendar,
    known_on: NaiveDate,
    home: &'a Home,
    index: u64,
    people: Vec<Someone>,
}

impl Builder<'_> {
    fn add(
        &mut self,
        sex: Sex,
        age: u32,
        family: Name,
        kinship: Option<Kinship>,
        has_children: bool,
    ) {
        let index = self.index + u64::try_from(self.people.len()).unwrap_or(0);
        let own = age >= 18 && self.chance.percent(85);
        let phone = if own {
            Some(phone(index))
        } else {
            self.people
                .first()
                .and_then(|head| head.record.phone.clone())
        };
        let phone = phone.filter(|_| own || self.chance.percent(40));
        // Two children of one family do not bear one name.
        let taken = |people: &[Someone], name: Name| {
            people.iter().any(|known| {
                known.record.given_name_lat.as_deref() == Some(name.lat)
                    || known.record.given_name_ar.as_deref() == Some(name.ar)
            })
        };
        let mut given = given_name(self.chance, sex, age);
        while taken(&self.people, given) {
            given = given_name(self.chance, sex, age);
        }
        let sketch = Sketch {
            sex,
            age,
            given,
            family,
            kinship,
            has_children,
            home: self.home,
            phone,
            known_on: self.known_on,
            index,
        };
        self.people.push(person(self.chance, self.calendar, sketch));
    }

    fn alone(&mut self) {
        let sex = self.chance.weighted(&[(Sex::Female, 58), (Sex::Male, 42)]);
        let (low, high) = self.chance.weighted(&[
            ((18, 22), 14),
            ((23, 40), 36),
            ((41, 61), 25),
            ((62, 88), 25),
        ]);
        let age = self.chance.between(low, high);
        let family = family_name(self.chance);
        self.add(sex, age, family, None, false);
    }

    fn household(mut self, most: u32) -> Family {
        let wanted = self
            .chance
            .weighted(&[(2, 24), (3, 30), (4, 24), (5, 14), (6, 8)])
            .min(most);
        let father = self.chance.percent(55);
        let family = family_name(self.chance);
        let mother_age = self.chance.between(24, 52);
        if father {
            let age = mother_age + self.chance.between(1, 12);
            self.add(Sex::Male, age, family, Some(Kinship::Head), wanted > 2);
            let own = family_name(self.chance);
            self.add(
                Sex::Female,
                mother_age,
                own,
                Some(Kinship::Spouse),
                wanted > 2,
            );
        } else {
            self.add(Sex::Female, mother_age, family, Some(Kinship::Head), true);
        }
        // A widow's or a divorced woman's children bear their father's name; a single mother's bear hers.
        let children_family = if father || self.chance.percent(40) {
            family
        } else {
            family_name(self.chance)
        };
        let grandparent = wanted >= 5 && self.chance.percent(30);
        let mut youngest = mother_age.saturating_sub(YOUNGEST_MOTHER + self.chance.between(0, 8));
        for _ in 0..wanted
            .saturating_sub(u32::try_from(self.people.len()).unwrap_or(0) + u32::from(grandparent))
        {
            let age = youngest.saturating_sub(self.chance.between(0, 3)).min(27);
            let sex = self.chance.weighted(&[(Sex::Female, 50), (Sex::Male, 50)]);
            self.add(sex, age, children_family, Some(Kinship::Child), false);
            youngest = age.saturating_sub(1);
        }
        if grandparent {
            let head = self.people.first().map_or(mother_age, |head| head.age);
            let age = head + self.chance.between(19, 30);
            let own = family_name(self.chance);
            self.add(Sex::Female, age, own, Some(Kinship::Parent), false);
        }
        self.settled()
    }

    fn settled(self) -> Family {
        let Self {
            chance,
            calendar,
            known_on,
            home,
            people,
            ..
        } = self;
        let at = calendar.at(known_on, 425);
        let household: HouseholdId = chance.id(at);
        let name = people
            .first()
            .map(|head| format!("أسرة {}", head.record.shown_name()));
        let record = Household {
            name,
            rsu_id: chance
                .percent(35)
                .then(|| format!("RSU{:08}", chance.between(10_000_000, 99_999_999))),
            province: people.first().and_then(|head| head.record.province.clone()),
            commune: Some(home.commune.to_owned()),
            address: Some(home.address.clone()),
        };
        let mut lines = vec![Line::new(Who::Soumia, (household, record))];
        for someone in &people {
            let member = HouseholdMember {
                household: Some(household),
                person: Some(someone.id),
                kinship: someone.kinship,
                since: chance.percent(20).then_some(known_on),
                ..HouseholdMember::default()
            };
            lines.push(Line::new(Who::Soumia, (chance.id(at), member)));
        }
        Family {
            people,
            household: Some(household),
            place: home.place.clone(),
            lines,
        }
    }
}
