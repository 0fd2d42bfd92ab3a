//! Cases, as a sheet.

use jisr_domain::case::{CaseStatus, Confidentiality};
use jisr_domain::record::Kind;
use jisr_lists::{Column, Value};

use super::{ExportCasesArgs, Leaving, MOST, birth, leave, text};
use crate::case::{CaseRow, Cases, CasesArgs, list};
use crate::clock::believed;
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::settings::{Language, language_of};
use crate::view::Document;
use crate::words::word;

/// Rows read at a time.
const PAGE: u32 = 500;
/// What is said of each: keys of the locales, with a width.
const COLUMNS: [(&str, u16); 11] = [
    ("number", 22),
    ("given_name_ar", 20),
    ("family_name_ar", 20),
    ("given_name_lat", 20),
    ("family_name_lat", 20),
    ("sex", 12),
    ("birth_date", 14),
    ("case_type", 30),
    ("opened_on", 14),
    ("lead", 24),
    ("status", 12),
];

/// `export.cases`: cases the one at work may know of, as an Excel workbook. Sealed ones never leave; restricted ones when
/// they are asked for.
///
/// # Errors
/// [`CommandError::Rule`] with `clock_doubtful` (the sheet and its name carry the day), `export_too_many` or
/// `export_nobody`; those of [`list`].
pub fn cases(session: &Session<'_>, args: ExportCasesArgs) -> Result<Document, CommandError> {
    believed(session)?;
    let language = match args.language {
        Some(language) => language,
        None => session.read(|reader| Ok(language_of(reader)?))?,
    };
    let mut rows = Vec::new();
    let mut restricted = Vec::new();
    let mut offset = 0;
    loop {
        let Cases { items, total } = list(
            session,
            CasesArgs {
                staff: args.staff,
                all: args.staff.is_none(),
                closed: args.closed,
                query: args.query.clone(),
                offset,
                limit: PAGE,
            },
        )?;
        if total > MOST {
            return Err(CommandError::Rule(Code::ExportTooMany));
        }
        let read = u32::try_from(items.len()).unwrap_or(0);
        for item in &items {
            match item.confidentiality {
                Confidentiality::Ordinary => {}
                Confidentiality::Restricted if args.restricted => restricted.push(item.case),
                Confidentiality::Restricted | Confidentiality::Sealed => continue,
            }
            rows.push(row(item, language));
        }
        offset += read;
        if read == 0 || offset >= total {
            break;
        }
    }
    for case in restricted {
        session.write(|tx| Ok(tx.audit("export", Some(Kind::Case), Some(case.0), &[])?))?;
    }
    leave(
        session,
        Leaving {
            kind: Kind::Case,
            language,
            name: "export.cases_sheet",
            fields: COLUMNS.iter().map(|(code, _)| *code).collect(),
            columns: COLUMNS
                .iter()
                .map(|(code, width)| Column {
                    title: word(language, &format!("field_name.{code}")),
                    width: *width,
                })
                .collect(),
            rows,
        },
    )
}

fn row(case: &CaseRow, language: Language) -> Vec<Value> {
    let person = &case.person;
    let lead = case.lead.as_ref().and_then(|lead| {
        let (own, other) = match language {
            Language::Ar => (&lead.name_ar, &lead.name_lat),
            Language::Fr | Language::En => (&lead.name_lat, &lead.name_ar),
        };
        own.clone()
            .filter(|name| !name.is_empty())
            .or_else(|| other.clone())
    });
    vec![
        text(Some(case.number.clone())),
        text(person.given_name_ar.clone()),
        text(person.family_name_ar.clone()),
        text(person.given_name_lat.clone()),
        text(person.family_name_lat.clone()),
        text(
            person
                .sex
                .map(|sex| word(language, &format!("sex.{}", sex.code()))),
        ),
        birth(person.birth_date.as_deref()),
        text(
            case.case_type
                .map(|kind| word(language, &format!("case_type.{}", kind.code()))),
        ),
        case.opened_on.map_or(Value::Empty, Value::Day),
        text(lead),
        text(Some(word(
            language,
            match case.status {
                CaseStatus::Open => "case_status.open",
                CaseStatus::Closed => "case_status.closed",
            },
        ))),
    ]
}
