//! A disk with no room left.

use jisr_domain::record::Fields;
use jisr_domain::record::Kind;
use serde_json::json;
use uuid::Uuid;

use super::hub::Hub;
use super::{Laptop, columns_of, fatima};
use crate::{Draft, StoreError};

impl Laptop {
    /// So many pages more, and the disk is full.
    fn has_room_for(&self, pages: i64) {
        let writer = self.store().writer();
        let now: i64 = writer
            .query_row("PRAGMA page_count", [], |row| row.get(0))
            .unwrap();
        let most = format!("PRAGMA max_page_count = {}", now + pages);
        writer.query_row(&most, [], |_| Ok(())).unwrap();
    }
}

#[test]
fn on_a_full_disk_nothing_is_half_written_and_work_goes_on_once_there_is_room() {
    let mut amina = Laptop::of(1);
    let id = amina.registers(&fatima());
    let draft = Draft {
        id: Uuid::from_u128(9),
        staff: amina.staff,
        kind: "note".into(),
        title: String::new(),
        body: json!({"body": "م".repeat(10_000)}).to_string(),
        seen: None,
        updated_at: 0,
    };
    amina.has_room_for(0);
    let mut written = 0;
    let error = loop {
        let long = Fields::from([("address".to_owned(), json!("م".repeat(5_000 + written)))]);
        match amina.write(|tx| tx.update_as_shown(Kind::Person, id.0, long)) {
            Ok(_) => written += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, StoreError::DiskFull), "{error:?}");
    let before = amina.sees(id).unwrap();
    let last = amina.store().last_seq().unwrap();
    let another = amina.write(|tx| {
        for _ in 0..20 {
            let id: jisr_domain::id::PersonId = tx.new_id();
            tx.create(id, &fatima())?;
        }
        Ok(())
    });
    assert!(matches!(another, Err(StoreError::DiskFull)));
    assert!(matches!(
        amina.store().save_draft(&draft),
        Err(StoreError::DiskFull)
    ));

    amina.restart();
    assert_eq!(amina.sees(id).unwrap().record, before.record);
    assert_eq!(amina.store().last_seq().unwrap(), last);
    assert_eq!(columns_of::<jisr_domain::person::Person>(&amina), 1);
    assert_eq!(amina.store().integrity().unwrap(), Vec::<String>::new());
    amina.store().save_draft(&draft).unwrap();
    amina.changes_phone(id, "+212611111111");
    assert_eq!(amina.phone(id).as_deref(), Some("+212611111111"));
}

#[test]
fn a_round_that_fills_the_disk_is_taken_whole_later() {
    let (amina, youssef, mut hub) = (Laptop::of(1), Laptop::of(2), Hub::default());
    for _ in 0..40 {
        amina.registers(&fatima());
    }
    amina.syncs(&mut hub);
    youssef.has_room_for(0);
    let page = hub.page(youssef.device(), &youssef.store().pull_request(50).unwrap());
    let mark = hub.mark(youssef.device());
    let staged = youssef.store().stage(&page);
    let refused = staged.and_then(|()| youssef.store().publish(mark, Hub::EPOCH));
    assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
    assert_eq!(columns_of::<jisr_domain::person::Person>(&youssef), 0);
    youssef.has_room_for(1_000_000);
    youssef.syncs(&mut hub);
    assert_eq!(columns_of::<jisr_domain::person::Person>(&youssef), 40);
    assert_eq!(youssef.store().integrity().unwrap(), Vec::<String>::new());
}
