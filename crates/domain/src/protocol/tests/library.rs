use super::super::library::SOURCES;
use super::*;
use crate::case::{CaseType, Confidentiality};

#[test]
fn every_shipped_protocol_passes_its_check() {
    for (name, source) in SOURCES {
        if let Err(errors) = parse(source) {
            panic!("{name}: {errors:#?}");
        }
    }
    assert_eq!(library().len(), SOURCES.len());
}

#[test]
fn files_are_named_after_what_they_hold_and_no_version_is_written_twice() {
    for (protocol, (name, _)) in library().iter().zip(SOURCES) {
        assert_eq!(format!("{}.v{}", protocol.id, protocol.version), name);
        let same = library()
            .iter()
            .filter(|p| (&p.id, p.version) == (&protocol.id, protocol.version));
        assert_eq!(same.count(), 1, "{name}");
    }
}

#[test]
fn a_definition_survives_a_round_trip_through_json() {
    for protocol in library() {
        let text = serde_json::to_string(protocol).unwrap();
        assert_eq!(&parse(&text).unwrap(), protocol);
    }
}

#[test]
fn a_woman_victim_of_violence_is_offered_the_restricted_protocol() {
    let offered = for_case_type(CaseType::WomanVictimOfViolence);
    assert_eq!(
        offered.iter().map(|p| p.id.as_str()).collect::<Vec<_>>(),
        ["woman_victim_of_violence"]
    );
    assert_eq!(offered[0].confidentiality, Confidentiality::Restricted);
    assert_eq!(current("woman_victim_of_violence").unwrap().version, 1);
    assert!(find("woman_victim_of_violence", 99).is_none());
}

#[test]
fn complaint_and_certificate_are_never_compulsory() {
    for step in [
        "complaint",
        "medical_certificate",
        "court_accompaniment",
        "hospital_accompaniment",
    ] {
        assert!(!violence().step(step).unwrap().mandatory, "{step}");
    }
}

#[test]
fn urgent_steps_require_no_identity_paper() {
    for protocol in library() {
        for step in protocol
            .steps
            .iter()
            .filter(|step| step.urgent_without_papers)
        {
            let identity = step
                .documents
                .iter()
                .find(|d| d.required && d.code.contains("identity"));
            assert!(identity.is_none(), "{}.{}", protocol.id, step.id);
        }
    }
}

/// Words checked once by people and easily lost in an edit.
#[test]
fn arabic_labels_are_written_as_the_moroccan_administration_writes_them() {
    for (name, source) in SOURCES {
        for (wrong, right) in [
            ("شكوى", "شكاية"),
            ("ميلاد", "ازدياد / ولادة"),
            ("نوفمبر", "نونبر"),
            ("ديسمبر", "دجنبر"),
            ("أغسطس", "غشت"),
            ("يوليو ", "يوليوز"),
            ("103-13", "103.13"),
            ("الحماية الاجتماعية\"", "الرعاية الاجتماعية"),
        ] {
            assert!(!source.contains(wrong), "{name}: {wrong}, write {right}");
        }
        assert!(
            !source.contains(|c: char| ('٠'..='٩').contains(&c)),
            "{name}: Latin digits only"
        );
    }
}
