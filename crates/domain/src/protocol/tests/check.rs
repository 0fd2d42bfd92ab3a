use super::*;
use crate::person::SafeContact;

fn broken(change: impl FnOnce(&mut ProtocolDefinition)) -> Vec<ProtocolError> {
    let mut definition = violence().clone();
    change(&mut definition);
    definition.check().unwrap_err()
}

fn step<'a>(definition: &'a mut ProtocolDefinition, id: &str) -> &'a mut StepDefinition {
    definition
        .steps
        .iter_mut()
        .find(|step| step.id == id)
        .unwrap()
}

#[test]
fn a_missing_language_is_refused() {
    let errors = broken(|d| step(d, "shelter").title.fr = " ".to_owned());
    assert_eq!(errors, [ProtocolError::EmptyLabel("shelter".to_owned())]);
}

#[test]
fn two_steps_of_one_name_are_refused() {
    let errors = broken(|d| d.steps.push(d.steps[0].clone()));
    assert_eq!(
        errors,
        [ProtocolError::Duplicate("reception_listening".to_owned())]
    );
}

#[test]
fn a_trigger_on_a_step_or_an_outcome_that_is_not_there_is_refused() {
    let errors = broken(|d| {
        step(d, "shelter").trigger = Trigger::After {
            step: "plan".to_owned(),
        }
    });
    let expected = ProtocolError::UnknownStep {
        step: "shelter".to_owned(),
        names: "plan".to_owned(),
    };
    assert_eq!(errors, [expected]);

    let on = |outcome: &str| Trigger::Outcome {
        step: "shelter".to_owned(),
        outcome: outcome.to_owned(),
    };
    let errors = broken(|d| step(d, "psychological_support").trigger = on("flown"));
    assert!(
        matches!(errors[..], [ProtocolError::UnknownOutcome { .. }]),
        "{errors:?}"
    );
    let errors = broken(|d| step(d, "psychological_support").trigger = on("no_place"));
    assert!(
        matches!(errors[..], [ProtocolError::OutcomeEndsNothing { .. }]),
        "{errors:?}"
    );

    let mut fine = violence().clone();
    step(&mut fine, "psychological_support").trigger = on(DECLINED);
    assert_eq!(fine.check(), Ok(()), "every step may be declined");
}

#[test]
fn steps_waiting_for_one_another_are_refused() {
    let errors = broken(|d| {
        step(d, "danger_assessment").trigger = Trigger::After {
            step: "safety_plan".to_owned(),
        }
    });
    assert!(
        errors.contains(&ProtocolError::Cycle("safety_plan".to_owned())),
        "{errors:?}"
    );
    assert!(
        errors.contains(&ProtocolError::Cycle("follow_up_review".to_owned())),
        "{errors:?}"
    );
}

#[test]
fn conditions_must_compile_and_read_only_what_a_case_offers() {
    let with = |source: &str| broken(|d| step(d, "shelter").condition = Some(source.to_owned()));
    assert!(matches!(
        with("person.age >")[..],
        [ProtocolError::Condition { .. }]
    ));
    assert!(matches!(with("")[..], [ProtocolError::Condition { .. }]));
    let unknown = ProtocolError::UnknownVariable {
        step: "shelter".to_owned(),
        variable: "husband".to_owned(),
    };
    assert_eq!(with("husband.income < 1"), [unknown]);
    assert!(matches!(
        with("outcomes.horoscope == \"good\"")[..],
        [ProtocolError::UnknownStep { .. }]
    ));

    let mut fine = violence().clone();
    step(&mut fine, "shelter").condition =
        Some("[case.case_type].exists(one, one == \"elderly\")".to_owned());
    assert_eq!(fine.check(), Ok(()));
}

#[test]
fn windows_must_be_in_order() {
    let window = Window {
        start_days: 5,
        due_days: 2,
        end_days: 9,
    };
    assert_eq!(
        broken(|d| step(d, "shelter").window = Some(window)),
        [ProtocolError::Window("shelter".to_owned())]
    );
}

#[test]
fn what_others_do_is_never_mandatory_and_names_who_is_awaited() {
    let errors = broken(|d| {
        step(d, "complaint").mandatory = true;
        step(d, "complaint").partner_type = None;
    });
    assert!(errors.contains(&ProtocolError::MandatoryWait("complaint".to_owned())));
    assert!(errors.contains(&ProtocolError::NobodyAwaited("complaint".to_owned())));
}

#[test]
fn a_protocol_is_never_more_open_than_the_cases_it_is_for() {
    let errors = broken(|d| d.confidentiality = crate::case::Confidentiality::Ordinary);
    assert_eq!(errors, [ProtocolError::TooOpen("woman_victim_of_violence")]);
}

#[test]
fn the_outcomes_of_every_step_are_not_redefined() {
    let errors = broken(|d| step(d, "shelter").outcomes[0].code = DECLINED.to_owned());
    assert!(
        matches!(errors[..], [ProtocolError::ReservedOutcome { .. }]),
        "{errors:?}"
    );
}

#[test]
fn how_the_step_on_being_reached_ends_is_an_answer_of_the_card() {
    let errors = broken(|d| step(d, "safe_contact").outcomes[0].code = "perhaps".to_owned());
    assert_eq!(
        errors,
        [ProtocolError::NoAnswer(
            "safe_contact".to_owned(),
            "perhaps".to_owned()
        )]
    );
    let safe = violence().step("safe_contact").unwrap();
    for answer in [SafeContact::Yes, SafeContact::Hours, SafeContact::No] {
        let outcome = safe.saying(answer).unwrap();
        assert_eq!(safe.safe_contact(&outcome.code), Some(answer));
    }
    let other = violence().step("shelter").unwrap();
    assert_eq!(other.safe_contact("no_contact"), None);
}

#[test]
fn a_step_that_nothing_ends_or_a_reference_to_nothing_is_refused() {
    let errors = broken(|d| step(d, "shelter").outcomes.retain(|outcome| !outcome.done));
    assert!(errors.contains(&ProtocolError::NeverDone("shelter".to_owned())));
    let errors = broken(|d| step(d, "shelter").legal = Some("law_0".to_owned()));
    assert!(matches!(errors[..], [ProtocolError::UnknownLegal { .. }]));
}

#[test]
fn a_file_that_is_no_protocol_says_so() {
    assert!(matches!(
        parse("{\"id\": 3}").unwrap_err()[..],
        [ProtocolError::Unreadable(_)]
    ));
}

#[test]
fn a_condition_that_asks_what_no_case_answers_is_refused() {
    let errors = broken(|d| step(d, "shelter").condition = Some("person.agee < 18".to_owned()));
    let expected = ProtocolError::UnknownVariable {
        step: "shelter".to_owned(),
        variable: "person.agee".to_owned(),
    };
    assert_eq!(errors, [expected]);
    let mut fine = violence().clone();
    let known = "has(person.age) && person.age < 18 && case.case_type == 'elderly'";
    step(&mut fine, "shelter").condition = Some(known.to_owned());
    assert_eq!(fine.check(), Ok(()));
}
