//! A day at the desk of a social center, through the same door the windows use.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(
    dead_code,
    reason = "what other tests need of the laptop and the desk does not"
)]
#[path = "desk/laptop.rs"]
mod laptop;

use jisr_commands::print::letterhead;
use jisr_domain::center::Center;
use laptop::{Laptop, len, text};
use serde_json::{Value, json};

#[test]
fn amina_is_found_however_her_name_is_typed() {
    let laptop = Laptop::new();
    laptop.sits("samira");
    laptop.amina();
    for query in [
        "أمينة",
        "امينه بوعزة",
        "amina",
        "GB123456",
        "0612345678",
        "+212 6 12 34",
    ] {
        let found = laptop.ok("person.search", json!({"query": query}));
        assert_eq!(len(&found["people"]), 1, "{query}");
        assert_eq!(found["people"][0]["person"]["given_name_ar"], "أمينة");
    }
    assert_eq!(
        len(&laptop.ok("person.search", json!({"query": "  "}))["people"]),
        0
    );
    assert_eq!(
        len(&laptop.ok("person.search", json!({"query": "خديجة"}))["people"]),
        0
    );
}

#[test]
fn what_is_odd_is_said_before_registering_and_never_refused() {
    let laptop = Laptop::new();
    laptop.sits("samira");
    laptop.amina();
    let odd = json!({"person": {"nickname": "با علال", "sex": "male", "birth_date": "unknown", "cnie": "123", "phone": "عند الجارة"}});
    let checked = laptop.ok("person.check", odd.clone());
    let codes: Vec<&str> = checked["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|w| w["code"].as_str())
        .collect();
    assert_eq!(codes, ["cnie_unusual", "phone_unreadable"]);
    laptop.ok("person.register", odd);

    let twin = laptop.ok(
        "person.check",
        json!({"person": {"given_name_lat": "Amina", "cnie": "GB123456"}}),
    );
    assert_eq!(twin["person"]["cnie"], "GB123456");
    assert_eq!(twin["same_papers"][0]["matched"], json!(["cnie"]));
    let like = laptop.ok(
        "person.check",
        json!({"person": {"given_name_lat": "Amina", "cnie": "GB12345"}}),
    );
    assert_eq!(
        len(&like["same_papers"]),
        0,
        "a number that only begins like hers is another person's"
    );

    for (person, code) in [
        (json!({"cnie": "GB1"}), "name_missing"),
        (
            json!({"nickname": "x", "birth_date": "2031"}),
            "birth_unreadable",
        ),
        (
            json!({"given_name_ar": "فاطمة", "birth_date": "1984"}),
            "sex_missing",
        ),
        (
            json!({"given_name_ar": "فاطمة", "sex": "female"}),
            "birth_missing",
        ),
    ] {
        assert_eq!(
            laptop
                .refused("person.register", json!({"person": person}))
                .code,
            code
        );
    }
    let long = laptop.refused(
        "person.register",
        json!({"person": {"nickname": "م".repeat(30_000)}}),
    );
    assert_eq!(
        (long.code.as_str(), &long.args["field"]),
        ("text_too_long", &json!("nickname"))
    );
}

#[test]
fn a_passage_at_the_desk_becomes_a_person_and_its_draft_goes() {
    let laptop = Laptop::new();
    laptop.sits("samira");
    let first = laptop.ok(
        "reception.open",
        json!({"reception": {"source": "self", "reason": "تريد الاستفسار"}}),
    );
    let second = laptop.ok("reception.open", json!({}));
    assert_eq!(
        (&first["number"], &second["number"]),
        (&json!(1), &json!(2))
    );
    let draft = laptop.ok(
        "draft.save",
        json!({"form": "intake", "title": "أمينة", "body": {"given_name_ar": "أمينة"}}),
    );
    let args = json!({"person": {"given_name_ar": "أمينة", "sex": "female", "birth_date": "1991"}, "reception": first["reception"], "draft": draft["draft"]});
    let changes = laptop.changes("person.register", args.clone());
    assert_eq!(changes, ["draft", "person", "reception"]);
    assert_eq!(len(&laptop.ok("draft.list", json!({}))), 0);
    assert_eq!(
        laptop.refused("person.register", args).code,
        "reception_taken"
    );

    let register = laptop.ok("reception.list", json!({}));
    assert_eq!(len(&register), 2);
    assert_eq!(
        register[0]["reception"]["record"]["number"], 2,
        "newest first"
    );
    assert_eq!(register[1]["person"]["given_name_ar"], "أمينة");
    assert_eq!(
        register[1]["reception"]["record"]["reason"], "تريد الاستفسار",
        "Samira wrote it herself"
    );

    laptop.ok(
        "reception.update",
        json!({"id": first["reception"], "seen": first["seen"], "patch": {"orientation": "information", "urgency": "soon"}}),
    );
    let late = laptop.refused(
        "reception.update",
        json!({"id": first["reception"], "seen": "?", "patch": {}}),
    );
    assert_eq!(late.code, "stale_view");
    let number = laptop.refused(
        "reception.update",
        json!({"id": first["reception"], "seen": first["seen"], "patch": {"number": 9}}),
    );
    assert_eq!(number.code, "argument");
}

#[test]
fn reception_does_not_read_what_others_were_told() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let opened = laptop.ok(
        "reception.open",
        json!({"reception": {"reason": "عنف", "urgency": "soon"}}),
    );
    laptop.sits("samira");
    let register = laptop.ok("reception.list", json!({}));
    assert_eq!(register[0]["reception"]["record"]["reason"], Value::Null);
    assert_eq!(register[0]["reception"]["record"]["urgency"], "soon");
    let over =
        json!({"id": opened["reception"], "seen": opened["seen"], "patch": {"reason": "شيء آخر"}});
    assert_eq!(laptop.refused("reception.update", over).code, "forbidden");
    assert_eq!(
        laptop
            .refused("note.add", json!({"note": {"body": "x"}}))
            .code,
        "forbidden"
    );
}

