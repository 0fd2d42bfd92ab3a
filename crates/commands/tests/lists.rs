//! Lists brought into the register, taken back, and taken out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code, reason = "what other tests need of the laptop")]
#[path = "desk/laptop.rs"]
mod laptop;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_commands::import::{Doubt, ListField, Refusal};
use jisr_domain::role::Role;
use laptop::{Laptop, len, text};
use serde_json::{Value, json};

const LIST: &str = "ر.ت;الاسم الشخصي;الاسم العائلي;الجنس;تاريخ الازدياد;رقم البطاقة الوطنية;الهاتف;عدد الأبناء\n\
    1;زينب;المرابط;أنثى;14/03/1991;GB111111;0612000001;3\n\
    2;حسن;بوعزة;ذكر;14/03/71;GB222222;0612000002;0\n\
    3;;;أنثى;1985;;0612000003;1\n\
    4;فاطمة;العلوي;أنثى;1980;;عند الجارة;\n\
    5;زينب;المرابط;أنثى;1991-03-14;;0612000009;\n";

/// Amina's laptop with Karim at work, who directs.
fn at_work() -> Laptop {
    let laptop = Laptop::new();
    laptop.sits("karim");
    laptop
}

fn open(laptop: &Laptop, name: &str, bytes: &[u8]) -> Value {
    laptop.ok(
        "import.open",
        json!({"file_name": name, "content": STANDARD.encode(bytes)}),
    )
}

/// Waits for what is under way to end, and gives how it did.
fn ended(laptop: &Laptop) -> Value {
    loop {
        let status = laptop.ok("import.status", json!({}));
        if status["running"].is_null() {
            return status["last"].clone();
        }
        std::thread::yield_now();
    }
}

fn bring_in(laptop: &Laptop, bytes: &[u8]) -> Value {
    let list = open(laptop, "لائحة.csv", bytes);
    laptop.ok("import.start", json!({"import": list["import"]}));
    let last = ended(laptop);
    assert_eq!(last["error"], Value::Null, "{last}");
    list["import"].clone()
}

fn found(laptop: &Laptop, query: &str) -> usize {
    len(&laptop.ok("person.search", json!({"query": query}))["people"])
}

fn view(laptop: &Laptop, import: &Value) -> Value {
    let all = laptop.ok("import.list", json!({}));
    all.as_array()
        .unwrap()
        .iter()
        .find(|one| one["import"] == *import)
        .unwrap()
        .clone()
}

fn person(laptop: &Laptop, query: &str) -> String {
    text(&laptop.ok("person.search", json!({"query": query}))["people"][0]["person"]["person"])
}

