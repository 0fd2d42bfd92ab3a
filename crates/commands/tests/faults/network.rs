//! A hub that is down, or is none, or answers what no hub says.

use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use jisr_commands::sync;
use jisr_domain::role::Role;
use jisr_sync::wire::Refusal;
use serde_json::{Value, json};

use crate::hub::{Between, answer, body, impostor, send};
use crate::laptop::{len, text};
use crate::scene::Scene;
use crate::{everything, refused, told};

/// What a page is made into.
type Change = Box<dyn Fn(&mut Value) + Send>;

/// An address nobody listens at.
fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

/// Runs a round that must fail; gives why, as the command line and the window are told.
#[track_caller]
fn fails(scene: &Scene) -> String {
    let error = sync::run(scene.laptop.core()).unwrap_err();
    let code = told::<()>(Err(error.body())).code;
    let shown = scene.laptop.ok("sync.status", json!({}))["last_error"].clone();
    assert_eq!(shown, json!(code), "the window says the same");
    code
}

/// A laptop joined to its hub through something that may lie, with work that waits to be sent.
struct Line {
    scene: Scene,
    between: Between,
    before: Vec<Value>,
    pending: u64,
}

impl Line {
    fn new() -> Self {
        let scene = Scene::new();
        let between = Between::before(&scene.hub);
        let session = scene.laptop.core().session().unwrap();
        let mut known = session.store().device().unwrap();
        known.hub_url = Some(between.url.clone());
        let reply = jisr_sync::wire::EnrolReply {
            hub: known.hub.unwrap(),
            epoch: known.epoch.unwrap(),
            center: known.center,
            center_code: known.center_code.clone().unwrap(),
            device_label: known.label.clone(),
            role: Role::Director,
            staff: session.staff(),
            center_name_ar: None,
            center_name_fr: None,
        };
        session.store().enrolled(&reply, &between.url).unwrap();
        drop(session);
        let mut line = Self {
            before: everything(&scene),
            pending: 0,
            scene,
            between,
        };
        line.pending = line.waiting();
        assert!(line.pending > 0);
        line
    }

    fn waiting(&self) -> u64 {
        let status = self.scene.laptop.ok("sync.status", json!({}));
        status["pending"].as_u64().unwrap()
    }

    /// After a round that failed nothing is lost, and the next one, once the hub is itself again, is whole.
    #[track_caller]
    fn fails(&self, about: &str) -> String {
        let code = fails(&self.scene);
        assert!(everything(&self.scene) == self.before, "{about}");
        assert_eq!(self.waiting(), self.pending, "{about}");
        code
    }

    #[track_caller]
    fn is_mended(&mut self, about: &str) {
        self.between.is_honest();
        if let Err(error) = sync::run(self.scene.laptop.core()) {
            panic!("{about}: {error}");
        }
        assert_eq!(self.waiting(), 0, "{about}");
        let now = everything(&self.scene);
        for (view, (was, now)) in self.before.iter().zip(&now).enumerate() {
            assert_eq!(strip(was), strip(now), "{about}: view {view}");
        }
        let session = self.scene.laptop.core().session().unwrap();
        let cursors = session.store().cursors().unwrap();
        assert!(
            cursors.iter().all(|cursor| cursor.seq < 10_000),
            "{about}: it waits for what comes after {cursors:?}"
        );
        // Something to send next time.
        self.scene.laptop.minutes(1);
        self.scene.laptop.ok(
            "note.add",
            json!({"note": {"case": self.scene.the("plain case"), "body": "بعد العطب"}}),
        );
        self.before = everything(&self.scene);
        self.pending = self.waiting();
        let session = self.scene.laptop.core().session().unwrap();
        assert_eq!(
            session.store().integrity().unwrap(),
            Vec::<String>::new(),
            "{about}"
        );
    }
}

/// A view without what a round changes on purpose: what waits to be sent, and the tokens of what was seen.
fn strip(view: &Value) -> Value {
    match view {
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !["seen", "pending", "only_here"].contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), strip(value)))
            .collect(),
        Value::Array(items) => items.iter().map(strip).collect(),
        other => other.clone(),
    }
}

