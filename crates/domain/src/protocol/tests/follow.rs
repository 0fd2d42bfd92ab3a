use super::*;
use crate::due::{DueState, DueWindow, due_state};

fn follow(events: &[StepEvent]) -> InstanceState {
    fold(violence(), day(1), &nothing_known(), events)
}

#[test]
fn the_day_the_case_opens_amina_sees_listening_first_and_nothing_awaited() {
    let state = follow(&[]);
    assert_eq!(state.next.as_deref(), Some("reception_listening"));
    assert_eq!(status(&state, "safe_contact"), StepStatus::Open);
    assert_eq!(status(&state, "complaint"), StepStatus::Later);
    assert_eq!((state.done_count, state.total_count), (0, 13));
    assert!(
        state
            .steps
            .iter()
            .all(|step| step.status != StepStatus::Waiting)
    );
}

#[test]
fn windows_count_from_the_day_the_previous_step_ended_and_are_suggestions() {
    let state = follow(&[done("e1", "reception_listening", "listened", 3)]);
    let window = state
        .step("rights_legal_aid")
        .unwrap()
        .window
        .clone()
        .unwrap();
    assert_eq!(
        window,
        DueWindow {
            start: day(4),
            due: day(6),
            end: Some(day(10)),
            suggested: true
        }
    );
    assert_eq!(due_state(&window, day(11)), DueState::Overdue);
}

#[test]
fn a_woman_who_declines_an_examination_is_not_asked_for_a_certificate_and_goes_on() {
    let state = follow(&[
        done("e1", "reception_listening", "listened", 1),
        event("e2", "hospital_accompaniment", StepEventType::Declined, 1),
    ]);
    assert_eq!(
        status(&state, "hospital_accompaniment"),
        StepStatus::Declined
    );
    assert_eq!(
        state
            .step("hospital_accompaniment")
            .unwrap()
            .outcome
            .as_deref(),
        Some(DECLINED)
    );
    assert_eq!(status(&state, "medical_certificate"), StepStatus::Skipped);
    assert_eq!(status(&state, "danger_assessment"), StepStatus::Open);
    assert_eq!(status(&state, "psychological_support"), StepStatus::Open);
}

#[test]
fn no_complaint_means_no_court_steps_and_they_do_not_count() {
    let state = follow(&[
        done("e1", "reception_listening", "listened", 1),
        done("e2", "rights_legal_aid", "informed_no_proceedings", 2),
    ]);
    assert_eq!(status(&state, "court_accompaniment"), StepStatus::Skipped);
    assert_eq!(
        status(&state, "complaint"),
        StepStatus::Skipped,
        "what follows a skipped step is decided too"
    );
    assert_eq!((state.done_count, state.total_count), (2, 11));
}

#[test]
fn a_complaint_is_awaited_from_the_court_and_comes_after_what_the_center_can_do() {
    let mut events = vec![
        done("e1", "reception_listening", "listened", 1),
        done("e2", "rights_legal_aid", "wants_complaint", 1),
        done("e3", "court_accompaniment", "accompanied", 2),
    ];
    let mut state = follow(&events);
    assert_eq!(status(&state, "complaint"), StepStatus::Waiting);
    while let Some(open) = state
        .steps
        .iter()
        .find(|step| step.status == StepStatus::Open)
    {
        assert_ne!(state.next.as_deref(), Some("complaint"));
        let id = format!("n{}", events.len());
        events.push(event(&id, &open.step, StepEventType::NotPossible, 3));
        state = follow(&events);
    }
    assert_eq!(
        state.next.as_deref(),
        Some("complaint"),
        "only the court's answer is left"
    );
}

#[test]
fn schooling_is_skipped_only_when_it_is_known_that_there_are_no_children() {
    let with = |facts: serde_json::Value| {
        let state = fold(violence(), day(1), &facts, &[]);
        status(&state, "children_schooling")
    };
    assert_eq!(with(json!({})), StepStatus::Later);
    assert_eq!(
        with(json!({"person": {"has_children": true}})),
        StepStatus::Later
    );
    assert_eq!(
        with(json!({"person": {"has_children": false}})),
        StepStatus::Skipped
    );
    assert_eq!(
        with(json!({"person": {"has_children": "perhaps"}})),
        StepStatus::Later
    );
}

