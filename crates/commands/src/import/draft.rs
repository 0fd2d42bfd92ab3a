//! A person in the making, cell by cell.

use jisr_domain::person::Person;
use jisr_domain::record::{Fields, Record, Shape};
use serde_json::Value;

use super::ListField;
use super::read::{Doubt, Places, ReadPlace, Script, read_choice, script_of};
use super::row::{ColumnDoubt, LONGEST_REMARK, Reading, Refusal, RowReading};

/// A person in the making.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) person: Person,
    pub(super) doubts: Vec<ColumnDoubt>,
    remark: Vec<String>,
    pub(super) nameless: bool,
    /// Fields that have no reader of their own.
    fields: Fields,
}

#[derive(Clone, Copy)]
pub(super) enum Part {
    Given,
    Family,
}

impl Draft {
    /// A name goes to the field of its own script: «بنعلي» in a column «Nom» is a family name in Arabic.
    pub(super) fn name(&mut self, text: String, part: Part, script: Script) {
        if text.is_empty() {
            return;
        }
        let text = one_line(&text);
        let own = script_of(&text).unwrap_or(script);
        let person = &mut self.person;
        let mut fields = match (part, own) {
            (Part::Given, Script::Arabic) => {
                [&mut person.given_name_ar, &mut person.given_name_lat]
            }
            (Part::Given, Script::Latin) => [&mut person.given_name_lat, &mut person.given_name_ar],
            (Part::Family, Script::Arabic) => {
                [&mut person.family_name_ar, &mut person.family_name_lat]
            }
            (Part::Family, Script::Latin) => {
                [&mut person.family_name_lat, &mut person.family_name_ar]
            }
        };
        match fields.iter_mut().find(|field| field.is_none()) {
            Some(field) => **field = Some(text),
            None => self.remark.push(text),
        }
    }

    /// Keeps in words what no field holds.
    pub(super) fn keep(&mut self, reading: &Reading, place: usize, text: &str) {
        let column = reading.columns.get(place).map_or("", String::as_str);
        self.remark.push(format!("{column}: {}", one_line(text)));
    }

    /// A field read by what its values are declared to be; a word of no list is kept in words.
    pub(super) fn field(
        &mut self,
        reading: &Reading,
        place: usize,
        field: ListField,
        text: &str,
    ) -> Option<Doubt> {
        let field = field.field()?;
        let value = match field.shape {
            Shape::Code(list) => read_choice(list, text).map(str::to_owned),
            shape => shape.clean(&one_line(text)).ok(),
        };
        match value {
            Some(value) => {
                self.fields
                    .insert(field.name.to_owned(), Value::from(value));
                None
            }
            None => self.unplaced(reading, place, text, Doubt::ChoiceUnreadable),
        }
    }

    pub(super) fn province(
        &mut self,
        reading: &Reading,
        place: usize,
        text: &str,
    ) -> Option<Doubt> {
        match Places::get().province(text) {
            ReadPlace::Known { code, .. } => {
                self.person.province = Some(code);
                None
            }
            ReadPlace::Several => self.unplaced(reading, place, text, Doubt::PlaceUnsure),
            ReadPlace::Unknown => self.unplaced(reading, place, text, Doubt::PlaceUnknown),
        }
    }

    pub(super) fn commune(&mut self, reading: &Reading, place: usize, text: &str) -> Option<Doubt> {
        match Places::get().commune(text, self.person.province.as_deref()) {
            ReadPlace::Known { code, province } => {
                self.person.commune = Some(code);
                self.person.province.get_or_insert(province);
                None
            }
            ReadPlace::Several => self.unplaced(reading, place, text, Doubt::PlaceUnsure),
            ReadPlace::Unknown => self.unplaced(reading, place, text, Doubt::PlaceUnknown),
        }
    }

    fn unplaced(
        &mut self,
        reading: &Reading,
        place: usize,
        text: &str,
        doubt: Doubt,
    ) -> Option<Doubt> {
        self.keep(reading, place, text);
        Some(doubt)
    }

    pub(super) fn finish(mut self, reading: &Reading) -> RowReading {
        if !self.fields.is_empty()
            && let Ok(mut fields) = self.person.to_fields()
        {
            fields.extend(std::mem::take(&mut self.fields));
            if let Ok(person) = Person::from_fields(&fields) {
                self.person = person;
            }
        }
        if self.person.birth_date.is_some() {
            self.person.estimated_age = None;
            self.person.estimated_on = None;
        }
        if self.person.check(reading.today).is_err() {
            return RowReading::Refused(if self.nameless {
                Refusal::NameIsNoName
            } else {
                Refusal::NameMissing
            });
        }
        if !self.remark.is_empty() {
            let remark = self.remark.join("\n");
            if remark.chars().nth(LONGEST_REMARK).is_some() {
                return RowReading::Refused(Refusal::TooLong);
            }
            self.person.import_remark = Some(remark);
        }
        self.person.import = reading.import;
        RowReading::Person(Box::new(self.person), self.doubts)
    }
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
