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
    let alarms = form.alarms(&good);
    assert_eq!(alarms.len(), 1);
    assert_eq!(alarms[0].0.id, "danger");
    assert_eq!(alarms[0].1.unwrap().code, "grave");
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

#[test]
fn every_question_counted_in_dirhams_is_read_as_an_amount() {
    let mut amounts = 0;
    for question in library().iter().flat_map(|form| &form.questions) {
        let Some(unit) = &question.unit else { continue };
        let names_it = unit.ar.contains("درهم") || unit.fr.contains("DH") || unit.en.contains("DH");
        assert_eq!(question.amount_of().is_some(), names_it, "{}", question.id);
        amounts += usize::from(names_it);
    }
    assert!(amounts >= 5, "{amounts}");
}

#[test]
fn numbers_are_kept_in_latin_digits_and_amounts_in_whole_dirhams() {
    let form = current(CaseType::Elderly).unwrap();
    let read = |typed: &str| {
        let mut answers = [answer("pension_amount", &[typed])];
        form.read_numbers(&mut answers)?;
        Ok::<_, AnswerProblem>(answers[0].values[0].clone())
    };
    for typed in ["2500", "2500.00", "2500,00", "٢٥٠٠", "2 500 DH"] {
        assert_eq!(read(typed).as_deref(), Ok("2500"), "{typed}");
    }
    let of = || "pension_amount".to_owned();
    assert_eq!(read("2.500"), Err(AnswerProblem::AmountUnclear(of())));
    assert_eq!(read("2500,50"), Err(AnswerProblem::AmountNotWhole(of())));
    assert!(matches!(read("much"), Err(AnswerProblem::Amount(..))));

    let form = current(CaseType::WomanVictimOfViolence).unwrap();
    let mut children = [answer("children", &["٣"])];
    form.read_numbers(&mut children).unwrap();
    assert_eq!(children[0].values, ["3"]);
    assert_eq!(form.check_answers(&children), Ok(()));
}

#[test]
fn an_answer_far_from_the_usual_is_asked_about_once() {
    let form = current(CaseType::Elderly).unwrap();
    let far = [answer("pension_amount", &["90000"])];
    assert_eq!(form.far_amount(&far, &[]).unwrap().id, "pension_amount");
    assert!(form.far_amount(&far, &far).is_none(), "said before");
    assert!(
        form.far_amount(&[answer("pension_amount", &["2500"])], &[])
            .is_none()
    );
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

#[test]
fn what_the_card_of_a_person_holds_is_asked_in_no_form_of_today() {
    use crate::case::CaseType;
    use crate::person::Person;
    use crate::record::Record;
    for form in CaseType::ALL
        .iter()
        .filter_map(|group| super::current(*group))
    {
        for question in &form.questions {
            let on_the_card = Person::DEFINITION.field(&question.id).is_some();
            assert_eq!(
                question.of_person.as_deref(),
                on_the_card.then_some(question.id.as_str()),
                "{}: {}",
                form.id,
                question.id
            );
        }
    }
}

#[test]
fn a_question_the_card_answers_takes_no_answer_of_its_own() {
    let form = super::find("woman_in_difficulty", 2).unwrap();
    let answer = super::Answer {
        question: "marital_status".into(),
        values: vec!["married".into()],
        unknown: false,
    };
    assert!(form.check_answers(std::slice::from_ref(&answer)).is_err());
    assert!(
        super::find("woman_in_difficulty", 1)
            .unwrap()
            .check_answers(&[answer])
            .is_ok()
    );
}
