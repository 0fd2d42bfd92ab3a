//! What must hold: of every page that leaves the hub, and of everything once all is quiet.

use std::collections::{BTreeMap, BTreeSet};

use jisr_domain::case::{CaseEvent, fold};
use jisr_domain::id::CaseId;
use jisr_domain::record::Kind;
use jisr_store::SqlRow;
use jisr_sync::RecordState;
use jisr_sync::feed::{RowBody, VerdictKind};
use jisr_sync::wire::{Mark, PullPage, PullRequest};
use uuid::Uuid;

use crate::oracle::Key;
use crate::round::Moved;
use crate::world::{Device, World};

impl Device {
    /// The transactions its log still holds, those of identities it gave up included.
    pub fn known_transactions(&self) -> BTreeSet<Uuid> {
        self.texts("SELECT id FROM tx UNION SELECT id FROM former_tx")
            .iter()
            .map(|id| id.parse().unwrap())
            .collect()
    }

    /// Those somebody settled in its attention list.
    pub fn settled_transactions(&self) -> BTreeSet<Uuid> {
        self.texts(
            "SELECT id FROM audit WHERE action IN ('retry_transaction', 'dismiss_transaction')",
        )
        .iter()
        .map(|id| id.parse().unwrap())
        .collect()
    }

    fn texts(&self, sql: &str) -> Vec<String> {
        self.store()
            .read(|reader| reader.inspect(sql, [], |row| row.get(0)))
            .unwrap()
    }

    /// Every record its tables hold.
    fn holds(&self) -> BTreeMap<Key, RecordState> {
        let mut found = BTreeMap::new();
        for kind in Kind::ALL {
            for id in self.texts(&format!("SELECT id FROM \"{}\"", kind.code())) {
                let id: Uuid = id.parse().unwrap();
                let state = self.store().read(|reader| reader.state(*kind, id)).unwrap();
                found.insert((kind.code().to_owned(), id), state.unwrap());
            }
        }
        found
    }

    /// Everything written anywhere in its database but in its own log, one text a table.
    fn dump(&self) -> String {
        let tables = self.texts(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN \
             ('change', 'tx', 'former_change', 'former_tx', 'verdict', 'audit')",
        );
        let mut dump = String::new();
        for table in tables {
            let all = |row: &SqlRow<'_>| {
                (0..row.as_ref().column_count())
                    .map(|place| row.get_ref(place).map(|value| format!("{value:?}")))
                    .collect::<Result<Vec<String>, _>>()
            };
            let rows = self
                .store()
                .read(|reader| reader.inspect(&format!("SELECT * FROM \"{table}\""), [], all))
                .unwrap();
            dump.extend(rows.into_iter().flatten());
        }
        dump
    }
}

impl World {
    /// The record a change of a device wrote, as its own log has it.
    fn written_by(&self, who: usize, change: u64) -> Key {
        let pending = self.devices[who]
            .store()
            .pending_after(change - 1, 1, 1)
            .unwrap()
            .unwrap();
        let changes = pending.transactions.iter().flat_map(|tx| &tx.changes);
        let logged = changes.into_iter().find(|logged| logged.seq == change);
        let device = self.devices[who].store().device().unwrap().device;
        let said = logged.unwrap().read(device).unwrap().payload;
        (said.kind, said.id)
    }

