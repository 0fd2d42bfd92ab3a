//! The bytes of attachments on this device (rule 27).

use std::collections::BTreeSet;

use jisr_domain::attachment::Attachment;
use jisr_domain::id::{AttachmentId, PersonId};
use jisr_domain::record::Kind;
use jisr_sync::attachment::{PIECE, Secret};
use uuid::Uuid;

use super::super::{Laptop, fatima};
use crate::attachment::Place;
use crate::{Offer, StoreError, Taken};

const PLAIN: &[u8] = b"%PDF-1.7 the birth certificate of Fatima Zahra El Alaoui";

fn plain(size: usize) -> Vec<u8> {
    PLAIN.iter().copied().cycle().take(size).collect()
}

impl Laptop {
    pub(super) fn attaches(&self, person: PersonId, n: u128, size: usize) -> AttachmentId {
        let id = AttachmentId(Uuid::from_u128(n));
        let placed = self
            .store()
            .place_attachment(id, &[9; 32], &plain(size))
            .unwrap();
        let record = Attachment {
            person: Some(person),
            size: u32::try_from(size).ok(),
            hash: Some(placed.hash.clone()),
            key: Some(placed.key.clone()),
            ..Attachment::default()
        };
        self.write(|tx| {
            tx.create(id, &record)?;
            tx.keep_attachment(&placed)
        })
        .unwrap();
        id
    }

    /// The hub has all of it, and said so.
    pub(super) fn is_at_hub(&self, id: AttachmentId) {
        self.store()
            .alone(|conn| {
                conn.execute(
                    "UPDATE device SET epoch = '018f0000-0000-7000-8000-000000000001'",
                    [],
                )?;
                conn.execute(
                    "UPDATE attachment SET complete = 1 WHERE id = ?1",
                    [id.0.to_string()],
                )?;
                Ok(())
            })
            .unwrap();
        self.store().attachment_sent(id, true).unwrap();
    }

