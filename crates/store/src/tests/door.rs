//! What the door lets through, and what it leaves behind.

use jisr_domain::case::{CaseEvent, CaseEventType};
use jisr_domain::household::Household;
use jisr_domain::id::{CaseEventId, PersonId};
use jisr_domain::note::Note;
use jisr_domain::person::Person;
use jisr_domain::record::{Fields, Kind};
use jisr_sync::Seen;
use serde_json::json;

use super::{CENTER, Laptop, columns_of, fatima};
use crate::StoreError;

#[test]
fn what_amina_writes_is_there_after_a_restart_as_she_wrote_it() {
    let mut amina = Laptop::of(1);
    let id = amina.registers(&fatima());
    amina.restart();
    let held = amina.sees(id).unwrap();
    assert_eq!(held.record, fatima());
    assert!(held.only_here && held.pending && held.conflicts.is_empty());
    assert_eq!(
        amina
            .store()
            .read(|r| r.by::<Person>("cnie", "AB123456"))
            .unwrap(),
        [(id, fatima())]
    );
}

#[test]
fn rule_7_a_transaction_above_a_thousand_changes_or_a_mebibyte_is_refused_whole() {
    let amina = Laptop::of(1);
    let many = amina.write(|tx| {
        for _ in 0..1_001 {
            let id: PersonId = tx.new_id();
            tx.create(
                id,
                &Person {
                    nickname: Some("x".into()),
                    ..Person::default()
                },
            )?;
        }
        Ok(())
    });
    assert!(matches!(many, Err(StoreError::TooLarge)));
    let big = amina.write(|tx| {
        for _ in 0..60 {
            let id = tx.new_id();
            tx.create::<Note>(
                id,
                &Note {
                    body: Some("و".repeat(10_000)),
                    ..Note::default()
                },
            )?;
        }
        Ok(())
    });
    assert!(matches!(big, Err(StoreError::TooLarge)));
    assert_eq!(
        (
            columns_of::<Person>(&amina),
            columns_of::<Note>(&amina),
            amina.store().last_seq().unwrap()
        ),
        (0, 0, 0)
    );
}

#[test]
fn rule_6_what_is_written_once_is_not_written_twice() {
    let amina = Laptop::of(1);
    let id: CaseEventId = amina
        .write(|tx| {
            let id = tx.new_id();
            tx.create(
                id,
                &CaseEvent {
                    event: Some(CaseEventType::Closed),
                    ..CaseEvent::default()
                },
            )?;
            Ok(id)
        })
        .unwrap()
        .0;
    let again = Fields::from([("event".to_owned(), json!("reopened"))]);
    let refused = amina.write(|tx| tx.update_as_shown(Kind::CaseEvent, id.0, again));
    assert!(
        matches!(refused, Err(StoreError::WrittenOnce { field: "event", .. })),
        "{refused:?}"
    );
    let word = Fields::from([("note".to_owned(), json!("أُضيف لاحقا"))]);
    amina
        .write(|tx| tx.update_as_shown(Kind::CaseEvent, id.0, word))
        .unwrap();
}

#[test]
fn a_field_nobody_declared_a_value_of_another_shape_and_a_record_that_is_not_there_are_refused() {
    let amina = Laptop::of(1);
    let id = amina.registers(&fatima());
    let attempt = |name: &str, value| {
        amina.write(|tx| {
            tx.update_as_shown(Kind::Person, id.0, Fields::from([(name.to_owned(), value)]))
        })
    };
    assert!(
        matches!(attempt("shoe_size", json!(38)), Err(StoreError::UnknownField { field, .. }) if field == "shoe_size")
    );
    assert!(
        matches!(attempt("sex", json!("purple")), Err(StoreError::BadValue { field, .. }) if field == "sex")
    );
    assert!(matches!(
        attempt("estimated_age", json!("forty")),
        Err(StoreError::BadValue { .. })
    ));
    let nobody =
        amina.write(|tx| tx.update(Kind::Person, CENTER.0, Fields::new(), &Seen::default()));
    assert!(matches!(nobody, Err(StoreError::NotFound { .. })));
    let twice = amina.write(|tx| tx.create(id, &fatima()));
    assert!(matches!(twice, Err(StoreError::AlreadyThere { .. })));
    assert_eq!(amina.store().last_seq().unwrap(), 1);
}

