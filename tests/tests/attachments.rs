//! A scan on its way from one laptop to another: cut and gone on with, lied about, restored, and never to those who
//! may not read its record (rule 27).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_sync::wire::{pack, unpack};
use jisr_tests::hub::Hub;
use jisr_tests::laptop::Laptop;
use serde_json::{Value, json};

/// A line between laptops and their hub that can break, or lie.
#[derive(Default)]
struct Line {
    /// Pieces it lets pass before it breaks; negative: it does not.
    lets_pass: AtomicI64,
    /// Pieces of this place are altered on their way to a laptop; negative: none.
    alters: AtomicI64,
    put: AtomicU64,
}

impl Line {
    fn before(hub: &Hub) -> (Arc<Self>, String) {
        let line = Arc::new(Self::default());
        line.is_good();
        let address = hub.url.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let carried = Arc::clone(&line);
        std::thread::spawn(move || {
            for laptop in listener.incoming() {
                let (mut laptop, carried, address) =
                    (laptop.unwrap(), Arc::clone(&carried), address.clone());
                std::thread::spawn(move || while carried.carry(&mut laptop, &address) {});
            }
        });
        (line, url)
    }

    fn is_good(&self) {
        self.lets_pass.store(-1, Ordering::SeqCst);
        self.alters.store(-1, Ordering::SeqCst);
    }

    fn sent(&self) -> u64 {
        self.put.swap(0, Ordering::SeqCst)
    }

    /// One request and its answer; whether there may be another.
    fn carry(&self, laptop: &mut TcpStream, address: &str) -> bool {
        let request = message(laptop);
        if request.is_empty() {
            return false;
        }
        let head = String::from_utf8_lossy(&request).into_owned();
        let piece = head.starts_with("POST /v1/attachment/put")
            || head.starts_with("POST /v1/attachment/get");
        if piece && self.lets_pass.load(Ordering::SeqCst) == 0 {
            return false;
        }
        if piece && self.lets_pass.load(Ordering::SeqCst) > 0 {
            self.lets_pass.fetch_sub(1, Ordering::SeqCst);
        }
        if head.starts_with("POST /v1/attachment/put") {
            self.put.fetch_add(1, Ordering::SeqCst);
        }
        let mut hub = TcpStream::connect(address).unwrap();
        hub.write_all(&request).unwrap();
        let mut answer = message(&mut hub);
        if head.starts_with("POST /v1/attachment/get") {
            let at = body_at(&request).unwrap();
            let asked: Value = unpack(&request[at..]).unwrap();
            if asked["piece"].as_i64() == Some(self.alters.load(Ordering::SeqCst)) {
                answer = altered(&answer);
            }
        }
        laptop.write_all(&answer).is_ok()
    }
}

fn altered(answer: &[u8]) -> Vec<u8> {
    let at = body_at(answer).unwrap();
    let mut said: Value = unpack(&answer[at..]).unwrap();
    let bytes = said["bytes"].as_str().unwrap();
    let first = if bytes.starts_with('A') { "B" } else { "A" };
    said["bytes"] = json!(format!("{first}{}", &bytes[1..]));
    let body = pack(&said).unwrap();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
    [head.as_bytes(), &body].concat()
}

fn body_at(message: &[u8]) -> Option<usize> {
    message
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .map(|at| at + 4)
}

fn message(stream: &mut TcpStream) -> Vec<u8> {
    let (mut seen, mut some) = (Vec::new(), vec![0; 64 << 10]);
    loop {
        if let Some(at) = body_at(&seen) {
            let head = String::from_utf8_lossy(&seen[..at]).to_lowercase();
            let length: usize = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length:"))
                .map_or(0, |value| value.trim().parse().unwrap());
            if seen.len() >= at + length {
                return seen;
            }
        }
        match stream.read(&mut some) {
            Ok(read) if read > 0 => seen.extend_from_slice(&some[..read]),
            _ => return seen,
        }
    }
}

/// Hanane directs; Amina and Youssef follow cases, each on a laptop of their own.
struct Center {
    hub: Hub,
    line: Arc<Line>,
    hanane: Laptop,
    amina: Laptop,
    youssef: Laptop,
}

