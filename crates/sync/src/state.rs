//! The state of a record: for each field, its siblings.

use std::collections::{BTreeMap, BTreeSet};

use jisr_domain::id::{DeviceId, StaffId};
use jisr_domain::record::{Definition, Fields, MergeClass};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::change::Dot;
use crate::clock::Stamp;

/// One value of a field, with the dot that wrote it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sibling {
    /// The change that wrote it.
    pub dot: Dot,
    /// When, for what is shown first.
    pub stamp: Stamp,
    /// By whom.
    pub actor: StaffId,
    /// The value; null is a value (a field emptied on purpose).
    pub value: Value,
}

/// A field: its siblings, and the dots a writer saw before their changes arrived (rule 5).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FieldState {
    /// Values not replaced by anybody who had seen them, in the order of their dots.
    pub siblings: Vec<Sibling>,
    /// Dots already seen and replaced whose changes have not arrived: they never become siblings.
    pub awaited: BTreeSet<Dot>,
}

impl FieldState {
    /// The value shown: for `strictest` the most protective, otherwise the newest stamp; ties by dot.
    pub fn shown(&self, class: MergeClass) -> Option<&Sibling> {
        match class {
            MergeClass::Strictest(strictness) => self
                .siblings
                .iter()
                .max_by_key(|s| (strictness.rank(&s.value), s.stamp, s.dot)),
            _ => self.siblings.iter().max_by_key(|s| (s.stamp, s.dot)),
        }
    }

    /// Whether two siblings say different things: a conflict (rule 3). Equal values collapse.
    pub fn in_conflict(&self) -> bool {
        self.siblings
            .first()
            .is_some_and(|first| self.siblings.iter().any(|s| s.value != first.value))
    }

    /// The dots on screen when this field is shown.
    pub fn dots(&self) -> Vec<Dot> {
        self.siblings.iter().map(|s| s.dot).collect()
    }
}

/// A record: its fields, and how far each device's changes to it have been applied.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "compact::Read")]
pub struct RecordState {
    /// For each device, the last of its changes applied to this record. A repeat below it changes nothing.
    pub context: BTreeMap<DeviceId, u64>,
    /// The fields.
    pub fields: BTreeMap<String, FieldState>,
}

impl RecordState {
    /// The values shown, declared fields only.
    pub fn shown(&self, definition: &Definition) -> Fields {
        definition
            .fields
            .iter()
            .filter_map(|field| {
                let shown = self.fields.get(field.name)?.shown(field.class)?;
                (!shown.value.is_null()).then(|| (field.name.to_owned(), shown.value.clone()))
            })
            .collect()
    }

    /// The declared fields in conflict.
    pub fn conflicts<'a>(
        &'a self,
        definition: &'a Definition,
    ) -> impl Iterator<Item = (&'static str, &'a FieldState)> {
        definition.fields.iter().filter_map(|field| {
            self.fields
                .get(field.name)
                .filter(|state| state.in_conflict())
                .map(|state| (field.name, state))
        })
    }

    /// Replaces the fields named by `newer`, and takes its context: what a feed row does to what is held
    /// (rule 16: only fields that moved are sent).
    pub fn overlay(&mut self, newer: RecordState) {
        self.fields.extend(newer.fields);
        for (device, seq) in newer.context {
            let held = self.context.entry(device).or_default();
            *held = (*held).max(seq);
        }
    }

    /// The latest stamp anywhere in it.
    pub fn latest(&self) -> Stamp {
        self.fields
            .values()
            .flat_map(|f| f.siblings.iter().map(|s| s.stamp))
            .max()
            .unwrap_or_default()
    }
}

/// The stored and sent form: writers once, then the values; most records have one writer for every field.
mod compact {
    use super::*;

    /// As read.
    #[derive(Deserialize)]
    pub struct Read {
        /// Writers: device, seq, stamp, actor.
        w: Vec<Writer>,
        /// Fields whose one value came from the first writer.
        #[serde(default)]
        v: BTreeMap<String, Value>,
        /// The other fields: (writer, value) for each sibling.
        #[serde(default)]
        f: BTreeMap<String, Vec<(usize, Value)>>,
        /// Awaited dots.
        #[serde(default)]
        a: BTreeMap<String, BTreeSet<Dot>>,
        /// Context beyond what the writers say.
        #[serde(default)]
        c: BTreeMap<DeviceId, u64>,
    }

    type Writer = (DeviceId, u64, Stamp, StaffId);