#[test]
fn ages_compare_as_whole_numbers() {
    let homeless = find("homeless_mobile_emergency", 1).unwrap();
    let with = |facts: serde_json::Value| {
        status(
            &fold(homeless, day(1), &facts, &[]),
            "child_protection_report",
        )
    };
    assert_eq!(with(json!({"person": {"age": 15}})), StepStatus::Open);
    assert_eq!(with(json!({"person": {"age": 18}})), StepStatus::Skipped);
    assert_eq!(
        with(json!({})),
        StepStatus::Skipped,
        "the protocol asks for a known age"
    );
}

#[test]
fn finding_no_place_leaves_the_shelter_open_and_is_remembered() {
    let state = follow(&[
        done("e1", "reception_listening", "listened", 1),
        done("e2", "danger_assessment", "high", 1),
        done("e3", "safety_plan", "shelter_needed", 1),
        done("e4", "shelter", "no_place", 1),
        done("e5", "shelter", "no_place", 2),
        done("e6", "safe_contact", "safe", 2),
    ]);
    let shelter = state.step("shelter").unwrap();
    assert_eq!((shelter.status, shelter.attempts), (StepStatus::Open, 2));
    assert_eq!(shelter.outcome.as_deref(), Some("no_place"));
    assert_eq!(shelter.settled_on, None);
    assert_eq!(
        state.next.as_deref(),
        Some("shelter"),
        "urgent, and the oldest day"
    );
}

#[test]
fn a_step_put_off_is_due_on_the_new_day_only() {
    let mut postponed = event("e2", "psychological_support", StepEventType::Postponed, 3);
    postponed.until = Some(day(20));
    let state = follow(&[done("e1", "reception_listening", "listened", 1), postponed]);
    let step = state.step("psychological_support").unwrap();
    assert_eq!(step.status, StepStatus::Open);
    assert_eq!(step.window, Some(DueWindow::on(day(20))));
}

#[test]
fn a_corrected_event_no_longer_counts_and_leaves_no_contradiction() {
    let wrong = done("e2", "danger_assessment", "low", 1);
    let right = StepEvent {
        corrects: Some("e2".to_owned()),
        ..done("e3", "danger_assessment", "high", 2)
    };
    let state = follow(&[
        done("e1", "reception_listening", "listened", 1),
        right,
        wrong,
    ]);
    assert_eq!(
        state.step("danger_assessment").unwrap().outcome.as_deref(),
        Some("high")
    );
    assert!(state.contradictions.is_empty());
}

#[test]
fn what_was_ended_by_mistake_is_as_if_nobody_had_touched_it() {
    let mistake = done("e2", "complaint", "closed", 5);
    let undo = StepEvent {
        corrects: Some("e2".to_owned()),
        ..event("e3", "complaint", StepEventType::Reopened, 6)
    };
    assert_eq!(follow(&[mistake, undo]), follow(&[]));
}

#[test]
fn a_step_taken_up_again_has_a_new_window() {
    let events = [
        done("e1", "reception_listening", "listened", 1),
        done("e2", "rights_legal_aid", "informed_no_proceedings", 2),
        event("e3", "rights_legal_aid", StepEventType::Reopened, 15),
    ];
    let state = follow(&events);
    let step = state.step("rights_legal_aid").unwrap();
    assert_eq!(
        (step.status, step.opened_on),
        (StepStatus::Open, Some(day(15)))
    );
    assert_eq!(step.window.as_ref().unwrap().due, day(18));
    assert_eq!(
        status(&state, "court_accompaniment"),
        StepStatus::Later,
        "she may still decide to complain"
    );
}

#[test]
fn two_laptops_that_disagree_are_reported_and_the_latest_stands() {
    let amina = done("e2", "safety_plan", "safe_at_home", 3);
    let khadija = StepEvent {
        by: "khadija".to_owned(),
        ..event("e3", "safety_plan", StepEventType::Declined, 4)
    };
    let state = follow(&[amina, khadija]);
    let plan = state.step("safety_plan").unwrap();
    assert_eq!(plan.status, StepStatus::Declined);
    assert_eq!(plan.settled_by.as_deref(), Some("khadija"));
    assert_eq!(plan.contradictions, ["e2", "e3"]);
    assert_eq!(state.contradictions, ["safety_plan"]);
}