#[test]
fn two_corrections_of_one_view_are_kept_side_by_side_until_somebody_chooses() {
    let laptop = Laptop::new();
    laptop.sits("samira");
    let amina = laptop.amina();
    let seen = laptop.ok("person.get", json!({"person": amina}))["person"]["seen"].clone();
    for phone in ["0611111111", "0622222222"] {
        laptop.minutes(1);
        laptop.ok(
            "person.update",
            json!({"id": amina, "seen": seen, "patch": {"phone": phone}}),
        );
    }
    let view = laptop.ok("person.get", json!({"person": amina}));
    assert_eq!(
        view["person"]["record"]["phone"], "+212622222222",
        "the newest is shown"
    );
    let waits = laptop.ok("attention.list", json!({}));
    assert_eq!(laptop.ok("sync.status", json!({}))["attention"], 1);
    assert_eq!(waits["conflicts"][0]["person"]["given_name_ar"], "أمينة");
    let field = &waits["conflicts"][0]["fields"][0];
    assert_eq!(
        (&field["field"], len(&field["values"])),
        (&json!("phone"), 2)
    );
    assert_eq!(field["values"][0]["staff"]["name_ar"], "سميرة الإدريسي");

    let choice = json!({"kind": "person", "id": amina, "field": "phone", "value": "0611111111", "seen": waits["conflicts"][0]["seen"]});
    laptop.ok("conflict.resolve", choice);
    assert_eq!(len(&laptop.ok("attention.list", json!({}))["conflicts"]), 0);
    assert_eq!(
        laptop.ok("person.get", json!({"person": amina}))["person"]["record"]["phone"],
        "+212611111111"
    );
}

