//! Whatever goes wrong, there are words for it: in Arabic, in French and in English, with nothing left to fill.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "hostile/words.rs"]
mod words;

use std::collections::BTreeSet;
use std::io;

use jisr_client::ClientError;
use jisr_commands::{Code, CommandError};
use jisr_domain::record::Kind;
use jisr_hub::{Refused, Why};
use jisr_letters::LettersError;
use jisr_lists::ListError;
use jisr_store::StoreError;
use jisr_store::key::KeyError;
use serde::de::Error as _;
use words::{LANGUAGES, Words};

/// Said by the interface itself: it has no answer of the core to show.
const OF_THE_INTERFACE: [&str; 5] = [
    "no_viewer",
    "other",
    "unreachable",
    "unreadable_answer",
    "unsaved_document",
];

/// One value of each variant. A variant added to the enum and not here does not compile.
macro_rules! one_of_each {
    ($($pattern:pat => $value:expr),+ $(,)?) => {{
        let listed = |error: &_| match error { $($pattern => (),)+ };
        let all = vec![$($value),+];
        all.iter().for_each(listed);
        all
    }};
}

#[test]
fn every_code_has_words_which_use_all_they_are_told() {
    for language in LANGUAGES {
        let words = Words::of(language);
        for code in Code::ALL {
            let text = words.error(code.text());
            let told: BTreeSet<&str> = code.says().iter().copied().collect();
            assert_eq!(
                words::asked(text),
                told.into_iter().map(str::to_owned).collect(),
                "{language}: {code}: {text}"
            );
        }
    }
}

#[test]
fn there_are_no_words_for_what_cannot_happen() {
    for language in LANGUAGES {
        for key in Words::of(language).under("error.") {
            assert!(
                Code::read(&key).is_some() || OF_THE_INTERFACE.contains(&key.as_str()),
                "{language}: error.{key}"
            );
        }
    }
}

#[test]
fn two_different_troubles_are_not_told_in_the_same_words() {
    // Two roads to one place: the same words are meant.
    let same = [
        ["disk", "disk_error"],
        ["no_profile", "profile_missing"],
        ["newer_version", "database_newer"],
        ["not_found", "record_not_found"],
    ];
    for language in LANGUAGES {
        let words = Words::of(language);
        for (n, one) in Code::ALL.iter().enumerate() {
            for other in &Code::ALL[n + 1..] {
                let pair = [one.text(), other.text()];
                let meant = same
                    .iter()
                    .any(|s| pair.iter().all(|code| s.contains(code)));
                assert!(
                    meant || words.error(pair[0]) != words.error(pair[1]),
                    "{language}: {pair:?}"
                );
            }
        }
    }
}

#[test]
fn whatever_a_hub_of_ours_answers_is_known_to_the_laptop() {
    let refusals = Refused::ALL.iter().map(|refused| refused.code());
    let verdicts = Why::ALL.iter().map(|why| why.code());
    for code in refusals.chain(verdicts) {
        assert!(Code::read(code).is_some(), "{code}");
    }
    // And a hub that makes up words of its own is not given the screen.
    for made_up in [
        "<script>",
        "hub_",
        "locked",
        "hub_of_tomorrow",
        "verdict_freed",
        "",
    ] {
        let body = CommandError::Client(ClientError::Refused {
            code: made_up.to_owned(),
            status: 403,
        })
        .body();
        assert_eq!(body.code, "hub_refused", "{made_up}");
    }
}

