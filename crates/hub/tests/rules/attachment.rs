//! The bytes of attachments (rule 27).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jisr_domain::id::{AttachmentId, StaffId};
use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use jisr_hub::{Hub, HubError, HubKey, Refused, restore};
use jisr_sync::attachment::{Hash, PIECE, Secret, Shape, piece_start};
use jisr_sync::wire::{GetRequest, HaveRequest, PutReply, PutRequest};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Laptop, World, open_case, person, refused};

/// A scan of three pieces, sealed.
struct Scan {
    id: AttachmentId,
    sealed: Vec<u8>,
    shape: Shape,
    record: Value,
}

fn scan(world: &World, person: Uuid, case: Option<Uuid>) -> Scan {
    let id = world.id();
    let size = 2 * PIECE + 100;
    let secret = Secret::of(&Secret::text(&[7; 32]), id).unwrap();
    let sealed = secret.seal(&vec![0x5C; size]).unwrap();
    let mut record = json!({
        "person": person, "purpose": "certificate", "media_type": "application/pdf", "size": size,
        "hash": Hash::of(&sealed), "key": Secret::text(&[7; 32]), "day": "2026-11-20",
    });
    if let Some(case) = case {
        record["case"] = json!(case);
    }
    Scan {
        id: AttachmentId(id),
        sealed,
        shape: Shape::of(size).unwrap(),
        record,
    }
}

impl Scan {
    fn piece(&self, n: u32) -> &[u8] {
        let from = usize::try_from(piece_start(n)).unwrap();
        &self.sealed[from..from + self.shape.piece_len(n).unwrap()]
    }

    fn put(&self, hub: &Hub, laptop: &Laptop, n: u32) -> Result<PutReply, HubError> {
        put(hub, laptop, self.id, n, self.piece(n))
    }
}

fn put(
    hub: &Hub,
    laptop: &Laptop,
    id: AttachmentId,
    piece: u32,
    bytes: &[u8],
) -> Result<PutReply, HubError> {
    let bytes = URL_SAFE_NO_PAD.encode(bytes);
    hub.attachment_put(laptop.device, &PutRequest { id, piece, bytes })
}

fn get(hub: &Hub, laptop: &Laptop, id: AttachmentId, piece: u32) -> Result<Vec<u8>, HubError> {
    hub.attachment_get(laptop.device, &GetRequest { id, piece })
        .map(|reply| URL_SAFE_NO_PAD.decode(reply.bytes).unwrap())
}

/// The pieces the hub says it holds; none when it says nothing of it.
fn have(hub: &Hub, laptop: &Laptop, id: AttachmentId) -> Option<Vec<u32>> {
    let asked = HaveRequest {
        attachments: vec![id, AttachmentId(Uuid::from_u128(404))],
    };
    let reply = hub.attachment_have(laptop.device, &asked).unwrap();
    assert!(reply.attachments.len() <= 1, "one it never heard of");
    reply.attachments.into_iter().next().map(|held| held.pieces)
}

fn complete(laptop: &Laptop, id: AttachmentId) -> Value {
    let shown = laptop.shown(Kind::Attachment, id.0);
    shown.get("complete").cloned().unwrap_or_default()
}

#[test]
fn rule_27_it_is_complete_when_the_last_piece_is_in_and_by_the_hubs_own_hand() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let mut youssef = world.enrolled(Role::Caseworker);
    let id = world.id();
    let scan = scan(&world, id, None);
    amina.write(&[
        (Kind::Person, id, person("خديجة")),
        (Kind::Attachment, scan.id.0, scan.record.clone()),
    ]);
    world.round(&mut amina);
    assert_eq!(have(&world.hub, &amina, scan.id), Some(vec![]));
    for n in [2, 0] {
        assert!(!scan.put(&world.hub, &amina, n).unwrap().complete);
    }
    assert_eq!(have(&world.hub, &amina, scan.id), Some(vec![0, 2]));
    youssef.pull(&world.hub);
    assert_eq!(complete(&youssef, scan.id), Value::Null);
    assert!(!scan.put(&world.hub, &amina, 2).unwrap().complete, "again");
    assert!(scan.put(&world.hub, &amina, 1).unwrap().complete);
    youssef.pull(&world.hub);
    assert_eq!(complete(&youssef, scan.id), json!(true));
    for n in 0..3 {
        assert_eq!(
            get(&world.hub, &youssef, scan.id, n).unwrap(),
            scan.piece(n)
        );
    }
    world.verify();
}

#[test]
fn rule_27_a_device_cannot_say_that_it_is_complete() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let id = world.id();
    let scan = scan(&world, id, None);
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    let mut said = scan.record.clone();
    said["complete"] = json!(true);
    let born = amina.write(&[(Kind::Attachment, world.id(), said)]);
    amina.write(&[(Kind::Attachment, scan.id.0, scan.record.clone())]);
    let later = amina.write(&[(Kind::Attachment, scan.id.0, json!({"complete": true}))]);
    world.round(&mut amina);
    assert_eq!(amina.verdict(born), Some("verdict_not_permitted"));
    assert_eq!(amina.verdict(later), Some("verdict_not_permitted"));
    amina.forget();
    amina.pull(&world.hub);
    assert_eq!(complete(&amina, scan.id), Value::Null);
}