#[test]
fn once_amina_said_no_only_those_who_follow_cases_may_make_her_reachable_again() {
    let laptop = Laptop::new();
    laptop.sits("samira");
    let amina = laptop.amina();
    let set = |value: &str| {
        let seen = laptop.ok("person.get", json!({"person": amina}))["person"]["seen"].clone();
        json!({"id": amina, "seen": seen, "patch": {"safe_contact": value}})
    };
    laptop.ok("person.update", set("no"));
    assert_eq!(
        laptop.refused("person.update", set("yes")).code,
        "forbidden"
    );
    laptop.sits("nadia");
    laptop.ok("person.update", set("yes"));
    laptop.sits("samira");
    laptop.ok("person.update", set("hours"));
}

#[test]
fn the_alleged_perpetrator_is_nobody_to_call() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let add = |contact: Value| laptop.ok("contact.add", json!({"contact": contact}));
    add(
        json!({"person": amina, "name": "حسن", "kinship": "spouse", "phone": "0633333333", "alleged_perpetrator": true, "safe_contact": "yes"}),
    );
    let sister =
        add(json!({"person": amina, "name": "خديجة", "kinship": "sibling", "phone": "0644444444"}));
    let contacts = laptop.ok("person.get", json!({"person": amina}))["contacts"].clone();
    let hassan = contacts
        .as_array()
        .unwrap()
        .iter()
        .find(|contact| contact["record"]["name"] == "حسن")
        .unwrap();
    assert_eq!(
        (
            &hassan["record"]["phone"],
            &hassan["record"]["safe_contact"]
        ),
        (&Value::Null, &json!("no"))
    );
    laptop.sits("samira");
    let contacts = laptop.ok("person.get", json!({"person": amina}))["contacts"].clone();
    assert_eq!(len(&contacts), 1);
    assert_eq!(contacts[0]["record"]["name"], "خديجة");
    let until =
        json!({"id": sister["id"], "seen": contacts[0]["seen"], "patch": {"until": "2026-11-22"}});
    laptop.ok("contact.update", until);
    assert_eq!(
        laptop
            .refused("contact.add", json!({"contact": {"name": "x"}}))
            .code,
        "required"
    );
}

#[test]
fn a_household_grows_from_the_first_link() {
    let laptop = Laptop::new();
    laptop.sits("samira");
    let amina = laptop.amina();
    let son = laptop.register(json!({"given_name_ar": "ياسين", "birth_date": "2015-02-03"}));
    let joined = laptop.ok(
        "household.add_member",
        json!({"person": amina, "member": son, "kinship": "child"}),
    );
    let household = laptop.ok("person.get", json!({"person": son}))["household"].clone();
    assert_eq!(len(&household["members"]), 2);
    let again = json!({"person": son, "member": amina, "kinship": "parent"});
    assert_eq!(
        laptop.refused("household.add_member", again).code,
        "already_member"
    );
    let members = household["members"].as_array().unwrap();
    let place = members
        .iter()
        .find(|member| member["membership"]["id"] == joined["id"])
        .unwrap();
    let moved = json!({"id": joined["id"], "seen": place["membership"]["seen"], "patch": {"until": "2026-11-22"}});
    laptop.ok("household.update_member", moved);
    assert_eq!(
        laptop.ok("person.get", json!({"person": son}))["household"],
        Value::Null
    );
}

#[test]
fn amina_takes_home_a_slip_that_does_not_say_what_for() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let given = json!({"person": amina, "day": "2026-11-30", "time": "10:30:00", "purpose": "جلسة استماع", "bring": "CNIE\nدفتر الحالة المدنية"});
    let appointment = laptop.ok("appointment.create", json!({"appointment": given}));
    let listed = laptop.ok("appointment.list", json!({}));
    assert_eq!(
        listed[0]["staff"]["name_ar"], "نادية المنصوري",
        "given by Nadia, with Nadia"
    );
    let slip = laptop.ok(
        "appointment.slip",
        json!({"appointment": appointment["id"]}),
    );
    assert_eq!(slip["mime"], "application/pdf");
    assert!(text(&slip["base64"]).starts_with("JVBERi0"), "a PDF");
    laptop.sits("samira");
    let listed = laptop.ok("appointment.list", json!({}));
    assert_eq!(listed[0]["appointment"]["record"]["purpose"], Value::Null);
    let missed = json!({"id": appointment["id"], "seen": listed[0]["appointment"]["seen"], "patch": {"status": "missed"}});
    laptop.ok("appointment.update", missed);
    assert_eq!(
        laptop
            .refused(
                "appointment.create",
                json!({"appointment": {"person": amina}})
            )
            .code,
        "required"
    );
}

