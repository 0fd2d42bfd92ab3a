//! Changes and records on SQLite.
//!
//! `INDEXED BY` where SQLite, which keeps no statistics here, would rather walk a primary key in the order
//! asked for, and so read a whole series or every record of a kind.

use jisr_domain::id::{CaseId, CenterId, DeviceId, PersonId};
use jisr_domain::record::Fields;
use jisr_sync::change::ChangeHash;
use jisr_sync::wire::Mark;
use jisr_sync::{Logged, Stamp};
use rusqlite::{Row, params};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::Tx;
use super::columns::{count, hash, id, int, json, maybe_id, parse, text, verdict, verdict_kind};
use crate::HubError;
use crate::database::{Key, LoggedChange, RecordRow, Records, Stand, TxRow};

const CHANGE: &str =
    "SELECT device, seq, tx, kind, record, stamp, seen, said, hash, chain, verdict FROM change";
const RECORD: &str = "SELECT kind, id, center, person, other, case_id, parent, addressed, secrecy, undeclared, state, shown FROM record";

fn change(row: &Row<'_>) -> Result<LoggedChange, HubError> {
    Ok(LoggedChange {
        device: id(&row.get::<_, String>(0)?)?,
        logged: Logged {
            seq: count(row.get(1)?),
            seen: RawValue::from_string(row.get(6)?)?,
            payload: RawValue::from_string(row.get(7)?)?,
        },
        tx: id(&row.get::<_, String>(2)?)?,
        kind: row.get(3)?,
        record: id(&row.get::<_, String>(4)?)?,
        stamp: Stamp(count(row.get(5)?)),
        hash: hash(&row.get::<_, String>(8)?)?,
        chain: hash(&row.get::<_, String>(9)?)?,
        verdict: verdict_kind(row.get(10)?),
    })
}

fn record(row: &Row<'_>) -> Result<RecordRow, HubError> {
    Ok(RecordRow {
        kind: row.get(0)?,
        id: id(&row.get::<_, String>(1)?)?,
        center: id(&row.get::<_, String>(2)?)?,
        person: maybe_id(row.get(3)?)?,
        other: maybe_id(row.get(4)?)?,
        case: maybe_id(row.get(5)?)?,
        parent: maybe_id(row.get(6)?)?,
        addressed: maybe_id(row.get(7)?)?,
        secrecy: row.get(8)?,
        undeclared: row.get(9)?,
        state: parse(&row.get::<_, String>(10)?)?,
        shown: parse(&row.get::<_, String>(11)?)?,
    })
}

fn key(row: &Row<'_>) -> Result<Key, HubError> {
    Ok((row.get(0)?, id(&row.get::<_, String>(1)?)?))
}

