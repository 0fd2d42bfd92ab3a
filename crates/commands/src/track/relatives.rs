//! Who is around the people of several cases, each kind of record asked for once.

use std::collections::{BTreeSet, HashMap};

use jisr_domain::household::HouseholdMember;
use jisr_domain::id::{HouseholdId, PersonId};
use jisr_domain::person::Contact;
use jisr_domain::protocol::Kin;
use jisr_store::Reader;

use crate::error::CommandError;

/// Contacts and households of people, by whom they are asked for.
pub(crate) struct Relatives {
    contacts: HashMap<PersonId, Vec<Contact>>,
    homes: HashMap<PersonId, BTreeSet<HouseholdId>>,
    members: HashMap<HouseholdId, Vec<HouseholdMember>>,
}

impl Relatives {
    /// Around `people`.
    ///
    /// # Errors
    /// The database.
    pub(crate) fn of(reader: &Reader<'_>, people: &[PersonId]) -> Result<Self, CommandError> {
        let mut relatives = Self {
            contacts: HashMap::new(),
            homes: HashMap::new(),
            members: HashMap::new(),
        };
        for (_, contact) in reader.where_in::<Contact>("person", people)? {
            if let Some(person) = contact.person {
                relatives.contacts.entry(person).or_default().push(contact);
            }
        }
        for (_, member) in reader.where_in::<HouseholdMember>("person", people)? {
            if let (Some(person), Some(household)) = (member.person, member.household) {
                relatives.homes.entry(person).or_default().insert(household);
            }
        }
        let households: BTreeSet<HouseholdId> =
            relatives.homes.values().flatten().copied().collect();
        for (_, member) in
            reader.where_in::<HouseholdMember>("household", &Vec::from_iter(households))?
        {
            if let Some(household) = member.household {
                relatives.members.entry(household).or_default().push(member);
            }
        }
        Ok(relatives)
    }

    /// Relatives the person of whom these are the records.
    pub(crate) fn of_person(&self, records: &[PersonId]) -> Kin<'_> {
        let homes: BTreeSet<&HouseholdId> = records
            .iter()
            .filter_map(|record| self.homes.get(record))
            .flatten()
            .collect();
        Kin {
            contacts: records
                .iter()
                .filter_map(|record| self.contacts.get(record))
                .flatten()
                .collect(),
            household: homes
                .into_iter()
                .filter_map(|home| self.members.get(home))
                .flatten()
                .collect(),
        }
    }
}
