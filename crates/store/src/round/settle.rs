//! One record at publication: the hub's state, what becomes of own changes up to the mark, own later changes
//! on top (rules 14–16).

use std::collections::BTreeSet;

use jisr_domain::id::DeviceId;
use jisr_domain::record::Kind;
use jisr_sync::{FieldState, RecordState, Stamp, apply};
use rusqlite::Connection;
use uuid::Uuid;

use crate::access::Dirty;
use crate::replay::{Own, replay};
use crate::search::Index;
use crate::state::{Row, Save, confirm, delete, load, save};
use crate::{Changes, Result};

/// One publication under way.
pub(super) struct Settling<'c> {
    pub(super) conn: &'c Connection,
    pub(super) device: DeviceId,
    /// The mark before, and the one being published.
    pub(super) from: u64,
    pub(super) mark: u64,
    /// Own changes after `from`.
    pub(super) own: Own,
    /// Own changes the hub did not apply, first to last.
    pub(super) refused: Vec<(u64, u64)>,
    /// Records with own changes that were fed in this round.
    pub(super) fed: BTreeSet<(String, Uuid)>,
    pub(super) changes: Changes,
    pub(super) index: Index,
    pub(super) dirty: Dirty,
    pub(super) latest: Stamp,
}

/// What the hub sent of a record.
pub(super) enum HubUpdate {
    /// Its fields, all of them when it entered a feed.
    State { entered: bool, state: RecordState },
    /// That own changes alone moved what moved: they say the rest.
    Own,
}

impl Settling<'_> {
    /// Puts a record in place.
    pub(super) fn settle(&mut self, kind: Kind, id: Uuid, fed: Option<HubUpdate>) -> Result<()> {
        let name = (kind.code().to_owned(), id);
        if matches!(fed, Some(HubUpdate::Own))
            && self.refused.is_empty()
            && confirm(self.conn, kind, id, self.mark)?
        {
            // Nothing to work out: what is shown is what the hub has.
            self.fed.insert(name);
            self.changes.records.insert((kind, id));
            return Ok(());
        }
        let row = load(self.conn, kind, id)?;
        if fed.is_some() && self.own.contains_key(&name) {
            self.fed.insert(name.clone());
        }
        let was_fed = fed.is_some();
        let mut base = match &row {
            Some(Row {
                pending: 0,
                at_hub,
                state,
                base_text: None,
                ..
            }) if *at_hub != 0 => state.clone(),
            Some(Row {
                base_text: Some(text),
                ..
            }) => serde_json::from_str(text)?,
            _ => RecordState::default(),
        };
        let own = self.own.get(&name).map(Vec::as_slice).unwrap_or_default();
        match fed {
            Some(HubUpdate::State { entered, state }) => {
                self.latest = self.latest.max(state.latest());
                if entered {
                    base = state
                } else {
                    base.overlay(state)
                }
            }
            Some(HubUpdate::Own) => {
                for change in own.iter().filter(|change| self.accepted(change.dot.seq)) {
                    apply(&mut base, change, change.payload.stamp);
                }
            }
            None => {}
        }
        if let Some(row) = &row {
            self.keep_unfed(&mut base, &row.state);
        }
        let pending = own
            .last()
            .map(|change| change.dot.seq)
            .filter(|seq| *seq > self.mark)
            .unwrap_or(0);
        let held_at_hub = row.as_ref().map_or(0, |row| row.at_hub);

        // Taken back by the hub earlier and kept for pending work, which is now settled.
        if pending == 0 && held_at_hub == -1 && !was_fed {
            return self.take_away(kind, id, row.as_ref());
        }
        // Never taken by the hub: a rejected new record stays, with its values (rule 10).
        let only_here = base.fields.is_empty();
        let state = match row {
            Some(row) if only_here => row.state,
            _ => replay(&base, own, self.mark),
        };
        let base_text = if pending > 0 && !only_here {
            Some(serde_json::to_string(&base)?)
        } else {
            None
        };
        let at_hub = match (only_here, was_fed) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => {
                if held_at_hub == -1 {
                    -1
                } else {
                    1
                }
            }
        };
        let shown = save(
            self.conn,
            kind,
            id,
            &Save {
                state: &state,
                base: base_text.as_deref(),
                pending,
                at_hub,
            },
        )?;
        if kind == Kind::Person {
            self.index.update(self.conn, id, Some(&shown))?;
        }
        self.dirty.note(kind, id, &shown, None);
        self.changes.records.insert((kind, id));
        Ok(())
    }

    /// Own values the hub accepted in this round and does not feed, because it is older than this program and
    /// does not know the field or the kind yet (rule 12): they stay as they were shown.
    fn keep_unfed(&self, base: &mut RecordState, held: &RecordState) {
        for (name, field) in &held.fields {
            if base.fields.contains_key(name) {
                continue;
            }
            let accepted: Vec<_> = field
                .siblings
                .iter()
                .filter(|s| s.dot.device == self.device && self.accepted(s.dot.seq))
                .cloned()
                .collect();
            if let Some(last) = accepted.last().map(|s| s.dot.seq) {
                base.fields.insert(
                    name.clone(),
                    FieldState {
                        siblings: accepted,
                        awaited: BTreeSet::new(),
                    },
                );
                let known = base.context.entry(self.device).or_default();
                *known = (*known).max(last);
            }
        }
    }

    fn accepted(&self, seq: u64) -> bool {
        seq > self.from
            && seq <= self.mark
            && self
                .refused
                .iter()
                .all(|(first, last)| seq < *first || seq > *last)
    }

    /// A record no feed of this device holds any more (rule 16).
    pub(super) fn remove(&mut self, kind: Kind, id: Uuid) -> Result<()> {
        match load(self.conn, kind, id)? {
            Some(row) if row.pending > self.mark => {
                let new = Save {
                    state: &row.state,
                    base: row.base_text.as_deref(),
                    pending: row.pending,
                    at_hub: -1,
                };
                save(self.conn, kind, id, &new)?;
                Ok(())
            }
            Some(row) => self.take_away(kind, id, Some(&row)),
            None => Ok(()),
        }
    }

    fn take_away(&mut self, kind: Kind, id: Uuid, row: Option<&Row>) -> Result<()> {
        if let Some(row) = row {
            let shown = row.state.shown(&kind.definition());
            self.dirty.gone(kind, id, &shown);
        }
        delete(self.conn, kind, id)?;
        if kind == Kind::Person {
            self.index.update(self.conn, id, None)?;
        }
        self.changes.records.insert((kind, id));
        Ok(())
    }
}
