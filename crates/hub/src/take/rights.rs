//! Whether a user may write what a transaction writes (rule 8): the role, the audience, and what protects.

use std::collections::BTreeMap;

use jisr_domain::attachment::WRITTEN_BY_HUB;
use jisr_domain::audience::may_see;
use jisr_domain::case::{CaseEvent, CaseEventType, Confidentiality, may_unname};
use jisr_domain::id::{CaseId, CenterId};
use jisr_domain::record::{About, Fields, Kind, MergeClass, Record, Strictness, Subject};
use jisr_domain::role::Role;
use jisr_sync::Change;
use serde_json::Value;
use uuid::Uuid;

use super::keep::in_force;
use super::waits;
use crate::HubError;
use crate::database::{RecordRow, Transaction, UserRow};
use crate::error::Why;
use crate::feed::{Audience, CaseInfo};

/// Checks the whole transaction against what the hub held before it.
pub(super) fn check(
    tx: &dyn Transaction,
    actor: &UserRow,
    changes: &[Change],
) -> Result<Result<(), Why>, HubError> {
    let audience = Audience::new(tx);
    let desk = Rights {
        tx,
        audience: &audience,
        actor,
    };
    let mut written: BTreeMap<(&str, Uuid, &str), &Value> = BTreeMap::new();
    for change in changes {
        let checked = match Kind::from_code(&change.payload.kind) {
            None => desk.undeclared(),
            Some(kind) => desk.one(kind, change)?,
        };
        if checked.is_err() {
            return Ok(checked);
        }
        for (field, value) in &change.payload.patch {
            let earlier = written.insert((&change.payload.kind, change.payload.id, field), value);
            let once = Kind::from_code(&change.payload.kind)
                .and_then(|kind| kind.definition().field(field))
                .map(|field| field.class);
            if once == Some(MergeClass::Once)
                && earlier.is_some_and(|earlier| earlier != value && !earlier.is_null())
            {
                return Ok(Err(Why::WrittenOnce));
            }
        }
    }
    Ok(Ok(()))
}

struct Rights<'a> {
    tx: &'a dyn Transaction,
    audience: &'a Audience<'a>,
    actor: &'a UserRow,
}

