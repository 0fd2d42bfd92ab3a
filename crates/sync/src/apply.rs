//! `apply(state, change)`: the one function that changes a record, at the hub and on every device.

use crate::change::Change;
use crate::clock::Stamp;
use crate::state::{RecordState, Sibling};

/// Applies `change` to `state`, showing it at `stamp` (the device's own, or what the hub bounded it to).
///
/// Changes of one device must come in their order; a repeat changes nothing. A field drops the dots its writer
/// had on screen and takes the new value (rule 3); a dot seen before its change arrived never becomes a
/// sibling (rule 5).
pub fn apply(state: &mut RecordState, change: &Change, stamp: Stamp) {
    let dot = change.dot;
    if state
        .context
        .get(&dot.device)
        .is_some_and(|last| dot.seq <= *last)
    {
        return;
    }
    for (name, value) in &change.payload.patch {
        let field = state.fields.entry(name.clone()).or_default();
        for seen in change.seen.get(name).into_iter().flatten() {
            let before = field.siblings.len();
            field.siblings.retain(|s| s.dot != *seen);
            let arrived = state
                .context
                .get(&seen.device)
                .is_some_and(|last| seen.seq <= *last);
            if field.siblings.len() == before && !arrived && *seen != dot {
                field.awaited.insert(*seen);
            }
        }
        if !field.awaited.remove(&dot) {
            field.siblings.push(Sibling {
                dot,
                stamp,
                actor: change.payload.actor,
                value: value.clone(),
            });
            field.siblings.sort_by_key(|s| s.dot);
        }
    }
    state.context.insert(dot.device, dot.seq);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeMap;

    use jisr_domain::id::{DeviceId, StaffId};
    use jisr_domain::record::{MergeClass, Strictness};
    use proptest::prelude::*;
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::change::{ChangePayload, Dot};

    fn dot(device: u128, seq: u64) -> Dot {
        Dot {
            device: DeviceId(Uuid::from_u128(device)),
            seq,
        }
    }
    fn change(at: Dot, value: &str, seen: &[Dot]) -> Change {
        Change {
            dot: at,
            seen: BTreeMap::from([("phone".to_owned(), seen.to_vec())]),
            payload: ChangePayload {
                stamp: Stamp(at.seq * 100 + at.device.0.as_u128() as u64),
                tx: Uuid::from_u128(u128::from(at.seq)),
                schema: 1,
                actor: StaffId(at.device.0),
                kind: "person".to_owned(),
                id: Uuid::nil(),
                patch: BTreeMap::from([("phone".to_owned(), json!(value))]),
            },
        }
    }
    fn run(changes: &[Change]) -> RecordState {
        let mut state = RecordState::default();
        for change in changes {
            apply(&mut state, change, change.payload.stamp);
        }
        state
    }
    fn values(state: &RecordState) -> Vec<&str> {
        state.fields["phone"]
            .siblings
            .iter()
            .map(|s| s.value.as_str().unwrap())
            .collect()
    }

    #[test]
    fn rule_1_a_stamp_orders_what_is_shown_and_decides_nothing_else() {
        let yesterday = |mut change: Change| {
            change.payload.stamp = Stamp(1);
            change
        };
        // Written by a clock far behind: it replaces what it saw all the same.
        let state = run(&[
            change(dot(1, 1), "0611", &[]),
            yesterday(change(dot(2, 1), "0612", &[dot(1, 1)])),
        ]);
        assert_eq!(values(&state), ["0612"]);
        // Not having seen it, it drops nothing, and only comes second.
        let state = run(&[
            change(dot(1, 1), "0611", &[]),
            yesterday(change(dot(2, 1), "0612", &[])),
        ]);
        assert_eq!(values(&state), ["0611", "0612"]);
        let shown = state.fields["phone"].shown(MergeClass::Latest).unwrap();
        assert_eq!(shown.value, "0611");
    }

    #[test]
    fn rule_3_values_written_without_seeing_each_other_stay_side_by_side_until_somebody_who_saw_both_writes()
     {
        let first = change(dot(1, 1), "0611", &[]);
        let mut state = run(&[
            first,
            change(dot(1, 2), "0612", &[dot(1, 1)]),
            change(dot(2, 1), "0613", &[dot(1, 1)]),
        ]);
        assert_eq!(values(&state), ["0612", "0613"]);
        assert!(state.fields["phone"].in_conflict());
        let choice = change(dot(2, 2), "0613", &[dot(1, 2), dot(2, 1)]);
        apply(&mut state, &choice, choice.payload.stamp);
        assert_eq!(values(&state), ["0613"]);
    }

    #[test]
    fn rule_3_equal_values_collapse_for_display_only() {
        let state = run(&[
            change(dot(1, 1), "0611", &[]),
            change(dot(2, 1), "0611", &[]),
        ]);
        assert_eq!(values(&state).len(), 2);
        assert!(!state.fields["phone"].in_conflict());
    }

    #[test]
    fn rule_5_a_value_seen_and_replaced_before_it_arrived_never_comes_back() {
        let late = change(dot(1, 1), "0611", &[]);
        let replaced = change(dot(2, 1), "0612", &[dot(1, 1)]);
        assert_eq!(values(&run(&[replaced, late])), ["0612"]);
    }

    #[test]
    fn rule_6_the_most_protective_sibling_is_in_force_whatever_its_stamp() {
        let mut state = run(&[change(dot(1, 9), "no", &[]), change(dot(2, 1), "yes", &[])]);
        let class = MergeClass::Strictest(Strictness::Reachability);
        assert_eq!(state.fields["phone"].shown(class).unwrap().value, "no");
        let lowered = change(dot(2, 2), "yes", &[dot(1, 9), dot(2, 1)]);
        apply(&mut state, &lowered, lowered.payload.stamp);
        assert_eq!(state.fields["phone"].shown(class).unwrap().value, "yes");
    }

    #[test]
    fn rule_9_a_repeat_changes_nothing() {
        let changes = [
            change(dot(1, 1), "0611", &[]),
            change(dot(1, 2), "0612", &[dot(1, 1)]),
        ];
        let once = run(&changes);
        let twice = run(&[
            changes[0].clone(),
            changes[1].clone(),
            changes[0].clone(),
            changes[1].clone(),
        ]);
        assert_eq!(once, twice);
    }

    /// Writers 1–3, each seeing what it wrote itself and, at random, what others wrote.
    fn histories() -> impl Strategy<Value = Vec<Vec<Change>>> {
        prop::collection::vec(
            prop::collection::vec((0..3u64, 0..3u64, any::<bool>()), 0..5),
            3,
        )
        .prop_map(|devices| {
            (1u128..)
                .zip(devices)
                .map(|(device, writes)| {
                    (1u64..)
                        .zip(writes)
                        .map(|(seq, (one, two, own))| {
                            let mut seen = vec![
                                dot(device % 3 + 1, one + 1),
                                dot((device + 1) % 3 + 1, two + 1),
                            ];
                            if own && seq > 1 {
                                seen.push(dot(device, seq - 1));
                            }
                            change(dot(device, seq), &format!("{device}.{seq}"), &seen)
                        })
                        .collect()
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn any_interleaving_of_devices_gives_the_same_state(history in histories(), picks in prop::collection::vec(0..3usize, 0..40)) {
            let straight = run(&history.concat());
            let mut queues: Vec<std::collections::VecDeque<_>> = history.iter().cloned().map(Into::into).collect();
            let mut order = Vec::new();
            for pick in picks {
                order.extend(queues[pick].pop_front());
            }
            order.extend(queues.into_iter().flatten());
            prop_assert_eq!(run(&order), straight);
        }

        #[test]
        fn the_stored_form_reads_back_the_same(history in histories()) {
            let state = run(&history.concat());
            let text = serde_json::to_string(&state).unwrap();
            prop_assert_eq!(serde_json::from_str::<RecordState>(&text).unwrap(), state);
        }
    }
}
