//! Which folder the program works in.

use std::ffi::OsString;
use std::path::PathBuf;

/// The folder of the profile: `--profile DIR` first, then `JISR_PROFILE`, then `jisr` in the folder this
/// system keeps programs' data in.
///
/// `arguments` are those after the program's own name. One that is not understood is an error, so that a
/// misspelt `--profil` never opens somebody else's records.
pub fn folder(
    arguments: impl IntoIterator<Item = OsString>,
    environment: Option<OsString>,
    data_folder: PathBuf,
) -> Result<PathBuf, UnknownArgument> {
    let mut chosen = None;
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        chosen = match argument.to_str() {
            Some("--profile") => Some(arguments.next().ok_or(UnknownArgument(argument))?),
            Some(text) if text.starts_with("--profile=") => {
                Some(OsString::from(&text["--profile=".len()..]))
            }
            _ => return Err(UnknownArgument(argument)),
        };
    }
    let chosen = chosen.or(environment).filter(|folder| !folder.is_empty());
    Ok(chosen.map_or_else(|| data_folder.join("jisr"), PathBuf::from))
}

/// An argument the program does not know, or `--profile` with nothing after it.
#[derive(Debug, PartialEq, Eq)]
pub struct UnknownArgument(OsString);

impl std::fmt::Display for UnknownArgument {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "{} is not understood: start it as jisr [--profile FOLDER]",
            self.0.display()
        )
    }
}

impl std::error::Error for UnknownArgument {}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(arguments: &[&str], environment: Option<&str>) -> Result<PathBuf, UnknownArgument> {
        folder(
            arguments.iter().map(OsString::from),
            environment.map(OsString::from),
            PathBuf::from("/home/amina/.local/share"),
        )
    }

    #[test]
    fn amina_starts_it_from_the_menu_and_finds_her_records_where_they_always_are() {
        assert_eq!(
            chosen(&[], None),
            Ok(PathBuf::from("/home/amina/.local/share/jisr"))
        );
        assert_eq!(
            chosen(&[], Some("")),
            Ok(PathBuf::from("/home/amina/.local/share/jisr"))
        );
    }

    #[test]
    fn what_is_typed_wins_over_what_the_session_was_set_up_with() {
        assert_eq!(
            chosen(&["--profile", "demo"], Some("other")),
            Ok(PathBuf::from("demo"))
        );
        assert_eq!(
            chosen(&["--profile=demo"], Some("other")),
            Ok(PathBuf::from("demo"))
        );
        assert_eq!(chosen(&[], Some("other")), Ok(PathBuf::from("other")));
    }

    #[test]
    fn a_slip_of_the_keyboard_opens_nothing() {
        assert!(chosen(&["--profil", "demo"], None).is_err());
        assert!(chosen(&["--profile"], None).is_err());
    }
}