/// What is shown of every record in a view.
fn records(view: &Value) -> Vec<&Value> {
    match view {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| match name.as_str() {
                "record" => vec![value],
                _ => records(value),
            })
            .collect(),
        Value::Array(items) => items.iter().flat_map(records).collect(),
        _ => vec![],
    }
}

#[test]
fn a_code_opens_the_hub_when_it_is_the_right_one() {
    let scene = Scene::new();
    let laptop = crate::laptop::Laptop::elsewhere(1);
    laptop.sits("karim");
    let before = laptop.ok("person.search", json!({"query": "أمينة"}));
    let enrol = |hub: &str, code: &str| {
        let args = json!({"hub": hub, "code": code});
        told(laptop.core().dispatch("device.enrol", args)).code
    };
    let url = scene.hub.url();
    let good = scene.hub.code(Role::Director, 15);
    assert_eq!(enrol(&url, "AAAA-AAAA"), "hub_code_wrong");
    assert_eq!(enrol(&url, ""), "hub_code_wrong");
    assert_eq!(enrol(&url, &good[1..]), "hub_code_wrong");
    assert_eq!(
        enrol(&url, &good),
        "hub_join_needed",
        "it holds a center of its own"
    );
    let late = scene.hub.code(Role::Caseworker, 1);
    laptop.minutes(2);
    scene.laptop.minutes(2);
    assert_eq!(enrol(&url, &late), "hub_code_expired");
    for (address, code) in [
        ("", "hub_bad_url"),
        ("المركز", "hub_bad_url"),
        ("javascript:alert(1)", "hub_bad_url"),
        ("file:///etc/passwd", "hub_bad_url"),
        ("https://user:pass@hub.example.ma", "hub_bad_url"),
        ("http://hub.example.ma", "hub_insecure_url"),
        (nobody().as_str(), "hub_unreachable"),
    ] {
        assert_eq!(enrol(address, &good), code, "{address}");
    }
    assert_eq!(
        laptop.ok("sync.status", json!({}))["hub"],
        Value::Null,
        "it still belongs to none"
    );
    assert_eq!(
        laptop.ok("person.search", json!({"query": "أمينة"})),
        before
    );
    let typed = good.to_lowercase().replace('-', "  ");
    laptop.ok(
        "device.enrol",
        json!({"hub": url, "code": typed, "join": true}),
    );
    let another = crate::laptop::Laptop::elsewhere(2);
    another.sits("karim");
    let again = json!({"hub": url, "code": good, "join": true});
    assert_eq!(
        told(another.core().dispatch("device.enrol", again)).code,
        "hub_code_used"
    );
}

#[test]
fn without_a_hub_work_goes_on_and_leaves_when_it_is_back() {
    let mut line = Line::new();
    let session = line.scene.laptop.core().session().unwrap();
    let device = session.store().device().unwrap();
    let reply = |url: &str| {
        let reply = jisr_sync::wire::EnrolReply {
            hub: device.hub.unwrap(),
            epoch: device.epoch.unwrap(),
            center: device.center,
            center_code: device.center_code.clone().unwrap(),
            device_label: device.label.clone(),
            role: Role::Director,
            staff: session.staff(),
            center_name_ar: None,
            center_name_fr: None,
        };
        session.store().enrolled(&reply, url).unwrap();
    };
    reply(&nobody());
    for _ in 0..3 {
        assert_eq!(line.fails("nobody there"), "hub_unreachable");
    }
    reply(&line.between.url);
    drop(session);
    line.is_mended("the hub is back");
}

