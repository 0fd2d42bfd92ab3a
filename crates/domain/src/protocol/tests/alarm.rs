use super::*;

fn raised(protocol: &str, events: &[StepEvent]) -> Vec<String> {
    let definition = find(protocol, 1).unwrap();
    let state = fold(definition, day(1), &nothing_known(), events);
    definition
        .alarms(&state)
        .iter()
        .map(|(step, outcome, _)| format!("{}:{}", step.id, outcome.code))
        .collect()
}

#[test]
fn a_high_danger_stands_until_it_is_assessed_again_or_said_to_be_over() {
    let violence = |events: &[StepEvent]| raised("woman_victim_of_violence", events);
    let high = done("e1", "danger_assessment", "high", 2);
    let safe_at_home = done("e2", "safety_plan", "safe_at_home", 3);
    assert!(violence(&[done("e1", "danger_assessment", "medium", 2)]).is_empty());
    assert_eq!(
        violence(&[high.clone(), safe_at_home.clone()]),
        ["danger_assessment:high"]
    );

    let again = event("e3", "danger_assessment", StepEventType::Reopened, 4);
    let low = done("e4", "danger_assessment", "low", 5);
    assert!(violence(&[high.clone(), again, low]).is_empty());

    let over = done("e5", "follow_up_review", "danger_gone", 9);
    let better = done("e5", "follow_up_review", "improving", 9);
    let remains = done("e5", "follow_up_review", "danger_remains", 9);
    assert!(violence(&[high.clone(), over]).is_empty());
    assert_eq!(
        violence(&[high.clone(), better]),
        ["danger_assessment:high"]
    );
    assert_eq!(
        violence(&[high, remains]),
        ["danger_assessment:high", "follow_up_review:danger_remains"]
    );
}

#[test]
fn an_urgent_need_stands_until_what_it_opened_ended() {
    let family = |events: &[StepEvent]| raised("family_extreme_precarity", events);
    let urgent = done("e1", "reception_listening", "urgent_need", 1);
    let none_left = done("e2", "urgent_aid_in_kind", "out_of_stock", 2);
    let delivered = done("e3", "urgent_aid_in_kind", "delivered", 3);
    let standing = ["reception_listening:urgent_need"];
    assert_eq!(family(std::slice::from_ref(&urgent)), standing);
    assert_eq!(family(&[urgent.clone(), none_left]), standing);
    assert!(family(&[urgent, delivered]).is_empty());
}

#[test]
fn whether_she_may_be_reached_is_told_by_her_card_alone() {
    let told = raised(
        "woman_victim_of_violence",
        &[done("e1", "safe_contact", "no_contact", 2)],
    );
    assert!(told.is_empty(), "{told:?}");
}