#[test]
fn two_laptops_that_agree_are_no_contradiction_and_reopening_settles_one() {
    let agree = [
        done("e2", "safety_plan", "safe_at_home", 3),
        done("e3", "safety_plan", "safe_at_home", 3),
    ];
    assert!(follow(&agree).contradictions.is_empty());
    let settled = [
        done("e2", "safety_plan", "safe_at_home", 3),
        event("e3", "safety_plan", StepEventType::Declined, 4),
        event("e4", "safety_plan", StepEventType::Reopened, 5),
        done("e5", "safety_plan", "shelter_needed", 5),
    ];
    assert!(follow(&settled).contradictions.is_empty());
}

#[test]
fn events_of_steps_from_a_newer_version_are_kept_and_change_nothing() {
    let state = follow(&[done("e9", "drone_delivery", "landed", 2)]);
    assert_eq!(state.unknown_events, ["e9"]);
    assert_eq!(
        InstanceState {
            unknown_events: Vec::new(),
            ..state
        },
        follow(&[])
    );
}

#[test]
fn an_outcome_from_a_newer_version_ends_the_step() {
    let state = follow(&[done(
        "e1",
        "reception_listening",
        "heard_with_interpreter",
        1,
    )]);
    assert_eq!(status(&state, "reception_listening"), StepStatus::Done);
    assert_eq!(status(&state, "danger_assessment"), StepStatus::Open);
}

#[test]
fn a_certificate_obtained_before_coming_counts_and_makes_nothing_late() {
    let early = done("e1", "hospital_accompaniment", "already_examined", 1);
    let state = fold(violence(), day(10), &nothing_known(), &[early]);
    let certificate = state.step("medical_certificate").unwrap();
    assert_eq!(certificate.status, StepStatus::Waiting);
    assert_eq!(certificate.opened_on, Some(day(10)));
}

#[test]
fn a_date_in_the_facts_opens_a_step_when_it_is_known() {
    let mut definition = violence().clone();
    let step = definition
        .steps
        .iter_mut()
        .find(|step| step.id == "follow_up_review")
        .unwrap();
    step.trigger = Trigger::Date {
        answer: "case.hearing_on".to_owned(),
    };
    assert_eq!(definition.check(), Ok(()));
    let with = |facts| {
        fold(&definition, day(1), &facts, &[])
            .step("follow_up_review")
            .unwrap()
            .clone()
    };
    assert_eq!(with(json!({})).status, StepStatus::Later);
    assert_eq!(
        with(json!({"case": {"hearing_on": "soon"}})).status,
        StepStatus::Later
    );
    let known = with(json!({"case": {"hearing_on": "2026-11-08"}}));
    assert_eq!(
        (known.status, known.opened_on),
        (StepStatus::Open, Some(day(8)))
    );
}

#[test]
fn a_family_return_passes_over_the_placement_and_still_reaches_the_review() {
    let homeless = find("homeless_mobile_emergency", 1).unwrap();
    let events = [
        done("e1", "street_encounter", "accepts_help", 1),
        done("e2", "emergency_shelter", "sheltered", 1),
        done("e3", "social_listening", "assessed", 2),
        done("e4", "family_search", "family_found", 5),
        done("e5", "family_mediation", "return_agreed", 9),
    ];
    let state = fold(homeless, day(1), &nothing_known(), &events);
    assert_eq!(status(&state, "placement"), StepStatus::Skipped);
    assert_eq!(status(&state, "return_follow_up"), StepStatus::Open);
    assert_eq!(state.step("review").unwrap().opened_on, Some(day(9)));
}

#[test]
fn a_circle_that_was_never_checked_hangs_nothing() {
    let mut definition = violence().clone();
    for (step, after) in [
        ("danger_assessment", "safety_plan"),
        ("safety_plan", "danger_assessment"),
    ] {
        let step = definition.steps.iter_mut().find(|s| s.id == step).unwrap();
        step.trigger = Trigger::After {
            step: after.to_owned(),
        };
    }
    let state = fold(&definition, day(1), &nothing_known(), &[]);
    assert_eq!(status(&state, "safety_plan"), StepStatus::Later);
}
