//! Why two records look alike or not, as told to the person who decides.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One thing that was compared. The interface words it from the code.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ReasonCode {
    /// The same name in the same script.
    NameSame,
    /// One name, spelt otherwise or in the other script.
    NameAlike,
    /// Given and family name stand in each other's place.
    NameSwapped,
    /// The given name agrees, the family name does not (marriage, another branch of the name).
    FamilyOther,
    /// The given names differ.
    GivenOther,
    /// The same day of birth.
    BirthSame,
    /// Day and month stand in each other's place.
    BirthSwapped,
    /// One digit apart.
    BirthNear,
    /// The same year of birth.
    BirthYearSame,
    /// Another birth.
    BirthOther,
    /// Another sex.
    SexOther,
    /// The mother's name agrees.
    MotherSame,
    /// The mother's name differs.
    MotherOther,
    /// The same CNIE.
    CnieSame,
    /// CNIE numbers one character apart.
    CnieNear,
    /// Another CNIE.
    CnieOther,
    /// The same identifier of the population register.
    IdcsSame,
    /// Another identifier of the population register.
    IdcsOther,
    /// The same number of another paper.
    DocumentSame,
    /// The same paper file.
    PaperFileSame,
    /// The same telephone.
    PhoneSame,
    /// Telephones one digit apart.
    PhoneNear,
    /// The same commune.
    CommuneSame,
    /// Another commune of the same province.
    CommuneOther,
    /// The same province; the commune is not known.
    ProvinceSame,
    /// Another province.
    ProvinceOther,
}

/// A reason, and which way it speaks.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Reason {
    /// What was compared, and how it came out.
    pub code: ReasonCode,
    /// It speaks for one person; otherwise for two.
    pub favours: bool,
    /// How much it weighs, in bits.
    #[serde(skip)]
    #[ts(skip)]
    #[schemars(skip)]
    pub bits: f32,
}
