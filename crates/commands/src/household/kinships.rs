//! What everybody would be to another head.

use jisr_domain::household::{HouseholdMember, kinship_to};
use jisr_domain::person::Kinship;

use super::{KinshipProposal, KinshipsArgs};
use crate::access::{may_see, must_see};
use crate::error::CommandError;
use crate::household::lives_there;
use crate::session::Session;

/// `household.kinships`: a proposal for each member who lives there, as far as the one at work may know of them.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn kinships(
    session: &Session<'_>,
    args: KinshipsArgs,
) -> Result<Vec<KinshipProposal>, CommandError> {
    session.read(|reader| {
        let head = reader
            .find::<HouseholdMember>(args.head)?
            .ok_or(CommandError::NotFound)?;
        must_see(reader, session, head.person, head.case)?;
        let household = head.household.ok_or(CommandError::NotFound)?;
        let mut proposals = Vec::new();
        for (id, place) in reader.by::<HouseholdMember>("household", household)? {
            if !lives_there(&place, session) || !may_see(reader, session, place.person, place.case)?
            {
                continue;
            }
            let kinship = if id == args.head {
                Some(Kinship::Head)
            } else {
                head.kinship
                    .zip(place.kinship)
                    .and_then(|(was, is)| kinship_to(was, is))
            };
            proposals.push(KinshipProposal {
                membership: id,
                kinship,
            });
        }
        Ok(proposals)
    })
}
