//! Scans and photos at the desk and in a case: who may add, see and take back which.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code, reason = "what other tests need of the laptop")]
#[path = "desk/laptop.rs"]
mod laptop;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use laptop::Laptop;
use serde_json::{Value, json};

fn jpeg(words: &str) -> String {
    STANDARD.encode([b"\xFF\xD8\xFF\xE0", words.as_bytes()].concat())
}

fn add(laptop: &Laptop, args: Value) -> Value {
    laptop.seconds(1);
    laptop.ok("attachment.add", args)["id"].clone()
}

fn ids(list: &Value) -> Vec<Value> {
    let list = list.as_array().unwrap();
    list.iter().map(|one| one["id"].clone()).collect()
}

#[test]
fn what_is_attached_is_shown_as_it_was_and_its_key_never() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let case = laptop.restricted_case(&amina);
    let scan = add(
        &laptop,
        json!({"case": case, "purpose": "certificate", "name": "شهادة طبية", "content": jpeg("ورقة")}),
    );
    let page = laptop.ok("case.get", json!({"case": case}));
    let row = &page["attachments"][0];
    assert_eq!(row["name"], "شهادة طبية");
    assert_eq!(row["media_type"], "image/jpeg");
    assert_eq!(row["place"], "only_here");
    assert_eq!(row["staff"]["name_ar"], "نادية المنصوري");
    assert!(row.get("key").is_none() && row.get("hash").is_none());
    let shown = laptop.ok("attachment.get", json!({"attachment": scan}));
    assert_eq!(shown["base64"], jpeg("ورقة"));
    assert!(
        laptop
            .viewed(scan.as_str().unwrap())
            .iter()
            .any(|who| !who.is_empty()),
        "a look into a restricted case is written down"
    );
}

#[test]
fn the_desk_sees_the_photo_and_what_it_added_and_a_colleague_nothing_of_a_restricted_case() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let case = laptop.restricted_case(&amina);
    let photo = add(
        &laptop,
        json!({"person": amina, "purpose": "person_photo", "content": jpeg("photo")}),
    );
    let paper = add(
        &laptop,
        json!({"person": amina, "purpose": "certificate", "content": jpeg("paper")}),
    );
    let in_case = add(
        &laptop,
        json!({"case": case, "purpose": "person_photo", "content": jpeg("bruise")}),
    );

    laptop.sits("samira");
    let own = add(
        &laptop,
        json!({"person": amina, "purpose": "identity_paper", "content": jpeg("cnie")}),
    );
    let page = laptop.ok("person.get", json!({"person": amina}));
    assert_eq!(ids(&page["attachments"]), [own.clone(), photo.clone()]);
    for hidden in [&paper, &in_case] {
        let code = laptop
            .refused("attachment.get", json!({"attachment": hidden}))
            .code;
        assert_eq!(code, "not_found");
    }
    for not_hers in [
        json!({"person": amina, "purpose": "court_paper", "content": jpeg("x")}),
        json!({"case": case, "purpose": "person_photo", "content": jpeg("x")}),
    ] {
        assert_eq!(laptop.refused("attachment.add", not_hers).code, "forbidden");
    }

    laptop.sits("youssef");
    let page = laptop.ok("person.get", json!({"person": amina}));
    assert_eq!(ids(&page["attachments"]), [own, paper, photo]);
    for (command, args) in [
        ("attachment.get", json!({"attachment": in_case})),
        (
            "attachment.withdraw",
            json!({"attachment": in_case, "seen": page["attachments"][0]["seen"], "reason": "x"}),
        ),
        (
            "attachment.add",
            json!({"case": case, "purpose": "other", "content": jpeg("x")}),
        ),
    ] {
        assert_eq!(laptop.refused(command, args).code, "not_found", "{command}");
    }
}

#[test]
fn a_file_is_what_its_bytes_say_and_no_larger_than_any_kept() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let with = |content: String| json!({"person": amina, "purpose": "other", "name": "photo.jpg", "content": content});
    for (content, code) in [
        (STANDARD.encode("<svg onload=alert(1)>"), "attachment_type"),
        (String::new(), "attachment_size"),
        (
            STANDARD.encode([b"\xFF\xD8\xFF", &vec![0; 10 << 20][..]].concat()),
            "attachment_size",
        ),
        ("لا شيء".to_owned(), "argument"),
    ] {
        let refused = laptop.refused("attachment.add", with(content));
        assert_eq!(refused.code, code);
    }
    let page = laptop.ok("person.get", json!({"person": amina}));
    assert_eq!(page["attachments"], json!([]));
}

#[test]
fn a_paper_laid_in_the_wrong_file_is_taken_back_and_not_shown_again() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let scan = add(
        &laptop,
        json!({"person": amina, "purpose": "certificate", "content": jpeg("of somebody else")}),
    );
    let row = laptop.ok("person.get", json!({"person": amina}))["attachments"][0].clone();
    let without = json!({"attachment": scan, "seen": row["seen"]});
    assert_eq!(
        laptop.refused("attachment.withdraw", without).code,
        "required"
    );
    laptop.ok(
        "attachment.withdraw",
        json!({"attachment": scan, "seen": row["seen"], "reason": "وثيقة شخص آخر"}),
    );
    let row = laptop.ok("person.get", json!({"person": amina}))["attachments"][0].clone();
    assert_eq!(row["withdrawn_reason"], "وثيقة شخص آخر");
    let code = laptop
        .refused("attachment.get", json!({"attachment": scan}))
        .code;
    assert_eq!(code, "attachment_withdrawn");
}

#[test]
fn a_copy_belongs_to_a_paper_of_the_same_case() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let opened = json!({"person": amina, "case_type": "woman_victim_of_violence", "protocol": "woman_victim_of_violence"});
    let case = laptop.ok("case.open", opened)["case"].clone();
    let page = laptop.ok("case.get", json!({"case": case}));
    let track = &page["track"];
    let step = track["steps"]
        .as_array()
        .unwrap()
        .iter()
        .find(|step| step["documents"] != json!([]))
        .unwrap();
    let document = laptop.ok(
        "step.document",
        json!({"case": case, "instance": track["instance"], "step": step["step"], "document": step["documents"][0]["document"], "status": "copied"}),
    );
    let copy = |args: Value| {
        let mut args = args;
        args["document"] = document["id"].clone();
        args["purpose"] = json!("certificate");
        args["content"] = json!(jpeg("copy"));
        args
    };
    laptop.ok("attachment.add", copy(json!({"case": case})));
    let page = laptop.ok("case.get", json!({"case": case}));
    assert_eq!(page["attachments"][0]["document"], document["id"]);
    assert_eq!(
        laptop
            .refused("attachment.add", copy(json!({"person": amina})))
            .code,
        "not_found"
    );
}
