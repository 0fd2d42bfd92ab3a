//! Feeds on SQLite.

use jisr_domain::audience::Feed;
use jisr_sync::feed::Verdict;
use rusqlite::{OptionalExtension, Row, params};

use super::Tx;
use super::columns::{count, feed as read_feed, feed_name, id, int, json, parse, text};
use crate::HubError;
use crate::database::{Feeds, Key, Membership, StoredRow};

fn membership(row: &Row<'_>, at: usize) -> Result<Membership, HubError> {
    Ok(Membership {
        seq: count(row.get(at)?),
        entered: count(row.get(at + 1)?),
        removed: row.get(at + 2)?,
        moved: parse(&row.get::<_, String>(at + 3)?)?,
        past: parse(&row.get::<_, String>(at + 4)?)?,
    })
}

impl Tx<'_> {
    fn feed_id(&self, feed: Feed) -> Result<Option<i64>, HubError> {
        if let Some(known) = self.remembered.feed(feed) {
            return Ok(Some(known));
        }
        Ok(self
            .sql
            .prepare_cached("SELECT id FROM feed_head WHERE feed = ?1")?
            .query_row([feed_name(feed)], |row| row.get(0))
            .optional()?)
    }
}

impl Feeds for Tx<'_> {
    fn head(&self, feed: Feed) -> Result<u64, HubError> {
        let seq: Option<i64> = self
            .sql
            .prepare_cached("SELECT seq FROM feed_head WHERE feed = ?1")?
            .query_row([feed_name(feed)], |row| row.get(0))
            .optional()?;
        Ok(seq.map_or(0, count))
    }

    fn next(&self, feed: Feed) -> Result<u64, HubError> {
        let seq: i64 = match self.remembered.feed(feed) {
            Some(id) => self
                .sql
                .prepare_cached("UPDATE feed_head SET seq = seq + 1 WHERE id = ?1 RETURNING seq")?
                .query_row([id], |row| row.get(0))?,
            None => {
                let (id, seq) = self
                    .sql
                    .prepare_cached("INSERT INTO feed_head (feed, seq) VALUES (?1, 1) ON CONFLICT (feed) DO UPDATE SET seq = seq + 1 RETURNING id, seq")?
                    .query_row([feed_name(feed)], |row| Ok((row.get(0)?, row.get(1)?)))?;
                self.remembered.follows(feed, id);
                seq
            }
        };
        Ok(count(seq))
    }

    fn memberships(&self, key: &Key) -> Result<Vec<(Feed, Membership)>, HubError> {
        if self.remembered.in_no_feed(key) {
            return Ok(Vec::new());
        }
        self.many(
            "SELECT h.feed, r.seq, r.entered, r.removed, r.moved, r.past FROM feed_row r JOIN feed_head h ON h.id = r.feed
             WHERE r.kind = ?1 AND r.id = ?2 AND r.body IS NULL ORDER BY h.feed",
            params![key.0, text(key.1)],
            |row| Ok((read_feed(&row.get::<_, String>(0)?)?, membership(row, 1)?)),
        )
    }

    fn put_member(&self, feed: Feed, key: &Key, membership: &Membership) -> Result<(), HubError> {
        self.run(
            "INSERT INTO feed_row (feed, kind, id, seq, entered, removed, moved, past)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (feed, kind, id) DO UPDATE SET seq = excluded.seq, entered = excluded.entered, removed = excluded.removed,
                 moved = excluded.moved, past = excluded.past",
            params![
                self.feed_id(feed)?,
                key.0,
                text(key.1),
                int(membership.seq),
                int(membership.entered),
                membership.removed,
                json(&membership.moved)?,
                json(&membership.past)?
            ],
        )?;
        self.remembered.entered(key);
        Ok(())
    }

    fn put_verdict(&self, feed: Feed, seq: u64, verdict: &Verdict) -> Result<(), HubError> {
        self.run(
            "INSERT INTO feed_row (feed, kind, id, seq, entered, body)
             VALUES ((SELECT id FROM feed_head WHERE feed = ?1), 'verdict', ?2, ?3, ?3, ?4)
             ON CONFLICT (feed, kind, id) DO UPDATE SET seq = excluded.seq, body = excluded.body",
            params![feed_name(feed), text(verdict.tx), int(seq), json(verdict)?],
        )?;
        Ok(())
    }

    fn rows(&self, feed: Feed, seq: u64, limit: usize) -> Result<Vec<StoredRow>, HubError> {
        let Some(feed) = self.feed_id(feed)? else {
            return Ok(Vec::new());
        };
        self.many(
            "SELECT kind, id, seq, entered, removed, moved, past, body FROM feed_row WHERE feed = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3",
            params![feed, int(seq), i64::try_from(limit).unwrap_or(i64::MAX)],
            |row| {
                let body: Option<String> = row.get(7)?;
                Ok(StoredRow {
                    kind: row.get(0)?,
                    id: id(&row.get::<_, String>(1)?)?,
                    membership: membership(row, 2)?,
                    verdict: body.as_deref().map(parse).transpose()?,
                })
            },
        )
    }

    fn count(&self, feed: Feed, seq: u64) -> Result<u64, HubError> {
        let Some(feed) = self.feed_id(feed)? else {
            return Ok(0);
        };
        let rows: i64 = self
            .sql
            .prepare_cached("SELECT count(*) FROM feed_row WHERE feed = ?1 AND seq > ?2")?
            .query_row(params![feed, int(seq)], |row| row.get(0))?;
        Ok(count(rows))
    }

    fn every_feed(&self) -> Result<Vec<Feed>, HubError> {
        self.many("SELECT feed FROM feed_head ORDER BY feed", [], |row| {
            read_feed(&row.get::<_, String>(0)?)
        })
    }
}
