//! Two people side by side.

use std::collections::BTreeSet;

use jisr_domain::household::HouseholdMember;
use jisr_domain::id::{CaseId, PersonId};
use jisr_domain::person::{Person, agreement, compared_fields};
use jisr_domain::reception::Reception;
use jisr_domain::record::{Kind, Record};
use jisr_store::Reader;
use serde_json::Value;

use super::statement::between;
use super::{ComparedField, Comparison, LikenessView, PairArgs, Side, Unsure};
use crate::access::{audit_view, may_see, visible_person};
use crate::code::Code;
use crate::error::CommandError;
use crate::household::household_view;
use crate::person::cases_of;
use crate::person::{PersonRecords, known, person_card_of, person_records, tied};
use crate::session::Session;
use crate::territory::province_names;
use crate::user::staff_card;
use crate::view::{PersonCard, StaffCard};

/// `duplicate.compare`: what is known of both from all their records, and what was said of them. Telling that
/// somebody has a case that is restricted or sealed is a view of it, and written in the audit log.
///
/// # Errors
/// [`CommandError::Field`] with `same_person` for a record and itself; [`CommandError::NotFound`]; the database.
pub fn compare(session: &Session<'_>, args: PairArgs) -> Result<Comparison, CommandError> {
    if args.left == args.right {
        return Err(CommandError::Field {
            field: "right",
            code: Code::SamePerson,
        });
    }
    let comparison = session.read(|reader| compared(reader, session, &args))?;
    let shown: BTreeSet<CaseId> = [&comparison.left, &comparison.right]
        .into_iter()
        .flat_map(|side| side.cases.iter().map(|card| card.case))
        .collect();
    for case in shown {
        audit_view(session, Some(case), Kind::Person, args.left.0)?;
    }
    Ok(comparison)
}

fn compared(
    reader: &Reader<'_>,
    session: &Session<'_>,
    args: &PairArgs,
) -> Result<Comparison, CommandError> {
    let tied = tied(reader, session, &[args.left, args.right])?;
    let joined = tied.ties.one(args.left, args.right);
    let (left, right) = (
        whole_side(reader, session, args.left, joined)?,
        whole_side(reader, session, args.right, joined)?,
    );
    let likeness = reader.likeness(args.left.min(args.right), args.left.max(args.right))?;
    let unsure = match reader.unsure(args.left, args.right)? {
        Some((staff, at_ms)) => Some(Unsure {
            staff: staff_card(reader, staff)?,
            at_ms: at_ms.to_string(),
        }),
        None => None,
    };
    Ok(Comparison {
        likeness: LikenessView::new(likeness.score, likeness.reasons),
        unsure,
        fields: fields(&left.0, &right.0)?,
        left: left.1,
        right: right.1,
        joined,
        statements: between(reader, session, &tied, args.left, args.right)?,
    })
}

/// The person and what is around them. Of two records already joined, each is shown alone.
fn whole_side(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: PersonId,
    alone: bool,
) -> Result<(Person, Side), CommandError> {
    let held = visible_person(reader, session, id)?;
    let mut all = person_records(reader, session, id)?;
    let (shown, person) = if alone {
        all.records = vec![id];
        (id, held.record)
    } else {
        known(reader, session, id)?.unwrap_or((id, held.record))
    };
    let made = held
        .state
        .fields
        .values()
        .flat_map(|field| &field.siblings)
        .min_by_key(|sibling| (sibling.stamp, sibling.dot));
    let receptions = receptions(reader, session, &all)?;
    let side = Side {
        person: person_card_of(shown, &person, session.today()),
        records: u32::try_from(all.records.len()).unwrap_or(u32::MAX),
        province_names: person.province.as_deref().and_then(province_names),
        cases: cases_of(reader, session, &all.records)?,
        household: household(reader, session, &all, id)?,
        receptions: u32::try_from(receptions.len()).unwrap_or(u32::MAX),
        last_reception: receptions.iter().filter_map(|one| one.day).max(),
        recorded_at_ms: made.map(|said| said.stamp.ms().to_string()),
        recorded_by: match made {
            Some(said) => staff_card(reader, said.actor)?,
            None => StaffCard::default(),
        },
    };
    Ok((person, side))
}

fn receptions(
    reader: &Reader<'_>,
    session: &Session<'_>,
    of: &PersonRecords,
) -> Result<Vec<Reception>, CommandError> {
    let mut seen = Vec::new();
    for (_, reception) in of.all::<Reception>(reader)? {
        if may_see(reader, session, reception.person, None)? {
            seen.push(reception);
        }
    }
    Ok(seen)
}

/// Those who live with them.
fn household(
    reader: &Reader<'_>,
    session: &Session<'_>,
    of: &PersonRecords,
    id: PersonId,
) -> Result<Vec<PersonCard>, CommandError> {
    if of.all::<HouseholdMember>(reader)?.is_empty() {
        return Ok(Vec::new());
    }
    let own = person_records(reader, session, id)?.shown();
    Ok(household_view(reader, session, id)?
        .map(|household| household.members)
        .unwrap_or_default()
        .into_iter()
        .map(|member| member.person)
        .filter(|card| card.person != Some(own))
        .collect())
}

fn fields(left: &Person, right: &Person) -> Result<Vec<ComparedField>, CommandError> {
    let (a, b) = (
        left.to_fields().map_err(CommandError::answer)?,
        right.to_fields().map_err(CommandError::answer)?,
    );
    let value = |fields: &jisr_domain::record::Fields, name: &str| {
        fields.get(name).cloned().unwrap_or(Value::Null)
    };
    Ok(compared_fields()
        .filter_map(|name| {
            Some(ComparedField {
                field: name.to_owned(),
                left: value(&a, name),
                right: value(&b, name),
                agreement: agreement(name, left, right)?,
            })
        })
        .collect())
}