#[test]
fn a_restricted_case_leaves_no_trace_for_the_others() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let case = laptop.restricted_case(&amina);
    laptop.ok(
        "contact.add",
        json!({"contact": {"person": amina, "case": case, "name": "ملجأ", "phone": "0655555555"}}),
    );
    laptop.ok(
        "note.add",
        json!({"note": {"case": case, "body": "جلسة أولى", "kind": "listening"}}),
    );
    laptop.ok(
        "service.give",
        json!({"service": {"case": case, "service_type": "in_kind", "item": "قفة"}}),
    );
    let appointment = laptop.ok(
        "appointment.create",
        json!({"appointment": {"case": case, "day": "2026-11-25"}}),
    );
    assert_eq!(
        len(&laptop.ok("person.search", json!({"query": "amina"}))["people"][0]["cases"]),
        1
    );
    for colleague in ["youssef", "samira"] {
        laptop.sits(colleague);
        let view = laptop.ok("person.get", json!({"person": amina}));
        for list in ["cases", "contacts", "appointments"] {
            assert_eq!(len(&view[list]), 0, "{colleague} {list}");
        }
        assert_eq!(
            len(&laptop.ok("person.search", json!({"query": "amina"}))["people"][0]["cases"]),
            0
        );
        assert_eq!(len(&laptop.ok("appointment.list", json!({}))), 0);
        assert_eq!(
            laptop
                .refused(
                    "appointment.slip",
                    json!({"appointment": appointment["id"]})
                )
                .code,
            "not_found"
        );
    }
    laptop.sits("youssef");
    assert_eq!(
        laptop
            .refused("note.add", json!({"note": {"case": case, "body": "x"}}))
            .code,
        "not_found"
    );
    assert_eq!(
        laptop
            .refused(
                "service.give",
                json!({"service": {"case": case, "service_type": "cash"}})
            )
            .code,
        "not_found"
    );
    assert!(
        laptop.viewed(&amina).is_empty(),
        "an identity card alone is not a restricted record"
    );
    laptop.sits("karim");
    assert_eq!(
        len(&laptop.ok("person.get", json!({"person": amina}))["contacts"]),
        1,
        "the director sees it"
    );
    assert_eq!(
        laptop.viewed(&amina),
        [laptop.staff("karim")],
        "and that is written down"
    );
}

#[test]
fn a_sealed_case_hides_the_person_from_everybody_else() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    laptop.ok(
        "case.open",
        json!({"person": amina, "case_type": "trafficking_victim", "confidentiality": "sealed"}),
    );
    let seen = laptop.ok("person.get", json!({"person": amina}))["person"]["seen"].clone();
    for title in ["لالة", "الحاجة"] {
        laptop.ok(
            "person.update",
            json!({"id": amina, "seen": seen, "patch": {"title": title}}),
        );
    }
    assert_eq!(laptop.ok("sync.status", json!({}))["attention"], 1);
    for colleague in ["youssef", "samira", "karim"] {
        laptop.sits(colleague);
        assert_eq!(
            len(&laptop.ok("person.search", json!({"query": "amina"}))["people"]),
            0,
            "{colleague}"
        );
        assert_eq!(
            laptop.refused("person.get", json!({"person": amina})).code,
            "not_found"
        );
        let twin = laptop.ok(
            "person.check",
            json!({"person": {"nickname": "x", "cnie": "GB123456"}}),
        );
        assert_eq!(
            len(&twin["same_papers"]),
            0,
            "{colleague} learns nothing from a paper"
        );
        assert_eq!(
            laptop.ok("sync.status", json!({}))["attention"],
            0,
            "{colleague} learns nothing from a count"
        );
        let contact = json!({"contact": {"person": amina, "name": "x"}});
        assert_eq!(laptop.refused("contact.add", contact).code, "not_found");
    }
    laptop.sits("nadia");
    laptop.ok("person.get", json!({"person": amina}));
}

