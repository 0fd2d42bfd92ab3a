use proptest::prelude::*;

use super::*;

fn some_event(n: usize) -> impl Strategy<Value = StepEvent> {
    let steps: Vec<String> = violence()
        .steps
        .iter()
        .map(|step| step.id.clone())
        .chain(["from_a_newer_version".to_owned()])
        .collect();
    let outcomes: Vec<String> = violence()
        .steps
        .iter()
        .flat_map(|step| step.outcomes.iter().map(|outcome| outcome.code.clone()))
        .chain([DECLINED.to_owned(), "unheard_of".to_owned()])
        .collect();
    let kinds = [
        StepEventType::Started,
        StepEventType::Waiting,
        StepEventType::Done,
        StepEventType::Declined,
        StepEventType::NotPossible,
        StepEventType::Postponed,
        StepEventType::Reopened,
    ];
    (
        prop::sample::select(steps),
        prop::sample::select(kinds.to_vec()),
        // Few days, so that several laptops write at the very same instant.
        1..5_u32,
        prop::option::of(prop::sample::select(outcomes)),
        prop::option::of(1..28_u32),
        prop::option::weighted(0.3, 0..14_usize),
    )
        .prop_map(
            move |(step, kind, on, outcome, until, corrects)| StepEvent {
                outcome,
                until: until.map(day),
                corrects: corrects.map(|n| format!("e{n}")),
                ..event(&format!("e{n}"), &step, kind, on)
            },
        )
}

fn arrivals() -> impl Strategy<Value = (Vec<StepEvent>, Vec<StepEvent>)> {
    (0..12_usize)
        .prop_flat_map(|count| (0..count).map(some_event).collect::<Vec<_>>())
        .prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle()))
}

proptest! {
    #[test]
    fn the_order_in_which_events_arrive_changes_nothing((sent, received) in arrivals()) {
        let facts = nothing_known();
        prop_assert_eq!(fold(violence(), day(1), &facts, &sent), fold(violence(), day(1), &facts, &received));
    }

    #[test]
    fn an_event_received_twice_counts_once((sent, received) in arrivals()) {
        let facts = nothing_known();
        let twice: Vec<StepEvent> = sent.iter().chain(&received).cloned().collect();
        prop_assert_eq!(fold(violence(), day(1), &facts, &twice), fold(violence(), day(1), &facts, &sent));
    }

    #[test]
    fn counts_and_next_always_agree_with_the_steps((events, _) in arrivals()) {
        let state = fold(violence(), day(1), &nothing_known(), &events);
        prop_assert_eq!(state.steps.len(), violence().steps.len());
        prop_assert!(state.done_count <= state.total_count);
        let active = state.steps.iter().any(|step| step.status.active());
        prop_assert_eq!(state.next.is_some(), active);
        for step in &state.steps {
            prop_assert_eq!(step.settled_on.is_some(), step.status.ended());
            prop_assert!(!step.status.active() || step.opened_on.is_some());
        }
    }
}
