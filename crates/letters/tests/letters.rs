//! Every letter, as the person who holds the paper finds it. What the pages say is read back with `pdftotext`, and the
//! fonts with `pdffonts`, where poppler is installed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod pages;
mod samples;

use std::io::Write;
use std::process::{Command, Stdio};

use jisr_letters::{Letter, LettersError, REASON_LIMIT, render};

fn referral(change: impl FnOnce(&mut jisr_letters::ReferralLetter)) -> Letter {
    let mut letter = samples::referral();
    change(&mut letter);
    Letter::Referral(Box::new(letter))
}

fn appointment() -> Letter {
    Letter::Appointment(Box::new(samples::appointment()))
}

fn recovery(code: &str) -> Letter {
    let mut slip = samples::recovery();
    slip.code = code.into();
    Letter::Recovery(Box::new(slip))
}

/// What a poppler tool says of a PDF; none when poppler is not installed.
fn poppler(tool: &str, before: &[&str], after: &[&str], pdf: &[u8]) -> Option<String> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let run = Command::new(tool)
        .args(before)
        .arg(file.path())
        .args(after)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    Some(String::from_utf8_lossy(&run.stdout).into_owned())
}

fn text(pdf: &[u8]) -> Option<String> {
    let said = poppler("pdftotext", &["-layout"], &["-"], pdf)?;
    // A number that may not be broken has spaces of its own; what isolates a part from the line is read back too.
    Some(
        said.replace('\u{A0}', " ")
            .replace(['\u{2066}', '\u{2067}', '\u{2069}'], ""),
    )
}