#[test]
fn what_is_no_hub_is_said_to_be_none() {
    let mut line = Line::new();
    let elsewhere = Arc::new(AtomicU32::new(0));
    let asked = Arc::clone(&elsewhere);
    let other = impostor(move |stream| {
        asked.fetch_add(1, Ordering::Relaxed);
        send(stream, &answer("200 OK", b"{}"));
    });
    let redirect = format!(
        "HTTP/1.1 307 Temporary Redirect\r\nLocation: {other}/v1/hello\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
    let page = b"<!doctype html><html dir=rtl><title>Wi-Fi</title><script>alert(1)</script></html>";
    let bomb = body(&" ".repeat(80 << 20));
    let long_code = json!({"code": "x".repeat(1 << 20)});
    let refusal = |code: &str| {
        body(&Refusal {
            code: code.to_owned(),
        })
    };
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("a page", answer("200 OK", page), "hub_not_a_hub"),
        (
            "a page that is not found",
            answer("404 Not Found", page),
            "hub_not_a_hub",
        ),
        (
            "a page that asks to log in",
            answer("401 Unauthorized", page),
            "hub_not_a_hub",
        ),
        ("another place", redirect.into_bytes(), "hub_not_a_hub"),
        (
            "a fault of a proxy",
            answer("500 Internal Server Error", page),
            "hub_unreachable",
        ),
        (
            "a hub being started",
            answer("502 Bad Gateway", b""),
            "hub_unreachable",
        ),
        (
            "too many at once",
            answer("429 Too Many Requests", b""),
            "hub_unreachable",
        ),
        ("nothing", Vec::new(), "hub_unreachable"),
        (
            "no HTTP",
            b"SSH-2.0-OpenSSH_9.2\r\n".to_vec(),
            "hub_unreachable",
        ),
        ("an empty answer", answer("200 OK", b""), "hub_not_a_hub"),
        (
            "plain JSON",
            answer("200 OK", b"{\"protocol_min\":1}"),
            "hub_not_a_hub",
        ),
        (
            "another JSON",
            answer("200 OK", &body(&json!({"ok": true}))),
            "hub_not_a_hub",
        ),
        (
            "a list",
            answer("200 OK", &body(&json!([1, 2]))),
            "hub_not_a_hub",
        ),
        (
            "half an answer",
            half(&answer("200 OK", &body(&"x".repeat(9_000)))),
            "hub_unreachable",
        ),
        (
            "a cut body",
            answer("200 OK", &half(&body(&json!({"a": "b"})))),
            "hub_not_a_hub",
        ),
        (
            "a body that swells",
            answer("200 OK", &bomb),
            "hub_not_a_hub",
        ),
        (
            "a refusal",
            answer("401 Unauthorized", &refusal("hub_signature_wrong")),
            "hub_signature_wrong",
        ),
        (
            "a revoked device",
            answer("403 Forbidden", &refusal("hub_device_revoked")),
            "hub_device_revoked",
        ),
        (
            "an unknown device",
            answer("401 Unauthorized", &refusal("hub_device_unknown")),
            "hub_device_unknown",
        ),
        (
            "a fault of the hub",
            answer("500 Internal Server Error", &refusal("hub_failed")),
            "hub_failed",
        ),
        (
            "a refusal of tomorrow",
            answer("403 Forbidden", &refusal("hub_moon_is_full")),
            "hub_refused",
        ),
        (
            "a refusal in markup",
            answer("403 Forbidden", &refusal("<script>alert(1)</script>")),
            "hub_refused",
        ),
        (
            "a refusal that never ends",
            answer("403 Forbidden", &body(&long_code)),
            "hub_refused",
        ),
        (
            "somebody else's words",
            answer("403 Forbidden", &refusal("wrong_passphrase")),
            "hub_refused",
        ),
    ];
    for (name, bytes, code) in cases {
        line.between.answers(move |_, _| bytes.clone());
        assert_eq!(line.fails(name), code, "{name}");
        let enrol = json!({"hub": line.between.url, "code": "AAAA-AAAA"});
        assert_eq!(refused(&line.scene, "device.enrol", enrol), code, "{name}");
    }
    assert_eq!(
        elsewhere.load(Ordering::Relaxed),
        0,
        "nothing signed went elsewhere"
    );
    line.is_mended("after all of it");
}