    /// The same, as written: nothing of the state is copied for it.
    #[derive(Default, Serialize)]
    struct Written<'s> {
        w: Vec<Writer>,
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        v: BTreeMap<&'s str, &'s Value>,
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        f: BTreeMap<&'s str, Vec<(usize, &'s Value)>>,
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        a: BTreeMap<&'s str, &'s BTreeSet<Dot>>,
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        c: BTreeMap<DeviceId, u64>,
    }

    impl Serialize for RecordState {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut written = Written::default();
            for (name, field) in &self.fields {
                if !field.awaited.is_empty() {
                    written.a.insert(name, &field.awaited);
                }
                let mut values = Vec::with_capacity(field.siblings.len());
                for s in &field.siblings {
                    let writer = (s.dot.device, s.dot.seq, s.stamp, s.actor);
                    // A record has a handful of writers: looking through them is quicker than a map.
                    let known = written.w.iter().position(|one| *one == writer);
                    let place = known.unwrap_or(written.w.len());
                    if known.is_none() {
                        written.w.push(writer);
                    }
                    values.push((place, &s.value));
                }
                match values.as_slice() {
                    [(0, value)] => {
                        written.v.insert(name, *value);
                    }
                    _ => {
                        written.f.insert(name, values);
                    }
                }
            }
            let told = told(&written.w);
            written.c = self
                .context
                .iter()
                .filter(|(device, seq)| told.get(device) != Some(seq))
                .map(|(device, seq)| (*device, *seq))
                .collect();
            written.serialize(serializer)
        }
    }

    impl From<Read> for RecordState {
        fn from(compact: Read) -> Self {
            let mut state = RecordState {
                context: told(&compact.w),
                fields: BTreeMap::new(),
            };
            state.context.extend(compact.c);
            let sibling = |place: usize, value: Value| {
                compact
                    .w
                    .get(place)
                    .map(|(device, seq, stamp, actor)| Sibling {
                        dot: Dot {
                            device: *device,
                            seq: *seq,
                        },
                        stamp: *stamp,
                        actor: *actor,
                        value,
                    })
            };
            for (name, value) in compact.v {
                state
                    .fields
                    .entry(name)
                    .or_default()
                    .siblings
                    .extend(sibling(0, value));
            }
            for (name, values) in compact.f {
                let field = state.fields.entry(name).or_default();
                field.siblings.extend(
                    values
                        .into_iter()
                        .filter_map(|(place, value)| sibling(place, value)),
                );
                field.siblings.sort_by_key(|s| s.dot);
            }
            for (name, awaited) in compact.a {
                state.fields.entry(name).or_default().awaited = awaited;
            }
            state
        }
    }

    fn told(writers: &[Writer]) -> BTreeMap<DeviceId, u64> {
        let mut context = BTreeMap::new();
        for (device, seq, ..) in writers {
            let held: &mut u64 = context.entry(*device).or_default();
            *held = (*held).max(*seq);
        }
        context
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_written_is_short_is_read_back_whole_and_is_written_the_same_again() {
        let (amina, youssef) = (
            "00000000-0000-0000-0000-00000000000a",
            "00000000-0000-0000-0000-00000000000b",
        );
        let staff = "00000000-0000-0000-0000-000000000005";
        for text in [
            // One writer said everything.
            format!(
                r#"{{"w":[["{amina}",17,116352,"{staff}"]],"v":{{"given_name_ar":"أمينة","languages":["ar"]}}}}"#
            ),
            // A conflict, a field emptied, a value of a later writer, one awaited, and a context beyond the writers.
            format!(
                r#"{{"w":[["{youssef}",4,116353,"{staff}"],["{amina}",17,116352,"{staff}"]],"v":{{"address":"حي السلام"}},"f":{{"phone":[[1,"+212612345678"],[0,"+212698765432"]],"sex":[[1,null]]}},"a":{{"address":[["{amina}",19]]}},"c":{{"{amina}":21}}}}"#
            ),
            r#"{"w":[]}"#.to_owned(),
        ] {
            let state: RecordState = serde_json::from_str(&text).unwrap();
            assert_eq!(serde_json::to_string(&state).unwrap(), text);
        }
        let both: RecordState = serde_json::from_str(&format!(
            r#"{{"w":[["{amina}",17,1,"{staff}"],["{youssef}",4,2,"{staff}"]],"f":{{"phone":[[0,"1"],[1,"2"]]}}}}"#
        ))
        .unwrap();
        assert!(both.fields["phone"].in_conflict());
        assert_eq!(both.context.len(), 2);
    }
}
