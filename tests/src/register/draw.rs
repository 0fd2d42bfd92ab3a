//! People drawn one by one, most of them in households.

use jisr_domain::person::{Person, Sex};

use super::names::Spelt;
use super::{Dice, Names};

/// Where people live.
#[derive(Clone, Debug)]
pub struct Country {
    /// HCP codes of communes, with how likely each is (their population).
    communes: Vec<(String, u64)>,
    sum: u64,
}

impl Country {
    /// Reads `assets/territory/communes.tsv`, every commune by its people.
    pub fn read(communes: &str) -> Self {
        let mut lines = communes.lines();
        let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
        let column = |name: &str| header.iter().position(|cell| *cell == name);
        let (code, people) = (column("code"), column("population_2024"));
        let communes: Vec<(String, u64)> = lines
            .filter_map(|line| {
                let cells: Vec<&str> = line.split('\t').collect();
                let code = (*cells.get(code?)?).to_owned();
                let people = people
                    .and_then(|at| cells.get(at)?.parse().ok())
                    .unwrap_or(1);
                Some((code, people))
            })
            .collect();
        let sum = communes.iter().map(|(_, people)| people).sum();
        Self { communes, sum }
    }

    /// A commune.
    pub fn commune(&self, dice: &mut Dice) -> String {
        let mut at = dice.number() % self.sum.max(1);
        for (code, people) in &self.communes {
            if at < *people {
                return code.clone();
            }
            at -= people;
        }
        self.communes
            .first()
            .map(|(code, _)| code.clone())
            .unwrap_or_default()
    }
}

/// A person drawn, with the names behind what the record shows.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// What a first desk wrote.
    pub person: Person,
    /// Their given name in every spelling.
    pub given: Spelt,
    /// Their family name in every spelling.
    pub family: Spelt,
}

/// What a household shares.
#[derive(Clone, Debug)]
struct Home {
    family: Spelt,
    family_lat: String,
    mother: Spelt,
    commune: String,
    phone: Option<String>,
    left: usize,
}

/// Draws people for as long as it is asked.
pub struct Draw<'a> {
    names: &'a Names,
    country: &'a Country,
    dice: Dice,
    home: Option<Home>,
}

impl Drawn {
    /// `count` people.
    pub fn many(names: &Names, country: &Country, count: usize, seed: u64) -> Vec<Drawn> {
        let mut draw = Draw {
            names,
            country,
            dice: Dice::new(seed),
            home: None,
        };
        (0..count).map(|_| draw.next()).collect()
    }
}

impl Draw<'_> {
    fn next(&mut self) -> Drawn {
        let dice = &mut self.dice;
        let home = match self.home.take().filter(|home| home.left > 0) {
            Some(home) => home,
            None => {
                let family = self.names.family(dice).clone();
                Home {
                    family_lat: family.latin(dice),
                    family,
                    mother: mother(self.names, dice),
                    commune: self.country.commune(dice),
                    phone: dice.chance(70).then(|| phone(dice)),
                    left: [1, 1, 1, 2, 3, 4][dice.below(6)],
                }
            }
        };
        let given = self.names.given(dice).clone();
        let sex = if given.feminine {
            Sex::Female
        } else {
            Sex::Male
        };
        let year = 1945 + dice.below(78);
        let person = Person {
            given_name_ar: Some(given.arabic.clone()),
            family_name_ar: Some(home.family.arabic.clone()),
            given_name_lat: Some(given.latin(dice)),
            family_name_lat: Some(home.family_lat.clone()),
            mother_name_ar: dice.chance(80).then(|| home.mother.arabic.clone()),
            sex: Some(sex),
            birth_date: Some(if dice.chance(15) {
                format!("{year}")
            } else {
                format!("{year}-{:02}-{:02}", 1 + dice.below(12), 1 + dice.below(28))
            }),
            cnie: (year < 2008 && dice.chance(80)).then(|| cnie(dice)),
            phone: home.phone.clone().filter(|_| dice.chance(90)),
            province: home.commune.get(..6).map(str::to_owned),
            commune: Some(home.commune.clone()),
            ..Person::default()
        };
        let (mut person, script) = (person, dice.below(10));
        if script < 3 {
            (person.given_name_lat, person.family_name_lat) = (None, None);
        } else if script < 5 {
            (person.given_name_ar, person.family_name_ar) = (None, None);
        }
        let drawn = Drawn {
            person,
            given,
            family: home.family.clone(),
        };
        self.home = Some(Home {
            left: home.left - 1,
            ..home
        });
        drawn
    }
}

fn mother(names: &Names, dice: &mut Dice) -> Spelt {
    loop {
        let name = names.given(dice);
        if name.feminine {
            return name.clone();
        }
    }
}

pub(super) fn phone(dice: &mut Dice) -> String {
    format!("+212{}{:08}", 6 + dice.below(2), dice.below(100_000_000))
}

pub(super) fn cnie(dice: &mut Dice) -> String {
    let letter = |dice: &mut Dice| char::from(b"ABCDEFGHIJKLMNPQRSTUVWXYZ"[dice.below(25)]);
    let mut series = letter(dice).to_string();
    if dice.chance(70) {
        series.push(letter(dice));
    }
    format!("{series}{:06}", dice.below(1_000_000))
}
