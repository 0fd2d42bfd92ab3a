//! Somebody joins a household.

use jisr_domain::household::{Household, HouseholdMember};
use jisr_domain::id::{CaseId, HouseholdId, HouseholdMemberId, PersonId};
use jisr_domain::person::Kinship;
use jisr_store::Tx;

use crate::code::Code;
use crate::error::CommandError;
use crate::input::{case_of, id};
use crate::person::AddMemberArgs;
use crate::session::Session;
use crate::show::{household_view, must_see, one, visible_person};
use crate::view::Written;

/// `household.add_member`: makes the household, with the person as its head, when they have none.
///
/// # Errors
/// [`CommandError::Field`] with `same_person`; [`CommandError::Rule`] with `already_member`;
/// [`CommandError::NotFound`]; the database.
pub fn add_member(session: &Session<'_>, args: AddMemberArgs) -> Result<Written, CommandError> {
    if args.person == args.member {
        return Err(CommandError::Field {
            field: "member",
            code: Code::SamePerson,
        });
    }
    let case = args.case.as_deref().map(id).transpose()?.map(CaseId);
    let joins = HouseholdMemberId(session.new_id());
    session.write(|tx| {
        must_see(tx.reader(), session, Some(args.person), case)?;
        let person = case_of(tx.reader(), session, case, args.person)?;
        visible_person(tx.reader(), session, person)?;
        visible_person(tx.reader(), session, args.member)?;
        let member = one(tx.reader(), session, args.member)?;
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
        tx.create(
            joins,
            &membership(household, args.member, case, args.kinship),
        )?;
        Ok(())
    })?;
    Ok(Written {
        id: joins.to_string(),
    })
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
