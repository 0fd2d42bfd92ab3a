//! Creating and changing records.

use std::collections::BTreeMap;

use jisr_domain::record::{Fields, Kind, MergeClass, Record};
use jisr_sync::change::{SCHEMA, SeenDots};
use jisr_sync::{Change, ChangePayload, Dot, Logged, RecordState, Seen, apply};
use serde_json::Value;
use uuid::Uuid;

use super::Tx;
use crate::search::Index;
use crate::state::{Row, Save, check_values, load, save, uuid_of};
use crate::{Result, StoreError, log};

/// The fields of a record as it is first written: those that say something.
pub(crate) fn new_fields<R: Record>(record: &R) -> Result<Fields> {
    let mut fields = record.to_fields()?;
    fields.retain(|_, value| !empty(value));
    Ok(fields)
}

impl Tx<'_> {
    /// Writes a new record.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`], [`StoreError::TooLarge`], database errors.
    pub fn create<R: Record>(&mut self, id: R::Id, record: &R) -> Result<()> {
        let (kind, id) = (R::KIND, uuid_of(id));
        if load(self.conn(), kind, id)?.is_some() {
            return Err(StoreError::AlreadyThere { kind, id });
        }
        let fields = new_fields(record)?;
        self.put(kind, id, fields, SeenDots::new(), None, "create")
    }

    /// Writes fields of a record, having `seen` what was on screen (rule 4): the token the view was given. What
    /// was on screen and is payload again unchanged is no change.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::UnknownField`], [`StoreError::BadValue`],
    /// [`StoreError::WrittenOnce`], [`StoreError::TooLarge`], database errors.
    pub fn update(&mut self, kind: Kind, id: Uuid, patch: Fields, seen: &Seen) -> Result<()> {
        let row = load(self.conn(), kind, id)?.ok_or(StoreError::NotFound { kind, id })?;
        self.change(kind, id, patch, seen, row, &BTreeMap::new())
    }

    /// Writes fields the program itself works out from the record as it stands in this transaction (the
    /// performed day of a visit closed by its report). Never for what a person typed: they saw an earlier
    /// state, and [`Tx::update`] says which.
    ///
    /// # Errors
    /// As [`Tx::update`].
    pub fn update_as_shown(&mut self, kind: Kind, id: Uuid, patch: Fields) -> Result<()> {
        let row = load(self.conn(), kind, id)?.ok_or(StoreError::NotFound { kind, id })?;
        let seen = Seen::of(&row.state);
        self.change(kind, id, patch, &seen, row, &BTreeMap::new())
    }

    /// Says again what the hub rejected, naming it as seen, and gives the name of the new change. `named` are the
    /// changes payload again: their values may be replaced even where a field is written once. What somebody here
    /// wrote over it since and is among `waiting` stands: once freed, it would not know the new change, and the two
    /// would be told as a conflict nobody made.
    pub(crate) fn say_again(
        &mut self,
        rejected: Change,
        named: &BTreeMap<Dot, Option<Dot>>,
        waiting: &[Change],
    ) -> Result<Dot> {
        let Change {
            dot,
            mut seen,
            mut payload,
        } = rejected;
        let kind = Kind::from_code(&payload.kind).ok_or(StoreError::NotRejected)?;
        for (name, value) in &mut payload.patch {
            let dots = seen.entry(name.clone()).or_default();
            let again: Vec<Dot> = dots
                .iter()
                .filter_map(|seen| named.get(seen).copied().flatten())
                .chain([dot])
                .collect();
            dots.extend(again);
            let mut over = vec![dot];
            for later in waiting.iter().filter(|later| {
                later.payload.id == payload.id && later.payload.kind == payload.kind
            }) {
                let replaces = |seen: &Vec<Dot>| seen.iter().any(|dot| over.contains(dot));
                if let Some(newer) = later.payload.patch.get(name)
                    && later.seen.get(name).is_some_and(replaces)
                {
                    over.push(later.dot);
                    dots.push(later.dot);
                    value.clone_from(newer);
                }
            }
        }
        let new = self.next_dot();
        match load(self.conn(), kind, payload.id)? {
            None => self.put(kind, payload.id, payload.patch, seen, None, "retry")?,
            Some(row) => self.change(kind, payload.id, payload.patch, &Seen(seen), row, named)?,
        }
        Ok(new)
    }

    fn change(
        &mut self,
        kind: Kind,
        id: Uuid,
        mut patch: Fields,
        seen: &Seen,
        row: Row,
        naming: &BTreeMap<Dot, Option<Dot>>,
    ) -> Result<()> {
        let definition = kind.definition();
        if let Some(name) = patch.keys().find(|name| definition.field(name).is_none()) {
            return Err(StoreError::UnknownField {
                kind,
                field: name.clone(),
            });
        }
        check_values(kind, &patch)?;
        if naming.is_empty() {
            patch.retain(|name, value| !said_already(&row.state, name, value, seen));
        }
        if patch.is_empty() {
            return Ok(());
        }
        for field in definition
            .fields
            .iter()
            .filter(|field| field.class == MergeClass::Once && patch.contains_key(field.name))
        {
            let Some(held) = row.state.fields.get(field.name) else {
                continue;
            };
            if held.siblings.iter().any(|s| {
                !s.value.is_null()
                    && !naming
                        .values()
                        .flatten()
                        .chain(naming.keys())
                        .any(|dot| *dot == s.dot)
            }) {
                return Err(StoreError::WrittenOnce {
                    kind,
                    field: field.name,
                });
            }
        }
        let about = seen.about(patch.keys());
        self.put(
            kind,
            id,
            patch,
            about,
            Some(row),
            if naming.is_empty() { "update" } else { "retry" },
        )
    }

    fn put(
        &mut self,
        kind: Kind,
        id: Uuid,
        patch: Fields,
        seen: SeenDots,
        row: Option<Row>,
        action: &str,
    ) -> Result<()> {
        let mut clock = self.device.clock;
        let stamp = clock.tick(self.moment.ms);
        let payload = ChangePayload {
            stamp,
            tx: self.tx,
            schema: SCHEMA,
            actor: self.actor,
            kind: kind.code().to_owned(),
            id,
            patch,
        };
        let change = Change {
            dot: self.next_dot(),
            seen,
            payload,
        };
        let logged = Logged::write(&change)?;
        self.fits(logged.size())?;
        self.device.clock = clock;
        let written = self.put_down(kind, id, &change, logged, row, action);
        self.broken |= written.is_err();
        written
    }

    fn put_down(
        &mut self,
        kind: Kind,
        id: Uuid,
        change: &Change,
        logged: Logged,
        row: Option<Row>,
        action: &str,
    ) -> Result<()> {
        let conn = self.conn();
        self.device.last_hash = log::append(
            conn,
            change.dot.device,
            change.payload.tx,
            &logged,
            self.device.last_hash,
        )?;
        self.device.last_seq = change.dot.seq;
        self.bytes += logged.size();
        self.logged.push(logged);

        let (mut state, base, at_hub) = match row {
            // The first pending change of a record keeps the hub's state below it.
            Some(Row {
                state,
                state_text,
                pending: 0,
                at_hub,
                ..
            }) if at_hub != 0 => (state, Some(state_text), at_hub),
            Some(Row {
                state,
                base_text,
                at_hub,
                ..
            }) => (state, base_text, at_hub),
            None => (RecordState::default(), None, 0),
        };
        apply(&mut state, change, change.payload.stamp);
        let shown = save(
            conn,
            kind,
            id,
            &Save {
                state: &state,
                base: base.as_deref(),
                pending: change.dot.seq,
                at_hub,
            },
        )?;
        let patch = &change.payload.patch;
        if kind == Kind::Person && (Index::concerns(patch) || action == "create") {
            self.index.update(conn, id, Some(&shown))?;
        }
        self.dirty.note(kind, id, &shown, Some(patch));
        self.records.insert((kind, id));
        let names = patch
            .keys()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(",");
        self.note(action, Some(kind), Some(id), &names)
    }
}

fn empty(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty)
}

/// Whether `value` is what the writer had on screen, and is what still stands.
fn said_already(state: &RecordState, name: &str, value: &Value, seen: &Seen) -> bool {
    let held = state
        .fields
        .get(name)
        .filter(|field| !field.siblings.is_empty());
    let Some(field) = held else {
        return empty(value);
    };
    let mut on_screen = seen.0.get(name).cloned().unwrap_or_default();
    on_screen.sort_unstable();
    on_screen == field.dots() && field.siblings.iter().all(|s| s.value == *value)
}