#[test]
fn rule_27_whoever_may_not_read_the_record_learns_neither_of_it_nor_of_its_pieces() {
    let world = World::new();
    let _director = world.enrolled(Role::Director);
    let mut amina = world.enrolled(Role::Caseworker);
    let mut hassan = world.enrolled(Role::Field);
    let id = world.id();
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    let lead: StaffId = amina.user;
    let case = open_case(&world, &mut amina, id, "restricted", Some(lead));
    let scan = scan(&world, id, Some(case));
    amina.write(&[(Kind::Attachment, scan.id.0, scan.record.clone())]);
    world.round(&mut amina);
    for n in 0..3 {
        scan.put(&world.hub, &amina, n).unwrap();
    }
    hassan.pull(&world.hub);
    assert!(!hassan.holds(Kind::Attachment, scan.id.0));
    let never = AttachmentId(world.id());
    for asked in [scan.id, never] {
        assert_eq!(have(&world.hub, &hassan, asked), None);
        assert_eq!(
            refused(get(&world.hub, &hassan, asked, 0)),
            Refused::AttachmentUnknown
        );
        assert_eq!(
            refused(put(&world.hub, &hassan, asked, 0, scan.piece(0))),
            Refused::AttachmentUnknown
        );
        assert_eq!(
            refused(put(&world.hub, &hassan, asked, 9, b"x")),
            Refused::AttachmentUnknown,
            "nor by what a piece may be"
        );
    }
    assert_eq!(have(&world.hub, &amina, scan.id), Some(vec![0, 1, 2]));
}

#[test]
fn rule_27_bytes_that_are_not_those_of_the_record_are_dropped_and_can_be_sent_again() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let id = world.id();
    let scan = scan(&world, id, None);
    amina.write(&[
        (Kind::Person, id, person("خديجة")),
        (Kind::Attachment, scan.id.0, scan.record.clone()),
    ]);
    world.round(&mut amina);
    for (n, bytes) in [(0, &scan.piece(0)[1..]), (3, &b"x"[..]), (2, scan.piece(1))] {
        assert_eq!(
            refused(put(&world.hub, &amina, scan.id, n, bytes)),
            Refused::AttachmentWrong
        );
    }
    let mut wrong = scan.piece(1).to_vec();
    wrong[9] ^= 1;
    put(&world.hub, &amina, scan.id, 1, &wrong).unwrap();
    scan.put(&world.hub, &amina, 0).unwrap();
    let last = scan.put(&world.hub, &amina, 2);
    assert_eq!(refused(last), Refused::AttachmentWrong);
    assert_eq!(have(&world.hub, &amina, scan.id), Some(vec![]));
    amina.pull(&world.hub);
    assert_eq!(complete(&amina, scan.id), Value::Null);
    for n in 0..3 {
        assert_eq!(scan.put(&world.hub, &amina, n).unwrap().complete, n == 2);
    }
}

#[test]
fn rule_27_a_backup_holds_them_and_what_a_restored_hub_lost_is_not_said_to_be_there() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let id = world.id();
    let (early, late) = (scan(&world, id, None), scan(&world, id, None));
    amina.write(&[
        (Kind::Person, id, person("خديجة")),
        (Kind::Attachment, early.id.0, early.record.clone()),
        (Kind::Attachment, late.id.0, late.record.clone()),
    ]);
    world.round(&mut amina);
    for n in 0..3 {
        early.put(&world.hub, &amina, n).unwrap();
    }
    late.put(&world.hub, &amina, 0).unwrap();
    let file = world.dir.path().join("backup.db");
    world.hub.backup(&file).unwrap();
    for n in 1..3 {
        late.put(&world.hub, &amina, n).unwrap();
    }
    amina.pull(&world.hub);
    assert_eq!(complete(&amina, late.id), json!(true));

    let key = HubKey::of(world.dir.path(), None).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    restore(elsewhere.path(), &key, &file, world.around.as_ref()).unwrap();
    let hub = Hub::open(elsewhere.path(), &key, world.around.clone()).unwrap();
    assert_eq!(hub.verify().unwrap().wrong, Vec::<String>::new());
    amina.pull(&hub);
    assert_eq!(complete(&amina, early.id), json!(true));
    assert_eq!(complete(&amina, late.id), Value::Null);
    assert_eq!(have(&hub, &amina, early.id), Some(vec![0, 1, 2]));
    assert_eq!(have(&hub, &amina, late.id), Some(vec![0]));
    assert_eq!(get(&hub, &amina, early.id, 1).unwrap(), early.piece(1));
}

#[test]
fn rule_27_verify_finds_a_complete_attachment_whose_bytes_are_gone() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let id = world.id();
    let scan = scan(&world, id, None);
    amina.write(&[
        (Kind::Person, id, person("خديجة")),
        (Kind::Attachment, scan.id.0, scan.record.clone()),
    ]);
    world.round(&mut amina);
    for n in 0..3 {
        scan.put(&world.hub, &amina, n).unwrap();
    }
    world.verify();
    let key = std::fs::read_to_string(world.dir.path().join("hub.key")).unwrap();
    let raw = rusqlite::Connection::open(world.dir.path().join("hub.db")).unwrap();
    raw.execute_batch(&format!("PRAGMA key = \"x'{}'\"", key.trim()))
        .unwrap();
    raw.execute("DELETE FROM attachment_piece WHERE n = 1", [])
        .unwrap();
    let wrong = world.hub.verify().unwrap().wrong;
    assert!(
        wrong.iter().any(|line| line.contains(&scan.id.to_string())),
        "{wrong:?}"
    );
    // Offered again, it is whole again.
    assert!(scan.put(&world.hub, &amina, 1).unwrap().complete);
    world.verify();
}
