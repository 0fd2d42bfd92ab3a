//! What went wrong, for whoever helps: shown first, written only when somebody says so.

use std::fs::OpenOptions;
use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;

use jisr_commands::diagnostic::without_key;
use jisr_commands::{Code, Core};
use serde_json::{Value, json};

use crate::{Failure, dispatch};

/// Shows it on standard output and writes the same text to `out`. `shut`: why the profile did not open.
pub(crate) fn run(
    core: &Core,
    shut: Option<Failure>,
    out: Option<&Path>,
    yes: bool,
) -> Result<(), Failure> {
    let told = match shut {
        None => dispatch(core, "diagnostic.get", json!({})),
        Some(failure) => Err(failure),
    };
    let told: Value = match told {
        Ok(told) => told,
        // Somebody who may not see the log is told what anybody could.
        Err(failure) => {
            let refused = match &failure {
                Failure::Refused(error) => Code::read(&error.code),
                _ => None,
            };
            eprintln!("jisr-cli: {failure}: this is what can be told without the key");
            json!(without_key(core, refused))
        }
    };
    let text = format!("{told:#}\n");
    let mut shown = std::io::stdout().lock();
    shown.write_all(text.as_bytes())?;
    shown.flush()?;
    let Some(out) = out else { return Ok(()) };
    if !yes && !agreed(out)? {
        return Ok(());
    }
    let refused = |error| Failure::File(out.display().to_string(), error);
    // Over nothing that is there.
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(out)
        .map_err(refused)?;
    file.write_all(text.as_bytes()).map_err(refused)
}

/// Whether somebody who has it before them says that it may be written. Nobody there is no.
fn agreed(out: &Path) -> Result<bool, Failure> {
    let mut typed = String::new();
    if std::io::stdin().is_terminal() {
        eprint!("Write this to {}? [y/N] ", out.display());
        std::io::stderr().flush()?;
        std::io::stdin().lock().read_line(&mut typed)?;
    }
    let agreed = matches!(typed.trim(), "y" | "Y" | "yes");
    if !agreed {
        eprintln!("jisr-cli: nothing was written");
    }
    Ok(agreed)
}