#[test]
fn a_list_is_looked_at_before_anything_is_written_and_written_as_it_was_shown() {
    let laptop = at_work();
    let list = open(&laptop, "C:\\Users\\x\\لائحة.csv", LIST.as_bytes());
    assert_eq!(list["file_name"], "لائحة.csv");
    let fields: Vec<&str> = list["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| column["field"].as_str().unwrap())
        .collect();
    assert_eq!(
        fields,
        [
            "nothing",
            "given_name_ar",
            "family_name_ar",
            "sex",
            "birth_date",
            "cnie",
            "phone",
            "remark"
        ]
    );
    let preview = laptop.ok("import.preview", json!({"import": list["import"]}));
    assert_eq!(
        preview["counts"],
        json!({"rows": 5, "ready": 4, "refused": 1, "doubted": 3, "twins": 1})
    );
    assert_eq!(preview["rows"][0]["person"]["phone"], "+212612000001");
    assert_eq!(
        preview["rows"][0]["person"]["import_remark"],
        "عدد الأبناء: 3"
    );
    assert_eq!(preview["rows"][2]["refusal"], "name_missing");
    assert_eq!(preview["rows"][4]["twin_of"], 2);
    assert_eq!(found(&laptop, "المرابط"), 0, "a look writes nothing");
    assert_eq!(len(&laptop.ok("import.list", json!({}))), 0);

    laptop.ok(
        "import.start",
        json!({"import": list["import"], "leave_out_twins": true}),
    );
    ended(&laptop);
    assert_eq!(found(&laptop, "المرابط"), 1);
    let told = view(&laptop, &list["import"]);
    assert_eq!(
        (
            &told["state"],
            &told["imported"],
            &told["refused"],
            &told["left_out"]
        ),
        (&json!("done"), &json!(3), &json!(1), &json!(1))
    );
    let zineb = laptop.ok("person.get", json!({"person": person(&laptop, "GB111111")}));
    assert_eq!(zineb["person"]["record"]["birth_date"], "1991-03-14");
    assert_eq!(zineb["person"]["record"]["import"], list["import"]);
}

#[test]
fn whoever_may_be_known_is_proposed_with_the_reasons_and_left_out_unless_brought_all_the_same() {
    let laptop = at_work();
    laptop.register(json!({"given_name_ar": "زينب", "family_name_ar": "المرابط", "birth_date": "1991-03-14", "sex": "female", "cnie": "GB111111"}));
    let hidden = laptop.register(json!({"given_name_ar": "حسن", "family_name_ar": "بوعزة", "birth_date": "1971-03-14", "cnie": "GB222222"}));
    laptop.sits("nadia");
    laptop.ok(
        "case.open",
        json!({"person": hidden, "case_type": "precarious_family", "confidentiality": "sealed", "named": [laptop.staff("nadia")]}),
    );
    laptop.sits("karim");
    let list = open(&laptop, "list.csv", LIST.as_bytes());
    let before = laptop.ok("import.known", json!({"import": list["import"]}));
    assert_eq!((&before["compared"], len(&before["rows"])), (&json!(0), 0));
    laptop.ok("import.check", json!({"import": list["import"]}));
    assert_eq!(ended(&laptop)["phase"], "checking");
    let known = laptop.ok("import.known", json!({"import": list["import"]}));
    let rows: Vec<&Value> = known["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["row"])
        .collect();
    assert_eq!(
        (&known["compared"], &known["whole"]),
        (&json!(4), &json!(true)),
        "the row of which no person can be made is compared with nobody"
    );
    assert!(rows.contains(&&json!(2)), "{known}");
    assert!(!rows.contains(&&json!(3)), "nobody is told of Hassan");
    let first = &known["rows"][0];
    assert_eq!(first["same"], true);
    assert!(len(&first["candidates"][0]["reasons"]) > 0);
    laptop.ok(
        "import.start",
        json!({"import": list["import"], "leave_out_known": true, "leave_out": [6]}),
    );
    ended(&laptop);
    assert_eq!(found(&laptop, "GB111111"), 1, "no second record of Zineb");
    assert_eq!(found(&laptop, "العلوي"), 1);

    let again = open(&laptop, "list.csv", LIST.as_bytes());
    laptop.ok("import.check", json!({"import": again["import"]}));
    ended(&laptop);
    laptop.ok(
        "import.start",
        json!({"import": again["import"], "leave_out_known": true, "bring": [2]}),
    );
    ended(&laptop);
    assert_eq!(found(&laptop, "GB111111"), 2, "brought in all the same");
}

#[test]
fn as_many_are_written_as_are_said_to_be_whatever_is_left_out() {
    // Zineb is known, stands twice in the file and is left out by hand too: still one person less for each of her rows.
    let choices = [
        json!({}),
        json!({"leave_out_twins": true}),
        json!({"leave_out_known": true}),
        json!({"leave_out_twins": true, "leave_out_known": true, "leave_out": [2, 4, 6]}),
        json!({"leave_out_known": true, "bring": [2, 6]}),
        json!({"leave_out_twins": true, "leave_out_known": true, "bring": [2]}),
    ];
    for (choice, expected) in choices.into_iter().zip([4, 3, 2, 2, 4, 3]) {
        let laptop = at_work();
        laptop.register(json!({"given_name_ar": "زينب", "family_name_ar": "المرابط", "birth_date": "1991-03-14", "sex": "female", "cnie": "GB111111"}));
        let list = open(&laptop, "list.csv", LIST.as_bytes());
        let idle = laptop.ok("import.status", json!({}));
        laptop.ok("import.check", json!({"import": list["import"]}));
        ended(&laptop);
        let after = laptop.ok("import.status", json!({}));
        assert_eq!(
            after["ended"].as_u64().unwrap(),
            idle["ended"].as_u64().unwrap() + 1,
            "a comparison too short to be seen under way is seen to have ended"
        );
        let mut args = choice.clone();
        args["import"] = list["import"].clone();
        let preview = laptop.ok("import.preview", args.clone());
        assert_eq!(preview["to_write"], json!(expected), "{choice}");
        laptop.ok("import.start", args);
        ended(&laptop);
        let told = view(&laptop, &list["import"]);
        assert_eq!(told["imported"], preview["to_write"], "{choice}");
    }
}

#[test]
fn the_desk_does_not_read_what_a_list_said_of_somebodys_life() {
    let laptop = at_work();
    bring_in(&laptop, LIST.as_bytes());
    let zineb = person(&laptop, "GB111111");
    laptop.sits("samira");
    let page = laptop.ok("person.get", json!({"person": zineb}));
    assert_eq!(page["person"]["record"]["import_remark"], Value::Null);
}

#[test]
fn what_is_to_be_looked_at_again_comes_as_a_sheet_with_every_cell_and_its_reason() {
    let laptop = at_work();
    let evil = "الاسم الكامل;العنوان\n=HYPERLINK(\"http://x\");حي\nأمينة بوعزة;=1+1\n";
    let import = bring_in(&laptop, evil.as_bytes());
    let sheet = laptop.ok("import.error_sheet", json!({"import": import}));
    let bytes = STANDARD.decode(text(&sheet["base64"])).unwrap();
    let table = jisr_lists::read(&bytes, None, &|name| name == "العنوان").unwrap();
    assert_eq!(table.rows.len(), 2);
    let first: Vec<String> = table.rows[0]
        .cells
        .iter()
        .map(jisr_lists::Cell::shown)
        .collect();
    assert_eq!(
        first,
        [
            "2",
            "لا",
            "في خانة الاسم صيغة حسابية",
            "=HYPERLINK(\"http://x\")",
            "حي"
        ]
    );
    assert_eq!(view(&laptop, &import)["has_error_sheet"], true);
}

#[test]
fn a_list_taken_back_leaves_those_who_were_worked_with_and_comes_back_whole() {
    let laptop = at_work();
    laptop.amina();
    let import = bring_in(&laptop, LIST.as_bytes());
    let zineb = person(&laptop, "GB111111");
    laptop.ok(
        "case.open",
        json!({"person": zineb, "case_type": "precarious_family"}),
    );
    laptop.ok("import.undo", json!({"import": import}));
    ended(&laptop);
    assert_eq!(found(&laptop, "العلوي"), 0);
    assert_eq!(found(&laptop, "GB222222"), 0);
    assert_eq!(found(&laptop, "GB111111"), 1, "she has a case");
    assert_eq!(found(&laptop, "أمينة"), 1, "she came another way");
    let told = view(&laptop, &import);
    assert_eq!(
        (&told["state"], &told["kept"]),
        (&json!("undone"), &json!(1))
    );
    let kept = laptop.ok("import.kept", json!({"import": import}));
    assert_eq!(kept["people"][0]["person"], zineb);

    laptop.ok("import.restore", json!({"import": import}));
    ended(&laptop);
    assert_eq!(found(&laptop, "GB222222"), 1);
    // Coming back is no work done with them: the list can be taken back again.
    laptop.ok("import.undo", json!({"import": import}));
    ended(&laptop);
    assert_eq!(found(&laptop, "GB222222"), 0);
}

#[test]
fn an_edit_is_work_and_somebody_hidden_is_not_named_among_the_kept() {
    let laptop = at_work();
    let import = bring_in(&laptop, LIST.as_bytes());
    let hassan = person(&laptop, "GB222222");
    let seen = laptop.ok("person.get", json!({"person": hassan}))["person"]["seen"].clone();
    laptop.ok(
        "person.update",
        json!({"id": hassan, "seen": seen, "patch": {"phone": "0699999999"}}),
    );
    let zineb = person(&laptop, "GB111111");
    laptop.sits("nadia");
    laptop.ok(
        "case.open",
        json!({"person": zineb, "case_type": "woman_victim_of_violence", "confidentiality": "sealed", "named": [laptop.staff("nadia")]}),
    );
    laptop.sits("karim");
    laptop.ok("import.undo", json!({"import": import}));
    ended(&laptop);
    let kept = laptop.ok("import.kept", json!({"import": import}));
    assert_eq!((&kept["total"], len(&kept["people"])), (&json!(1), 1));
    assert_eq!(kept["people"][0]["person"], hassan);
    assert_eq!(view(&laptop, &import)["kept"], 1);
    laptop.sits("nadia");
    assert_eq!(found(&laptop, "GB111111"), 1);
}

/// `n` people.
fn long_list(n: u32) -> String {
    let mut list = "given_name_ar;family_name_ar;cnie\n".to_owned();
    for row in 0..n {
        list.push_str(&format!("أمينة;بنعلي;GB{row:06}\n"));
    }
    list
}

fn count(laptop: &Laptop) -> u64 {
    let session = laptop.core().session().unwrap();
    session
        .store()
        .read(|reader| reader.count(jisr_domain::record::Kind::Person, "1", []))
        .unwrap()
}

#[test]
fn power_cut_in_the_middle_the_list_is_known_as_unfinished_goes_on_and_doubles_nobody() {
    let mut laptop = at_work();
    let list = open(&laptop, "list.csv", long_list(3_000).as_bytes());
    laptop.ok("import.start", json!({"import": list["import"]}));
    loop {
        let status = laptop.ok("import.status", json!({}));
        let done = status["running"]["done"].as_u64();
        if done.is_none_or(|done| done >= 500) {
            break;
        }
    }
    laptop.loses_power();
    laptop.sits("karim");
    let before = count(&laptop);
    let told = view(&laptop, &list["import"]);
    if before < 3_000 {
        assert_eq!(told["state"], "unfinished");
    }
    assert!(before >= 500);
    if told["state"] == "unfinished" {
        laptop.ok("import.resume", json!({"import": list["import"]}));
        let last = ended(&laptop);
        assert_eq!(last["error"], Value::Null);
    }
    assert_eq!(count(&laptop), 3_000);
    let told = view(&laptop, &list["import"]);
    assert_eq!(
        (&told["state"], &told["imported"]),
        (&json!("done"), &json!(3_000))
    );
}

#[test]
fn locked_in_the_middle_what_is_in_stays_and_the_rest_follows_or_the_whole_is_undone() {
    let laptop = at_work();
    let list = open(&laptop, "list.csv", long_list(3_000).as_bytes());
    laptop.ok("import.start", json!({"import": list["import"]}));
    laptop.sits("karim");
    let some = count(&laptop);
    assert_eq!(some % 500, 0, "whole parts");
    assert_eq!(view(&laptop, &list["import"])["state"], "unfinished");
    laptop.ok("import.undo", json!({"import": list["import"]}));
    ended(&laptop);
    assert_eq!(found(&laptop, "بنعلي"), 0);
    assert_eq!(
        laptop
            .refused("import.resume", json!({"import": list["import"]}))
            .code,
        "import_undone"
    );
}

#[test]
fn one_list_at_a_time_and_one_that_was_closed_is_opened_again() {
    let laptop = at_work();
    let list = open(&laptop, "list.csv", LIST.as_bytes());
    laptop.ok("import.close", json!({"import": list["import"]}));
    assert_eq!(
        laptop
            .refused("import.start", json!({"import": list["import"]}))
            .code,
        "import_not_open"
    );
    let list = open(&laptop, "list.csv", LIST.as_bytes());
    laptop.sits("nadia");
    assert_eq!(
        laptop
            .refused("import.preview", json!({"import": list["import"]}))
            .code,
        "import_not_open",
        "a list is its reader's"
    );
}

#[test]
fn a_list_whose_letters_cannot_be_read_is_read_otherwise_until_they_can_and_written_so() {
    let laptop = at_work();
    // As an office with French Windows wrote it: capitals alone look like Arabic letters.
    let bytes = b"Pr\xe9nom;Nom\n\xc9\xc9\xc9;\xc0\xc9\xc8\n";
    let mut list = open(&laptop, "liste.csv", bytes);
    let given = |list: &Value| list["columns"][0]["samples"][0].clone();
    assert_ne!(given(&list), "ÉÉÉ");
    for _ in 0..4 {
        if given(&list) != "ÉÉÉ" {
            assert_eq!(list["reads_otherwise"], true);
            list = laptop.ok("import.reread", json!({ "import": list["import"] }));
        }
    }
    assert_eq!(given(&list), "ÉÉÉ");
    laptop.ok("import.start", json!({ "import": list["import"] }));
    ended(&laptop);
    assert_eq!(found(&laptop, "ÀÉÈ"), 1);

    let plain = open(&laptop, "liste.csv", b"Nom;Commune\nAlaoui;Sale\n");
    assert_eq!(plain["reads_otherwise"], false);
}

#[test]
fn the_family_situation_of_a_list_is_read_however_it_is_written_and_what_is_none_is_told_at_its_row()
 {
    for heading in ["الحالة العائلية", "Situation familiale"] {
        let laptop = at_work();
        let values = [
            ("متزوجة", json!("married")),
            ("Célibataire", json!("single")),
            ("divorcé(e)", json!("divorced")),
            ("أرملة", json!("widowed")),
            ("مهاجرة", Value::Null),
        ];
        let mut file = format!("الاسم الشخصي;الاسم العائلي;الجنس;تاريخ الازدياد;{heading}\n");
        for (n, (value, _)) in values.iter().enumerate() {
            file += &format!("سعاد;الراجي;أنثى;198{n};{value}\n");
        }
        let list = open(&laptop, "list.csv", file.as_bytes());
        assert_eq!(list["columns"][4]["field"], "marital_status", "{heading}");
        let preview = laptop.ok("import.preview", json!({"import": list["import"]}));
        for (row, (value, code)) in preview["rows"].as_array().unwrap().iter().zip(&values) {
            assert_eq!(row["person"]["marital_status"], *code, "{value}: {row}");
            assert_eq!(
                len(&row["doubts"]),
                usize::from(code.is_null()),
                "{value}: {row}"
            );
        }
        assert_eq!(
            preview["rows"][4]["doubts"][0],
            json!({"code": "choice_unreadable", "column": heading})
        );
    }
}

#[test]
fn a_mapping_says_what_columns_mean_and_contradicts_itself_in_words() {
    let laptop = at_work();
    let list = open(&laptop, "list.csv", "a;b;c\nأمينة;بنعلي;07\n".as_bytes());
    let refused = |mapping: Value| {
        let args = json!({"import": list["import"], "mapping": mapping});
        laptop.refused("import.preview", args).code
    };
    assert_eq!(refused(json!({})), "import_no_name");
    assert_eq!(
        refused(json!({"a": "given_name_ar", "b": "given_name_ar"})),
        "import_twice"
    );
    assert_eq!(refused(json!({"z": "given_name_ar"})), "import_no_column");
    let preview = laptop.ok(
        "import.preview",
        json!({"import": list["import"], "mapping": {"a": "given_name_ar", "b": "family_name_ar", "c": "nothing"}}),
    );
    assert_eq!(preview["rows"][0]["person"]["import_remark"], Value::Null);
}

#[test]
fn files_that_are_no_lists_are_refused_with_their_reason() {
    let laptop = at_work();
    let refused = |bytes: &[u8]| {
        laptop
            .refused(
                "import.open",
                json!({"file_name": "list.xlsx", "content": STANDARD.encode(bytes)}),
            )
            .code
    };
    assert_eq!(refused(b"%PDF-1.7 no list"), "import_type");
    assert_eq!(refused(b""), "import_empty");
    assert_eq!(refused(b"PK\x03\x04 cut"), "import_damaged");
    assert_eq!(
        refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        "import_old_format"
    );
    let million = format!("given_name_ar;phone\n{}", "a;1\n".repeat(1_000_000));
    let said = laptop.refused(
        "import.open",
        json!({"file_name": "x", "content": STANDARD.encode(million)}),
    );
    assert_eq!(
        (said.code.as_str(), &said.args["limit"]),
        ("import_rows", &json!(250_000))
    );
}

#[test]
fn nothing_of_a_list_lies_in_clear_on_the_disk() {
    let mut laptop = at_work();
    let list = open(
        &laptop,
        "list.csv",
        "given_name_lat;cnie\nZqxwvName;ZQ998877\n".as_bytes(),
    );
    laptop.ok("import.start", json!({"import": list["import"]}));
    ended(&laptop);
    laptop.stops();
    let mut folders = vec![laptop.profile()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).unwrap();
                let clear = bytes.windows(9).any(|part| part == b"ZqxwvName");
                assert!(!clear, "{}", path.display());
            }
        }
    }
}