    /// No page carries a record, or a field, its device's people may not see; nor tells of one they never had.
    pub fn check_page(&mut self, who: usize, request: &PullRequest, page: &PullPage) {
        let device = self.devices[who].store().device().unwrap();
        let devices = self.hub().devices().unwrap();
        let stored = devices.iter().find(|row| row.id == device.device).unwrap();
        assert!(
            page.mark.seq <= stored.mark.seq,
            "(c) no mark beyond what is stored"
        );
        if !page.caught_up {
            self.reached.note("a round took several pages");
        }
        if page.rows.is_empty() {
            return;
        }
        let mut own: BTreeMap<u64, Key> = BTreeMap::new();
        for row in &page.rows {
            if let RowBody::Own { change } = row.body {
                own.insert(change, self.written_by(who, change));
            }
        }
        if !own.is_empty() {
            self.reached
                .note("a device was not told again what it wrote");
        }
        let at_hub = self.at_hub();
        let mut sent = BTreeSet::new();
        let mut taken = Vec::new();
        for row in &page.rows {
            match &row.body {
                RowBody::Record {
                    kind, id, state, ..
                } => {
                    let key = (kind.clone(), *id);
                    assert!(
                        at_hub.may_hold(device.device, &key),
                        "(d) {key:?} is sent to device {who}"
                    );
                    let definition = Kind::from_code(kind).unwrap().definition();
                    for field in state.fields.keys() {
                        assert!(definition.field(field).is_some(), "(d) {field} of {key:?}");
                    }
                    sent.insert(key);
                }
                RowBody::Remove { kind, id } => taken.push((kind.clone(), *id)),
                RowBody::Own { change } => {
                    let key = own[change].clone();
                    assert!(
                        at_hub.may_hold(device.device, &key),
                        "(d) {key:?} is named to device {who}"
                    );
                    sent.insert(key);
                }
                RowBody::Verdict(_) => {}
            }
        }
        if page.rows.iter().any(|row| matches!(&row.body, RowBody::Verdict(verdict) if verdict.verdict == VerdictKind::Applied)) {
            self.reached.note("what was held was freed");
        }
        if !taken.is_empty() {
            self.reached.note("a record was taken from its readers");
        }
        let known = &mut self.devices[who].sent;
        // A round of several pages may name what moved out of sight before it was read.
        let first = request
            .held
            .as_ref()
            .is_some_and(|held| held.epoch == page.epoch && held.cursors == request.cursors);
        if first {
            for key in taken {
                assert!(
                    known.contains(&key) || sent.contains(&key),
                    "(d) device {who} is told of {key:?}, which it never had"
                );
            }
        }
        known.extend(sent);
    }

    /// (c) The mark is the hub's, and what it has not passed still shows on the device that wrote it.
    pub fn check_pending(&self, who: usize, mark: Mark) {
        let store = self.devices[who].store();
        let device = store.device().unwrap();
        assert_eq!(device.mark, mark, "(c) the mark is the snapshot's");
        let pending = store
            .pending_after(mark.seq, usize::MAX, usize::MAX)
            .unwrap();
        let changes = pending.into_iter().flat_map(|push| push.transactions);
        for logged in changes.flat_map(|tx| tx.changes) {
            let change = logged.read(device.device).unwrap();
            let kind = Kind::from_code(&change.payload.kind).unwrap();
            let state = self.state(who, kind, change.payload.id).unwrap_or_default();
            assert!(
                state.context.get(&device.device) >= Some(&change.dot.seq),
                "(c) change {} waits, and shows on device {who}",
                change.dot
            );
        }
    }

    /// Lets everybody synchronise until nothing moves any more.
    pub fn grows_quiet(&mut self) {
        for _ in 0..12 {
            let moved: Vec<Moved> = (0..self.devices.len())
                .map(|who| self.round(who, 4))
                .collect();
            if moved.iter().all(|moved| *moved == Moved::default()) {
                return;
            }
        }
        panic!("rounds go on moving things though nobody writes");
    }

    pub fn check_everything(&mut self) {
        let hub = self.hub().verify().unwrap();
        assert_eq!(hub.wrong, Vec::<String>::new(), "the hub's own check");
        self.check_replays();
        self.check_marks();
        self.check_values();
        self.note_what_stands();
        for who in 0..self.devices.len() {
            self.check_device(who);
        }
    }

