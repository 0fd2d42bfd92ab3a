//! Merge classes and sensitivities.

use serde_json::Value;

use super::{About, ColumnType, FieldPlace, Kind, Shape};
use crate::role::Role;

/// How concurrent values of a field are reconciled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeClass {
    /// Names, dates, codes, phone. Concurrent different values stay as siblings; the newest stamp is shown.
    Latest,
    /// Words a person wrote. The same siblings; never merged by machine.
    Narrative,
    /// The most protective sibling is in force until someone entitled who saw all lowers it.
    Strictest(Strictness),
    /// Written once; corrected by a new record that names the old one.
    Once,
}

/// Which of two values protects more. Values not listed protect least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// `ordinary` < `restricted` < `sealed`.
    Secrecy,
    /// `yes` < `hours` < `unknown` < `no`: not asked protects more than a known hour, less than a refusal.
    Reachability,
    /// A written withdrawal (any value) protects more than none.
    Withdrawal,
    /// The record is more protected when the flag is `true` (an alleged perpetrator is never a contact).
    Flag,
}

impl Strictness {
    /// The rank of `value`: higher protects more.
    pub fn rank(self, value: &Value) -> u8 {
        match self {
            Strictness::Secrecy => match value.as_str() {
                Some("sealed") => 2,
                Some("restricted") => 1,
                _ => 0,
            },
            Strictness::Reachability => match value.as_str() {
                Some("no") => 3,
                Some("yes") => 0,
                Some("hours") => 1,
                _ => 2,
            },
            Strictness::Withdrawal => u8::from(!value.is_null()),
            Strictness::Flag => u8::from(value.as_bool() == Some(true)),
        }
    }
}

/// How much a field says about a person, hence who may ever receive it and what an export may carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sensitivity {
    /// The center's own directory: nothing about a person received.
    Public,
    /// Who somebody is: name, birth, identity papers (law 09-08 asks prior authorisation for the CNIE).
    Identity,
    /// How to reach somebody.
    Contact,
    /// What whoever meets the person must know, the desk too. Learnt in a case, it is as [`Sensitivity::Care`].
    Desk,
    /// What happens to somebody: case content, health, justice. Never leaves the audience of its case.
    Care,
    /// What opens stored bytes: for the program alone, in no view and no export.
    Secret,
}

impl Sensitivity {
    /// Whether somebody of `role`, who may know of the record, reads the field. `in_case`: the record is of a case.
    #[must_use]
    pub fn is_read_by(self, role: Role, in_case: bool) -> bool {
        match self {
            Sensitivity::Public | Sensitivity::Identity | Sensitivity::Contact => true,
            Sensitivity::Desk => !in_case || role.follows_cases(),
            Sensitivity::Care => role.follows_cases(),
            Sensitivity::Secret => false,
        }
    }
}

/// One field of a record type.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Name on the wire, in the database and in TypeScript.
    pub name: &'static str,
    /// How concurrent values are reconciled.
    pub class: MergeClass,
    /// Who may receive it.
    pub sensitivity: Sensitivity,
    /// The type of its column.
    pub column: ColumnType,
    /// Whether it holds several values.
    pub many: bool,
    /// What its values are: how they are cleaned, shown and asked for.
    pub shape: Shape,
    /// Where it stands among those shown and asked together.
    pub place: FieldPlace,
}

/// The declaration of a record type.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// Which kind this declares.
    pub kind: Kind,
    /// What a record of it is about: its audience follows (sync rule 20).
    pub about: About,
    /// The roles that may write a record of it at all. Confidentiality narrows it further.
    pub writers: fn(Role) -> bool,
    /// Its fields, in declared order.
    pub fields: &'static [Field],
}

impl Definition {
    /// The field called `name`.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Whether every field is written once: the record is an event.
    pub fn is_event(&self) -> bool {
        self.fields
            .iter()
            .all(|field| field.class == MergeClass::Once)
    }
}
