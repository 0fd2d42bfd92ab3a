//! Households, as shown and written.

use chrono::NaiveDate;
use jisr_domain::household::{Household, HouseholdMember};
use jisr_domain::id::{HouseholdId, HouseholdMemberId, PersonId};
use jisr_domain::person::Kinship;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::{PersonCard, RecordView};

/// A household, on one card.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct HouseholdView {
    /// Which.
    pub household: HouseholdId,
    /// As held, for its edits; none when it has not arrived.
    pub record: Option<RecordView<Household>>,
    /// What it is called.
    pub name: Option<String>,
    /// Where.
    pub address: Option<String>,
    /// Who lives there, the head first.
    pub members: Vec<MemberView>,
    /// Who lived there before, the last to leave first.
    pub past: Vec<MemberView>,
    /// What its members bring in together, centimes of dirham a month, as far as it was told and may be known; for those
    /// who follow cases.
    pub income: Option<i64>,
}

/// A member of a household.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct MemberView {
    /// The membership, as held.
    pub membership: RecordView<HouseholdMember>,
    /// Who.
    pub person: PersonCard,
}

/// A household somebody lived in before.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct PastHousehold {
    /// Which.
    pub household: HouseholdId,
    /// What it is called.
    pub name: Option<String>,
    /// Its head, when known.
    pub head: Option<PersonCard>,
    /// Their place in it, with the days.
    pub membership: RecordView<HouseholdMember>,
}

/// `household.add_member`: makes the household when the person has none.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct AddMemberArgs {
    /// Whose household.
    pub person: PersonId,
    /// Who joins.
    pub member: PersonId,
    /// Kinship of the one who joins to the head.
    pub kinship: Kinship,
    /// The restricted or sealed case in which it was learnt.
    #[serde(default)]
    pub case: Option<String>,
    /// Day of moving in, if known.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// They leave the household they lived in on that day, today when it is not known.
    #[serde(default)]
    pub moves: bool,
}

/// `household.leave`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct LeaveArgs {
    /// Whose place.
    pub membership: HouseholdMemberId,
    /// As handed out with the view.
    pub seen: String,
    /// Day of moving out; today when absent.
    #[serde(default)]
    pub day: Option<NaiveDate>,
}

/// `household.change_head`: every kinship is told to the head, so another head means other words for all.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct ChangeHeadArgs {
    /// Which household.
    pub household: HouseholdId,
    /// What each member is to the new head, who is `head`: exactly one.
    pub members: Vec<KinshipChange>,
}

/// What a member is to the head from now on.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct KinshipChange {
    /// Whose place.
    pub membership: HouseholdMemberId,
    /// As handed out with the view.
    pub seen: String,
    /// To the new head.
    pub kinship: Kinship,
}

/// `household.kinships`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct KinshipsArgs {
    /// The place of the one who would be head.
    pub head: HouseholdMemberId,
}

/// What a member would be to another head.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct KinshipProposal {
    /// Whose place.
    pub membership: HouseholdMemberId,
    /// To that head; none where it has to be said.
    pub kinship: Option<Kinship>,
}
