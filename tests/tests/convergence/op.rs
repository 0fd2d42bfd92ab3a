//! Everything that may happen, in any order.

use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use proptest::prelude::*;
use proptest::strategy::Union;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::edit::Do;
use crate::round::Fate;
use crate::world::{PEOPLE, STRANGER, World};

/// One thing that happens: what, on which device, to which of the records there, and how.
#[derive(Clone, Copy, Debug)]
pub struct Op {
    what: What,
    who: usize,
    which: usize,
    how: usize,
}

impl Op {
    fn new(what: What, who: usize, how: usize) -> Self {
        Self {
            what,
            who,
            which: 0,
            how,
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum What {
    Register,
    Look,
    EditPerson,
    EditCase,
    EditContact,
    OpenCase,
    Protect,
    Give,
    Take,
    CloseOrReopen,
    Note,
    DateNote,
    Consent,
    Withdraw,
    Contact,
    MoveIn,
    Foretell,
    Receive,
    Same,
    Refer,
    Answer,
    Overreach,
    Retry,
    Dismiss,
    Promote,
    Step,
    Round,
    Restart,
    RestartHub,
    Wait,
    CopyDisk,
    PutDiskBack,
    BackUpHub,
    RestoreHub,
}

/// What a run may contain besides edits and exchanges.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Misfortune {
    /// Lost messages, repeats, restarts.
    Network,
    /// Disks copied and put back too.
    Disks,
    /// The hub put back from a backup too.
    Hub,
}

pub fn ops(misfortune: Misfortune) -> impl Strategy<Value = Vec<Op>> {
    let disks = u32::from(misfortune == Misfortune::Disks);
    let hub = u32::from(misfortune == Misfortune::Hub);
    let weights: Vec<(u32, What)> = vec![
        (3, What::Register),
        (6, What::Look),
        (26, What::EditPerson),
        (8, What::EditCase),
        (3, What::EditContact),
        (6, What::OpenCase),
        (5, What::Protect),
        (4, What::Give),
        (4, What::Take),
        (3, What::CloseOrReopen),
        (4, What::Note),
        (2, What::DateNote),
        (2, What::Consent),
        (3, What::Withdraw),
        (3, What::Contact),
        (4, What::MoveIn),
        (2, What::Foretell),
        (1, What::Receive),
        (2, What::Same),
        (2, What::Refer),
        (2, What::Answer),
        (5, What::Overreach),
        (8, What::Retry),
        (1, What::Dismiss),
        (4, What::Promote),
        (30, What::Step),
        (9, What::Round),
        (3, What::Restart),
        (1, What::RestartHub),
        (1, What::Wait),
        (9 * disks, What::CopyDisk),
        (9 * disks, What::PutDiskBack),
        (2 * hub, What::BackUpHub),
        (2 * hub, What::RestoreHub),
    ];
    let possible = weights
        .into_iter()
        .filter(|(weight, _)| *weight > 0)
        .map(|(weight, what)| (weight, Just(what)));
    let what = Union::new_weighted(possible.collect());
    let who = prop_oneof![4 => 0..3usize, 1 => 3..PEOPLE.len()];
    let op = (what, who, 0..4usize, 0..24usize).prop_map(|(what, who, which, how)| Op {
        what,
        who,
        which,
        how,
    });
    prop::collection::vec(op, 20..80)
}

const SECRECY: [&str; 3] = ["ordinary", "restricted", "sealed"];

impl World {
    /// A case of the person, as often as not, in which what is written of them was learnt.
    fn case_of(&self, who: usize, person: Uuid, how: usize) -> Option<Uuid> {
        self.one(who, Kind::Case, how)
            .filter(|_| !how.is_multiple_of(3))
            .filter(|case| self.shown(who, Kind::Case, *case).get("person") == Some(&json!(person)))
    }

    pub fn happens(&mut self, op: Op) {
        let Op {
            what,
            who,
            which,
            how,
        } = op;
        match what {
            What::Register => {
                let fields = json!({"given_name_ar": self.text(), "phone": self.text(), "languages": ["ar", "ber", "fr"]});
                // Somebody who was written of before they were known here comes first.
                let id = self.foretold.pop().unwrap_or_else(|| self.around.id());
                self.write(who, vec![Do::Create(Kind::Person, id, fields)]);
            }
            What::Look => {
                for kind in [Kind::Person, Kind::Case, Kind::Contact, Kind::Consent] {
                    self.look(who, kind);
                }
            }
            What::EditPerson => {
                let patch = self.person_patch(who, which, how);
                self.edit(who, Kind::Person, which, patch, how % 4 > 0);
            }
            What::EditCase => {
                let patch = match how % 3 {
                    0 => json!({"situation": self.text()}),
                    1 => json!({"case_type": "elderly", "situation": self.text()}),
                    _ => json!({"situation": null}),
                };
                self.edit(who, Kind::Case, which, patch, how % 4 > 0);
            }
            What::EditContact => {
                let patch = match how % 3 {
                    0 => json!({"phone": self.text()}),
                    1 => json!({"alleged_perpetrator": how % 2 == 0}),
                    _ => json!({"remark": self.text()}),
                };
                self.edit(who, Kind::Contact, which, patch, how % 4 > 0);
            }
            What::OpenCase => {
                if let Some(person) = self.one(who, Kind::Person, which) {
                    let lead = (how % 4 > 0).then_some([0, 1, 2][how % 3]);
                    let lead = lead.map(|lead| if who == STRANGER { who } else { lead });
                    let secrecy = [0, 0, 0, 1, 1, 1, 1, 2][how / 3 % 8];
                    self.open_case(who, person, SECRECY[secrecy], lead);
                }
            }
            What::Protect => {
                let patch = json!({"confidentiality": SECRECY[how % 3]});
                if how % 3 == 2 {
                    for staff in [self.devices[who].staff, self.colleague(how / 3)] {
                        self.case_event(who, which, "named", Some(staff));
                    }
                }
                self.edit(who, Kind::Case, which, patch, how % 4 > 0);
            }
            What::Give | What::Take => {
                let event = match what {
                    What::Take if how % 3 == 0 => "unnamed",
                    What::Take => "unassigned",
                    _ if how % 4 == 0 => "named",
                    _ if how % 2 == 0 => "assigned",
                    _ => "lead_set",
                };
                let staff = self.colleague(how / 2);
                self.case_event(who, which, event, Some(staff));
            }
            What::CloseOrReopen => {
                self.case_event(who, which, ["closed", "reopened"][how % 2], None)
            }
            What::Note => {
                if let Some(case) = self.one(who, Kind::Case, which) {
                    let fields = json!({"case": case, "person": self.shown(who, Kind::Case, case).get("person"), "body": self.text()});
                    let id = self.around.id();
                    self.write(who, vec![Do::Create(Kind::Note, id, fields)]);
                }
            }
            What::DateNote => {
                let patch = json!({"day": format!("2026-11-{:02}", 1 + how)});
                self.edit(who, Kind::Note, which, patch, false);
            }
            What::Consent => {
                if let Some(case) = self.one(who, Kind::Case, which) {
                    let fields = json!({"case": case, "person": self.shown(who, Kind::Case, case).get("person"), "purposes": ["care", "referral"], "withheld": self.text()});
                    let id = self.around.id();
                    self.write(who, vec![Do::Create(Kind::Consent, id, fields)]);
                }
            }
            What::Withdraw => {
                let patch = match how % 3 {
                    0 => json!({"withdrawn_on": null}),
                    _ => json!({"withdrawn_on": format!("2026-11-{:02}", 1 + how)}),
                };
                self.edit(who, Kind::Consent, which, patch, how % 4 > 0);
            }
            What::Contact => {
                if let Some(person) = self.one(who, Kind::Person, which) {
                    let case = self.case_of(who, person, how);
                    let fields = json!({"person": person, "case": case, "name": self.text(), "phone": self.text(), "alleged_perpetrator": how % 2 == 0});
                    let id = self.around.id();
                    self.write(who, vec![Do::Create(Kind::Contact, id, fields)]);
                }
            }
            What::MoveIn => {
                if let Some(person) = self.one(who, Kind::Person, which) {
                    let case = self.case_of(who, person, how);
                    let known = self
                        .one(who, Kind::Household, how / 2)
                        .filter(|_| how % 4 > 0);
                    let home = known.unwrap_or_else(|| self.around.id());
                    let mut all = Vec::new();
                    if known.is_none() {
                        let fields = json!({"name": self.text(), "address": self.text()});
                        all.push(Do::Create(Kind::Household, home, fields));
                    }
                    let place = json!({"household": home, "person": person, "case": case});
                    all.push(Do::Create(Kind::HouseholdMember, self.around.id(), place));
                    self.write(who, all);
                }
            }
            What::Foretell => {
                let (person, note) = (self.around.id(), self.around.id());
                let fields = json!({"person": person, "body": self.text()});
                self.write(who, vec![Do::Create(Kind::Note, note, fields)]);
                self.foretold.push(person);
            }
            What::Receive => {
                let person = self.one(who, Kind::Person, which).filter(|_| how % 2 == 0);
                let fields = json!({"day": "2026-11-18", "number": how, "person": person, "reason": self.text()});
                let id = self.around.id();
                self.write(who, vec![Do::Create(Kind::Reception, id, fields)]);
            }
            What::Same => {
                if let (Some(left), Some(right)) = (
                    self.one(who, Kind::Person, which),
                    self.one(who, Kind::Person, which + 1),
                ) {
                    let fields = json!({"left": left, "right": right, "same": true});
                    let id = self.around.id();
                    self.write(who, vec![Do::Create(Kind::SamePerson, id, fields)]);
                }
            }
            What::Refer => {
                if let Some(case) = self.one(who, Kind::Case, which) {
                    self.refer(who, case);
                }
            }
            What::Answer => {
                let who = self.whoever(who, |world, who| {
                    !world.here(who, Kind::ReferralPacket).is_empty()
                });
                self.answer(who, which);
            }
            What::Overreach => {
                self.overreach(who, which, how % 3);
                if how >= 12 {
                    self.round(who, 9);
                }
            }
            What::Retry | What::Dismiss => {
                let told = |world: &Self, who: usize| {
                    let store = world.devices[who].store();
                    !store.attention().unwrap().is_empty()
                };
                let who = self.whoever(who, told);
                if how % 3 == 0 {
                    // What was refused for their function is not any more.
                    let staff = self.devices[who].staff;
                    self.hub()
                        .set_user(staff, Some(Role::Director), None)
                        .unwrap();
                    self.moved();
                }
                self.settle(who, which, matches!(what, What::Retry));
            }
            What::Promote => {
                let role = [
                    Role::Director,
                    Role::Caseworker,
                    Role::Director,
                    Role::Specialist,
                ][how % 4];
                let staff = self.devices[1 + which % 2].staff;
                self.hub().set_user(staff, Some(role), None).unwrap();
                self.moved();
            }
            What::Step => {
                let fate = match how % 8 {
                    0 => Fate::RequestLost,
                    1 => Fate::AnswerLost,
                    2 => Fate::Twice,
                    _ => Fate::Arrives,
                };
                for _ in 0..how % 3 {
                    self.step(who, Fate::Arrives, 1 + which % 4);
                }
                self.step(who, fate, 1 + which % 4);
            }
            What::Round => {
                self.round(who, 1 + how);
            }
            What::Restart => self.devices[who].restart(),
            What::RestartHub => self.restart_hub(),
            What::Wait => self.pass(3_600_000),
            What::CopyDisk => self.devices[who].copy(),
            What::PutDiskBack => {
                let who = self.whoever(who, |world, who| world.devices[who].copied);
                self.put_disk_back(who);
            }
            What::BackUpHub => self.back_up_hub(),
            What::RestoreHub => self.restore_hub(),
        }
    }

    /// What a center has written before a history begins.
    pub fn begins(&mut self) {
        for who in [1, 1, 0, 2, STRANGER] {
            self.happens(Op::new(What::Register, who, 0));
        }
        for who in 0..PEOPLE.len() {
            self.round(who, 50);
        }
        for (who, secrecy, lead) in [(1, 0, 1), (1, 1, 1), (0, 1, 2), (2, 0, 2), (4, 1, 4)] {
            let person = self.one(who, Kind::Person, who).unwrap();
            self.open_case(who, person, SECRECY[secrecy], Some(lead));
            for what in [What::Note, What::Consent, What::Contact] {
                self.happens(Op::new(what, who, 1));
            }
        }
    }

    fn person_patch(&mut self, who: usize, which: usize, how: usize) -> Value {
        match how % 6 {
            0 | 1 => json!({"phone": self.text()}),
            2 => {
                let safe = ["yes", "no", "hours"][how / 6 % 3];
                json!({"safe_contact": safe})
            }
            3 => json!({"address": self.text(), "nickname": self.text()}),
            4 => json!({"phone": null}),
            _ => {
                // One language less, or one more.
                let held = self
                    .one(who, Kind::Person, which)
                    .and_then(|id| self.shown(who, Kind::Person, id).remove("languages"));
                let mut languages: Vec<Value> = held
                    .and_then(|held| held.as_array().cloned())
                    .unwrap_or_default();
                if how < 12 && !languages.is_empty() {
                    languages.remove(how % languages.len());
                } else {
                    languages.push(json!(self.text()));
                }
                json!({"languages": languages})
            }
        }
    }

    /// The device asked for, or the next for which `can` holds.
    fn whoever(&self, who: usize, can: impl Fn(&Self, usize) -> bool) -> usize {
        (who..who + PEOPLE.len())
            .map(|who| who % PEOPLE.len())
            .find(|who| can(self, *who))
            .unwrap_or(who)
    }

    fn case_event(
        &mut self,
        who: usize,
        which: usize,
        event: &str,
        staff: Option<jisr_domain::id::StaffId>,
    ) {
        if let Some(case) = self.one(who, Kind::Case, which) {
            let event = self.event(who, case, event, staff);
            self.write(who, vec![event]);
        }
    }

    /// A disk restored from its copy: what was written after the copy and never sent is gone with it.
    pub fn put_disk_back(&mut self, who: usize) {
        if !self.devices[who].copied {
            return;
        }
        self.devices[who].put_back();
        let known = self.devices[who].known_transactions();
        let settled = self.devices[who].settled_transactions();
        let at_hub = self.at_hub();
        let taken: std::collections::BTreeSet<uuid::Uuid> =
            at_hub.transactions().into_keys().collect();
        self.ledger.retain_mut(|written| {
            if written.who != who {
                return true;
            }
            let here = known.contains(&written.tx);
            written.lost |= !here;
            written.settled = settled.contains(&written.tx);
            here || taken.contains(&written.tx)
        });
    }
}
