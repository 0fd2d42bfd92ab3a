//! Workbooks as offices send them, and as somebody who means harm would.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Cursor, Write};

use chrono::NaiveDate;
use jisr_lists::{Cell, Column, ListError, MAX_ROWS, ReadAs, Sheet, Value, read};
use zip::write::{SimpleFileOptions, ZipWriter};

fn known(name: &str) -> bool {
    ["given_name_ar", "birth_date", "phone"].contains(&name)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn sheet(rows: Vec<Vec<Value>>) -> Vec<u8> {
    let column = |title: &str| Column {
        title: title.to_owned(),
        width: 20,
    };
    Sheet {
        name: "لائحة".into(),
        right_to_left: true,
        made_on: day("2026-11-22"),
        columns: ["given_name_ar", "birth_date", "phone"]
            .map(column)
            .to_vec(),
        rows,
    }
    .write()
    .unwrap()
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

/// A workbook made by hand: the parts given, and nothing else.
fn parts(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const ROOT: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &[u8] = br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fn by_hand(sheet: &[u8]) -> Vec<u8> {
    parts(&[
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn refused(bytes: &[u8]) -> ListError {
    read(bytes, None, &known).expect_err("must be refused")
}

#[test]
fn what_goes_out_comes_back_and_nothing_in_it_computes() {
    let bytes = sheet(vec![
        vec![
            text("أمينة"),
            Value::Day(day("1991-03-14")),
            text("06 12 34 56 78"),
        ],
        vec![
            text("=HYPERLINK(\"http://x\",\"y\")"),
            text("1985"),
            text("+212612345678"),
        ],
    ]);
    let list = read(&bytes, None, &known).unwrap();
    assert_eq!(
        list.read_as,
        ReadAs::Excel {
            sheet: "لائحة".into()
        }
    );
    assert_eq!(list.columns, ["given_name_ar", "birth_date", "phone"]);
    assert_eq!(list.rows[0].cells[1], Cell::Day(day("1991-03-14")));
    assert_eq!(
        list.rows[1].cells[0].shown(),
        "=HYPERLINK(\"http://x\",\"y\")"
    );
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = archive.by_name("xl/worksheets/sheet1.xml").unwrap();
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut part, &mut xml).unwrap();
    assert!(!xml.contains("<f>"), "a formula");
    assert!(xml.contains("rightToLeft=\"1\""));
}

#[test]
fn an_archive_that_unpacks_without_end_is_refused_before_it_is_read() {
    let zeros = vec![b' '; 32 << 20];
    assert_eq!(refused(&by_hand(&zeros)), ListError::Bomb);
}

#[test]
fn a_workbook_cut_anywhere_is_damaged_and_never_half_a_list() {
    let bytes = sheet(
        (0..200)
            .map(|n| vec![text(&format!("أمينة{n}")), text("1991")])
            .collect(),
    );
    for cut in (40..bytes.len()).step_by(bytes.len() / 40) {
        let error = refused(&bytes[..cut]);
        assert!(
            matches!(error, ListError::Damaged | ListError::NotAList),
            "{cut}: {error:?}"
        );
    }
}

#[test]
fn a_workbook_with_a_byte_changed_is_read_or_refused_and_breaks_nothing() {
    let bytes = sheet(
        (0..50)
            .map(|n| vec![text(&format!("فاطمة{n}")), text("1991")])
            .collect(),
    );
    for place in (0..bytes.len()).step_by(37) {
        let mut torn = bytes.clone();
        torn[place] ^= 0xFF;
        let _ = read(&torn, None, &known);
    }
}

#[test]
fn entities_nests_and_far_cells_cost_nothing() {
    let lol = br#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"#;
    assert!(matches!(
        refused(&by_hand(lol)),
        ListError::Damaged | ListError::Empty
    ));
    let deep = [
        b"<worksheet><sheetData>".as_slice(),
        &b"<row>".repeat(200_000),
    ]
    .concat();
    assert_eq!(refused(&by_hand(&deep)), ListError::Damaged);
    let far = br#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>b</t></is></c></row></sheetData></worksheet>"#;
    assert!(matches!(refused(&by_hand(far)), ListError::TooWide { .. }));
}

#[test]
fn one_long_word_said_ten_thousand_times_is_counted_as_often_as_it_is_said() {
    let strings = format!(
        "<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>",
        "a".repeat(32_000)
    );
    let mut xml = "<worksheet><sheetData>".to_owned();
    for n in 1..=10_000 {
        xml.push_str(&format!(
            "<row r=\"{n}\"><c r=\"A{n}\" t=\"s\"><v>0</v></c></row>"
        ));
    }
    xml.push_str("</sheetData></worksheet>");
    let relations = String::from_utf8(RELATIONS.to_vec()).unwrap().replace(
        "</Relationships>",
        r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
    );
    let bytes = parts(&[
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", xml.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
    ]);
    assert!(matches!(refused(&bytes), ListError::TooLarge { .. }));
}

#[test]
fn a_promise_of_more_texts_than_there_is_memory_is_not_believed() {
    let zip = |count: &str| {
        let strings =
            format!("<?xml version=\"1.0\"?><sst uniqueCount = '{count}'><si><t>a</t></si></sst>");
        parts(&[
            ("_rels/.rels", ROOT),
            ("xl/workbook.xml", WORKBOOK),
            ("xl/_rels/workbook.xml.rels", RELATIONS),
            (
                "xl/worksheets/sheet1.xml",
                b"<worksheet><sheetData></sheetData></worksheet>",
            ),
            ("xl/sharedStrings.xml", strings.as_bytes()),
        ])
    };
    assert_eq!(refused(&zip("1")), ListError::Empty);
    for count in [
        "99999999999",
        "18446744073709551615",
        "99999999999999999999999",
    ] {
        assert_eq!(refused(&zip(count)), ListError::Bomb, "{count}");
    }
}

#[test]
fn days_count_from_1904_where_the_workbook_says_so() {
    let xml = br#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>given_name_ar</t></is></c><c r="B1" t="inlineStr"><is><t>birth_date</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2"><v>31849</v></c></row></sheetData></worksheet>"#;
    let list = read(&by_hand(xml), None, &known).unwrap();
    assert!(list.from_1904);
    assert_eq!(list.rows[0].cells[1], Cell::Number(31_849.0));
}

#[test]
fn what_a_file_is_called_says_nothing_and_what_is_no_list_is_refused() {
    let csv = "given_name_ar;phone\nأمينة;06\n".as_bytes();
    assert!(matches!(
        read(csv, None, &known).unwrap().read_as,
        ReadAs::Csv { delimiter: ';', .. }
    ));
    let not_a_list: [&[u8]; 7] = [
        b"%PDF-1.7 x",
        b"\x89PNG\r\n\x1a\n",
        b"<html><table><tr><td>Nom</td></tr></table></html>",
        b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
        b"a;b\n\0\0\0\0\0\0\0\0\0c;d",
        b"\x01\x02\x03\x04\x05\x06\x07\x0E\x0F\x10\x11 a",
        &parts(&[("word/document.xml", b"<w/>")]),
    ];
    for bytes in not_a_list {
        assert_eq!(refused(bytes), ListError::NotAList, "{:?}", bytes.get(..8));
    }
    assert_eq!(
        refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"),
        ListError::OldWorkbook
    );
    assert_eq!(refused(b" \r\n\n"), ListError::Empty);
    assert_eq!(refused(b"given_name_ar;phone\n"), ListError::Empty);
}

#[test]
fn a_million_rows_are_refused_with_the_limit() {
    let list = format!("given_name_ar;phone\n{}", "a;1\n".repeat(1_000_000));
    assert_eq!(
        refused(list.as_bytes()),
        ListError::TooManyRows { limit: MAX_ROWS }
    );
}

#[test]
fn a_cell_without_end_is_told_and_not_kept() {
    let list = format!("given_name_ar;phone\n{};1\n", "a".repeat(100_000));
    assert_eq!(refused(list.as_bytes()), ListError::Damaged);
}
