//! The record a second desk makes of somebody the register holds.

use jisr_domain::person::{Person, Sex};

use super::draw::{cnie, phone};
use super::{Country, Dice, Drawn, Names};

/// The same person, as another desk wrote them down.
pub fn corrupted(drawn: &Drawn, names: &Names, country: &Country, dice: &mut Dice) -> Person {
    let mut person = drawn.person.clone();
    // Which scripts this desk writes.
    let (arabic, latin) = match dice.below(10) {
        0..=3 => (true, false),
        4..=6 => (false, true),
        _ => (true, true),
    };
    let family = if person.sex == Some(Sex::Female) && dice.chance(12) {
        names.family(dice).clone()
    } else {
        drawn.family.clone()
    };
    person.given_name_ar = arabic.then(|| arabic_slip(&drawn.given.arabic, dice));
    person.family_name_ar = arabic.then(|| arabic_slip(&family.arabic, dice));
    person.given_name_lat = latin.then(|| latin_slip(&drawn.given.latin(dice), dice));
    person.family_name_lat = latin.then(|| latin_slip(&family.latin(dice), dice));
    if dice.chance(8) {
        std::mem::swap(&mut person.given_name_ar, &mut person.family_name_ar);
        std::mem::swap(&mut person.given_name_lat, &mut person.family_name_lat);
    }
    person.birth_date = person.birth_date.map(|birth| birth_slip(&birth, dice));
    person.cnie = match (person.cnie, dice.below(10)) {
        (_, 0..=2) => None,
        (Some(number), 3) => Some(digit_slip(&number, dice)),
        (None, 4) => Some(cnie(dice)),
        (kept, _) => kept,
    };
    person.phone = match (person.phone, dice.below(10)) {
        (_, 0 | 1) => None,
        (_, 2..=4) => Some(phone(dice)),
        (Some(number), 5) => Some(digit_slip(&number, dice)),
        (kept, _) => kept,
    };
    if dice.chance(35) {
        person.mother_name_ar = None;
    } else if dice.chance(25) {
        person.mother_name_ar = person.mother_name_ar.map(|name| arabic_slip(&name, dice));
    }
    if dice.chance(15) {
        let commune = country.commune(dice);
        person.province = commune.get(..6).map(str::to_owned);
        person.commune = Some(commune);
    } else if dice.chance(15) {
        person.commune = None;
    }
    person
}

fn birth_slip(birth: &str, dice: &mut Dice) -> String {
    let parts: Vec<&str> = birth.split('-').collect();
    let [year, month, day] = parts[..] else {
        return birth.to_owned();
    };
    match dice.below(20) {
        0..=3 => year.to_owned(),
        4 if day <= "12" => format!("{year}-{day}-{month}"),
        5 => format!("{year}-{month}-{:02}", 1 + dice.below(28)),
        6 => format!("{}-{month}-{day}", year.parse::<i32>().unwrap_or(1980) + 1),
        _ => birth.to_owned(),
    }
}

fn digit_slip(number: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = number.chars().collect();
    let digits: Vec<usize> = (0..letters.len())
        .filter(|at| letters[*at].is_ascii_digit())
        .collect();
    let at = digits[digits.len() - 1 - dice.below(5.min(digits.len()))];
    if dice.chance(40) && at > 0 && letters[at - 1].is_ascii_digit() {
        letters.swap(at, at - 1);
    } else {
        letters[at] =
            char::from_digit(u32::try_from(dice.below(10)).unwrap_or(0), 10).unwrap_or('0');
    }
    letters.into_iter().collect()
}

fn arabic_slip(name: &str, dice: &mut Dice) -> String {
    if !dice.chance(20) {
        return name.to_owned();
    }
    match dice.below(6) {
        0 => name.replace("عبد ال", "عبدال"),
        1 => name.strip_prefix("ال").unwrap_or(name).to_owned(),
        2 => name.replace('ه', "ة"),
        3 => name.replace('ي', "ى"),
        4 => name.replace('ا', "أ"),
        _ => keyboard_slip(name, dice),
    }
}

fn latin_slip(name: &str, dice: &mut Dice) -> String {
    match dice.below(12) {
        0 => name.to_uppercase(),
        1 => name.replace("El ", "").replace('-', " "),
        2 => keyboard_slip(name, dice),
        _ => name.to_owned(),
    }
}

/// A letter dropped, doubled, or exchanged with its neighbour.
fn keyboard_slip(name: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() < 4 {
        return name.to_owned();
    }
    let at = 1 + dice.below(letters.len() - 2);
    match dice.below(3) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}