    fn files(&self) -> BTreeSet<String> {
        std::fs::read_dir(self.dir.path().join("attachments"))
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    fn place(&self, id: AttachmentId) -> Place {
        self.store()
            .read(|reader| {
                let record = reader.find::<Attachment>(id)?.unwrap();
                reader.attachment_place(id, &record)
            })
            .unwrap()
    }

    /// The record leaves the feeds of this device.
    fn loses(&self, id: AttachmentId) {
        crate::state::delete(&self.store().writer(), Kind::Attachment, id.0).unwrap();
    }
}

#[test]
fn rule_27_what_is_attached_lies_encrypted_under_a_name_that_tells_nothing() {
    let mut laptop = Laptop::of(1);
    let person = laptop.registers(&fatima());
    let id = laptop.attaches(person, 1, 2 * PIECE + 9);
    laptop.restart();
    let back = laptop.store().attachment(id).unwrap().unwrap();
    assert_eq!(back, plain(2 * PIECE + 9));
    assert_eq!(laptop.place(id), Place::OnlyHere);
    let names = laptop.files();
    let name = names.first().unwrap();
    assert!(names.len() == 1 && name.len() == 64 && !name.contains(&id.to_string()));
    let bytes = std::fs::read(laptop.dir.path().join("attachments").join(name)).unwrap();
    assert!(!bytes.windows(12).any(|some| some == &PLAIN[..12]));
}

#[test]
fn rule_27_a_power_cut_before_the_record_leaves_nothing_behind() {
    let mut laptop = Laptop::of(1);
    let person = laptop.registers(&fatima());
    let kept = laptop.attaches(person, 1, 100);
    laptop
        .store()
        .place_attachment(AttachmentId(Uuid::from_u128(2)), &[8; 32], PLAIN)
        .unwrap();
    assert_eq!(laptop.files().len(), 2);
    laptop.restart();
    assert_eq!(laptop.files().len(), 1);
    assert!(laptop.store().attachment(kept).unwrap().is_some());
}

#[test]
fn rule_27_nothing_is_taken_off_the_device_before_the_hub_said_that_it_is_complete() {
    let mut laptop = Laptop::of(1);
    let person = laptop.registers(&fatima());
    let (unsent, sent) = (
        laptop.attaches(person, 1, 100),
        laptop.attaches(person, 2, 100),
    );
    laptop
        .store()
        .alone(|conn| {
            Ok(conn.execute(
                "UPDATE device SET epoch = '018f0000-0000-7000-8000-000000000001'",
                [],
            )?)
        })
        .unwrap();
    laptop.store().attachment_sent(sent, true).unwrap();
    laptop.loses(unsent);
    laptop.loses(sent);
    laptop.store().sweep_attachments().unwrap();
    assert_eq!(laptop.files().len(), 1, "the hub has the other");
    laptop.restart();
    assert_eq!(laptop.files().len(), 1, "nor when it starts again");
    assert_eq!(
        laptop.store().attachment(unsent).unwrap(),
        None,
        "its key left with the record"
    );
}

#[test]
fn rule_27_a_hub_of_another_epoch_is_asked_again() {
    let laptop = Laptop::of(1);
    let person = laptop.registers(&fatima());
    let id = laptop.attaches(person, 1, 2 * PIECE);
    let epoch = |n: u32| {
        let set = format!("UPDATE device SET epoch = '018f0000-0000-7000-8000-00000000000{n}'");
        laptop
            .store()
            .alone(|conn| Ok(conn.execute(&set, [])?))
            .unwrap();
    };
    let offer = Offer { id, pieces: 2 };
    epoch(1);
    assert_eq!(laptop.store().attachments_to_offer().unwrap(), [offer]);
    let missing = laptop.store().attachment_at_hub(offer, &[1]).unwrap();
    assert_eq!(missing, [0], "what it holds is not sent again");
    assert_eq!(laptop.place(id), Place::OnlyHere);
    laptop.store().attachment_at_hub(offer, &[0, 1]).unwrap();
    assert_eq!(
        laptop.place(id),
        Place::OnlyHere,
        "not before the record says so"
    );
    laptop
        .store()
        .alone(|conn| Ok(conn.execute("UPDATE attachment SET complete = 1", [])?))
        .unwrap();
    assert_eq!(laptop.place(id), Place::AtHub);
    assert_eq!(laptop.store().attachments_to_offer().unwrap(), []);
    epoch(2);
    assert_eq!(
        laptop.place(id),
        Place::OnlyHere,
        "a restored hub may know less"
    );
    assert_eq!(laptop.store().attachments_to_offer().unwrap(), [offer]);
}

#[test]
fn rule_27_what_arrives_altered_is_not_kept_and_what_was_here_stays() {
    let (amina, youssef) = (Laptop::of(1), Laptop::of(2));
    let person = amina.registers(&fatima());
    let id = amina.attaches(person, 1, 2 * PIECE + 9);
    let record = amina
        .store()
        .read(|r| r.find::<Attachment>(id))
        .unwrap()
        .unwrap();
    let record = Attachment {
        complete: Some(true),
        ..record
    };
    youssef.write(|tx| tx.create(id, &record)).unwrap();
    assert_eq!(youssef.place(id), Place::NotHere);
    let piece = |n| amina.store().attachment_piece(id, n).unwrap().unwrap();
    let take = |n, bytes: &[u8]| youssef.store().take_attachment_piece(id, n, bytes).unwrap();
    assert_eq!(take(0, &piece(0)), Taken::Piece);
    let mut lie = piece(1);
    lie[3] ^= 1;
    assert_eq!(take(1, &lie), Taken::Altered);
    assert_eq!(take(1, &piece(0)), Taken::Altered);
    assert_eq!(take(2, &piece(2)), Taken::Unasked);
    assert_eq!(youssef.store().attachments_wanted().unwrap()[0].from, 1);
    assert_eq!(youssef.store().attachment(id).unwrap(), None);
    assert_eq!(take(1, &piece(1)), Taken::Piece);
    assert_eq!(take(2, &piece(2)), Taken::Whole);
    assert_eq!(
        youssef.store().attachment(id).unwrap().unwrap(),
        plain(2 * PIECE + 9)
    );
    assert_eq!(youssef.store().attachments_wanted().unwrap(), []);
}

#[test]
fn rule_27_a_file_that_went_away_is_fetched_again_and_an_altered_one_is_not_shown() {
    let mut laptop = Laptop::of(1);
    let person = laptop.registers(&fatima());
    let id = laptop.attaches(person, 1, 100);
    let file = laptop
        .dir
        .path()
        .join("attachments")
        .join(laptop.files().first().unwrap());
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[5] ^= 1;
    std::fs::write(&file, &bytes).unwrap();
    assert!(matches!(
        laptop.store().attachment(id),
        Err(StoreError::AttachmentDamaged)
    ));
    assert!(!laptop.store().attachment_sound(id).unwrap());
    laptop.is_at_hub(id);
    std::fs::remove_file(&file).unwrap();
    laptop.restart();
    assert_eq!(laptop.place(id), Place::NotHere);
    assert_eq!(laptop.store().attachments_wanted().unwrap()[0].from, 0);
    let secret = Secret::of(&Secret::text(&[9; 32]), id.0).unwrap();
    let sealed = secret.seal(&plain(100)).unwrap();
    let taken = laptop
        .store()
        .take_attachment_piece(id, 0, &sealed)
        .unwrap();
    assert_eq!(taken, Taken::Whole);
}
