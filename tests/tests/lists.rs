//! Lists from the command line, and lists on two laptops.

use std::path::Path;
use std::process::{Command, Stdio};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_tests::hub::Hub;
use jisr_tests::laptop::Laptop;
use jisr_tests::programs::{PASSPHRASE, cli, program};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A new profile whose director is Hanane.
fn profile(folder: &TempDir) -> String {
    let profile = folder.path().join("profile").display().to_string();
    cli(&[
        "--profile",
        &profile,
        "init",
        "--center",
        "مركز الأمل",
        "--province",
        "04.281",
        "--user",
        "Hanane",
        "--role",
        "director",
    ]);
    profile
}

fn file(folder: &TempDir, name: &str, content: &[u8]) -> String {
    let path = folder.path().join(name);
    std::fs::write(&path, content).expect("a file");
    path.display().to_string()
}

fn summary(arguments: &[&str]) -> Value {
    serde_json::from_str(&cli(arguments)).expect("JSON")
}

fn found(profile: &str, query: &str) -> usize {
    let args = json!({ "query": query }).to_string();
    let answer = summary(&["--profile", profile, "rpc", "person.search", &args]);
    answer["people"].as_array().map_or(0, Vec::len)
}

#[test]
fn what_went_wrong_is_shown_before_it_is_written_and_a_profile_that_does_not_open_tells_what_it_can()
 {
    let folder = TempDir::new().expect("a folder");
    let profile = profile(&folder);
    let out = folder.path().join("for-support.json");
    let nobody = json!({ "person": "01a1c46f-7040-7000-8000-000000000001" }).to_string();
    let refused = Command::new(program("jisr-cli"))
        .args(["--profile", &profile, "rpc", "person.get", &nobody])
        .env("JISR_PASSPHRASE", PASSPHRASE)
        .output()
        .expect("jisr-cli starts");
    assert!(!refused.status.success());
    let told = |passphrase: &str, more: &[&str]| {
        let output = Command::new(program("jisr-cli"))
            .args(["--profile", &profile, "diagnostics", "--out"])
            .arg(&out)
            .args(more)
            .env("JISR_PASSPHRASE", passphrase)
            .stdin(Stdio::null())
            .output()
            .expect("jisr-cli starts");
        assert!(output.status.success());
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let shown = told(PASSPHRASE, &[]);
    assert!(
        shown.contains("\"person.get\"") && shown.contains("\"not_found\""),
        "{shown}"
    );
    assert!(
        !shown.contains("Hanane") && !shown.contains("الأمل"),
        "{shown}"
    );
    assert!(!out.exists(), "nobody was there to say yes");
    let shown = told(PASSPHRASE, &["--yes"]);
    assert_eq!(std::fs::read_to_string(&out).expect("the file"), shown);

    std::fs::remove_file(&out).expect("removed");
    let shut: Value = serde_json::from_str(&told("not the one at all", &["--yes"])).expect("JSON");
    assert_eq!(shut["refused"], "wrong_passphrase");
    assert_eq!(shut["slots"], 1);
    assert!(
        shut["files"]
            .as_array()
            .is_some_and(|files| files.len() >= 3),
        "{shut}"
    );
    assert!(!shut.to_string().contains("Hanane"), "{shut}");
}

#[test]
fn a_file_with_the_fields_for_headings_needs_no_mapping() {
    let folder = TempDir::new().expect("a folder");
    let profile = profile(&folder);
    let list = "id,given_name_ar,family_name_ar,given_name_lat,family_name_lat,mother_name_ar,sex,birth_date,cnie,phone,province,commune\n\
        D2017,أمينة,بنعلي,Amina,Benali,خديجة,female,1991-03-14,GB123456,0612345678,04.281,04.281.01.01\n\
        D2018,حسن,العمراني,,,,male,1985,,,,\n\
        D2019,,,,,,female,1990,,,,\n";
    let file = file(&folder, "list.csv", list.as_bytes());
    let dry = summary(&["--profile", &profile, "import", &file, "--dry-run"]);
    assert_eq!(
        (
            &dry["dry_run"],
            &dry["rows"],
            &dry["imported"],
            &dry["refused"]
        ),
        (&json!(true), &json!(3), &json!(2), &json!(1))
    );
    assert_eq!(found(&profile, "GB123456"), 0, "a dry run writes nothing");

    let done = summary(&["--profile", &profile, "import", &file]);
    assert_eq!(
        (
            &done["rows"],
            &done["imported"],
            &done["refused"],
            &done["warnings"]
        ),
        (&json!(3), &json!(2), &json!(1), &json!(0))
    );
    assert!(
        done["error_sheet"]
            .as_str()
            .is_some_and(|told| told.contains("import.error_sheet")),
        "{done}"
    );
    for query in ["GB123456", "Amina", "بنعلي", "0612345678", "D2017"] {
        assert_eq!(found(&profile, query), 1, "{query}");
    }
    let args = json!({ "query": "GB123456" }).to_string();
    let answer = summary(&["--profile", &profile, "rpc", "person.search", &args]);
    let card = &answer["people"][0]["person"];
    assert_eq!(
        (&card["birth_date"], &card["commune_fr"]),
        (&json!("1991-03-14"), &json!("Kénitra"))
    );
}

#[test]
fn a_mapping_names_columns_and_an_excel_file_is_known_by_its_content() {
    let folder = TempDir::new().expect("a folder");
    let profile = profile(&folder);
    let list = "الاسم;شهرة;رمز\nأمينة بنعلي;Mina;A-70551\n";
    let file = file(&folder, "list.xlsx", list.as_bytes());
    let mapping = self::file(
        &folder,
        "mapping.json",
        json!({ "الاسم": "full_name", "شهرة": "nickname", "رمز": "id" })
            .to_string()
            .as_bytes(),
    );
    let sheet = folder.path().join("errors.xlsx").display().to_string();
    let done = summary(&[
        "--profile",
        &profile,
        "import",
        &file,
        "--mapping",
        &mapping,
        "--errors",
        &sheet,
    ]);
    assert_eq!(
        (&done["format"], &done["imported"]),
        (&json!("csv"), &json!(1))
    );
    assert_eq!(done["columns"]["رمز"], "paper_file");
    assert_eq!(done["error_sheet"], Value::Null, "nothing to look at again");
    assert!(!Path::new(&sheet).exists());
    assert_eq!(found(&profile, "A-70551"), 1);
}

#[test]
fn what_is_no_list_or_no_field_ends_in_one_line_that_says_so() {
    let folder = TempDir::new().expect("a folder");
    let profile = profile(&folder);
    let picture = file(&folder, "list.csv", b"\x89PNG\r\n\x1a\n");
    let mapping = file(&folder, "mapping.json", br#"{"a": "shoe_size"}"#);
    let list = file(&folder, "other.csv", b"a;b\n1;2\n");
    for (arguments, said) in [
        (vec!["import", &picture], "import_type"),
        (vec!["import", &list, "--mapping", &mapping], "shoe_size"),
        (vec!["import", "/nowhere/at/all.csv"], "/nowhere/at/all.csv"),
    ] {
        let output = Command::new(program("jisr-cli"))
            .args(["--profile", &profile])
            .args(&arguments)
            .env("JISR_PASSPHRASE", PASSPHRASE)
            .stdin(Stdio::null())
            .output()
            .expect("jisr-cli starts");
        let words = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success());
        assert!(
            words.contains(said) && words.trim().lines().count() == 1,
            "{words}"
        );
    }
}

/// Hanane, director, and Latifa, caseworker, each on a laptop enrolled at one hub.
fn center() -> (Hub, Laptop, Laptop) {
    let hub = Hub::start();
    let hanane = Laptop::set_up("Hanane Cherkaoui", "director", 1);
    hanane.enrol(&hub.url, &hub.admin(&["code"]), false);
    hanane.sync();
    let latifa = Laptop::set_up("Latifa Benali", "director", 2);
    latifa.enrol(
        &hub.url,
        &hub.admin(&["code", "--user", "Latifa Benali", "--role", "caseworker"]),
        true,
    );
    latifa.sync();
    hanane.sync();
    (hub, hanane, latifa)
}

fn wait(laptop: &Laptop) {
    while !laptop.rpc("import.status", json!({}))["running"].is_null() {
        std::thread::yield_now();
    }
}

fn bring_in(laptop: &Laptop, list: &str) -> Value {
    let opened = laptop.rpc(
        "import.open",
        json!({ "file_name": "لائحة.csv", "content": STANDARD.encode(list) }),
    );
    laptop.rpc("import.start", json!({ "import": opened["import"] }));
    wait(laptop);
    opened["import"].clone()
}

fn undo(laptop: &Laptop, import: &Value) {
    laptop.rpc("import.undo", json!({ "import": import }));
    wait(laptop);
}

const LIST: &str = "given_name_ar;family_name_ar;cnie\nزينب;المرابط;GB111111\nحسن;بوعزة;GB222222\n";

#[test]
fn a_list_taken_back_is_gone_from_the_other_laptop_after_a_round() {
    let (_hub, hanane, latifa) = center();
    let import = bring_in(&latifa, LIST);
    latifa.sync();
    hanane.sync();
    assert!(hanane.finds("GB111111"));
    let lists = hanane.rpc("import.list", json!({}));
    assert_eq!(
        (
            &lists[0]["import"],
            &lists[0]["state"],
            &lists[0]["imported"]
        ),
        (&import, &json!("done"), &json!(2))
    );
    undo(&hanane, &import);
    hanane.sync();
    latifa.sync();
    assert!(!latifa.finds("GB111111") && !latifa.finds("المرابط"));
    assert_eq!(latifa.rpc("import.list", json!({}))[0]["state"], "undone");
    hanane.rpc("import.restore", json!({ "import": import }));
    wait(&hanane);
    hanane.sync();
    latifa.sync();
    assert!(latifa.finds("GB111111"));
}

#[test]
fn whoever_was_worked_with_elsewhere_meanwhile_comes_back_by_themselves() {
    let (_hub, hanane, latifa) = center();
    let import = bring_in(&latifa, LIST);
    latifa.sync();
    hanane.sync();
    let zineb = latifa.rpc("person.search", json!({ "query": "GB111111" }))["people"][0]["person"]
        ["person"]
        .clone();
    latifa.rpc(
        "case.open",
        json!({ "person": zineb, "case_type": "precarious_family" }),
    );
    // Hanane has not heard of the case yet.
    undo(&hanane, &import);
    assert!(!hanane.finds("GB111111"));
    latifa.sync();
    hanane.sync();
    assert!(hanane.finds("GB111111"), "she has a case");
    assert!(!hanane.finds("GB222222"));
    hanane.sync();
    latifa.sync();
    assert!(latifa.finds("GB111111") && !latifa.finds("GB222222"));
    let kept = hanane.rpc("import.kept", json!({ "import": import }));
    assert_eq!(kept["people"][0]["person"], zineb);
}
