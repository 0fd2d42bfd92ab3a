//! From a row to the person it says.

use chrono::NaiveDate;
use jisr_domain::id::ImportId;
use jisr_domain::person::{Person, cnie_is_usual, fold_cnie};
use jisr_domain::text::{clean, label_key, latin_digits};
use jisr_lists::{Cell, Row, Table};

use super::ListField;
use super::draft::{Draft, Part};
use super::read::{Doubt, Script, read_birth, read_full_name, read_phone, read_sex, script_of};

/// Letters of a remark made of all columns no field holds.
pub(super) const LONGEST_REMARK: usize = 8_000;
/// Letters of any other field: longer is a mistake of the list.
const LONGEST_FIELD: usize = 500;

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// Why no person can be made of a row.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Refusal {
            $($(#[$doc])* $name,)+
        }
        impl Refusal {
            /// Every one.
            pub const ALL: &'static [Refusal] = &[$(Refusal::$name,)+];

            /// Code of the locales, `list_refusal.<code>`.
            pub fn code(self) -> &'static str {
                match self { $(Refusal::$name => $code,)+ }
            }
        }
    };
}

refusals! {
    /// No name in any script.
    NameMissing = "name_missing",
    /// What stands for a name is a formula.
    NameIsFormula = "name_is_formula",
    /// What stands for a name has no letter.
    NameIsNoName = "name_is_no_name",
    /// A cell is longer than any field.
    TooLong = "too_long",
    /// A line of totals, or the heading again.
    NoPerson = "no_person",
}

/// Something to make sure of: in which column, and what.
pub type ColumnDoubt = (Option<usize>, Doubt);

/// What a row says.
#[derive(Clone, Debug, PartialEq)]
pub enum RowReading {
    /// Somebody, and what to make sure of.
    Person(Box<Person>, Vec<ColumnDoubt>),
    /// Nobody.
    Refused(Refusal),
}

/// How the rows of a list are read.
pub struct Reading {
    pub(super) columns: Vec<String>,
    fields: Vec<ListField>,
    from_1904: bool,
    pub(super) today: NaiveDate,
    pub(super) import: Option<ImportId>,
}

impl Reading {
    /// Rows of `table`, whose columns mean `fields`, as people of `import`.
    pub fn new(
        table: &Table,
        fields: Vec<ListField>,
        today: NaiveDate,
        import: Option<ImportId>,
    ) -> Self {
        Self {
            columns: table.columns.clone(),
            fields,
            from_1904: table.from_1904,
            today,
            import,
        }
    }

    /// What `row` says.
    pub fn row(&self, row: &Row) -> RowReading {
        if self.is_no_person(row) {
            return RowReading::Refused(Refusal::NoPerson);
        }
        let mut draft = Draft::default();
        // The province first: communes of one name are told apart by it.
        let order = |field: ListField| u8::from(field != ListField::Of("province"));
        for pass in [0, 1] {
            for (place, (cell, field)) in row.cells.iter().zip(&self.fields).enumerate() {
                if order(*field) != pass || cell.is_empty() || *field == ListField::Nothing {
                    continue;
                }
                if let Err(refusal) = self.take(&mut draft, place, *field, cell) {
                    return RowReading::Refused(refusal);
                }
            }
        }
        draft.finish(self)
    }

    /// Whether it is a line of totals, or the heading said again on a new page.
    fn is_no_person(&self, row: &Row) -> bool {
        let filled = || {
            row.cells
                .iter()
                .zip(&self.columns)
                .filter(|(cell, _)| !cell.is_empty())
        };
        let is_heading = |(cell, name): (&Cell, &String)| match cell {
            Cell::Text(text) => text.trim() == name,
            _ => false,
        };
        let count = filled().count();
        if count > 1 && filled().all(is_heading) {
            return true;
        }
        count <= 3
            && filled().next().is_some_and(|(cell, _)| {
                let key = label_key(&cell.shown());
                ["مجموع", "مجموع عام", "total", "total general", "totaux"].contains(&key.as_str())
            })
    }

