//! Cuts a page from one snapshot (rules 14, 16).

use std::collections::BTreeMap;

use jisr_domain::audience::Feed;
use jisr_domain::id::DeviceId;
use jisr_domain::record::Kind;
use jisr_sync::feed::{Cursor, Row, RowBody};
use jisr_sync::wire::{PullPage, PullRequest};
use jisr_sync::{FieldState, RecordState};
use uuid::Uuid;

use crate::HubError;
use crate::database::{DeviceRow, StoredRow, Transaction};

/// Most rows of a page, whatever is asked.
const MOST_ROWS: usize = 5_000;
/// A page is closed when its rows weigh this much, in bytes before compression: what a poor line carries
/// within one request, and well below what a device takes.
const PAGE_BYTES: usize = 8 << 20;

/// The feeds a device follows.
pub fn followed(tx: &dyn Transaction, device: &DeviceRow) -> Result<Vec<Feed>, HubError> {
    let mut feeds = vec![Feed::Center(device.center)];
    for binding in tx.bindings(device.id)? {
        if tx
            .user(binding.staff)?
            .is_some_and(|user| user.active && user.center == device.center)
        {
            feeds.push(Feed::User(binding.staff));
        }
    }
    feeds.push(Feed::Device(device.id));
    Ok(feeds)
}

/// What a device holds of one feed, and where a page of it begins.
#[derive(Clone, Copy)]
struct Reading {
    /// The last round it published: it holds what stood there, and nothing newer.
    held: u64,
    /// The page before, of the round under way.
    from: u64,
    /// It may hold anything that ever was in this feed: it published a round of another epoch.
    anything: bool,
    /// Its own changes after this one are in its log, at the stamps kept here; none when it must be told.
    own_after: Option<u64>,
}

impl Reading {
    fn of(request: &PullRequest, epoch: Uuid, device: &DeviceRow, feed: Feed) -> Self {
        let place = |cursors: &[Cursor]| {
            let cursor = cursors.iter().find(|cursor| cursor.feed == feed);
            cursor.map_or(0, |cursor| cursor.seq)
        };
        let held = request.held.as_ref();
        let known = held.filter(|held| held.epoch == epoch);
        let held_seq = known.map_or(0, |held| place(&held.cursors));
        let from = Some(place(&request.cursors)).filter(|_| request.epoch == Some(epoch));
        Self {
            held: held_seq,
            from: from.unwrap_or(0).max(held_seq),
            anything: held.is_some() && known.is_none(),
            own_after: request
                .settled
                .filter(|_| held.is_none() || known.is_some())
                .map(|settled| settled.max(device.bounded)),
        }
    }
}

/// The page after the cursors of `request`. Cursors of another epoch count for nothing: all is sent again.
pub fn page(
    tx: &dyn Transaction,
    device: &DeviceRow,
    epoch: Uuid,
    now_ms: u64,
    request: &PullRequest,
) -> Result<PullPage, HubError> {
    let mut room = request.limit.clamp(1, MOST_ROWS);
    let mut weight = 0;
    let mut page = PullPage {
        epoch,
        mark: device.mark,
        rows: Vec::new(),
        cursors: Vec::new(),
        caught_up: true,
        remaining: 0,
        time_ms: now_ms,
    };
    for (place, feed) in followed(tx, device)?.into_iter().enumerate() {
        let reading = Reading::of(request, epoch, device, feed);
        let mut reached = reading.from;
        // One more than there is room for tells whether anything is left.
        let asked = room.saturating_add(1);
        let rows = tx.rows(feed, reached, asked)?;
        let whole = rows.len() < asked;
        let mut left = false;
        for stored in rows {
            if room == 0 || weight > PAGE_BYTES {
                left = true;
                break;
            }
            reached = stored.membership.seq;
            if let Some((body, bytes)) = row_body(tx, device.id, &stored, reading)? {
                page.rows.push(Row {
                    cursor: place,
                    seq: stored.membership.seq,
                    body,
                });
                weight += bytes;
                room -= 1;
            }
        }
        // Rows that need not be sent take no room: then the feed may go on though the page is not full.
        if left || !whole {
            let after = tx.count(feed, reached)?;
            page.caught_up &= after == 0;
            page.remaining += after;
        }
        page.cursors.push(Cursor { feed, seq: reached });
    }
    Ok(page)
}

/// What a row carries for a reader, and how much it weighs; nothing for a tombstone of what the reader never had.
fn row_body(
    tx: &dyn Transaction,
    reader: DeviceId,
    stored: &StoredRow,
    reading: Reading,
) -> Result<Option<(RowBody, usize)>, HubError> {
    if let Some(verdict) = &stored.verdict {
        return Ok(Some((RowBody::Verdict(verdict.clone()), 200)));
    }
    let (kind, id) = (stored.kind.clone(), stored.id);
    if stored.membership.removed {
        // Held since the round before, or perhaps sent by an earlier page of this one.
        let had_it = reading.anything || stored.membership.stood(reading.held, reading.from);
        return Ok(had_it.then_some((RowBody::Remove { kind, id }, 100)));
    }
    let record = tx
        .record(&(kind.clone(), id))?
        .ok_or(HubError::Damaged { what: "a feed" })?;
    let entered = stored.membership.entered > reading.held;
    let definition = Kind::from_code(&kind).map(Kind::definition);
    let declared =
        |name: &str| definition.is_some_and(|definition| definition.field(name).is_some());
    let moved = |name: &str| {
        entered
            || stored
                .membership
                .moved
                .get(name)
                .is_some_and(|seq| *seq > reading.held)
    };
    let fields: BTreeMap<_, _> = record
        .state
        .fields
        .into_iter()
        .filter(|(name, _)| declared(name) && moved(name))
        .collect();
    if let Some(change) = own_change(&fields, reader, reading)
        && (!entered || record.state.context.keys().eq([&reader]))
    {
        return Ok(Some((RowBody::Own { change }, 20)));
    }
    let weight = 150
        + fields
            .values()
            .flat_map(|field| &field.siblings)
            .map(|s| weigh(&s.value) + 60)
            .sum::<usize>();
    let state = RecordState {
        context: record.state.context,
        fields,
    };
    Ok(Some((
        RowBody::Record {
            kind,
            id,
            entered,
            state,
        },
        weight,
    )))
}

/// One of the reader's changes, when they alone moved these fields and are all in its log. Nobody else can have
/// moved them in between: the reader has seen nothing newer than the round it holds, so that another's value
/// would stand beside its own, or that of somebody who saw both in place of them.
fn own_change(
    fields: &BTreeMap<String, FieldState>,
    reader: DeviceId,
    reading: Reading,
) -> Option<u64> {
    let after = reading.own_after?;
    let mut last = None;
    for field in fields.values() {
        if !field.awaited.is_empty() || field.siblings.is_empty() {
            return None;
        }
        for sibling in &field.siblings {
            if sibling.dot.device != reader || sibling.dot.seq <= after {
                return None;
            }
            last = last.max(Some(sibling.dot.seq));
        }
    }
    last
}

/// Roughly what a value takes as JSON.
fn weigh(value: &serde_json::Value) -> usize {
    match value {
        serde_json::Value::String(text) => text.len(),
        serde_json::Value::Array(values) => values.iter().map(weigh).sum(),
        serde_json::Value::Object(map) => map
            .iter()
            .map(|(name, value)| name.len() + weigh(value))
            .sum(),
        _ => 8,
    }
}
