//! What is asked of an export.

use std::sync::LazyLock;

use jisr_domain::id::{ImportId, StaffId};
use jisr_domain::person::Person;
use jisr_domain::record::{Field, Record};
use schemars::JsonSchema;
use serde::Deserialize;
use ts_rs::TS;

use crate::field_code::field_code;
use crate::settings::Language;

/// A column of a list of people: a field of the person that is declared to be taken out.
#[derive(Clone, Copy, Debug)]
pub struct PersonColumn(pub(super) &'static Field);

field_code!(PersonColumn);

/// The number of the paper file stands first, then the fields as declared.
static ALL: LazyLock<Vec<PersonColumn>> = LazyLock::new(|| {
    let fields = Person::DEFINITION.fields.iter();
    let mut all: Vec<PersonColumn> = fields
        .filter(|field| field.place.exported)
        .map(PersonColumn)
        .collect();
    all.sort_by_key(|column| column.code() != "paper_file");
    all
});

impl PersonColumn {
    /// Every column, in the order they stand in.
    pub fn all() -> &'static [PersonColumn] {
        &ALL
    }

    /// Its code: the name of the field, with words under `field_name.<code>`.
    pub fn code(self) -> &'static str {
        self.0.name
    }

    /// The column called `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        ALL.iter().copied().find(|column| column.code() == code)
    }
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
