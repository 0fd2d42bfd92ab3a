//! Arguments and answers of the device commands.

use jisr_domain::center::CenterType;
use jisr_domain::id::{CenterId, StaffId};
use jisr_domain::person::Sex;
use jisr_domain::role::{Role, RoleAct};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::settings::Language;
use crate::view::StaffCard;

/// Where a profile stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeviceState {
    /// Nothing here yet: first-run set-up.
    Empty,
    /// Somebody must unlock.
    Locked,
    /// Somebody is at work.
    Unlocked,
}

/// `device.status`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct DeviceStatus {
    /// Where the profile stands.
    pub state: DeviceState,
    /// Who may unlock it.
    pub users: Vec<StaffCard>,
    /// The center, as shown on the unlock screen.
    pub center: Option<CenterName>,
    /// Language chosen at set-up.
    pub language: Option<Language>,
    /// Seconds before another passphrase may be tried.
    pub retry_after_seconds: Option<u32>,
    /// Who is at work.
    pub session: Option<SessionView>,
    /// Whoever is at work keeps the recovery slip: who keeps accounts, anybody on a device where nobody does.
    pub keeps_slip: bool,
    /// Minutes without a key after which it locks.
    pub auto_lock_minutes: u32,
    /// Version of the program.
    pub version: String,
    /// Civil day at the center, `YYYY-MM-DD`.
    pub today: chrono::NaiveDate,
}

/// A center's name in both languages.
#[derive(Clone, Debug, Serialize, Deserialize, TS, JsonSchema)]
pub struct CenterName {
    /// In Arabic.
    pub name_ar: Option<String>,
    /// In French.
    pub name_fr: Option<String>,
}

/// Who is at work.
#[derive(Clone, Debug, Serialize, Deserialize, TS, JsonSchema)]
pub struct SessionView {
    /// Who.
    pub staff: StaffId,
    /// Name in Arabic.
    pub name_ar: Option<String>,
    /// Name in Latin script.
    pub name_lat: Option<String>,
    /// For words that agree.
    pub sex: Option<Sex>,
    /// Their function.
    pub role: Role,
    /// What it lets them do.
    pub may: Vec<RoleAct>,
}

/// `device.set_up`: the first center and user of a profile.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct SetUpArgs {
    /// First language of the program.
    pub language: Language,
    /// The center.
    pub center: NewCenter,
    /// The first user: a director or an administrator.
    pub user: NewUser,
    /// At least ten characters.
    pub passphrase: String,
}

/// A center, as typed at set-up.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct NewCenter {
    /// In Arabic.
    pub name_ar: String,
    /// In French.
    #[serde(default)]
    pub name_fr: Option<String>,
    /// What kind of center.
    pub center_type: CenterType,
    /// HCP code of the province.
    pub province: String,
    /// HCP code of the commune or arrondissement.
    #[serde(default)]
    pub commune: Option<String>,
    /// Street address, in either script.
    #[serde(default)]
    pub address: Option<String>,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
}

/// A user, as typed.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct NewUser {
    /// Full name in Arabic.
    #[serde(default)]
    pub name_ar: Option<String>,
    /// Full name in Latin script.
    #[serde(default)]
    pub name_lat: Option<String>,
    /// For words that agree.
    #[serde(default)]
    pub sex: Option<Sex>,
    /// What they may do.
    pub role: Role,
}

/// `device.join`: a further laptop of a center that exists already.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct JoinArgs {
    /// First language of the program.
    pub language: Language,
    /// Address of the hub.
    pub hub: String,
    /// Short-lived code given by the hub: it says which center, and which role.
    pub code: String,
    /// Who will work on this laptop.
    pub user: JoiningUser,
    /// At least ten characters.
    pub passphrase: String,
}

/// Somebody who joins a center: their role is the hub's to say.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct JoiningUser {
    /// Full name in Arabic.
    #[serde(default)]
    pub name_ar: Option<String>,
    /// Full name in Latin script.
    #[serde(default)]
    pub name_lat: Option<String>,
    /// For words that agree.
    #[serde(default)]
    pub sex: Option<Sex>,
}

/// The profile is ready.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct SetUpDone {
    /// The first user.
    pub staff: StaffId,
    /// The center.
    pub center: CenterId,
    /// To be printed and kept in the safe; shown once.
    pub recovery_code: String,
}

/// `device.recovery_slip`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct RecoverySlipArgs {
    /// As shown at set-up.
    pub recovery_code: String,
}

/// `device.replace_recovery_code`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct ReplaceRecoveryCodeArgs {
    /// One's own.
    pub passphrase: String,
}

/// The slip printed before opens nothing any more.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct RecoveryCodeReplaced {
    /// To be printed and kept in the safe; shown once.
    pub recovery_code: String,
}

/// Somebody who can unlock this device.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct DeviceUser {
    /// Their slot: what closing it names.
    pub slot: StaffId,
    /// Who.
    pub card: StaffCard,
    /// Whoever asks.
    pub own: bool,
}

/// `user.close`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct CloseUserArgs {
    /// Whose slot.
    pub slot: StaffId,
}

/// `user.open`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct OpenUserArgs {
    /// A colleague of the center.
    pub staff: StaffId,
    /// Their passphrase on this device, chosen with them.
    pub passphrase: String,
}

/// `device.enrol`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct EnrolArgs {
    /// Address of the hub.
    pub hub: String,
    /// Short-lived code given by the hub.
    pub code: String,
    /// Bring this profile's records into the code's center (sync rule 25).
    #[serde(default)]
    pub join: bool,
}

/// `device.enrol`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Enrolled {
    /// The center the device now belongs to.
    pub center: CenterId,
    /// Code that opens case numbers.
    pub center_code: String,
    /// Label of this device in case numbers.
    pub device_label: String,
    /// Role given by the hub.
    pub role: Role,
}

/// `session.unlock`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct UnlockArgs {
    /// Who.
    pub staff: StaffId,
    /// Their passphrase.
    pub passphrase: String,
    /// Opens a copy that was told not to be whole: what is missing is given up.
    #[serde(default)]
    pub as_it_is: bool,
}

/// `session.recover`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct RecoverArgs {
    /// From the printed slip.
    pub recovery_code: String,
    /// Who forgot.
    pub staff: StaffId,
    /// The new passphrase.
    pub passphrase: String,
}

/// `user.add`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct AddUserArgs {
    /// Who.
    pub user: NewUser,
    /// Their first passphrase, chosen with them.
    pub passphrase: String,
}

/// `user.change_passphrase`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct ChangePassphraseArgs {
    /// The one in use.
    pub old: String,
    /// The new one.
    pub new: String,
}