    fn take(
        &self,
        draft: &mut Draft,
        place: usize,
        field: ListField,
        cell: &Cell,
    ) -> Result<(), Refusal> {
        let text = clean(&cell.shown()).map_err(|_| Refusal::TooLong)?;
        if text.is_empty() {
            return Ok(());
        }
        if field != ListField::Remark && text.chars().nth(LONGEST_FIELD).is_some() {
            return Err(Refusal::TooLong);
        }
        if computes(&text) {
            if field.is_name() {
                return Err(Refusal::NameIsFormula);
            }
            if !matches!(
                field,
                ListField::Of("phone") | ListField::Age | ListField::Of("birth_date")
            ) {
                draft.doubts.push((Some(place), Doubt::FormulaLike));
            }
        }
        if field.is_name() && !text.chars().any(char::is_alphabetic) {
            draft.nameless = true;
            return Ok(());
        }
        let person = &mut draft.person;
        let mut doubt = None;
        match field {
            ListField::Of("given_name_ar") => draft.name(text, Part::Given, Script::Arabic),
            ListField::Of("family_name_ar") => draft.name(text, Part::Family, Script::Arabic),
            ListField::Of("given_name_lat") => draft.name(text, Part::Given, Script::Latin),
            ListField::Of("family_name_lat") => draft.name(text, Part::Family, Script::Latin),
            ListField::FullName | ListField::FullNameFamilyFirst => {
                let family_first = field == ListField::FullNameFamilyFirst;
                let (given, family, unsure) = read_full_name(&text, family_first);
                let script = script_of(&text).unwrap_or(Script::Arabic);
                draft.name(given, Part::Given, script);
                draft.name(family, Part::Family, script);
                doubt = unsure.then_some(Doubt::NameDivided);
            }
            ListField::Of("sex") => match read_sex(&text) {
                Some(sex) => person.sex = Some(sex),
                None => {
                    doubt = Some(Doubt::SexUnreadable);
                    draft.keep(self, place, &text);
                }
            },
            ListField::Of("birth_date") => {
                let read = read_birth(cell, self.from_1904, self.today);
                doubt = read.doubt;
                if doubt.is_some() {
                    draft.keep(self, place, &text);
                }
                draft.person.birth_date = read.value;
            }
            ListField::Age => match years(&text) {
                Some(age) => {
                    person.estimated_age = Some(age);
                    person.estimated_on = Some(self.today);
                }
                None => {
                    doubt = Some(Doubt::AgeUnreadable);
                    draft.keep(self, place, &text);
                }
            },
            ListField::Of("cnie") => {
                let cnie = fold_cnie(&text);
                doubt = (!cnie_is_usual(&cnie)).then_some(Doubt::CnieUnusual);
                if cnie.is_empty() {
                    draft.keep(self, place, &text);
                } else {
                    person.cnie = Some(cnie);
                }
            }
            ListField::Of("phone") => {
                let (read, others) = read_phone(&text);
                doubt = read.doubt;
                person.phone = read.value;
                if !others.is_empty() {
                    draft.keep(self, place, &others.join(" · "));
                }
            }
            ListField::Of("province") => doubt = draft.province(self, place, &text),
            ListField::Of("commune") => doubt = draft.commune(self, place, &text),
            ListField::Remark => draft.keep(self, place, &text),
            ListField::Nothing => {}
            ListField::Of(_) => doubt = draft.field(self, place, field, &text),
        }
        if let Some(doubt) = doubt {
            draft.doubts.push((Some(place), doubt));
        }
        Ok(())
    }
}

/// Whether a program of tables would take it for a formula. A telephone may begin with its `+`.
fn computes(text: &str) -> bool {
    let mut letters = text.chars();
    match letters.next() {
        Some('=' | '@') => true,
        Some('+' | '-') => letters.next().is_some_and(|c| !c.is_whitespace()),
        _ => false,
    }
}

