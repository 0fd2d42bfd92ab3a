//! Writing from a thread of its own, as the one who was at work when it began.

use std::sync::Arc;

use chrono::NaiveDate;
use jisr_domain::civil;
use jisr_domain::id::{ImportId, StaffId};
use jisr_domain::import::Import;
use jisr_domain::record::Kind;
use jisr_store::{Actor, Held, Moment, Reader, Tx};

use super::Imports;
use crate::code::Code;
use crate::core::Host;
use crate::error::CommandError;
use crate::session::{Open, Session};

/// Whoever was at work when a long task began.
pub(crate) struct ImportWriter {
    pub(crate) open: Arc<Open>,
    pub(crate) host: Arc<dyn Host>,
    pub(crate) imports: Arc<Imports>,
}

impl ImportWriter {
    pub(crate) fn of(session: &Session<'_>) -> Self {
        Self {
            open: Arc::clone(&session.open),
            host: Arc::clone(&session.core.host),
            imports: Arc::clone(&session.core.imports),
        }
    }

    pub(crate) fn staff(&self) -> StaffId {
        self.open.me.staff
    }

    pub(crate) fn moment(&self) -> Moment {
        let ms = self.host.now_ms();
        Moment {
            ms,
            today: civil::civil_day(ms),
        }
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.moment().today
    }

    pub(crate) fn write<T>(
        &self,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, CommandError>,
    ) -> Result<T, CommandError> {
        let actor = Actor {
            staff: self.staff(),
            key: &self.open.signing,
        };
        let (value, _) = self.open.store.write(&actor, &self.moment(), f)?;
        Ok(value)
    }

    pub(crate) fn read<T>(
        &self,
        f: impl FnOnce(&Reader<'_>) -> Result<T, CommandError>,
    ) -> Result<T, CommandError> {
        self.open.store.try_read(f)
    }
}

/// The import, when it is not undone.
pub(crate) fn import_record(
    reader: &Reader<'_>,
    id: ImportId,
) -> Result<Held<Import>, CommandError> {
    let held = reader.get::<Import>(id)?.ok_or(CommandError::NotFound)?;
    if held.record.undone_on.is_some() {
        return Err(CommandError::Rule(Code::ImportUndone));
    }
    Ok(held)
}

/// Writes what became of an import.
pub(crate) fn tell(
    tx: &mut Tx<'_>,
    id: ImportId,
    fields: impl IntoIterator<Item = (&'static str, serde_json::Value)>,
) -> Result<(), CommandError> {
    let fields = fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    tx.update_as_shown(Kind::Import, id.0, fields)?;
    Ok(())
}
