//! What can be told of a profile nobody opens: a passphrase forgotten, key slots damaged, a file torn.

use super::get::system;
use super::note::VERSION;
use super::{DiagnosticsWithoutKey, ProfileFile};
use crate::code::Code;
use crate::core::Core;
use crate::error::CommandError;

/// The files a profile is made of, by the names the program gives them. No other is named: a folder may hold anything.
const FILES: [&str; 7] = [
    "jisr.db",
    "jisr.db-wal",
    "jisr.db-shm",
    "jisr.lock",
    "jisr.reach",
    "slots.json",
    "slots.json.bak",
];

/// What the folder tells without a key. `refused`: the code of what was tried before. Names on the unlock screen, that of
/// the center and where the folder is are left out.
pub fn without_key(core: &Core, refused: Option<Code>) -> DiagnosticsWithoutKey {
    let profile = core.holds_profile().and_then(|held| match held {
        true => Ok(core.keys.profile()?),
        false => Err(CommandError::Rule(Code::NoProfile)),
    });
    let (slots, found) = match profile {
        Ok(profile) => (u32::try_from(profile.public.users.len()).ok(), None),
        Err(error) => (None, Some(error.code())),
    };
    let files = FILES.iter().filter_map(|name| {
        let held = std::fs::metadata(core.dir().join(name)).ok()?;
        Some(ProfileFile {
            name: (*name).to_owned(),
            bytes: held.len(),
        })
    });
    DiagnosticsWithoutKey {
        version: VERSION.to_owned(),
        system: system(),
        refused: found.or(refused).map(|code| code.text().to_owned()),
        slots,
        files: files.collect(),
    }
}