impl Rights<'_> {
    /// What a newer version writes is kept for whoever records anything at all (rule 12).
    fn undeclared(&self) -> Result<(), Why> {
        if self.actor.role == Role::Reader {
            Err(Why::NotPermitted)
        } else {
            Ok(())
        }
    }

    fn one(&self, kind: Kind, change: &Change) -> Result<Result<(), Why>, HubError> {
        let payload = &change.payload;
        let held = self.tx.record(&(payload.kind.clone(), payload.id))?;
        let permitted = if kind == Kind::Attachment && is_the_centers(change, held.as_ref()) {
            self.actor.role.keeps_accounts()
        } else {
            self.actor.role.may_write(kind) || self.own_card(kind, payload.id)?
        };
        if !permitted {
            return Ok(Err(Why::NotPermitted));
        }
        // That all bytes are here is the hub's own word (rule 27).
        if kind == Kind::Attachment
            && WRITTEN_BY_HUB
                .iter()
                .any(|field| payload.patch.contains_key(*field))
        {
            return Ok(Err(Why::NotPermitted));
        }
        match held {
            Some(held) => self.existing(kind, change, &held),
            None => self.new_record(kind, change),
        }
    }

    /// Their own card, or that of a center they brought along when they joined another (rule 25).
    fn own_card(&self, kind: Kind, id: Uuid) -> Result<bool, HubError> {
        match kind {
            Kind::Staff => Ok(id == self.actor.staff.0),
            Kind::Center => Ok(self
                .tx
                .center(CenterId(id))?
                .is_some_and(|center| center.alias_of == Some(self.actor.center))),
            _ => Ok(false),
        }
    }

    fn existing(
        &self,
        kind: Kind,
        change: &Change,
        held: &RecordRow,
    ) -> Result<Result<(), Why>, HubError> {
        let case = held
            .case
            .map(|case| self.audience.case(case))
            .transpose()?
            .flatten();
        let alias = kind == Kind::Center && self.own_card(kind, held.id)?;
        let seen = may_see(
            &self.audience.of(held)?,
            self.actor.center,
            self.actor.staff,
        );
        // A record whose case has not arrived waits with those who wrote it.
        let waits = held.case.is_some()
            && case.is_none()
            && held.center == self.actor.center
            && held
                .state
                .fields
                .values()
                .flat_map(|field| &field.siblings)
                .any(|s| s.actor == self.actor.staff);
        if !alias && !seen && !waits && !self.opened(case.as_ref()) {
            return Ok(Err(Why::NotInAudience));
        }
        for (name, value) in &change.payload.patch {
            let Some(field) = kind.definition().field(name) else {
                continue;
            };
            let standing = held.state.fields.get(name);
            if field.class == MergeClass::Once
                && standing.is_some_and(|state| {
                    state
                        .siblings
                        .iter()
                        .any(|s| !s.value.is_null() && s.value != *value)
                })
            {
                return Ok(Err(Why::WrittenOnce));
            }
            if kind == Kind::Case && field.class == MergeClass::Strictest(Strictness::Secrecy) {
                // What cannot be read protects least.
                let to: Confidentiality =
                    serde_json::from_value(value.clone()).unwrap_or(Confidentiality::Ordinary);
                let lead = self.audience.case_state(CaseId(held.id))?.lead;
                let leads = lead == Some(self.actor.staff);
                if in_force(&held.state)
                    .is_some_and(|(from, _)| !from.may_become(to, self.actor.role, leads))
                {
                    return Ok(Err(Why::LoweringRefused));
                }
            }
        }
        Ok(Ok(()))
    }

    fn new_record(&self, kind: Kind, change: &Change) -> Result<Result<(), Why>, HubError> {
        let patch = &change.payload.patch;
        let subject = kind.definition().about.subject(change.payload.id, patch);
        if let Some(case) = subject.case().filter(|case| case.0 != change.payload.id)
            && let Some(info) = self.audience.case(case)?
            && !self.sees_case(case, &info)?
            && !self.gives_reader(kind, patch, case, &info)?
        {
            return Ok(Err(Why::NotInAudience));
        }
        if kind == Kind::CaseEvent && !self.may_take_name(patch)? {
            return Ok(Err(Why::StaysNamed));
        }
        for person in subject.people() {
            if let Some(person) = self
                .tx
                .record(&(Kind::Person.code().to_owned(), person.0))?
                && person.center != self.actor.center
            {
                return Ok(Err(Why::NotInAudience));
            }
        }
        if let About::CaseOrThatOf { .. } | About::Addressed { .. } = kind.definition().about
            && let Some((of, parent)) = kind.parent(patch)
            && let Some(referral) = self.tx.record(&(of.code().to_owned(), parent))?
        {
            let seen = may_see(
                &self.audience.of(&referral)?,
                self.actor.center,
                self.actor.staff,
            );
            let answers = matches!(subject, Subject::ThatOf(..)) && self.was_sent(referral.id)?;
            let case = referral
                .case
                .map(|case| self.audience.case(case))
                .transpose()?
                .flatten();
            if !seen && !answers && !self.opened(case.as_ref()) {
                return Ok(Err(Why::NotInAudience));
            }
        }
        if kind == Kind::ReferralPacket
            && named(patch.get("from_center")).is_some_and(|from| from != self.actor.center.0)
        {
            return Ok(Err(Why::NotPermitted));
        }
        Ok(Ok(()))
    }

    /// A director gives a case nobody may read any more to somebody, without learning of it.
    fn gives_reader(
        &self,
        kind: Kind,
        event: &Fields,
        case: CaseId,
        info: &CaseInfo,
    ) -> Result<bool, HubError> {
        if kind != Kind::CaseEvent
            || self.actor.role != Role::Director
            || self.actor.center != info.center
        {
            return Ok(false);
        }
        let event = CaseEvent::from_fields(event).unwrap_or_default().event;
        let gives = matches!(event, Some(CaseEventType::Named | CaseEventType::LeadSet));
        Ok(gives && waits(self.tx, case)?)
    }

    /// Whoever a sealed case is given to stays named in it, unless they agree or the director says why.
    fn may_take_name(&self, event: &Fields) -> Result<bool, HubError> {
        let event = CaseEvent::from_fields(event).unwrap_or_default();
        let (Some(CaseEventType::Unnamed), Some(case), Some(staff)) =
            (event.event, event.case, event.staff)
        else {
            return Ok(true);
        };
        let assigned = self.audience.case_state(case)?.assigned.contains(&staff);
        Ok(may_unname(
            (staff, assigned),
            (self.actor.staff, self.actor.role),
            event.note.is_some(),
        ))
    }

    fn sees_case(&self, case: CaseId, info: &CaseInfo) -> Result<bool, HubError> {
        let Some(row) = self.tx.record(&(Kind::Case.code().to_owned(), case.0))? else {
            return Ok(true);
        };
        Ok(may_see(
            &self.audience.of(&row)?,
            self.actor.center,
            self.actor.staff,
        ) || self.opened(Some(info)))
    }

    /// A case given to nobody yet is still in the hands of those who opened it.
    fn opened(&self, case: Option<&CaseInfo>) -> bool {
        case.is_some_and(|case| {
            case.center == self.actor.center
                && case.waits_for_somebody()
                && case.authors.contains(&self.actor.staff)
        })
    }

    /// Whether a packet of this referral was sent to the user's center.
    fn was_sent(&self, referral: Uuid) -> Result<bool, HubError> {
        for key in self.tx.of_parent(referral)? {
            if key.0 == Kind::ReferralPacket.code()
                && self
                    .tx
                    .record(&key)?
                    .is_some_and(|packet| packet.addressed == Some(self.actor.center))
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// An attachment about nobody is the center's own (its logo).
fn is_the_centers(change: &Change, held: Option<&RecordRow>) -> bool {
    match held {
        Some(held) => held.person.is_none() && held.case.is_none(),
        None => {
            let about = Kind::Attachment.definition().about;
            about.subject(change.payload.id, &change.payload.patch) == Subject::Center
        }
    }
}

fn named(value: Option<&Value>) -> Option<Uuid> {
    value
        .and_then(Value::as_str)
        .and_then(|text| text.parse().ok())
}
