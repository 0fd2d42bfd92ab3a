//! What a column of a list may mean.

use std::sync::LazyLock;

use jisr_domain::person::Person;
use jisr_domain::record::{Field, Record};

use crate::field_code::field_code;

/// What a column of a list means: a field of a person, or what only a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListField {
    /// The field of a person that is called so.
    Of(&'static str),
    /// The whole name, the given name first.
    FullName,
    /// The whole name, the family name first.
    FullNameFamilyFirst,
    /// Age in years, when the birth is not said.
    Age,
    /// No field has it: kept with the person, in words.
    Remark,
    /// Left out: a number of order, a signature.
    Nothing,
}

field_code!(ListField);

static ALL: LazyLock<Vec<ListField>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for field in Person::DEFINITION
        .fields
        .iter()
        .filter(|field| field.place.imported)
    {
        all.push(ListField::Of(field.name));
        match field.name {
            "family_name_lat" => all.extend([ListField::FullName, ListField::FullNameFamilyFirst]),
            "birth_date" => all.push(ListField::Age),
            _ => {}
        }
    }
    all.extend([ListField::Remark, ListField::Nothing]);
    all
});

impl ListField {
    /// Every meaning, in the order they are offered.
    pub fn all() -> &'static [ListField] {
        &ALL
    }

    /// The code in a mapping: of a field, its name.
    pub fn code(self) -> &'static str {
        match self {
            ListField::Of(field) => field,
            ListField::FullName => "full_name",
            ListField::FullNameFamilyFirst => "full_name_family_first",
            ListField::Age => "age",
            ListField::Remark => "remark",
            ListField::Nothing => "nothing",
        }
    }

    /// The meaning written `code`; `id` means the number of the paper file.
    pub fn from_code(code: &str) -> Option<Self> {
        let code = if code == "id" { "paper_file" } else { code };
        ALL.iter().copied().find(|field| field.code() == code)
    }

    /// The field of a person it is.
    pub fn field(self) -> Option<&'static Field> {
        match self {
            ListField::Of(name) => Person::DEFINITION.field(name),
            _ => None,
        }
    }

    /// Whether several columns may mean it.
    pub fn may_repeat(self) -> bool {
        matches!(self, ListField::Remark | ListField::Nothing)
    }

    /// Whether it names somebody.
    pub fn is_name(self) -> bool {
        matches!(
            self,
            ListField::FullName
                | ListField::FullNameFamilyFirst
                | ListField::Of(
                    "given_name_ar"
                        | "family_name_ar"
                        | "given_name_lat"
                        | "family_name_lat"
                        | "nickname"
                )
        )
    }
}