impl Center {
    fn new() -> Self {
        let hub = Hub::start();
        let (line, url) = Line::before(&hub);
        let hanane = Laptop::set_up("Hanane Cherkaoui", "director", 1);
        hanane.enrol(&url, &hub.admin(&["code"]), false);
        hanane.sync();
        let joins = |name: &str, seed: u64| {
            let laptop = Laptop::set_up(name, "director", seed);
            let code = hub.admin(&["code", "--user", name, "--role", "caseworker"]);
            laptop.enrol(&url, &code, true);
            laptop.sync();
            laptop
        };
        let (amina, youssef) = (joins("Amina El Fassi", 2), joins("Youssef Amrani", 3));
        hanane.sync();
        Self {
            hub,
            line,
            hanane,
            amina,
            youssef,
        }
    }

    fn case(&self, case_type: &str) -> Value {
        let person = json!({"given_name_ar": "خديجة", "family_name_ar": "المرابط", "sex": "female", "birth_date": "unknown", "safe_contact": "yes"});
        let person = self.amina.rpc("person.register", json!({"person": person}));
        self.amina.rpc(
            "case.open",
            json!({"person": person["id"], "case_type": case_type}),
        )["case"]
            .clone()
    }
}

/// A scan of so many pieces, which no compression makes smaller.
fn scan(pieces: usize) -> String {
    let mut bytes = b"%PDF-1.7".to_vec();
    let mut word = 0x9E37_79B9_7F4A_7C15_u64;
    while bytes.len() < (pieces << 18) - 1_000 {
        word ^= word << 13;
        word ^= word >> 7;
        word ^= word << 17;
        bytes.extend_from_slice(&word.to_le_bytes());
    }
    STANDARD.encode(bytes)
}

fn attach(laptop: &Laptop, case: &Value, content: &str) -> Value {
    laptop.rpc(
        "attachment.add",
        json!({"case": case, "purpose": "certificate", "name": "شهادة طبية", "content": content}),
    )["id"]
        .clone()
}

fn place(laptop: &Laptop, case: &Value) -> Value {
    laptop.rpc("case.get", json!({"case": case}))["attachments"][0]["place"].clone()
}

fn content(laptop: &Laptop, id: &Value) -> Result<String, String> {
    laptop
        .try_rpc("attachment.get", json!({"attachment": id}))
        .map(|document| document["base64"].as_str().unwrap().to_owned())
        .map_err(|error| error.code)
}

#[test]
fn rule_27_cut_at_a_piece_it_goes_on_from_there_and_reaches_the_colleague_as_it_was() {
    let center = Center::new();
    let case = center.case("precarious_family");
    let scan = scan(4);
    let id = attach(&center.amina, &case, &scan);
    center.line.lets_pass.store(2, Ordering::SeqCst);
    let report = center.amina.sync();
    assert_eq!(
        report["attachments"]["sent"], 2,
        "the records had their round: {report}"
    );
    let status = center.amina.rpc("sync.status", json!({}));
    assert_eq!(status["pending"], 0);
    assert_eq!(status["attachments_to_send"], 1);
    assert_eq!(status["attachments_error"], "hub_unreachable");
    assert_eq!(place(&center.amina, &case), "only_here");
    center.youssef.sync();
    assert_eq!(place(&center.youssef, &case), "awaited");
    assert_eq!(
        content(&center.youssef, &id),
        Err("attachment_not_here".to_owned())
    );

    center.line.is_good();
    assert_eq!(center.line.sent(), 2);
    center.amina.sync();
    assert_eq!(
        center.line.sent(),
        2,
        "what the hub holds is not sent again"
    );
    assert_eq!(place(&center.amina, &case), "at_hub");
    center.line.lets_pass.store(1, Ordering::SeqCst);
    center.youssef.sync();
    assert_eq!(place(&center.youssef, &case), "not_here");
    center.line.is_good();
    let report = center.youssef.sync();
    assert_eq!(report["attachments"]["received"], 3, "{report}");
    assert_eq!(content(&center.youssef, &id).as_ref(), Ok(&scan));
    assert_eq!(place(&center.youssef, &case), "at_hub");

    let still = center.youssef.sync();
    assert_eq!(still["attachments"], json!({"sent": 0, "received": 0}));
    assert!(still["round_trips"].as_u64() <= Some(2), "{still}");
}