#[test]
fn lists_are_for_those_who_answer_for_the_register_and_go_out_by_the_director() {
    for role in Role::ALL {
        assert_eq!(
            role.imports_lists(),
            matches!(role, Role::Caseworker | Role::Director)
        );
        assert_eq!(role.exports_lists(), role == Role::Director);
    }
    let laptop = at_work();
    let import = bring_in(&laptop, LIST.as_bytes());
    laptop.sits("nadia");
    assert_eq!(
        laptop
            .refused("import.undo", json!({"import": import}))
            .code,
        "forbidden"
    );
    assert_eq!(laptop.refused("export.people", json!({})).code, "forbidden");
    laptop.sits("samira");
    assert_eq!(laptop.refused("import.list", json!({})).code, "forbidden");
}

fn rows_of(document: &Value) -> Vec<Vec<String>> {
    let bytes = STANDARD.decode(text(&document["base64"])).unwrap();
    let table = jisr_lists::read(&bytes, None, &|_| true).unwrap();
    table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(jisr_lists::Cell::shown).collect())
        .collect()
}

#[test]
fn people_go_out_as_the_director_may_know_them_and_the_log_says_who_took_what() {
    let laptop = at_work();
    laptop.amina();
    let hidden = laptop.register(json!({"given_name_ar": "سعاد", "family_name_ar": "بوعزة"}));
    let evil = laptop.register(json!({"given_name_ar": "=1+1", "family_name_ar": "بوعزة", "phone": "0611111111", "safe_contact": "yes"}));
    laptop.sits("nadia");
    laptop.ok(
        "case.open",
        json!({"person": hidden, "case_type": "woman_victim_of_violence", "confidentiality": "sealed", "named": [laptop.staff("nadia")]}),
    );
    laptop.sits("karim");
    let made = laptop.ok(
        "export.people",
        json!({"query": "بوعزة", "columns": ["given_name_ar", "birth_date", "phone"], "language": "fr"}),
    );
    let rows = rows_of(&made);
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows.iter().all(|row| row[0] != "سعاد"));
    let amina = rows.iter().find(|row| row[0] == "أمينة").unwrap();
    assert_eq!(amina[1], "1991");
    assert_eq!(amina[2], "", "nobody asked whether she may be called");
    let other = rows.iter().find(|row| row[0] == "=1+1").unwrap();
    assert_eq!(other[2], "06 11 11 11 11");
    assert_eq!(text(&json!(evil)).len(), 36);
    let session = laptop.core().session().unwrap();
    let line = session
        .read(|reader| Ok(reader.audit(None, 1)?))
        .unwrap()
        .remove(0);
    assert_eq!(line.action, "export");
    assert_eq!(
        line.fields,
        [
            "given_name_ar",
            "birth_date",
            "phone",
            "safe_contact",
            "rows:2"
        ]
    );
}