    fn note_what_stands(&mut self) {
        let mut reached = std::mem::take(&mut self.reached);
        let at_hub = self.at_hub();
        for row in at_hub.records.values() {
            let definition = Kind::from_code(&row.kind).unwrap().definition();
            if row.state.conflicts(&definition).next().is_some() {
                reached.note("a conflict waits for somebody");
            }
            if row.kind == Kind::Case.code() {
                reached.note(match row.secrecy {
                    0 => "an ordinary case",
                    1 => "a restricted case",
                    _ => "a sealed case",
                });
            }
        }
        for change in at_hub.log.values().flatten() {
            match change.verdict {
                VerdictKind::Applied => {}
                VerdictKind::Rejected => reached.note("a change was rejected"),
                VerdictKind::Held => reached.note("a change is held"),
            }
        }
        if self.ledger.iter().any(|written| written.settled) {
            reached.note("somebody settled a refusal");
        }
        self.reached = reached;
    }

    /// (a) The hub's state is what its log makes, whatever the order between devices.
    fn check_replays(&mut self) {
        let around = self.around.clone();
        let at_hub = self.at_hub();
        for (key, row) in &at_hub.records {
            assert_eq!(
                at_hub.replay(key, |_| 0),
                row.state,
                "(a) {key:?}, device by device"
            );
            assert_eq!(
                at_hub.replay(key, |left| left - 1),
                row.state,
                "(a) {key:?}, backwards"
            );
            assert_eq!(
                at_hub.replay(key, |left| around.below(left)),
                row.state,
                "(a) {key:?}, in some order"
            );
        }
    }

    /// (c) What the mark passed is stored, byte for byte, and all of it passed.
    fn check_marks(&mut self) {
        for who in 0..self.devices.len() {
            let store = self.devices[who].store();
            let device = store.device().unwrap();
            assert_eq!(
                device.mark.seq, device.last_seq,
                "(c) all that device {who} wrote was taken"
            );
            let own = store
                .pending_after(0, usize::MAX, usize::MAX)
                .unwrap()
                .map(|push| push.transactions)
                .unwrap_or_default();
            let at_hub = self.at_hub();
            let stored = at_hub.log.get(&device.device);
            for logged in own.iter().flat_map(|tx| &tx.changes) {
                let kept = stored
                    .and_then(|log| log.iter().find(|kept| kept.logged.seq == logged.seq))
                    .unwrap();
                assert_eq!(
                    kept.logged.payload.get(),
                    logged.payload.get(),
                    "(c) change {} of device {who}",
                    logged.seq
                );
                assert_eq!(kept.logged.seen.get(), logged.seen.get());
            }
        }
    }

    /// (b) Each value anybody wrote stands in its record, or was replaced by somebody who had it on screen, or
    /// waits in the attention list of who wrote it.
    fn check_values(&mut self) {
        let attention: Vec<_> = self
            .devices
            .iter()
            .map(|device| device.store().attention().unwrap())
            .collect();
        let ledger = std::mem::take(&mut self.ledger);
        let at_hub = self.at_hub();
        let transactions = at_hub.transactions();
        for written in &ledger {
            let Some(logged) = transactions.get(&written.tx) else {
                panic!("(b) the hub never took {:?}", written.changes);
            };
            if logged
                .iter()
                .all(|change| change.verdict != VerdictKind::Applied)
            {
                let told = attention[written.who]
                    .iter()
                    .find(|item| item.tx == written.tx);
                let expected = !written.settled && !written.lost;
                assert_eq!(
                    told.is_some(),
                    expected,
                    "(b) refused, and device {} is told: {:?}",
                    written.who,
                    written.changes
                );
                let Some(told) = told else { continue };
                for (change, told) in written.changes.iter().zip(&told.changes) {
                    assert_eq!(
                        (&change.payload.patch, change.payload.id),
                        (&told.patch, told.id),
                        "(b) with its values"
                    );
                }
                continue;
            }
            for change in logged {
                let key = (change.kind.clone(), change.record);
                let dot = change.logged.read(change.device).unwrap().dot;
                let row = &at_hub.records[&key];
                for (field, value) in change.logged.read(change.device).unwrap().payload.patch {
                    let stands = row.state.fields.get(&field).is_some_and(|state| {
                        state
                            .siblings
                            .iter()
                            .any(|s| s.dot == dot && s.value == value)
                    });
                    let replaced = || {
                        at_hub.history(&key).concat().iter().any(|later| {
                            let later = later.logged.read(later.device).unwrap();
                            later
                                .seen
                                .get(&field)
                                .is_some_and(|seen| seen.contains(&dot))
                        })
                    };
                    assert!(
                        stands || replaced(),
                        "(b) {field} = {value} of {key:?} vanished"
                    );
                }
            }
        }
        self.ledger = ledger;
    }

