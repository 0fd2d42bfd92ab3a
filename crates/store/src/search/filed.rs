//! A new person with all they will be found by.

use std::sync::Arc;

use jisr_domain::id::PersonId;
use jisr_domain::person::Person;

use super::index::Filing;
use crate::door::new_fields;
use crate::state::uuid_of;
use crate::{Result, Tx};

/// A new person, taken apart beforehand into what they will be found by: half of what a long list asks of the processor,
/// which another thread does while this one writes.
pub struct Filed {
    person: Person,
    filing: Arc<Filing>,
}

impl Filed {
    /// Takes `person` apart. Nothing of it needs the database.
    ///
    /// # Errors
    /// [`crate::StoreError::BadValue`] for fields that hold what no record of a person can.
    pub fn new(person: Person) -> Result<Self> {
        let filing = Arc::new(Filing::of(&new_fields(&person)?)?);
        Ok(Self { person, filing })
    }
}

impl Tx<'_> {
    /// [`Tx::create`] for a person taken apart beforehand.
    ///
    /// # Errors
    /// As [`Tx::create`].
    pub fn create_filed(&mut self, id: PersonId, filed: &Filed) -> Result<()> {
        let person = uuid_of(id);
        self.index.prepare(person, Arc::clone(&filed.filing));
        let created = self.create(id, &filed.person);
        // Of somebody who was not created it says nothing.
        self.index.unprepare(person);
        created
    }
}