#[test]
fn cases_go_out_without_what_is_restricted_unless_it_is_asked_for_and_never_what_is_sealed() {
    let laptop = at_work();
    let amina = laptop.amina();
    laptop.restricted_case(&amina);
    let fatima = laptop.register(json!({"given_name_ar": "فاطمة"}));
    laptop.ok(
        "case.open",
        json!({"person": fatima, "case_type": "precarious_family"}),
    );
    let sealed = laptop.register(json!({"given_name_ar": "نعيمة"}));
    laptop.ok(
        "case.open",
        json!({"person": sealed, "case_type": "precarious_family", "confidentiality": "sealed", "named": [laptop.staff("karim")]}),
    );
    let names = |args: Value| {
        let mut names: Vec<String> = rows_of(&laptop.ok("export.cases", args))
            .into_iter()
            .map(|row| row[1].clone())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names(json!({})), ["فاطمة"]);
    assert_eq!(names(json!({"restricted": true})), ["أمينة", "فاطمة"]);
}

#[test]
fn every_code_of_a_list_has_its_words() {
    for language in ["ar", "fr", "en"] {
        let path = format!(
            "{}/../../assets/locales/{language}.json",
            env!("CARGO_MANIFEST_DIR")
        );
        let words: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let doubts = Doubt::ALL
            .iter()
            .map(|one| format!("list_doubt.{}", one.code()));
        let refusals = Refusal::ALL
            .iter()
            .map(|one| format!("list_refusal.{}", one.code()));
        let fields = ListField::all().iter().map(|one| {
            let family = one.field().map_or("list_field", |_| "field_name");
            format!("{family}.{}", one.code())
        });
        for key in doubts.chain(refusals).chain(fields) {
            assert!(words[&key].is_string(), "{language}: {key}");
        }
    }
}