impl Records for Tx<'_> {
    fn stand(&self, device: DeviceId, seq: u64) -> Result<Option<Stand>, HubError> {
        if seq == 0 {
            return Ok(Some(Stand {
                hash: ChangeHash::default(),
                chain: ChangeHash::default(),
            }));
        }
        self.one(
            "SELECT hash, chain FROM change WHERE device = ?1 AND seq = ?2",
            params![text(device), int(seq)],
            |row| {
                Ok(Stand {
                    hash: hash(&row.get::<_, String>(0)?)?,
                    chain: hash(&row.get::<_, String>(1)?)?,
                })
            },
        )
    }

    fn last(&self, device: DeviceId) -> Result<Mark, HubError> {
        let found = self.one(
            "SELECT seq, chain FROM change WHERE device = ?1 ORDER BY seq DESC LIMIT 1",
            [text(device)],
            |row| {
                Ok(Mark {
                    seq: count(row.get(0)?),
                    hash: hash(&row.get::<_, String>(1)?)?,
                })
            },
        )?;
        Ok(found.unwrap_or_default())
    }

    fn log(&self, change: &LoggedChange) -> Result<(), HubError> {
        self.run(
            "INSERT INTO change (device, seq, tx, kind, record, stamp, seen, said, hash, chain, verdict)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                text(change.device),
                int(change.logged.seq),
                text(change.tx),
                change.kind,
                text(change.record),
                int(change.stamp.0),
                change.logged.seen.get(),
                change.logged.payload.get(),
                text(change.hash),
                text(change.chain),
                verdict(change.verdict)
            ],
        )?;
        Ok(())
    }

    fn logged(
        &self,
        device: DeviceId,
        first: u64,
        last: u64,
    ) -> Result<Vec<LoggedChange>, HubError> {
        self.many(
            &format!("{CHANGE} WHERE device = ?1 AND seq BETWEEN ?2 AND ?3 ORDER BY seq"),
            params![text(device), int(first), int(last)],
            change,
        )
    }

    fn history(&self, key: &Key) -> Result<Vec<LoggedChange>, HubError> {
        self.many(
            &format!(
                "{CHANGE} WHERE record = ?2 AND kind = ?1 AND verdict = 0 ORDER BY device, seq"
            ),
            params![key.0, text(key.1)],
            change,
        )
    }

    fn refused(&self, device: DeviceId, record: Uuid) -> Result<Vec<LoggedChange>, HubError> {
        self.many(
            &format!("{CHANGE} INDEXED BY change_refused WHERE device = ?1 AND record = ?2 AND verdict <> 0 ORDER BY seq"),
            params![text(device), text(record)],
            change,
        )
    }

    fn refuses(&self, device: DeviceId) -> Result<bool, HubError> {
        let sql = "SELECT 1 FROM change INDEXED BY change_refused WHERE device = ?1 AND verdict <> 0 LIMIT 1";
        Ok(self.sql.prepare_cached(sql)?.exists([text(device)])?)
    }

    fn writers(&self) -> Result<Vec<DeviceId>, HubError> {
        self.many(
            "SELECT DISTINCT device FROM change ORDER BY device",
            [],
            |row| id(&row.get::<_, String>(0)?),
        )
    }

    fn put_tx(&self, device: DeviceId, tx: &TxRow) -> Result<(), HubError> {
        self.run(
            "INSERT INTO tx (device, first, last, tx, actor, signature, verdict, code) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT DO UPDATE SET verdict = excluded.verdict, code = excluded.code",
            params![
                text(device),
                int(tx.first),
                int(tx.last),
                text(tx.tx),
                text(tx.actor),
                tx.signature,
                verdict(tx.verdict),
                tx.code
            ],
        )?;
        self.run(
            "UPDATE change SET verdict = ?4 WHERE device = ?1 AND seq BETWEEN ?2 AND ?3 AND verdict <> ?4",
            params![text(device), int(tx.first), int(tx.last), verdict(tx.verdict)],
        )?;
        Ok(())
    }

    fn held(&self, device: DeviceId) -> Result<Vec<TxRow>, HubError> {
        self.many(
            "SELECT tx, first, last, actor, signature, verdict, code FROM tx INDEXED BY tx_held WHERE device = ?1 AND verdict = 2 ORDER BY first",
            [text(device)],
            |row| {
                Ok(TxRow {
                    tx: id(&row.get::<_, String>(0)?)?,
                    first: count(row.get(1)?),
                    last: count(row.get(2)?),
                    actor: id(&row.get::<_, String>(3)?)?,
                    signature: row.get(4)?,
                    verdict: verdict_kind(row.get(5)?),
                    code: row.get(6)?,
                })
            },
        )
    }

    fn record(&self, key: &Key) -> Result<Option<RecordRow>, HubError> {
        if let Some(known) = self.remembered.record(key) {
            return Ok(known);
        }
        let found = self.one(
            &format!("{RECORD} WHERE kind = ?1 AND id = ?2"),
            params![key.0, text(key.1)],
            record,
        )?;
        self.remembered.found(key, found.as_ref());
        Ok(found)
    }

    fn holds(&self, id: Uuid) -> Result<bool, HubError> {
        let sql = "SELECT 1 FROM change WHERE record = ?1 AND verdict = 0 LIMIT 1";
        Ok(self.sql.prepare_cached(sql)?.exists([text(id)])?)
    }

    fn put_record(&self, record: &RecordRow) -> Result<(), HubError> {
        self.run(
            "INSERT INTO record (kind, id, center, person, other, case_id, parent, addressed, secrecy, undeclared, state, shown)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
             ON CONFLICT DO UPDATE SET center = excluded.center, person = excluded.person, other = excluded.other,
                 case_id = excluded.case_id, parent = excluded.parent, addressed = excluded.addressed,
                 secrecy = excluded.secrecy, undeclared = excluded.undeclared, state = excluded.state, shown = excluded.shown",
            params![
                record.kind,
                text(record.id),
                text(record.center),
                record.person.map(text),
                record.other.map(text),
                record.case.map(text),
                record.parent.map(text),
                record.addressed.map(text),
                record.secrecy,
                record.undeclared,
                json(&record.state)?,
                json(&record.shown)?
            ],
        )?;
        self.remembered.wrote(record);
        Ok(())
    }

    fn of_case(&self, case: CaseId) -> Result<Vec<Key>, HubError> {
        self.many(
            "SELECT kind, id FROM record WHERE case_id = ?1 ORDER BY kind, id",
            [text(case)],
            key,
        )
    }

    fn case_events(&self, case: CaseId) -> Result<Vec<(Uuid, Fields)>, HubError> {
        self.many(
            "SELECT id, shown FROM record INDEXED BY record_case WHERE case_id = ?1 AND kind = 'case_event'",
            [text(case)],
            |row| {
                Ok((
                    id(&row.get::<_, String>(0)?)?,
                    parse(&row.get::<_, String>(1)?)?,
                ))
            },
        )
    }

    fn of_person(&self, person: PersonId) -> Result<Vec<Key>, HubError> {
        self.many(
            "SELECT kind, id FROM record WHERE person = ?1 UNION SELECT kind, id FROM record WHERE other = ?1",
            [text(person)],
            key,
        )
    }

    fn cases_of(&self, person: PersonId, secrecy: u8) -> Result<Vec<RecordRow>, HubError> {
        self.many(
            &format!("{RECORD} INDEXED BY record_person WHERE person = ?1 AND kind = 'case' AND secrecy >= ?2 ORDER BY id"),
            params![text(person), secrecy],
            record,
        )
    }

    fn of_parent(&self, parent: Uuid) -> Result<Vec<Key>, HubError> {
        self.many(
            "SELECT kind, id FROM record WHERE parent = ?1 ORDER BY kind, id",
            [text(parent)],
            key,
        )
    }

    fn addressed_to(&self, center: CenterId) -> Result<Vec<Key>, HubError> {
        self.many(
            "SELECT kind, id FROM record WHERE addressed = ?1 ORDER BY kind, id",
            [text(center)],
            key,
        )
    }

    fn guarded_cases(&self, center: CenterId) -> Result<Vec<CaseId>, HubError> {
        self.many(
            "SELECT id FROM record INDEXED BY record_center WHERE center = ?1 AND kind = 'case' AND secrecy > 0 ORDER BY id",
            [text(center)],
            |row| id(&row.get::<_, String>(0)?),
        )
    }

    fn of_center(&self, center: CenterId) -> Result<Vec<Key>, HubError> {
        self.many(
            "SELECT kind, id FROM record WHERE center = ?1 ORDER BY kind, id",
            [text(center)],
            key,
        )
    }

    fn every_record(&self) -> Result<Vec<Key>, HubError> {
        self.many("SELECT kind, id FROM record ORDER BY kind, id", [], key)
    }
}