/// «34», «34 سنة», «34 ans».
fn years(text: &str) -> Option<u32> {
    let digits: String = latin_digits(text)
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok().filter(|age| *age <= 120)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use jisr_domain::person::Sex;

    use super::super::guess::{of_columns, of_heading};
    use super::*;

    fn said(text: &str) -> Vec<RowReading> {
        let today = "2026-11-22".parse().unwrap();
        let table =
            jisr_lists::read(text.as_bytes(), None, &|name| of_heading(name).is_some()).unwrap();
        let reading = Reading::new(&table, of_columns(&table, today), today, None);
        table.rows.iter().map(|row| reading.row(row)).collect()
    }

    fn person(text: &str) -> (Person, Vec<Doubt>) {
        match said(text).swap_remove(0) {
            RowReading::Person(person, told) => {
                (*person, told.into_iter().map(|(_, doubt)| doubt).collect())
            }
            RowReading::Refused(why) => panic!("{why:?}"),
        }
    }

    #[test]
    fn a_row_becomes_the_person_it_says_and_nothing_of_it_is_lost() {
        let (person, doubts) = person(
            "ر.ت;الاسم الشخصي;Nom;الجنس;تاريخ الازدياد;رقم البطاقة الوطنية;الهاتف;الإقليم;الجماعة;عدد الأبناء\n\
             1;أمينة;BENALI;أنثى;14/03/1991;gb 123456;0612345678 / 0661000000;القنيطرة;سوق الأربعاء;3\n",
        );
        assert_eq!(person.given_name_ar.as_deref(), Some("أمينة"));
        assert_eq!(person.family_name_lat.as_deref(), Some("BENALI"));
        assert_eq!(person.sex, Some(Sex::Female));
        assert_eq!(person.birth_date.as_deref(), Some("1991-03-14"));
        assert_eq!(person.cnie.as_deref(), Some("GB123456"));
        assert_eq!(person.phone.as_deref(), Some("+212612345678"));
        assert_eq!(person.commune.as_deref(), Some("04.281.01.11"));
        assert_eq!(
            person.import_remark.as_deref(),
            Some("الهاتف: 0661000000\nعدد الأبناء: 3")
        );
        assert_eq!(doubts, [Doubt::PhoneSeveral]);
    }

    #[test]
    fn what_cannot_be_read_is_kept_as_it_was_written() {
        let (person, doubts) = person(
            "الاسم الكامل;تاريخ الازدياد;الجنس;الجماعة\nأمينة بنعلي;أيام الحصاد;؟ غير محدد;باريس\n",
        );
        assert_eq!(person.birth_date, None);
        let remark = person.import_remark.unwrap();
        for kept in ["أيام الحصاد", "غير محدد", "باريس"] {
            assert!(remark.contains(kept), "{remark}");
        }
        assert_eq!(
            doubts,
            [
                Doubt::BirthUnreadable,
                Doubt::SexUnreadable,
                Doubt::PlaceUnknown
            ]
        );
    }

    #[test]
    fn a_name_goes_to_the_field_of_its_script() {
        let (person, _) = person("Nom,Prénom\nبنعلي,أمينة\n");
        assert_eq!(person.family_name_ar.as_deref(), Some("بنعلي"));
        assert_eq!(person.given_name_ar.as_deref(), Some("أمينة"));
        assert_eq!(person.given_name_lat, None);
    }

    #[test]
    fn nobody_is_made_of_a_row_that_names_nobody() {
        let rows = said(
            "الاسم الكامل;الهاتف;الجماعة\n;0612345678;تمارة\n=cmd|'/C calc'!A0;06;x\n123;06;x\nالمجموع;12\nالاسم الكامل;الهاتف;الجماعة\n",
        );
        assert_eq!(
            rows,
            [
                RowReading::Refused(Refusal::NameMissing),
                RowReading::Refused(Refusal::NameIsFormula),
                RowReading::Refused(Refusal::NameIsNoName),
                RowReading::Refused(Refusal::NoPerson),
                RowReading::Refused(Refusal::NoPerson),
            ]
        );
    }

    #[test]
    fn what_would_lie_about_itself_is_taken_out() {
        let (person, _) = person("الاسم الكامل;العنوان\nأمينة\u{202E}\u{1} بنعلي;حي\u{7} السلام\n");
        assert_eq!(person.shown_name(), "أمينة بنعلي");
        assert_eq!(person.address.as_deref(), Some("حي السلام"));
    }

    #[test]
    fn an_age_stands_for_a_birth_nobody_said() {
        let (one, _) = person("الاسم الكامل;السن\nأمينة بنعلي;34 سنة\n");
        assert_eq!(one.estimated_age, Some(34));
        let (other, _) = person("الاسم الكامل;السن;تاريخ الازدياد\nأمينة بنعلي;34;1991\n");
        assert_eq!(
            (other.estimated_age, other.birth_date.as_deref()),
            (None, Some("1991"))
        );
    }
}