#[test]
fn rule_27_a_colleague_without_the_case_receives_nothing_of_it_until_it_is_given_and_loses_it_with_it()
 {
    let center = Center::new();
    let case = center.case("woman_victim_of_violence");
    let id = attach(&center.amina, &case, &scan(1));
    center.amina.sync();
    let report = center.youssef.sync();
    assert_eq!(report["attachments"]["received"], 0);
    assert_eq!(
        content(&center.youssef, &id),
        Err("not_found".to_owned()),
        "nor is it told from what never was"
    );
    center.hanane.sync();
    let colleagues = center.hanane.rpc("user.list", json!({}));
    let youssef = colleagues
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["name_lat"] == "Youssef Amrani")
        .unwrap()["staff"]
        .clone();
    let given = json!({"case": case, "staff": youssef});
    center.hanane.rpc("case.assign", given.clone());
    center.hanane.sync();
    center.youssef.sync();
    assert_eq!(content(&center.youssef, &id), Ok(scan(1)));
    center.hanane.rpc("case.unassign", given);
    center.hanane.sync();
    center.youssef.sync();
    assert_eq!(content(&center.youssef, &id), Err("not_found".to_owned()));
    let left = std::fs::read_dir(center.youssef.core().dir().join("attachments"));
    assert_eq!(
        left.unwrap().count(),
        0,
        "nor do its bytes stay on the disk"
    );
}

#[test]
fn rule_27_a_hub_that_lies_about_the_bytes_is_noticed_and_nothing_is_lost() {
    let center = Center::new();
    let case = center.case("precarious_family");
    let scan = scan(3);
    let id = attach(&center.amina, &case, &scan);
    center.amina.sync();
    center.line.alters.store(1, Ordering::SeqCst);
    center.youssef.sync();
    let status = center.youssef.rpc("sync.status", json!({}));
    assert_eq!(status["attachments_error"], "hub_attachment_wrong");
    assert_eq!(status["last_error"], Value::Null);
    assert_eq!(
        content(&center.youssef, &id),
        Err("attachment_not_here".to_owned())
    );
    center.line.is_good();
    let report = center.youssef.sync();
    assert_eq!(report["attachments"]["received"], 2, "the first was kept");
    assert_eq!(content(&center.youssef, &id), Ok(scan));
}

#[test]
fn rule_27_after_a_restore_that_lost_it_complete_is_not_believed_and_it_is_sent_again() {
    let mut center = Center::new();
    let case = center.case("precarious_family");
    center.amina.sync();
    let backup = center.hub.folder().with_file_name("backup.db");
    center
        .hub
        .admin(&["backup", "--to", backup.to_str().unwrap()]);
    let scan = scan(2);
    let id = attach(&center.amina, &case, &scan);
    center.amina.sync();
    assert_eq!(place(&center.amina, &case), "at_hub");

    center.hub.stop();
    for file in ["hub.db", "hub.db-wal", "hub.db-shm"] {
        let _ = std::fs::remove_file(center.hub.folder().join(file));
    }
    center
        .hub
        .admin(&["restore", "--from", backup.to_str().unwrap()]);
    center.hub.resume();
    // The round learns of the new epoch; the line breaks before any piece is sent again.
    center.line.lets_pass.store(0, Ordering::SeqCst);
    center.amina.sync();
    assert_eq!(place(&center.amina, &case), "only_here");
    center.line.is_good();
    center.amina.sync();
    assert_eq!(place(&center.amina, &case), "at_hub");
    center.youssef.sync();
    assert_eq!(content(&center.youssef, &id), Ok(scan));
    assert!(center.hub.admin(&["verify"]).ends_with(" 0 faults"));
}

#[test]
fn the_logo_the_director_chose_is_at_the_head_of_the_papers_of_every_laptop() {
    let center = Center::new();
    // A picture of one point.
    let logo = json!({"content": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="});
    center.hanane.rpc("center.set_logo", logo.clone());
    let seen = center.hanane.rpc("center.get", json!({}))["center"]["seen"].clone();
    let reached =
        json!({"seen": seen, "address": "شارع محمد الخامس، 12 bis", "phone": "0537123456"});
    center.hanane.rpc("center.update", reached);
    center.hanane.sync();
    let shown = |laptop: &Laptop| laptop.rpc("center.get", json!({}));
    // Its record arrives before its bytes: until then the papers have the plain head.
    center.line.lets_pass.store(0, Ordering::SeqCst);
    center.youssef.sync();
    assert_eq!(shown(&center.youssef)["logo"], Value::Null);
    center.line.is_good();
    center.youssef.sync();
    let theirs = shown(&center.youssef);
    assert_eq!(theirs["logo"], shown(&center.hanane)["logo"]);
    assert_eq!(theirs["logo"]["mime"], "image/png");
    assert_eq!(theirs["center"]["record"]["phone"], "+212537123456");
    let refused = center.youssef.try_rpc("center.set_logo", logo);
    assert_eq!(refused.unwrap_err().code, "forbidden");
}