fn half(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

#[test]
fn an_answer_without_end_is_not_listened_to_for_ever() {
    let scene = Scene::new();
    let before = everything(&scene);
    let endless = impostor(|stream: &mut TcpStream| {
        send(
            stream,
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        );
        let chunk = [b"10000\r\n".as_slice(), &[0; 0x10000], b"\r\n"].concat();
        while stream.write_all(&chunk).is_ok() {}
    });
    let enrol = json!({"hub": endless, "code": "AAAA-AAAA"});
    assert_eq!(refused(&scene, "device.enrol", enrol), "hub_too_large");
    assert!(everything(&scene) == before);
}

#[test]
fn a_greeting_no_hub_gives_is_not_believed() {
    let mut line = Line::new();
    let long = "K".repeat(1 << 20);
    let changes: Vec<(&'static str, Value, &str)> = vec![
        ("time_ms", json!(0), "hub_incoherent"),
        ("time_ms", json!(u64::MAX), "hub_incoherent"),
        ("protocol_max", json!(0), "hub_too_old"),
        ("device_label", json!("<script>"), "hub_incoherent"),
        ("device_label", json!("\u{202E}A"), "hub_incoherent"),
        ("device_label", json!(""), "hub_incoherent"),
        ("center_code", json!("../../KEN"), "hub_incoherent"),
        ("center_code", json!(long), "hub_incoherent"),
        ("mark", json!({"seq": -1}), "hub_not_a_hub"),
        ("epoch", json!("yesterday"), "hub_not_a_hub"),
    ];
    for (field, value, code) in changes {
        let put = value.clone();
        line.between
            .changes("/v1/hello", move |hello| hello[field] = put.clone());
        let about: String = format!("{field}: {value}").chars().take(60).collect();
        assert_eq!(line.fails(&about), code, "{about}");
    }
    line.is_mended("after all of it");
    let opened = line.scene.laptop.ok(
        "case.open",
        json!({"person": line.scene.the("amina"), "case_type": "elderly"}),
    );
    assert!(
        text(&opened["number"]).starts_with("KEN-2026-A-"),
        "{opened}"
    );
}

#[test]
fn a_hub_that_sends_back_and_back_is_left() {
    let mut line = Line::new();
    let asked = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&asked);
    line.between.answers(move |path, ask| {
        count.fetch_add(1, Ordering::Relaxed);
        let start = json!({"seq": 0, "hash": "0".repeat(64)});
        match path {
            "/v1/push" => answer("200 OK", &body(&json!({"outcome": "gap", "mark": start}))),
            _ => {
                let (status, value) = ask();
                answer(&status, &body(&value))
            }
        }
    });
    assert_eq!(line.fails("sent back"), "hub_incoherent");
    assert!(asked.load(Ordering::Relaxed) < 20, "{asked:?}");
    line.is_mended("after being sent back");
}

#[test]
fn what_a_hub_says_it_took_and_did_not_waits_to_be_sent() {
    let mut line = Line::new();
    line.between.answers(|path, ask| {
        let start = json!({"seq": 0, "hash": "0".repeat(64)});
        let taken = json!({"outcome": "taken", "mark": start, "time_ms": 1_795_338_000_000_u64});
        let (status, value) = match path {
            "/v1/push" => ("200 OK".to_owned(), taken),
            _ => ask(),
        };
        answer(&status, &body(&value))
    });
    sync::run(line.scene.laptop.core()).unwrap();
    assert!(everything(&line.scene) == line.before);
    assert_eq!(line.waiting(), line.pending);
    line.is_mended("once it takes");
}

#[test]
fn a_laptop_told_again_and_again_that_it_is_a_copy_takes_one_new_name() {
    let line = Line::new();
    let forks = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&forks);
    line.between.answers(move |path, ask| {
        let (status, value) = match path {
            "/v1/push" => {
                let fork = json!({"outcome": "fork", "differs_at": 1});
                ("200 OK".to_owned(), fork)
            }
            _ => ask(),
        };
        count.fetch_add(u32::from(path == "/v1/fork"), Ordering::Relaxed);
        answer(&status, &body(&value))
    });
    assert_eq!(fails(&line.scene), "hub_incoherent");
    assert_eq!(forks.load(Ordering::Relaxed), 1);
    line.between.is_honest();
    sync::run(line.scene.laptop.core()).unwrap();
    assert_eq!(line.waiting(), 0);
    // What it wrote under the old name and the new stands side by side at worst: nothing is gone.
    let all = |views: &[Value]| serde_json::to_string(views).unwrap().len();
    let now = everything(&line.scene);
    assert!(all(&now) >= all(&line.before));
    for (was, now) in line.before.iter().zip(&now) {
        assert_eq!(records(was), records(now));
    }
}

