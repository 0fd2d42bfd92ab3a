//! Whether the person at the desk may be known already.

use std::collections::BTreeSet;

use super::search::cases_of;
use super::{Candidate, Duplicates, DuplicatesArgs};
use crate::error::CommandError;
use crate::input::clean_record;
use crate::person::People;
use crate::session::Session;

/// People shown when nobody says how many: more would not be looked at.
const USUAL: u32 = 5;
/// At most so many, whoever asks.
const MOST: u32 = 20;
/// Records looked at for each person shown: some are several records of one.
const RECORDS: usize = 4;

/// `person.duplicates`: people of the register the draft may be, likeliest first, with the reasons. It suggests;
/// nothing is joined. Nobody hidden from the one at work comes.
///
/// # Errors
/// [`CommandError::Field`] for words too long; the database.
pub fn duplicates(session: &Session<'_>, args: DuplicatesArgs) -> Result<Duplicates, CommandError> {
    let mut draft = clean_record(&args.draft)?;
    if draft.estimated_age.is_some() && draft.estimated_on.is_none() {
        draft.estimated_on = Some(session.today());
    }
    let limit = usize::try_from(args.limit.unwrap_or(USUAL).clamp(1, MOST)).unwrap_or(1);
    session.read(|reader| {
        let alike = reader.alike(&draft, args.except, session.staff(), limit * RECORDS)?;
        let records = alike.iter().map(|alike| alike.id).chain(args.except);
        let people = People::of(reader, session, &records.collect())?;
        let mut shown: BTreeSet<_> = args
            .except
            .and_then(|except| people.get(except))
            .map(|(id, _)| id)
            .into_iter()
            .collect();
        let mut candidates = Vec::new();
        for alike in alike {
            let Some((person, _)) = people.get(alike.id) else {
                continue;
            };
            if candidates.len() == limit || !shown.insert(person) {
                continue;
            }
            candidates.push(Candidate {
                person: people.card(Some(alike.id), session.today()),
                score: alike.likeness.score,
                verdict: alike.likeness.verdict,
                reasons: alike.likeness.reasons,
                cases: cases_of(reader, session, people.records(alike.id))?,
            });
        }
        Ok(Duplicates { candidates })
    })
}
