//! What is asked of an export.

use jisr_domain::id::{ImportId, StaffId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::settings::Language;

macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// A column of a list of people. Codes are those of a person's fields, with words under `field_name.<code>`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, JsonSchema)]
        pub enum PersonColumn {
            $($(#[$doc])* #[serde(rename = $code)] $name,)+
        }
        impl PersonColumn {
            /// Every column, in the order they stand in.
            pub const ALL: &'static [PersonColumn] = &[$(PersonColumn::$name,)+];

            /// Its code.
            pub fn code(self) -> &'static str {
                match self { $(PersonColumn::$name => $code,)+ }
            }
        }
    };
}

columns! {
    /// Number of the paper file.
    PaperFile = "paper_file",
    /// الاسم الشخصي.
    GivenNameAr = "given_name_ar",
    /// الاسم العائلي.
    FamilyNameAr = "family_name_ar",
    /// Given name in Latin script.
    GivenNameLat = "given_name_lat",
    /// Family name in Latin script.
    FamilyNameLat = "family_name_lat",
    /// Sex.
    Sex = "sex",
    /// Birth.
    BirthDate = "birth_date",
    /// Given name of the mother.
    MotherNameAr = "mother_name_ar",
    /// CNIE.
    Cnie = "cnie",
    /// IDCS.
    Idcs = "idcs",
    /// Telephone, for whoever may be called.
    Phone = "phone",
    /// Whether they may be called: beside the telephone, always.
    SafeContact = "safe_contact",
    /// Province.
    Province = "province",
    /// Commune.
    Commune = "commune",
    /// Address.
    Address = "address",
}

/// `export.people`: those a search finds, those of a list brought in, or everybody.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct ExportPeopleArgs {
    /// Words of a search.
    #[serde(default)]
    pub query: Option<String>,
    /// Those of this list.
    #[serde(default)]
    pub import: Option<ImportId>,
    /// What is said of each; names, sex, birth and commune when absent.
    #[serde(default)]
    pub columns: Vec<PersonColumn>,
    /// Language of the sheet; the program's when absent.
    #[serde(default)]
    pub language: Option<Language>,
}

/// `export.cases`: those of a caseload, or every case one may know of.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct ExportCasesArgs {
    /// Whose; every case when absent.
    #[serde(default)]
    pub staff: Option<StaffId>,
    /// Closed ones too.
    #[serde(default)]
    pub closed: bool,
    /// Words of a name, or a number.
    #[serde(default)]
    pub query: Option<String>,
    /// Restricted ones too: each is noted in the audit log by itself.
    #[serde(default)]
    pub restricted: bool,
    /// Language of the sheet; the program's when absent.
    #[serde(default)]
    pub language: Option<Language>,
}

/// People or cases of one sheet.
pub const MOST: u32 = 50_000;