#[test]
fn a_page_that_does_not_hold_together_is_not_taken() {
    let mut line = Line::new();
    let amina = line.scene.the("amina");
    let row = |kind: &str, stamp: u64| {
        json!({"n": 0, "q": 1, "t": "r", "k": kind, "id": amina, "e": true, "s": {
            "context": {}, "fields": {}, "stamp": stamp}})
    };
    let changes: Vec<(&str, Change)> = vec![
        (
            "a feed it did not name",
            Box::new(|page| {
                page["rows"] = json!([{"n": 99, "q": 1, "t": "x", "k": "person", "id": "00000000-0000-7000-8000-000000000001"}]);
            }),
        ),
        (
            "a mark never written",
            Box::new(|page| page["mark"]["seq"] = json!(u64::MAX)),
        ),
        (
            "a place nobody reached",
            Box::new(|page| page["cursors"][0]["seq"] = json!(u64::MAX)),
        ),
        (
            "a place not reached yet, and another history",
            Box::new(|page| {
                page["cursors"][0]["seq"] = json!(1_000_000);
                page["mark"]["hash"] = json!("ab".repeat(32));
            }),
        ),
        (
            "another history",
            Box::new(|page| page["mark"]["hash"] = json!("ab".repeat(32))),
        ),
        (
            "another century",
            Box::new(|page| page["time_ms"] = json!(u64::MAX)),
        ),
        (
            "the same page for ever",
            Box::new(|page| {
                page["rows"] = json!([]);
                page["caught_up"] = json!(false);
                for cursor in page["cursors"].as_array_mut().unwrap() {
                    cursor["seq"] = json!(0);
                }
            }),
        ),
    ];
    for (name, change) in changes {
        line.between.changes("/v1/pull", change);
        // What left before the page came was taken: the hub only lies about what comes.
        let code = fails(&line.scene);
        assert_eq!(code, "hub_incoherent", "{name}");
        assert!(everything(&line.scene) == line.before, "{name}");
        line.is_mended(name);
    }
    for (name, rows) in [
        ("a row of nonsense", json!(["<script>"])),
        ("a record of nonsense", json!([row("person", 0)])),
        ("rows that are a number", json!(7)),
    ] {
        line.between
            .changes("/v1/pull", move |page| page["rows"] = rows.clone());
        assert_eq!(fails(&line.scene), "hub_not_a_hub", "{name}");
        assert!(everything(&line.scene) == line.before, "{name}");
        line.is_mended(name);
    }
}

#[test]
fn a_record_from_a_broken_device_hides_nothing_else() {
    let line = Line::new();
    // Every value of every record that comes is of another shape than declared.
    line.scene.laptop.ok(
        "person.register",
        json!({"person": {"nickname": "با علال", "sex": "male", "birth_date": "unknown"}}),
    );
    line.between.changes("/v1/pull", |page| {
        for row in page["rows"].as_array_mut().unwrap() {
            break_values(&mut row["s"]);
        }
    });
    sync::run(line.scene.laptop.core()).unwrap();
    for (view, args) in line.scene.views() {
        let said = line.scene.laptop.core().dispatch(view, args);
        if let Err(error) = said {
            assert_eq!(told::<()>(Err(error)).code, "not_found", "{view}");
        }
    }
    let refused = line.scene.laptop.ok("attention.list", json!({}));
    assert!(len(&refused["refused"]) <= 1);
}

/// Numbers for texts, texts for lists, in whatever form a state is sent.
fn break_values(state: &mut Value) {
    match state {
        Value::Object(fields) => fields.values_mut().for_each(break_values),
        Value::Array(items) => items.iter_mut().for_each(break_values),
        Value::String(text) if text.contains(' ') => {
            *state = json!({"<script>": [1, null, "\u{202E}"]})
        }
        _ => {}
    }
}

#[test]
fn a_verdict_in_words_of_its_own_is_shown_in_ours() {
    let mut line = Line::new();
    line.between.changes("/v1/pull", |page| {
        for row in page["rows"].as_array_mut().unwrap() {
            if row["t"] == "v" {
                row["code"] = json!("<script>alert(1)</script>");
            }
        }
    });
    line.scene.someone_the_hub_does_not_know_writes();
    sync::run(line.scene.laptop.core()).unwrap();
    let waits = line.scene.laptop.ok("attention.list", json!({}));
    let refused = waits["refused"].as_array().unwrap();
    let codes: Vec<String> = refused.iter().map(|item| text(&item["code"])).collect();
    assert_eq!(codes, ["verdict_user_unknown", "verdict_other"]);
}
