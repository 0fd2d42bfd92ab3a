#![allow(clippy::unwrap_used, clippy::panic)]

use super::library::SOURCES;
use super::*;
use crate::case::CaseType;

#[test]
fn every_shipped_form_passes_its_check_and_is_named_after_what_it_holds() {
    for (name, source) in SOURCES {
        match parse(source) {
            Ok(form) => assert_eq!(format!("{}.v{}", form.id, form.version), *name),
            Err(errors) => panic!("{name}: {errors:#?}"),
        }
    }
    assert_eq!(library().len(), SOURCES.len());
}

#[test]
fn each_of_the_fifteen_groups_has_its_form() {
    for group in CaseType::ALL {
        assert_eq!(current(*group).unwrap().group, *group, "{group:?}");
    }
    assert!(find("elderly", 99).is_none());
}

fn answer(question: &str, values: &[&str]) -> Answer {
    Answer {
        question: question.into(),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        unknown: false,
    }
}

#[test]
fn an_answer_answers_its_question_and_not_knowing_is_an_answer() {
    let form = current(CaseType::WomanVictimOfViolence).unwrap();
    let good = [
        answer("violence_kinds", &["physical", "economic"]),
        answer("last_on", &["2026-11-18"]),
        answer("children", &["2"]),
        answer("danger", &["grave"]),
        Answer {
            question: "certificate".into(),
            unknown: true,
            ..Answer::default()
        },
    ];
    assert_eq!(form.check_answers(&good), Ok(()));
    assert_eq!(form.alarms(&good).len(), 1);
    for wrong in [
        answer("no_such", &["yes"]),
        answer("violence_kinds", &["no_such"]),
        answer("danger", &["grave", "low"]),
        answer("last_on", &["18/11/2026"]),
        answer("children", &["-1"]),
        answer("children", &["400"]),
        answer("certificate", &["perhaps"]),
        Answer {
            unknown: true,
            ..answer("certificate", &["yes"])
        },
    ] {
        assert!(
            form.check_answers(std::slice::from_ref(&wrong)).is_err(),
            "{wrong:?}"
        );
    }
    let twice = [answer("children", &["2"]), answer("children", &["3"])];
    assert!(form.check_answers(&twice).is_err());
}

fn broken(change: impl FnOnce(&mut FormDefinition)) -> Vec<FormError> {
    let mut form = current(CaseType::Elderly).unwrap().clone();
    change(&mut form);
    form.check().unwrap_err()
}

#[test]
fn a_form_that_could_not_be_filled_is_refused() {
    assert_eq!(broken(|form| form.version = 0), [FormError::NoVersion]);
    assert_eq!(
        broken(|form| form.questions.clear()),
        [FormError::NoQuestion]
    );
    let errors = broken(|form| form.questions[0].label.fr.clear());
    assert!(matches!(errors[..], [FormError::EmptyLabel(_)]));
    let errors = broken(|form| form.questions[0].choices.truncate(1));
    assert!(
        errors
            .iter()
            .any(|error| matches!(error, FormError::Choices(_)))
    );
    let errors = broken(|form| {
        form.questions[0].when = Some(Condition {
            question: "of_none".into(),
            is: "yes".into(),
        });
    });
    assert!(matches!(errors[..], [FormError::Condition(_)]));
    assert!(matches!(parse("{}"), Err(errors) if matches!(errors[..], [FormError::Unreadable(_)])));
}
