//! Somebody joins a household.

use chrono::NaiveDate;
use jisr_domain::household::{Household, HouseholdMember};
use jisr_domain::id::{CaseId, HouseholdId, HouseholdMemberId, PersonId};
use jisr_domain::person::Kinship;
use jisr_domain::record::{Fields, Kind};
use jisr_store::Tx;
use serde_json::json;

use super::AddMemberArgs;
use crate::access::{may_see, must_see, visible_person};
use crate::code::Code;
use crate::error::CommandError;
use crate::household::{household_view, lives_there};
use crate::input::{case_of, happened, id};
use crate::person::{PersonRecords, person_records};
use crate::session::Session;
use crate::view::Written;

/// `household.add_member`: makes the household, with the person as its head, when they have none.
///
/// # Errors
/// [`CommandError::Field`] with `same_person` or `day_to_come`; [`CommandError::Rule`] with `already_member`;
/// [`CommandError::NotFound`]; the database.
pub fn add_member(session: &Session<'_>, args: AddMemberArgs) -> Result<Written, CommandError> {
    if args.person == args.member {
        return Err(CommandError::Field {
            field: "member",
            code: Code::SamePerson,
        });
    }
    let since = args
        .since
        .map(|day| happened(session, Some(day)))
        .transpose()?;
    let case = args.case.as_deref().map(id).transpose()?.map(CaseId);
    let joins = HouseholdMemberId(session.new_id());
    session.write(|tx| {
        must_see(tx.reader(), session, Some(args.person), case)?;
        let person = case_of(tx.reader(), session, case, args.person)?;
        visible_person(tx.reader(), session, person)?;
        visible_person(tx.reader(), session, args.member)?;
        let member = person_records(tx.reader(), session, args.member)?;
        if member.records.contains(&person) {
            return Err(CommandError::Field {
                field: "member",
                code: Code::SamePerson,
            });
        }
        let known = household_view(tx.reader(), session, person)?;
        let household = match known {
            Some(known)
                if known
                    .members
                    .iter()
                    .any(|known| known.person.person == Some(member.shown())) =>
            {
                return Err(CommandError::Rule(Code::AlreadyMember));
            }
            Some(known) => known.household,
            None => found(tx, session, person, case)?,
        };
        if args.moves {
            leave_others(
                tx,
                session,
                &member,
                household,
                since.unwrap_or(session.today()),
            )?;
        }
        let place = HouseholdMember {
            since,
            ..membership(household, args.member, case, args.kinship)
        };
        tx.create(joins, &place)?;
        Ok(())
    })?;
    Ok(Written {
        id: joins.to_string(),
    })
}

/// Ends the other places they have today, as far as the one at work may know of them.
fn leave_others(
    tx: &mut Tx<'_>,
    session: &Session<'_>,
    member: &PersonRecords,
    household: HouseholdId,
    day: NaiveDate,
) -> Result<(), CommandError> {
    for (id, place) in member.all::<HouseholdMember>(tx.reader())? {
        let elsewhere = place.household != Some(household) && lives_there(&place, session);
        if !elsewhere || !may_see(tx.reader(), session, place.person, place.case)? {
            continue;
        }
        // Somebody noted as having come later left no earlier than that.
        let day = place.since.map_or(day, |since| since.max(day));
        let fields = Fields::from([("until".to_owned(), json!(day))]);
        tx.update_as_shown(Kind::HouseholdMember, id.0, fields)?;
    }
    Ok(())
}

fn found(
    tx: &mut Tx<'_>,
    session: &Session<'_>,
    head: PersonId,
    case: Option<CaseId>,
) -> Result<HouseholdId, CommandError> {
    let household = HouseholdId(session.new_id());
    tx.create(household, &Household::default())?;
    tx.create(
        HouseholdMemberId(session.new_id()),
        &membership(household, head, case, Kinship::Head),
    )?;
    Ok(household)
}

fn membership(
    household: HouseholdId,
    person: PersonId,
    case: Option<CaseId>,
    kinship: Kinship,
) -> HouseholdMember {
    HouseholdMember {
        household: Some(household),
        person: Some(person),
        case,
        kinship: Some(kinship),
        ..HouseholdMember::default()
    }
}
