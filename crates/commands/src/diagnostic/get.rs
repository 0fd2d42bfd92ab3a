//! What went wrong on this device.

use jisr_domain::civil;

use super::note::VERSION;
use super::{Diagnostics, IncidentKind, IncidentView, Refusal};
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Empty;

/// What whoever helps is told. Codes are only repeated where they are ours.
///
/// # Errors
/// Those of the database.
pub fn get(session: &Session<'_>, _args: Empty) -> Result<Diagnostics, CommandError> {
    session.core.flush_incidents();
    session.read(|reader| {
        let refusals = reader.refusals()?.into_iter();
        let incidents = reader.incidents()?.into_iter();
        Ok(Diagnostics {
            version: VERSION.to_owned(),
            system: system(),
            schema: u32::try_from(reader.schema()?).unwrap_or(0),
            refusals: refusals
                .map(|(code, transactions)| Refusal {
                    code: ours(&code).text().to_owned(),
                    transactions: narrow(transactions),
                })
                .collect(),
            incidents: incidents
                .filter_map(|kept| {
                    Some(IncidentView {
                        first_at: civil::moment(kept.first_at_ms),
                        last_at: civil::moment(kept.last_at_ms),
                        times: narrow(kept.times),
                        // One of a newer version is not told.
                        what: IncidentKind::from_code(&kept.what)?,
                        in_words: kept
                            .code
                            .as_deref()
                            .and_then(Code::read)
                            .is_some_and(|code| {
                                code.says()
                                    .iter()
                                    .all(|says| *says == "field" && kept.cause.is_some())
                            }),
                        command: kept.command,
                        code: kept.code,
                        cause: kept.cause,
                        took_ms: narrow(kept.took_ms),
                        version: kept.version,
                    })
                })
                .collect(),
        })
    })
}

/// A code of the hub, where it is one of ours.
fn ours(code: &str) -> Code {
    Code::read(code).unwrap_or(Code::HubRefused)
}

fn narrow(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The system and the machine this was built for.
pub(super) fn system() -> String {
    format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)
}
