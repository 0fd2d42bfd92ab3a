//! `jisr-cli import`.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_commands::Core;
use jisr_commands::import::{ListField, Mapping, run as bring_in};
use serde_json::{Value, json};

use crate::Failure;

/// Bytes after which reading stops: one more than is ever taken.
const MOST: u64 = (64 << 20) + 1;

/// Brings in `file` and says what became of it.
pub(crate) fn run(
    core: &Core,
    file: &Path,
    mapping: Option<&Path>,
    dry_run: bool,
    errors: Option<&Path>,
) -> Result<Value, Failure> {
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let mapping = match mapping {
        Some(path) => mapping_in(&bytes_of(path)?)?,
        None => Mapping::new(),
    };
    let (mut summary, sheet) = bring_in(core, &name, bytes_of(file)?, &mapping, dry_run)
        .map_err(|error| Failure::Refused(error.body()))?;
    summary.error_sheet = match (sheet, errors, summary.import) {
        (None, ..) => None,
        (Some(sheet), Some(path), _) => {
            let bytes = STANDARD.decode(sheet.base64).unwrap_or_default();
            new_file(path)
                .and_then(|mut file| file.write_all(&bytes))
                .map_err(|error| Failure::File(path.display().to_string(), error))?;
            Some(path.display().to_string())
        }
        // It lies in the profile, encrypted: nothing is written in clear that nobody asked for.
        (Some(_), None, Some(import)) => Some(format!(
            "rpc import.error_sheet {}",
            json!({ "import": import })
        )),
        (Some(_), None, None) => Some("--errors FILE.xlsx".to_owned()),
    };
    Ok(json!(summary))
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MOST).read_to_end(&mut bytes))
        .map_err(|error| Failure::File(path.display().to_string(), error))?;
    Ok(bytes)
}

/// `{column: field}`; null leaves a column out.
fn mapping_in(bytes: &[u8]) -> Result<Mapping, Failure> {
    let said: BTreeMap<String, Option<String>> =
        serde_json::from_slice(bytes).map_err(Failure::NotJson)?;
    said.into_iter()
        .map(|(column, field)| match field.as_deref() {
            None | Some("") => Ok((column, ListField::Nothing)),
            Some(code) => match ListField::from_code(code) {
                Some(field) => Ok((column, field)),
                None => {
                    let known: Vec<&str> =
                        ListField::all().iter().map(|field| field.code()).collect();
                    Err(Failure::NoSuchField(code.to_owned(), known.join(", ")))
                }
            },
        })
        .collect()
}

/// A file only this user may read, never one that is there already.
fn new_file(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
