//! What the interface knows of each kind of record, made from the declarations.

use std::collections::BTreeMap;
use std::fmt::Write;

use jisr_domain::attachment::AttachmentPurpose;
use jisr_domain::case::{CaseType, Confidentiality};
use jisr_domain::record::{CodeList, Field, Kind, MergeClass, Shape};
use jisr_domain::service::ServiceType;

use crate::export::USUAL;

/// The lists of codes and the fields of every kind, as TypeScript; `unions` are the closed lists among the types of the
/// commands, as declared.
pub(crate) fn records<'a>(unions: impl Iterator<Item = &'a String>) -> String {
    let mut lists: BTreeMap<String, Vec<String>> = unions.filter_map(|text| union(text)).collect();
    for list in Kind::ALL.iter().flat_map(|kind| kind.definition().fields) {
        if let Some(list) = list.shape.codes() {
            let codes = list.codes.iter().map(|&code| code.to_owned()).collect();
            lists.insert(list.name.to_owned(), codes);
        }
    }
    let mut text = String::from(
        "\n/** The codes of every list, by the name of its type, in the order they are read to a person. */\nexport const CODES = {\n",
    );
    for (name, codes) in &lists {
        let _ = writeln!(text, "  {name}: [{}],", quoted(codes));
    }
    text.push_str("} as const;\n");
    text.push_str(FIELD);
    text.push_str(
        "\n/** The fields of every kind, in declared order. */\nexport const RECORDS: Readonly<Record<Kind, Readonly<Record<string, FieldOf>>>> = {\n",
    );
    for kind in Kind::ALL {
        let _ = writeln!(text, "  {}: {{", kind.code());
        for field in kind.definition().fields {
            let _ = writeln!(text, "    {}: {{ {} }},", field.name, of(field));
        }
        text.push_str("  },\n");
    }
    text.push_str("};\n");
    let restricted = CaseType::ALL
        .iter()
        .filter(|case| case.default_confidentiality() != Confidentiality::Ordinary)
        .map(|case| case.code());
    let _ = writeln!(
        text,
        "\n/** Cases that start restricted: said before they are opened. */\nexport const STARTS_RESTRICTED: readonly CaseType[] = [{}];",
        quoted(restricted)
    );
    let sessions = ServiceType::ALL
        .iter()
        .filter(|service| service.is_session())
        .map(|service| service.code());
    let _ = writeln!(
        text,
        "\n/** Services counted in minutes. */\nexport const SESSIONS: readonly ServiceType[] = [{}];",
        quoted(sessions)
    );
    let desk = AttachmentPurpose::ALL
        .iter()
        .filter(|purpose| purpose.is_for_the_desk())
        .map(|purpose| purpose.code());
    let _ = writeln!(
        text,
        "\n/** What the front desk adds. */\nexport const DESK_PURPOSES: readonly AttachmentPurpose[] = [{}];",
        quoted(desk)
    );
    let _ = writeln!(
        text,
        "\n/** What is exported when nobody chooses. */\nexport const USUAL_COLUMNS: readonly PersonColumn[] = [{}];",
        quoted(USUAL)
    );
    text
}

const FIELD: &str = "
/** A field of a record, as the core declares it. */
export interface FieldOf {
  merge: 'latest' | 'narrative' | 'strictest' | 'once';
  /** What its values are. */
  shape: string;
  /** Its closed or open list: the name in CODES, and the family of its words. */
  codes?: keyof typeof CODES;
  family?: string;
  /** Several values. */
  many?: true;
  /** With which it is shown and asked. */
  group?: string;
  /** Written by the program beside what a person wrote. */
  byProgram?: true;
}
";

fn of(field: &Field) -> String {
    let merge = match field.class {
        MergeClass::Latest => "latest",
        MergeClass::Narrative => "narrative",
        MergeClass::Strictest(_) => "strictest",
        MergeClass::Once => "once",
    };
    let mut text = format!("merge: '{merge}', shape: '{}'", field.shape.code());
    if let Shape::Code(list) | Shape::Open(list) = field.shape {
        let CodeList { name, .. } = list;
        let _ = write!(text, ", codes: '{name}', family: '{}'", list.family());
    }
    if field.many {
        text.push_str(", many: true");
    }
    if let Some(group) = field.place.group {
        let _ = write!(text, ", group: '{}'", group.code());
    }
    if field.place.by_program {
        text.push_str(", byProgram: true");
    }
    text
}

/// The name and the codes of `type Name = "a" | "b";`.
fn union(declaration: &str) -> Option<(String, Vec<String>)> {
    let (name, codes) = declaration.strip_prefix("type ")?.split_once(" = ")?;
    let codes: Option<Vec<String>> = codes
        .trim_end_matches(';')
        .split(" | ")
        .map(|code| {
            let code = code.trim().strip_prefix('"')?.strip_suffix('"')?;
            Some(code.to_owned())
        })
        .collect();
    Some((name.to_owned(), codes?))
}

fn quoted<T: std::fmt::Display>(codes: impl IntoIterator<Item = T>) -> String {
    let codes: Vec<String> = codes.into_iter().map(|code| format!("'{code}'")).collect();
    codes.join(", ")
}