    /// (a), (d), (e): a device holds what its people may see, as the hub has it, and nothing else but what was
    /// written on it.
    /// What a device kept of where its cases stand is what their events make.
    fn check_states(&self, who: usize) {
        let cases: Vec<CaseId> = self.here(who, Kind::Case).into_iter().map(CaseId).collect();
        let store = self.devices[who].store();
        let kept = store.read(|reader| reader.case_states(&cases)).unwrap();
        for (case, state) in kept {
            let events = store
                .read(|reader| reader.by::<CaseEvent>("case", case))
                .unwrap();
            assert_eq!(state, fold(&events), "where {case} stands on device {who}");
        }
    }

    fn check_device(&mut self, who: usize) {
        self.check_states(who);
        let device = self.devices[who].store().device().unwrap().device;
        let holds = self.devices[who].holds();
        let dump = self.devices[who].dump();
        let ledger = std::mem::take(&mut self.ledger);
        let own: Vec<&crate::world::Written> =
            ledger.iter().filter(|written| written.who == who).collect();
        // What a restored hub no longer knows it sent, nobody takes back (rule 18, what is not built of it).
        let restored = self.reached.0.contains_key("a hub was restored");
        let sent = self.devices[who].sent.clone();
        let at_hub = self.at_hub();
        for (key, row) in &at_hub.records {
            if at_hub.may_hold(device, key) {
                assert_eq!(
                    holds.get(key).map(|state| &state.fields),
                    Some(&row.state.fields),
                    "(a) {key:?} on device {who}"
                );
                continue;
            }
            if restored && sent.contains(key) {
                continue;
            }
            if let Some(state) = holds.get(key) {
                let foreign: Vec<_> = state
                    .fields
                    .values()
                    .flat_map(|field| &field.siblings)
                    .filter(|s| !own.iter().any(|written| written.wrote(&key.1, &s.value)))
                    .collect();
                assert!(
                    foreign.is_empty(),
                    "(d) {key:?} on device {who}: {foreign:?}"
                );
            }
            let values = row
                .state
                .fields
                .values()
                .flat_map(|field| &field.siblings)
                .map(|s| &s.value);
            let texts = values
                .filter_map(|value| value.as_str())
                .filter(|text| text.starts_with("qx"));
            for text in texts {
                assert!(
                    !dump.contains(text) || own.iter().any(|written| written.says(text)),
                    "(d) {text} of {key:?} is on device {who}"
                );
            }
        }
        for key in holds.keys().filter(|key| !at_hub.records.contains_key(key)) {
            assert!(
                restored && sent.contains(key)
                    || own.iter().any(|written| written
                        .changes
                        .iter()
                        .any(|change| change.payload.id == key.1)),
                "(a) {key:?} is on device {who} only, which did not write it"
            );
        }
        self.ledger = ledger;
    }
}

impl crate::world::Written {
    fn wrote(&self, record: &Uuid, value: &serde_json::Value) -> bool {
        self.changes.iter().any(|change| {
            change.payload.id == *record && change.payload.patch.values().any(|said| said == value)
        })
    }

    fn says(&self, text: &str) -> bool {
        self.changes.iter().any(|change| {
            change
                .payload
                .patch
                .values()
                .any(|said| said.as_str() == Some(text))
        })
    }
}