#[test]
fn every_error_brings_exactly_what_its_code_declares() {
    let unreadable = || serde_json::Error::custom("not what was expected");
    let mut errors: Vec<CommandError> = one_of_each! {
        CommandError::Unknown(_) => CommandError::Unknown("x".repeat(1 << 20)),
        CommandError::Locked => CommandError::Locked,
        CommandError::Forbidden => CommandError::Forbidden,
        CommandError::Argument(_) => CommandError::Argument(serde_json::Error::custom("\u{0}م".repeat(1 << 20))),
        CommandError::Answer(_) => CommandError::Answer(unreadable()),
        CommandError::Field { .. } => CommandError::Field { field: "body", code: Code::Required },
        CommandError::NotFound => CommandError::NotFound,
        CommandError::Unfinished(_) => CommandError::Unfinished(Vec::new()),
        CommandError::Rule(_) => CommandError::Rule(Code::StaleView),
        CommandError::Round(_) => CommandError::Round(Code::HubUnreachable),
        CommandError::Store(_) => CommandError::Store(StoreError::Damaged),
        CommandError::Key(_) => CommandError::Key(KeyError::NoProfile),
        CommandError::Client(_) => CommandError::Client(ClientError::NotAHub),
        CommandError::Letter(_) => CommandError::Letter(LettersError::Typesetter("x".into())),
        CommandError::List(_) => CommandError::List(ListError::Damaged),
        CommandError::Poisoned => CommandError::Poisoned,
    };
    errors.extend(
        one_of_each! {
            KeyError::NoProfile => KeyError::NoProfile,
            KeyError::AlreadyExists => KeyError::AlreadyExists,
            KeyError::NoSuchUser => KeyError::NoSuchUser,
            KeyError::UserExists => KeyError::UserExists,
            KeyError::LastUser => KeyError::LastUser,
            KeyError::WrongPassphrase { .. } => KeyError::WrongPassphrase { retry_after_seconds: 5, attempts: 3 },
            KeyError::TooSoon { .. } => KeyError::TooSoon { retry_after_seconds: 5 },
            KeyError::PassphraseTooShort { .. } => KeyError::PassphraseTooShort { minimum: 10 },
            KeyError::PassphraseTooLong { .. } => KeyError::PassphraseTooLong { maximum: 10 },
            KeyError::RecoveryCodeMalformed => KeyError::RecoveryCodeMalformed,
            KeyError::WrongRecoveryCode => KeyError::WrongRecoveryCode,
            KeyError::RekeyPending => KeyError::RekeyPending,
            KeyError::StaleKey => KeyError::StaleKey,
            KeyError::Damaged => KeyError::Damaged,
            KeyError::NewerFormat { .. } => KeyError::NewerFormat { found: 9 },
            KeyError::NotEnoughMemory { .. } => KeyError::NotEnoughMemory { needed_kib: 9 },
            KeyError::Io(_) => KeyError::Io(io::ErrorKind::StorageFull.into()),
        }
        .into_iter()
        .map(CommandError::Key),
    );
    errors.extend(
        one_of_each! {
            LettersError::Missing { .. } => LettersError::Missing { field: "partner" },
            LettersError::TooLong { .. } => LettersError::TooLong { field: "reason", limit: 9 },
            LettersError::BadDate { .. } => LettersError::BadDate { field: "time" },
            LettersError::BadCode { .. } => LettersError::BadCode { field: "qr" },
            LettersError::Typesetter(_) => LettersError::Typesetter("x".into()),
        }
        .into_iter()
        .map(CommandError::Letter),
    );
    errors.extend(
        one_of_each! {
            ListError::TooLarge { .. } => ListError::TooLarge { megabytes: 64 },
            ListError::TooManyRows { .. } => ListError::TooManyRows { limit: 9 },
            ListError::TooWide { .. } => ListError::TooWide { limit: 9 },
            ListError::NotAList => ListError::NotAList,
            ListError::OldWorkbook => ListError::OldWorkbook,
            ListError::Protected => ListError::Protected,
            ListError::Damaged => ListError::Damaged,
            ListError::Bomb => ListError::Bomb,
            ListError::Empty => ListError::Empty,
            ListError::NoSuchSheet => ListError::NoSuchSheet,
            ListError::Unwritable => ListError::Unwritable,
        }
        .into_iter()
        .map(CommandError::List),
    );
    errors.push(CommandError::Rule(Code::ExportTooMany));
    errors.extend(
        Code::ALL
            .iter()
            .filter(|code| {
                !code.text().starts_with("letter_")
                    && (code.says() == ["field"] || code.also() == ["field"])
            })
            .map(|code| CommandError::Field {
                field: "body",
                code: *code,
            }),
    );
    for error in errors {
        let body = error.body();
        let code = Code::read(&body.code).unwrap();
        let declared: BTreeSet<&str> = code.says().iter().chain(code.also()).copied().collect();
        let brought: BTreeSet<&str> = body.args.keys().map(String::as_str).collect();
        assert_eq!(brought, declared, "{error}");
        for value in body.args.values() {
            assert!(
                value.to_string().len() < 1_000,
                "{code} sends back what it refused"
            );
        }
        for language in LANGUAGES {
            Words::of(language).say(&body);
        }
    }
    let full = CommandError::Store(StoreError::Io(io::ErrorKind::StorageFull.into()));
    assert_eq!(full.code(), Code::DiskFull);
}

#[test]
fn a_field_that_is_refused_is_named_in_words() {
    for language in LANGUAGES {
        let words = Words::of(language);
        let named: BTreeSet<String> = words.under("field_name.").collect();
        for kind in Kind::ALL {
            for field in kind.definition().fields {
                assert!(
                    named.contains(field.name),
                    "{language}: {}.{}",
                    kind.code(),
                    field.name
                );
            }
        }
    }
}

#[test]
fn what_looks_unusual_in_a_form_is_said_in_words() {
    for language in LANGUAGES {
        let words = Words::of(language);
        for warning in ["cnie_unusual", "phone_unreadable"] {
            assert!(
                words.under("warning.").any(|key| key == warning),
                "{language}: {warning}"
            );
        }
    }
}