fn pages_and_size(pdf: &[u8]) -> Option<(String, String)> {
    let info = poppler("pdfinfo", &[], &[], pdf)?;
    let value = |key: &str| {
        info.lines()
            .find_map(|l| l.strip_prefix(key))
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    Some((value("Pages:"), value("Page size:")))
}

#[test]
fn each_letter_is_a_pdf_that_carries_its_fonts() {
    for letter in [
        referral(|_| {}),
        appointment(),
        Letter::Receipt(Box::new(samples::receipt())),
        Letter::Consent(Box::new(samples::consent(true))),
        recovery("7K3M9QPTX2VN8HJD"),
    ] {
        let pdf = render(&letter).unwrap();
        assert!(pdf.starts_with(b"%PDF-"));
        let Some(fonts) = poppler("pdffonts", &[], &[], &pdf) else {
            continue;
        };
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(
            rows.iter().any(|r| r.contains("IBMPlexSansArabic")),
            "{fonts}"
        );
        assert!(
            rows.iter().all(|r| r.contains(" yes yes ")),
            "a font is not embedded: {fonts}"
        );
    }
}

#[test]
fn each_letter_has_the_paper_it_was_drawn_for() {
    let long = referral(|l| l.reason = "تحتاج المستفيدة إلى مواكبة. ".repeat(REASON_LIMIT / 28));
    for (letter, pages, size) in [
        (referral(|_| {}), "1", "595.276 x 841.89 pts (A4)"),
        (long, "2", "595.276 x 841.89 pts (A4)"),
        (appointment(), "1", "595.276 x 280.63 pts"),
        (
            Letter::Receipt(Box::new(samples::receipt())),
            "1",
            "595.276 x 280.63 pts",
        ),
        (
            Letter::Consent(Box::new(samples::consent(false))),
            "1",
            "595.276 x 841.89 pts (A4)",
        ),
        (
            Letter::Consent(Box::new(samples::consent(true))),
            "1",
            "595.276 x 841.89 pts (A4)",
        ),
        (recovery(&"7K3M".repeat(16)), "1", "595.276 x 419.528 pts"),
    ] {
        let Some(found) = pages_and_size(&render(&letter).unwrap()) else {
            return;
        };
        assert_eq!(found, (pages.to_owned(), size.to_owned()));
    }
}

#[test]
fn the_partner_reads_the_referral_in_both_languages() {
    let Some(said) = text(&render(&referral(|_| {})).unwrap()) else {
        return;
    };
    for expected in [
        "Lettre de référencement",
        "Fatima-Zahra Ait Benali",
        "14 mai 1994",
        "22 novembre 2026",
        "Coupon-réponse",
        "Page 1 sur 1",
    ] {
        assert!(said.contains(expected), "{expected} is not in:\n{said}");
    }
    assert!(
        said.matches("R-7K3M-9QPT").count() >= 4,
        "the slip torn off must keep the reference:\n{said}"
    );
}

#[test]
fn phones_and_codes_keep_their_order_in_and_beside_arabic() {
    let Some(said) = text(&render(&referral(|_| {})).unwrap()) else {
        return;
    };
    for expected in ["06 12 34 56 78", "AZI1-2026-B-00042", "2026-11-20"] {
        assert!(
            said.contains(expected),
            "{expected} was turned round:\n{said}"
        );
    }
    let french = referral(|l| l.reason = "Mme أمينة (06 98 76 54 32) a été vue.".into());
    let Some(said) = text(&render(&french).unwrap()) else {
        return;
    };
    assert!(said.contains("06 98 76 54 32"), "{said}");
}

#[test]
fn the_slip_that_comes_back_names_nobody() {
    let Some(said) = text(&render(&referral(|_| {})).unwrap()) else {
        return;
    };
    let (_, slip) = said.split_once("Coupon-réponse").unwrap();
    assert!(
        !slip.contains("Benali") && !slip.contains("AZI1-2026"),
        "{slip}"
    );
}

#[test]
fn what_a_person_types_is_printed_and_never_run() {
    let hostile = "#import \"@preview/x:1.0.0\": * #panic() $ ] [ } ) ` *a* _b_ <c> @d \\ // /* = - + ~ ' \" #read(\"/etc/passwd\")";
    let letter = referral(|l| {
        for field in [
            &mut l.partner_fr,
            &mut l.partner_ar,
            &mut l.person_ar,
            &mut l.person_lat,
            &mut l.service_fr,
            &mut l.urgency_ar,
        ] {
            *field = hostile.into();
        }
        l.reason = hostile.into();
        l.case_number = hostile.into();
        l.shared = vec![(hostile.into(), hostile.into())];
        l.head.phone = Some("#rect() ] 05".into());
    });
    let Some(said) = text(&render(&letter).unwrap()) else {
        return;
    };
    assert!(
        said.contains("#panic() $ ] [ } ) ` *a* _b_ <c> @d"),
        "{said}"
    );
}

#[test]
fn hidden_endless_and_foreign_texts_still_print() {
    for text in [
        "\0\u{1}\u{202E}\u{2066}\u{2067}\u{200F}\u{FEFF}\u{E0001}Amina",
        &"W".repeat(1_000_000),
        &"ب".repeat(1_000_000),
        &"e\u{0301}\u{0302}\u{0303}".repeat(300_000),
        &"06 12 34 56 78 ".repeat(70_000),
        "👩🏽‍⚖️ 漢字 ⴰⵎⴰⵣⵉⵖ 𐎀 ḥṭ",
    ] {
        let reason: String = text.chars().take(REASON_LIMIT).collect();
        let letter = referral(|l| {
            for field in [
                &mut l.partner_ar,
                &mut l.partner_fr,
                &mut l.person_ar,
                &mut l.person_lat,
                &mut l.service_ar,
            ] {
                *field = text.to_owned();
            }
            l.shared = vec![(text.to_owned(), text.to_owned()); 20];
            l.reason = reason;
        });
        assert!(
            render(&letter).is_ok(),
            "{:?}",
            text.chars().take(20).collect::<String>()
        );
    }
}

#[test]
fn a_letter_that_would_mislead_is_refused() {
    let refused =
        |change: fn(&mut jisr_letters::ReferralLetter)| render(&referral(change)).unwrap_err();
    assert_eq!(
        refused(|l| l.reason = "ب".repeat(1_000_000)),
        LettersError::TooLong {
            field: "reason",
            limit: REASON_LIMIT
        }
    );
    assert_eq!(
        refused(|l| l.date = "22/11/2026".into()),
        LettersError::BadDate { field: "date" }
    );
    assert_eq!(
        refused(|l| l.qr = "Fatima-Zahra Ait Benali".into()),
        LettersError::BadCode { field: "qr" }
    );
    assert_eq!(
        refused(|l| l.reference = "R\u{202E}1".into()),
        LettersError::BadCode { field: "reference" }
    );
    assert_eq!(
        refused(|l| l.phone = "0".repeat(1_000_000)).code(),
        "letters.too_long"
    );
    assert_eq!(
        refused(|l| {
            l.person_ar = " \u{200F} ".into();
            l.person_lat = String::new();
        }),
        LettersError::Missing { field: "person" }
    );
    assert_eq!(
        render(&recovery("7K3M 9Q<T")).unwrap_err(),
        LettersError::BadCode { field: "code" }
    );
}

#[test]
fn a_letter_with_one_language_and_little_known_still_prints() {
    let letter = referral(|l| {
        for field in [
            &mut l.partner_fr,
            &mut l.person_lat,
            &mut l.service_fr,
            &mut l.birth,
            &mut l.case_number,
            &mut l.reason,
            &mut l.urgency_ar,
            &mut l.urgency_fr,
            &mut l.caseworker_lat,
            &mut l.caseworker_ar,
            &mut l.caseworker_role_ar,
            &mut l.caseworker_role_fr,
            &mut l.phone,
            &mut l.head.place_ar,
            &mut l.head.place_fr,
        ] {
            field.clear();
        }
        l.head.phone = None;
        l.shared.clear();
        l.gender = jisr_letters::Gender::Unknown;
    });
    assert!(render(&letter).is_ok());
    // What somebody typed in the settings keeps no paper from being printed.
    let endless = referral(|l| {
        l.head.phone = Some("0".repeat(1_000));
        l.head.address = "زنقة ".repeat(5_000);
    });
    assert!(render(&endless).is_ok());
    let mut slip = samples::appointment();
    slip.time.clear();
    slip.bring.clear();
    slip.phone.clear();
    slip.place_ar.clear();
    slip.place_fr.clear();
    slip.with_ar.clear();
    slip.with_lat.clear();
    assert!(render(&Letter::Appointment(Box::new(slip))).is_ok());
}

#[test]
fn the_director_reads_the_recovery_code_in_groups_of_four() {
    let Some(said) = text(&render(&recovery("7k3m-9QPT X2VN8HJDW")).unwrap()) else {
        return;
    };
    let groups: Vec<&str> = said
        .split_whitespace()
        .filter(|w| ["7k3m", "9QPT", "X2VN", "8HJD", "W"].contains(w))
        .collect();
    assert_eq!(groups, ["7k3m", "9QPT", "X2VN", "8HJD", "W"]);
}

#[test]
fn printing_twice_gives_the_same_paper() {
    assert_eq!(
        render(&referral(|_| {})).unwrap(),
        render(&referral(|_| {})).unwrap()
    );
}

#[test]
fn a_consent_is_read_in_both_languages_and_a_blank_one_says_nothing_for_her() {
    let recorded = Letter::Consent(Box::new(samples::consent(false)));
    let Some(said) = text(&render(&recorded).unwrap()) else {
        return;
    };
    for words in [
        "Consentement éclairé",
        "22 novembre 2027",
        "sans perdre aucune aide",
        "Empreinte",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let blank = Letter::Consent(Box::new(samples::consent(true)));
    let said = text(&render(&blank).unwrap()).unwrap();
    assert!(!said.contains("2027"), "{said}");
    let withdrawn = jisr_letters::ConsentForm {
        withdrawn: "2026-12-01".into(),
        ..samples::consent(false)
    };
    let said = text(&render(&Letter::Consent(Box::new(withdrawn))).unwrap()).unwrap();
    assert!(said.contains("Consentement retiré le"), "{said}");
}

#[test]
fn a_receipt_names_whoever_came_and_stands_without_a_name() {
    let unnamed = jisr_letters::Receipt {
        person_ar: String::new(),
        person_lat: String::new(),
        ..samples::receipt()
    };
    let Some(said) = text(&render(&Letter::Receipt(Box::new(unnamed))).unwrap()) else {
        return;
    };
    assert!(
        said.contains("Reçu d’accueil") && said.contains("14"),
        "{said}"
    );
    assert!(!said.contains("Bénéficiaire"), "{said}");
}
