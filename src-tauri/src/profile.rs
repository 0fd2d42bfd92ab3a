//! Which folder the program works in.

use std::ffi::OsString;
use std::path::PathBuf;

/// The folder somebody chose: `--profile DIR` first, then `JISR_PROFILE`. Nobody chose: none.
///
/// `arguments` are those after the program's own name. One that is not understood is an error, so that a
/// misspelt `--profil` never opens somebody else's records.
pub fn chosen(
    arguments: impl IntoIterator<Item = OsString>,
    environment: Option<OsString>,
) -> Result<Option<PathBuf>, UnknownArgument> {
    let mut typed = None;
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        typed = match argument.to_str() {
            Some("--profile") => Some(arguments.next().ok_or(UnknownArgument(argument))?),
            Some(text) if text.starts_with("--profile=") => {
                Some(OsString::from(&text["--profile=".len()..]))
            }
            _ => return Err(UnknownArgument(argument)),
        };
    }
    let folder = typed.or(environment).filter(|folder| !folder.is_empty());
    Ok(folder.map(PathBuf::from))
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

    fn with(
        arguments: &[&str],
        environment: Option<&str>,
    ) -> Result<Option<PathBuf>, UnknownArgument> {
        chosen(
            arguments.iter().map(OsString::from),
            environment.map(OsString::from),
        )
    }

    #[test]
    fn amina_starts_it_from_the_menu_and_chooses_nothing() {
        assert_eq!(with(&[], None), Ok(None));
        assert_eq!(with(&[], Some("")), Ok(None));
    }

    #[test]
    fn what_is_typed_wins_over_what_the_session_was_set_up_with() {
        assert_eq!(
            with(&["--profile", "demo"], Some("other")),
            Ok(Some("demo".into()))
        );
        assert_eq!(
            with(&["--profile=demo"], Some("other")),
            Ok(Some("demo".into()))
        );
        assert_eq!(with(&[], Some("other")), Ok(Some("other".into())));
    }

    #[test]
    fn a_slip_of_the_keyboard_opens_nothing() {
        assert!(with(&["--profil", "demo"], None).is_err());
        assert!(with(&["--profile"], None).is_err());
    }
}
