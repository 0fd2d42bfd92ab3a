//! Scans and photos at the desk and in a case: who may add, see and take back which.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code, reason = "what other tests need of the laptop")]
#[path = "desk/laptop.rs"]
mod laptop;
mod pictures;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_commands::print::letterhead;
use laptop::Laptop;
use serde_json::{Value, json};

fn pdf(words: &str) -> String {
    STANDARD.encode([b"%PDF-1.7\n", words.as_bytes()].concat())
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
        json!({"case": case, "purpose": "certificate", "name": "شهادة طبية", "content": pdf("ورقة")}),
    );
    let page = laptop.ok("case.get", json!({"case": case}));
    let row = &page["attachments"][0];
    assert_eq!(row["name"], "شهادة طبية");
    assert_eq!(row["media_type"], "application/pdf");
    assert_eq!(row["place"], "only_here");
    assert_eq!(row["staff"]["name_ar"], "نادية المنصوري");
    assert!(row.get("key").is_none() && row.get("hash").is_none());
    let shown = laptop.ok("attachment.get", json!({"attachment": scan}));
    assert_eq!(shown["base64"], pdf("ورقة"));
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
        json!({"person": amina, "purpose": "person_photo", "content": pdf("photo")}),
    );
    let paper = add(
        &laptop,
        json!({"person": amina, "purpose": "certificate", "content": pdf("paper")}),
    );
    let in_case = add(
        &laptop,
        json!({"case": case, "purpose": "person_photo", "content": pdf("bruise")}),
    );

    laptop.sits("samira");
    let own = add(
        &laptop,
        json!({"person": amina, "purpose": "identity_paper", "content": pdf("cnie")}),
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
        json!({"person": amina, "purpose": "court_paper", "content": pdf("x")}),
        json!({"case": case, "purpose": "person_photo", "content": pdf("x")}),
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
            json!({"case": case, "purpose": "other", "content": pdf("x")}),
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
            STANDARD.encode([b"%PDF-", &vec![0; 10 << 20][..]].concat()),
            "attachment_size",
        ),
        (
            STANDARD.encode([b"\xFF\xD8\xFF", &vec![0; 31 << 20][..]].concat()),
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
fn a_picture_is_kept_upright_and_without_the_place_it_was_taken_at() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    for (kind, taken) in [
        ("jpeg", pictures::jpeg(6)),
        ("png", pictures::png(6)),
        ("webp", pictures::webp(6)),
        ("jpeg", pictures::jpeg(8)),
        ("jpeg", pictures::jpeg(1)),
    ] {
        assert!(pictures::tells(&taken), "{kind} says where it was taken");
        let turned = pictures::orientation(&taken);
        let id = add(
            &laptop,
            json!({"person": amina, "purpose": "person_photo", "content": STANDARD.encode(&taken)}),
        );
        let shown = laptop.ok("attachment.get", json!({"attachment": id}));
        assert_eq!(shown["mime"], "image/jpeg");
        let kept = STANDARD.decode(shown["base64"].as_str().unwrap()).unwrap();
        assert!(!pictures::tells(&kept), "{kind} still does");
        pictures::stands_upright(&kept, turned);
        let row = laptop.ok("person.get", json!({"person": amina}))["attachments"][0].clone();
        assert_eq!(row["size"], kept.len(), "{kind}");
    }
}

#[test]
fn a_large_picture_is_made_small_and_a_clear_one_white() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let kept = |content: Vec<u8>| {
        let id = add(
            &laptop,
            json!({"person": amina, "purpose": "other", "content": STANDARD.encode(content)}),
        );
        let shown = laptop.ok("attachment.get", json!({"attachment": id}));
        image::load_from_memory(&STANDARD.decode(shown["base64"].as_str().unwrap()).unwrap())
            .unwrap()
            .into_rgb8()
    };
    assert_eq!(
        kept(pictures::plain(3200, 800, 255)).dimensions(),
        (1600, 400)
    );
    assert_eq!(kept(pictures::plain(30, 40, 255)).dimensions(), (30, 40));
    let clear = kept(pictures::plain(8, 8, 0));
    assert!(clear.pixels().all(|point| point.0.iter().all(|c| *c > 250)));
}