#[test]
fn a_consent_names_its_purposes_and_can_be_taken_back() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    assert_eq!(
        laptop
            .refused("consent.record", json!({"consent": {"person": amina}}))
            .code,
        "required"
    );
    let consent = json!({"person": amina, "purposes": ["care", "referral"], "given_by": "person", "form": "signed", "recorded_by": laptop.staff("karim")});
    let recorded = laptop.ok("consent.record", json!({"consent": consent}));
    let view = laptop.ok("person.get", json!({"person": amina}))["consents"][0].clone();
    assert_eq!(
        (&view["in_force"], &view["staff"]["name_ar"]),
        (&json!(true), &json!("نادية المنصوري"))
    );
    laptop.ok(
        "consent.withdraw",
        json!({"consent": recorded["id"], "seen": view["consent"]["seen"]}),
    );
    let view = laptop.ok("person.get", json!({"person": amina}))["consents"][0].clone();
    assert_eq!(
        (
            &view["in_force"],
            &view["consent"]["record"]["withdrawn_on"]
        ),
        (&json!(false), &json!("2026-11-22"))
    );
    laptop.sits("samira");
    assert_eq!(
        len(&laptop.ok("person.get", json!({"person": amina}))["consents"]),
        0
    );
}

#[test]
fn the_directory_is_searched_in_both_languages() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let partner = json!({"name_ar": "المستشفى الإقليمي", "name_fr": "Hôpital provincial", "partner_type": "health", "phone": "0537 12 34 56"});
    let created = laptop.ok("partner.create", json!({"partner": partner}));
    assert_eq!(
        laptop
            .refused(
                "partner.create",
                json!({"partner": {"phone": "0537123456"}})
            )
            .code,
        "name_missing"
    );
    for query in ["مستشفى", "hopital", "Provincial"] {
        assert_eq!(
            len(&laptop.ok("partner.list", json!({"query": query}))),
            1,
            "{query}"
        );
    }
    let listed = laptop.ok("partner.list", json!({}));
    let gone = json!({"id": created["id"], "seen": listed[0]["partner"]["seen"], "patch": {"inactive": true}});
    laptop.ok("partner.update", gone);
    assert_eq!(len(&laptop.ok("partner.list", json!({}))), 0);
    assert_eq!(
        len(&laptop.ok("partner.list", json!({"inactive": true}))),
        1
    );
    laptop.sits("samira");
    assert_eq!(
        laptop
            .refused("partner.create", json!({"partner": {"name_ar": "x"}}))
            .code,
        "forbidden"
    );
}

#[test]
fn a_draft_is_its_writers_own() {
    let laptop = Laptop::new();
    laptop.sits("samira");
    let draft = laptop.ok(
        "draft.save",
        json!({"form": "intake", "body": {"given_name_ar": "أم"}}),
    )["draft"]
        .clone();
    laptop.ok(
        "draft.save",
        json!({"draft": draft, "form": "intake", "body": {"given_name_ar": "أمينة"}}),
    );
    let listed = laptop.ok("draft.list", json!({"form": "intake"}));
    assert_eq!(
        (len(&listed), &listed[0]["body"]["given_name_ar"]),
        (1, &json!("أمينة"))
    );
    laptop.sits("nadia");
    assert_eq!(len(&laptop.ok("draft.list", json!({}))), 0);
    assert_eq!(
        laptop.refused("draft.get", json!({"draft": draft})).code,
        "not_found"
    );
    assert_eq!(
        laptop
            .refused(
                "draft.save",
                json!({"draft": draft, "form": "intake", "body": {}})
            )
            .code,
        "not_found"
    );
    laptop.ok("draft.discard", json!({"draft": draft}));
    laptop.sits("samira");
    laptop.ok("draft.get", json!({"draft": draft}));
    laptop.ok("draft.discard", json!({"draft": draft}));
    assert_eq!(len(&laptop.ok("draft.list", json!({}))), 0);
}

