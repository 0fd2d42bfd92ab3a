//! The forms shipped with the program: every version ever shipped, since answers keep theirs.

use std::sync::OnceLock;

use super::check::FormError;
use super::definition::FormDefinition;
use crate::case::CaseType;

macro_rules! sources {
    ($($name:literal),+ $(,)?) => {
        /// One line per version. A shipped file is never edited nor removed.
        pub(super) const SOURCES: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../../../assets/forms/", $name, ".json"))),)+
        ];
    };
}

sources! {
    "woman_victim_of_violence.v1",
    "woman_in_difficulty.v1",
    "woman_in_difficulty.v2",
    "single_mother.v1",
    "child_in_difficulty.v1",
    "child_in_difficulty.v2",
    "child_without_family.v1",
    "street_child.v1",
    "street_child.v2",
    "schoolchild.v1",
    "disability.v1",
    "elderly.v1",
    "homeless.v1",
    "care_leaver.v1",
    "precarious_family.v1",
    "trafficking_victim.v1",
    "trafficking_victim.v2",
    "addiction.v1",
    "project_holder.v1",
}

/// Reads and checks one definition.
///
/// # Errors
/// [`FormError::Unreadable`] when it is not one; otherwise everything [`FormDefinition::check`] finds.
pub fn parse(source: &str) -> Result<FormDefinition, Vec<FormError>> {
    let definition: FormDefinition = serde_json::from_str(source)
        .map_err(|error| vec![FormError::Unreadable(error.to_string())])?;
    definition.check()?;
    Ok(definition)
}

/// Every form shipped, all versions. A file that failed its check would be left out; the tests of this module keep
/// that from being shipped.
pub fn library() -> &'static [FormDefinition] {
    static LIBRARY: OnceLock<Vec<FormDefinition>> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        SOURCES
            .iter()
            .filter_map(|(_, source)| parse(source).ok())
            .collect()
    })
}

/// The version answers were given to.
#[must_use]
pub fn find(id: &str, version: u32) -> Option<&'static FormDefinition> {
    library()
        .iter()
        .find(|form| form.id == id && form.version == version)
}

/// The form asked of a target group today: its highest version.
#[must_use]
pub fn current(group: CaseType) -> Option<&'static FormDefinition> {
    library()
        .iter()
        .filter(|form| form.group == group)
        .max_by_key(|form| form.version)
}