#[test]
fn a_picture_nobody_can_show_is_refused_with_what_to_do() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let whole = pictures::png(1);
    let photo = pictures::jpeg(1);
    let end = photo
        .windows(2)
        .rposition(|two| two == [0xFF, 0xD9])
        .unwrap();
    for (content, code) in [
        (
            b"\0\0\0\x24ftypheic\0\0\0\0mif1MiHE".to_vec(),
            "attachment_heic",
        ),
        (
            b"\0\0\0\x18ftypmif1\0\0\0\0heic....".to_vec(),
            "attachment_heic",
        ),
        (
            b"\xFF\xD8\xFF\xE0 no picture".to_vec(),
            "attachment_unreadable",
        ),
        (whole[..40].to_vec(), "attachment_unreadable"),
        // Pulled out of a telephone before its end.
        (photo[..end].to_vec(), "attachment_unreadable"),
        (pictures::claims(60_000, 60_000), "attachment_unreadable"),
        (pictures::claims(19_000, 19_000), "attachment_unreadable"),
        (b"RIFF\x04\0\0\0WEBPVP8 ".to_vec(), "attachment_unreadable"),
    ] {
        let refused = laptop.refused(
            "attachment.add",
            json!({"person": amina, "purpose": "other", "name": "photo.jpg", "content": STANDARD.encode(content)}),
        );
        assert_eq!(refused.code, code);
    }
    let page = laptop.ok("person.get", json!({"person": amina}));
    assert_eq!(page["attachments"], json!([]));
}

#[test]
fn the_papers_of_the_center_carry_its_address_telephone_and_logo() {
    let laptop = Laptop::new();
    let head = || {
        let session = laptop.core().session().unwrap();
        session.read(|reader| letterhead(&session, reader)).unwrap()
    };
    laptop.sits("nadia");
    let seen = laptop.ok("center.get", json!({}))["center"]["seen"].clone();
    let reached = |seen: &Value| json!({"seen": seen, "address": "شارع محمد الخامس، 12 bis", "phone": "0537 12 34 56"});
    let logo = |bytes: &[u8]| json!({"content": STANDARD.encode(bytes)});
    for (command, args) in [
        ("center.update", reached(&seen)),
        ("center.set_logo", logo(&pictures::png(1))),
        ("center.set_logo", json!({})),
    ] {
        assert_eq!(laptop.refused(command, args).code, "forbidden");
    }

    laptop.sits("karim");
    laptop.ok("center.update", reached(&seen));
    laptop.seconds(1);
    laptop.ok("center.set_logo", logo(&pictures::jpeg(6)));
    assert_eq!(head().address, "شارع محمد الخامس، 12 bis");
    assert_eq!(head().phone.as_deref(), Some("05 37 12 34 56"));
    let first = head().logo.unwrap();
    assert!(!pictures::tells(&first));
    pictures::stands_upright(&first, 6);
    laptop.seconds(1);
    laptop.ok("center.set_logo", logo(&pictures::plain(2000, 500, 0)));
    let second = image::load_from_memory(&head().logo.unwrap()).unwrap();
    assert_eq!((second.width(), second.height()), (480, 120));
    assert_eq!(
        second.into_rgba8().get_pixel(5, 5).0[3],
        0,
        "clear stays clear"
    );
    for (bytes, code) in [
        (b"%PDF-1.7".to_vec(), "logo_type"),
        (b"<svg/>".to_vec(), "logo_type"),
        (
            b"\0\0\0\x24ftypheic\0\0\0\0mif1MiHE".to_vec(),
            "attachment_heic",
        ),
        (pictures::claims(60_000, 2), "attachment_unreadable"),
    ] {
        assert_eq!(laptop.refused("center.set_logo", logo(&bytes)).code, code);
    }
    // Every colleague prints with it, and it is in nobody's file.
    laptop.sits("samira");
    let amina = laptop.amina();
    let opened = laptop.ok(
        "reception.open",
        json!({"reception": {"person": amina, "source": "self"}}),
    );
    let receipt = laptop.ok(
        "reception.receipt",
        json!({"reception": opened["reception"]}),
    );
    assert!(receipt["base64"].as_str().unwrap().starts_with("JVBERi0"));
    assert_eq!(
        laptop.ok("person.get", json!({"person": amina}))["attachments"],
        json!([])
    );
    assert_eq!(
        laptop.ok("center.get", json!({}))["logo"]["mime"],
        "image/png"
    );

    laptop.sits("karim");
    laptop.ok("center.set_logo", json!({}));
    assert_eq!(head().logo, None);
    let seen = laptop.ok("center.get", json!({}))["center"]["seen"].clone();
    laptop.ok(
        "center.update",
        json!({"seen": seen, "address": " ", "phone": "0537 12 34 56"}),
    );
    assert_eq!(head().address, "");
    assert_eq!(head().phone.as_deref(), Some("05 37 12 34 56"));
}

#[test]
fn a_paper_laid_in_the_wrong_file_is_taken_back_and_not_shown_again() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let scan = add(
        &laptop,
        json!({"person": amina, "purpose": "certificate", "content": pdf("of somebody else")}),
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
        args["content"] = json!(pdf("copy"));
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