#[test]
fn saying_again_what_was_on_screen_is_no_change_and_no_audit() {
    let amina = Laptop::of(1);
    let id = amina.registers(&fatima());
    let held = amina.sees(id).unwrap();
    let seen = Seen::from_token(&held.seen).unwrap();
    let patch = Fields::from([
        ("phone".to_owned(), json!("+212661234567")),
        ("idcs".to_owned(), json!(null)),
        ("languages".to_owned(), json!([])),
    ]);
    let changes = amina
        .write(|tx| tx.update(Kind::Person, id.0, patch, &seen))
        .unwrap()
        .1;
    assert!(changes.records.is_empty());
    assert_eq!(amina.store().last_seq().unwrap(), 1);
    assert_eq!(
        amina
            .store()
            .read(|r| r.audit(Some(id.0), 10))
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn rule_4_an_edit_from_an_old_view_stands_beside_what_was_written_meanwhile() {
    let amina = Laptop::of(1);
    let id = amina.registers(&fatima());
    let open_since_morning = amina.sees(id).unwrap().seen;
    amina.changes_phone(id, "+212611111111");
    amina
        .changes_phone_having_seen(id, "+212622222222", &open_since_morning)
        .unwrap();
    let held = amina.sees(id).unwrap();
    let values: Vec<_> = held.conflicts[0]
        .values
        .iter()
        .map(|v| v.value.as_str().unwrap())
        .collect();
    assert_eq!(
        (held.conflicts[0].field, values.as_slice()),
        ("phone", ["+212622222222", "+212611111111"].as_slice())
    );
    assert_eq!(
        amina.store().read(|r| r.conflicts()).unwrap(),
        [(Kind::Person, id.0, 1)]
    );
    amina.changes_phone(id, "+212611111111");
    assert!(amina.sees(id).unwrap().conflicts.is_empty());
    assert!(amina.store().read(|r| r.conflicts()).unwrap().is_empty());
}

#[test]
fn rule_1_a_write_that_fails_leaves_nothing_and_the_next_takes_its_place_in_the_series() {
    let amina = Laptop::of(1);
    let failed: Result<_, StoreError> = amina.write(|tx| {
        let id: PersonId = tx.new_id();
        tx.create(id, &fatima())?;
        assert!(
            tx.reader().find::<Person>(id)?.is_some(),
            "a transaction reads its own writes"
        );
        Err::<(), _>(StoreError::TooLarge)
    });
    assert!(failed.is_err());
    assert!(amina.finds("فاطمة").is_empty());
    let id = amina.registers(&fatima());
    assert_eq!(
        (amina.finds("فاطمة"), amina.store().last_seq().unwrap()),
        (vec![id], 1)
    );
    assert!(amina.store().integrity().unwrap().is_empty());
}

#[test]
fn the_audit_log_says_who_and_which_fields_never_values_and_cannot_be_rewritten() {
    let amina = Laptop::of(1);
    let id = amina.registers(&fatima());
    amina.changes_phone(id, "+212611111111");
    amina
        .write(|tx| tx.audit("view", Some(Kind::Person), Some(id.0), &["phone"]))
        .unwrap();
    let lines = amina.store().read(|r| r.audit(Some(id.0), 10)).unwrap();
    let said: Vec<_> = lines
        .iter()
        .map(|line| (line.action.as_str(), line.fields.len(), line.staff))
        .collect();
    assert_eq!(
        said,
        [
            ("view", 1, amina.staff),
            ("update", 1, amina.staff),
            ("create", 8, amina.staff)
        ]
    );
    assert!(!format!("{lines:?}").contains("212611"));
    let writer = amina.store().writer();
    assert!(writer.execute("UPDATE audit SET staff = 'x'", []).is_err());
    assert!(writer.execute("DELETE FROM audit", []).is_err());
    assert_eq!(crate::audit::broken_at(&writer).unwrap(), None);
    // Somebody with the key and a tool takes the triggers away first.
    writer
        .execute_batch(
            "DROP TRIGGER audit_is_not_rewritten; UPDATE audit SET fields = 'phone' WHERE n = 1;",
        )
        .unwrap();
    assert_eq!(crate::audit::broken_at(&writer).unwrap(), Some(1));
}

#[test]
fn numbers_of_cases_and_of_the_day_count_up_and_survive_a_restart() {
    let mut amina = Laptop::of(1);
    let next = |laptop: &Laptop| {
        laptop
            .write(|tx| {
                Ok((
                    tx.next_case_number(2026)?,
                    tx.next_daily_number(tx.moment().today)?,
                ))
            })
            .unwrap()
            .0
    };
    assert_eq!(next(&amina), ("XXX-2026-T1-00001".to_owned(), 1));
    amina.restart();
    assert_eq!(next(&amina), ("XXX-2026-T1-00002".to_owned(), 2));
}

#[test]
fn a_draft_is_its_writers_and_goes_with_what_it_became() {
    let amina = Laptop::of(1);
    let draft = crate::Draft {
        id: CENTER.0,
        staff: amina.staff,
        kind: "household".into(),
        title: "أسرة".into(),
        body: "{}".into(),
        seen: None,
        updated_at: 5,
    };
    amina.store().save_draft(&draft).unwrap();
    assert_eq!(
        amina.store().read(|r| r.drafts(amina.staff)).unwrap(),
        std::slice::from_ref(&draft)
    );
    assert!(
        amina
            .store()
            .read(|r| r.drafts(super::staff(2)))
            .unwrap()
            .is_empty()
    );
    amina
        .write(|tx| {
            let id = tx.new_id();
            tx.create::<Household>(
                id,
                &Household {
                    name: Some("أسرة الناجي".into()),
                    ..Household::default()
                },
            )?;
            tx.drop_draft(draft.id)
        })
        .unwrap();
    assert!(
        amina
            .store()
            .read(|r| r.drafts(amina.staff))
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_reader_cannot_write() {
    let amina = Laptop::of(1);
    let refused = amina
        .store()
        .read(|r| r.sql("DELETE FROM person", [], |_| Ok(())));
    assert!(matches!(refused, Err(StoreError::NotARead)));
}
