//! Who may do what: the seven roles of a center and the one table of what each may write and read.
//!
//! Checked twice from this single definition: in `commands` from the unlocked session, and at the hub for
//! every transaction (sync rule 8).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::record::Kind;

/// The function a person holds at the center.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Front desk: receives and registers, sees identity cards and appointments, no case content.
    Reception,
    /// Social worker (مساعد(ة) اجتماعي(ة)): follows cases.
    Caseworker,
    /// Field staff: visits and street encounters.
    Field,
    /// Psychologist, lawyer, educator: works in the cases given to them.
    Specialist,
    /// Director of the center (مدير المؤسسة): sees every case that is not sealed, assigns, approves.
    Director,
    /// Province or region: aggregates only.
    Reader,
    /// Keeps accounts and devices; no case content.
    Administrator,
}

/// Something a role may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RoleAct {
    /// Looking people up, receiving and registering them.
    MeetPeople,
    /// Working inside cases.
    FollowCases,
    /// Asking for what is everybody's.
    OverseeCases,
    /// Keeping the directory of partners.
    KeepDirectory,
    /// Adding users, changing the center's own card.
    KeepAccounts,
    /// Bringing whole lists into the register.
    ImportLists,
    /// Taking lists out of the program.
    ExportLists,
}

impl Role {
    /// Every role, in the order they are listed to a person.
    pub const ALL: [Role; 7] = [
        Role::Reception,
        Role::Caseworker,
        Role::Field,
        Role::Specialist,
        Role::Director,
        Role::Reader,
        Role::Administrator,
    ];

    /// The code used on the wire, in the database and as a key of the locales.
    pub fn code(self) -> &'static str {
        match self {
            Role::Reception => "reception",
            Role::Caseworker => "caseworker",
            Role::Field => "field",
            Role::Specialist => "specialist",
            Role::Director => "director",
            Role::Reader => "reader",
            Role::Administrator => "administrator",
        }
    }

    /// The role written `code`, if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// What this role may do, for whoever shows it: each is asked of the role again by what does it.
    pub fn acts(self) -> Vec<RoleAct> {
        [
            (RoleAct::MeetPeople, self.meets_people()),
            (RoleAct::FollowCases, self.follows_cases()),
            (RoleAct::OverseeCases, self.oversees_cases()),
            (RoleAct::KeepDirectory, self.keeps_directory()),
            (RoleAct::KeepAccounts, self.keeps_accounts()),
            (RoleAct::ImportLists, self.imports_lists()),
            (RoleAct::ExportLists, self.exports_lists()),
        ]
        .into_iter()
        .filter_map(|(act, may)| may.then_some(act))
        .collect()
    }

    /// Whether this role works inside cases.
    pub fn follows_cases(self) -> bool {
        matches!(
            self,
            Role::Caseworker | Role::Field | Role::Specialist | Role::Director
        )
    }

    /// Whether this role asks for the cases, visits and referrals of everybody, and not only its own.
    pub fn oversees_cases(self) -> bool {
        self == Role::Director
    }

    /// What the hub alone writes.
    pub fn nobody(self) -> bool {
        false
    }

    /// Whether what another center refers is handed to this role (sync rule 22).
    pub fn takes_in_referrals(self) -> bool {
        matches!(self, Role::Director | Role::Reception | Role::Caseworker)
    }

    /// Whether this role may look people up by name.
    pub fn meets_people(self) -> bool {
        self.follows_cases() || self == Role::Reception
    }

    /// Whether this role may add users and change the center's own card.
    pub fn keeps_accounts(self) -> bool {
        matches!(self, Role::Director | Role::Administrator)
    }

    /// Whether this role keeps the directory of partners.
    pub fn keeps_directory(self) -> bool {
        self.follows_cases() || self == Role::Administrator
    }

    /// Whether this role may bring a whole list into the register, or take it back: those who answer for what is in it.
    pub fn imports_lists(self) -> bool {
        matches!(self, Role::Caseworker | Role::Director)
    }

    /// Whether this role may take a list out of the program, where nothing protects it any more.
    pub fn exports_lists(self) -> bool {
        self == Role::Director
    }

    /// Whether this role may write a record of `kind` at all, as its declaration says. Confidentiality narrows it further.
    pub fn may_write(self, kind: Kind) -> bool {
        (kind.definition().writers)(self)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn codes_round_trip_and_match_the_wire() {
        for role in Role::ALL {
            assert_eq!(Role::from_code(role.code()), Some(role));
            assert_eq!(serde_json::to_value(role).unwrap(), role.code());
        }
    }

    #[test]
    fn the_administrator_and_the_reader_write_nothing_about_a_person() {
        for kind in Kind::ALL
            .iter()
            .filter(|k| !matches!(k, Kind::Center | Kind::Staff | Kind::Partner))
        {
            assert!(!Role::Administrator.may_write(*kind), "{kind:?}");
            assert!(!Role::Reader.may_write(*kind), "{kind:?}");
        }
    }
}