#[test]
fn nothing_is_said_to_have_happened_tomorrow() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let tomorrow = json!({"note": {"person": amina, "body": "x", "day": "2026-11-23"}});
    assert_eq!(laptop.refused("note.add", tomorrow).code, "day_to_come");
    let other = laptop.register(json!({"nickname": "با علال"}));
    let case = laptop.restricted_case(&amina);
    let mixed = json!({"note": {"person": other, "case": case, "body": "x"}});
    assert_eq!(laptop.refused("note.add", mixed).code, "other_person");
    assert_eq!(
        laptop
            .refused("service.give", json!({"service": {"service_type": "cash"}}))
            .code,
        "required"
    );
    let owed = json!({"service": {"person": amina, "service_type": "cash", "amount": -5}});
    assert_eq!(laptop.refused("service.give", owed).code, "negative");
}

#[test]
fn the_telephone_at_the_head_of_a_letter_is_printed_as_it_is_dialled() {
    let laptop = Laptop::new();
    let center = laptop
        .core()
        .session()
        .unwrap()
        .read(|reader| Ok(reader.get::<Center>(reader.device()?.center)?.unwrap()))
        .unwrap();
    let phone = json!({"kind": "center", "id": center.id.to_string(), "field": "phone", "value": "0537 12 34 56", "seen": center.seen});
    laptop.ok("conflict.resolve", phone);
    let session = laptop.core().session().unwrap();
    let head = session.read(|reader| letterhead(&session, reader)).unwrap();
    assert_eq!(head.phone.as_deref(), Some("05 37 12 34 56"));
}

/// Danger at the desk is for the desk; what a case taught is for those who follow it, even where the case is the whole
/// center's.
#[test]
fn a_flag_of_a_person_is_for_whoever_meets_them_and_one_of_a_case_is_as_the_case() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let case = laptop.ok(
        "case.open",
        json!({"person": amina, "case_type": "elderly"}),
    );
    let of_case = json!({"flag": {"person": amina, "case": case["case"], "reason": "لا يزار البيت إلا باثنين"}});
    laptop.ok(
        "flag.add",
        json!({"flag": {"person": amina, "reason": "زوجها يأتي غاضبا"}}),
    );
    laptop.ok("flag.add", of_case.clone());
    let reasons = |flags: &Value| -> Vec<String> {
        let flags = flags.as_array().unwrap().iter();
        flags.map(|flag| text(&flag["record"]["reason"])).collect()
    };
    let all = laptop.ok("flag.list", json!({"person": amina}));
    assert_eq!(len(&all), 2);
    let hers = all.as_array().unwrap().iter();
    let hidden = hers
        .clone()
        .find(|flag| !flag["record"]["case"].is_null())
        .unwrap();

    laptop.sits("samira");
    let told = laptop.ok("flag.list", json!({"person": amina}));
    assert_eq!(reasons(&told), ["زوجها يأتي غاضبا"]);
    assert_eq!(laptop.refused("flag.add", of_case).code, "forbidden");
    let resolves = |flag: &Value| json!({"id": flag["id"], "seen": flag["seen"], "patch": {"resolution": "لم يعد يأتي"}});
    let refused = laptop.refused("flag.update", resolves(hidden));
    assert_eq!(refused.code, "forbidden");
    laptop.ok(
        "flag.add",
        json!({"flag": {"person": amina, "reason": "لا تسمع جيدا", "until": "2026-12-31"}}),
    );
    laptop.ok("flag.update", resolves(&told[0]));
    let told = laptop.ok("flag.list", json!({"person": amina}));
    assert_eq!(
        reasons(&told),
        ["لا تسمع جيدا", "زوجها يأتي غاضبا"],
        "those that stand come first"
    );
    assert_eq!(told[1]["record"]["resolution"], "لم يعد يأتي");
    assert_eq!(told[1]["record"]["resolved_by"], laptop.staff("samira"));
}
