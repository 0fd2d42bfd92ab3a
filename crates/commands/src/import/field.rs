//! What a column of a list may mean.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// What a column of a list means. Codes are those of a person's fields, where there is one.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, JsonSchema)]
        pub enum ListField {
            $($(#[$doc])* #[serde(rename = $code)] $name,)+
        }
        impl ListField {
            /// Every meaning, in the order they are offered.
            pub const ALL: &'static [ListField] = &[$(ListField::$name,)+];

            /// The code in a mapping, and of the locales under `list_field.<code>`.
            pub fn code(self) -> &'static str {
                match self { $(ListField::$name => $code,)+ }
            }
        }
    };
}

fields! {
    /// الاسم الشخصي in Arabic. A name always goes to the field of its script.
    GivenNameAr = "given_name_ar",
    /// الاسم العائلي in Arabic.
    FamilyNameAr = "family_name_ar",
    /// Given name in Latin script.
    GivenNameLat = "given_name_lat",
    /// Family name in Latin script.
    FamilyNameLat = "family_name_lat",
    /// The whole name, the given name first.
    FullName = "full_name",
    /// The whole name, the family name first.
    FullNameFamilyFirst = "full_name_family_first",
    /// Title (لالة، الحاج).
    Title = "title",
    /// What somebody is called.
    Nickname = "nickname",
    /// Given name of the mother.
    MotherNameAr = "mother_name_ar",
    /// Sex.
    Sex = "sex",
    /// Birth: a day or a year.
    BirthDate = "birth_date",
    /// Age in years, when the birth is not said.
    Age = "age",
    /// Place of birth.
    BirthPlace = "birth_place",
    /// CNIE.
    Cnie = "cnie",
    /// المعرف الرقمي المدني والاجتماعي.
    Idcs = "idcs",
    /// Number of another paper.
    DocumentNumber = "document_number",
    /// Number of the paper file; `id` in a mapping means the same.
    #[serde(alias = "id")]
    PaperFile = "paper_file",
    /// Telephone.
    Phone = "phone",
    /// Province, by its name in either language or its HCP code.
    Province = "province",
    /// Commune, likewise.
    Commune = "commune",
    /// Address.
    Address = "address",
    /// No field has it: kept with the person, in words.
    Remark = "remark",
    /// Left out: a number of order, a signature.
    Nothing = "nothing",
}

impl ListField {
    /// The meaning written `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "id" => Some(ListField::PaperFile),
            code => Self::ALL.iter().copied().find(|field| field.code() == code),
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
            ListField::GivenNameAr
                | ListField::FamilyNameAr
                | ListField::GivenNameLat
                | ListField::FamilyNameLat
                | ListField::FullName
                | ListField::FullNameFamilyFirst
                | ListField::Nickname
        )
    }
}
