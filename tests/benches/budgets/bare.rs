//! The baseline of everything that writes: the same rows, by rusqlite and nothing else, into a file of the same
//! tables, indexes, cipher and durability.

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use jisr_store::key::{DATABASE_FILE, KdfParams, ProfileKeys};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use uuid::Uuid;

/// Rows of one transaction: as many as a page of a round carries.
const BATCH: usize = 2_000;

/// The key of a profile's database, for a user of it. What is compared here is the file itself.
///
/// # Panics
/// When the passphrase does not open it.
pub fn key_of(profile: &Path, staff: &str, passphrase: &str, now_ms: u64) -> [u8; 32] {
    let keys = ProfileKeys::at(profile, KdfParams::STANDARD);
    let staff = Uuid::try_parse(staff).expect("an id");
    let now = i64::try_from(now_ms).expect("a moment");
    // Nothing is sealed again by this: no randomness is drawn that would have to be good.
    let unlocked = keys
        .unlock(staff, passphrase, now, &mut |bytes: &mut [u8]| {
            bytes.fill(7)
        })
        .expect("it opens");
    *unlocked.db_key
}

/// The key of a hub's database, from the file beside it.
///
/// # Panics
/// When there is none.
pub fn hub_key(folder: &Path) -> [u8; 32] {
    let hex = std::fs::read_to_string(folder.join("hub.key")).expect("the hub's key");
    let digits = hex.trim().as_bytes().chunks(2);
    let bytes: Vec<u8> = digits
        .map(|pair| std::str::from_utf8(pair).expect("hexadecimal"))
        .map(|pair| u8::from_str_radix(pair, 16).expect("hexadecimal"))
        .collect();
    bytes.try_into().expect("256 bits")
}

/// The file of a profile, opened as the program opens it.
///
/// # Panics
/// When it does not open.
pub fn open(file: &Path, key: &[u8; 32]) -> Connection {
    let mut hex = String::new();
    for byte in key {
        let _ = write!(hex, "{byte:02x}");
    }
    let conn = Connection::open(file).expect("the file opens");
    conn.execute_batch(&format!(
        "PRAGMA key = \"x'{hex}'\"; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
         PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;"
    ))
    .expect("the key opens it");
    conn.set_prepared_statement_cache_capacity(192);
    conn
}

/// [`open`] for the database in a profile's folder.
pub fn open_profile(profile: &Path, key: &[u8; 32]) -> Connection {
    open(&profile.join(DATABASE_FILE), key)
}

/// Every row of a table, or of a query that gives whole rows.
///
/// # Panics
/// When it cannot be read.
pub fn rows(conn: &Connection, query: &str) -> Vec<Vec<Value>> {
    let mut statement = conn.prepare(query).expect("the query");
    let width = statement.column_count();
    let found = statement.query_map([], |row| (0..width).map(|place| row.get(place)).collect());
    found
        .expect("rows")
        .map(|row| row.expect("a row"))
        .collect()
}

/// The statement that writes whole rows of a table.
///
/// # Panics
/// When a row is empty.
pub fn insert(table: &str, row: &[Value]) -> String {
    let places = vec!["?"; row.len()].join(", ");
    format!("INSERT INTO \"{table}\" VALUES ({places})")
}

/// Writes everything `from` holds into a new file, in batches, and tells how long the writing took and how many
/// rows it was.
///
/// # Panics
/// When anything fails.
pub fn written_again(from: &Connection, to: &Path, key: &[u8; 32]) -> (Duration, usize) {
    let schema: Vec<(String, String)> = {
        let mut statement = from
            .prepare(
                "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ('table', 'index') \
                 AND name NOT LIKE 'sqlite_%' ORDER BY type DESC",
            )
            .expect("the schema");
        let found = statement.query_map([], |row| Ok((row.get(1)?, row.get(2)?)));
        found
            .expect("the schema")
            .map(|one| one.expect("a table"))
            .collect()
    };
    let fresh = open(to, key);
    let mut held = Vec::new();
    for (name, sql) in &schema {
        fresh.execute_batch(sql).expect("the same table");
        if sql.starts_with("CREATE TABLE") {
            held.push((name, rows(from, &format!("SELECT * FROM \"{name}\""))));
        }
    }
    let start = Instant::now();
    let mut count = 0;
    for (name, rows) in &held {
        for batch in rows.chunks(BATCH) {
            fresh
                .execute_batch("BEGIN IMMEDIATE")
                .expect("a transaction");
            for row in batch {
                fresh
                    .prepare_cached(&insert(name, row))
                    .expect("the statement")
                    .execute(params_from_iter(row))
                    .expect("the row is written");
            }
            fresh.execute_batch("COMMIT").expect("it is written");
            count += batch.len();
        }
    }
    (start.elapsed(), count)
}

/// The records a device holds as JSON lines, one a record, ordered by kind and id, in one zstd stream: the least
/// a transport without any history could send. Gives its bytes, and how many records they are.
///
/// # Panics
/// When anything fails.
pub fn one_stream(device: &Connection) -> (usize, usize) {
    let tables = rows(
        device,
        "SELECT m.name FROM sqlite_schema m WHERE m.type = 'table' \
         AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'at_hub') ORDER BY m.name",
    );
    let mut lines = Vec::new();
    let mut count = 0;
    for table in tables {
        let Some(Value::Text(kind)) = table.first() else {
            continue;
        };
        let mut statement = device
            .prepare(&format!("SELECT * FROM \"{kind}\" ORDER BY id"))
            .expect("a kind");
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut found = statement.query([]).expect("records");
        while let Some(row) = found.next().expect("a record") {
            let mut record = serde_json::Map::new();
            record.insert("kind".to_owned(), kind.as_str().into());
            for (place, name) in names.iter().enumerate() {
                // What the store keeps about a record is not the record.
                if ["state", "base", "pending", "at_hub", "conflicts"].contains(&name.as_str()) {
                    continue;
                }
                let value = match row.get(place).expect("a value") {
                    Value::Integer(number) => number.into(),
                    Value::Text(text) if text.starts_with(['[', '{']) => {
                        serde_json::from_str(&text).unwrap_or_else(|_| text.into())
                    }
                    Value::Text(text) => text.into(),
                    _ => continue,
                };
                record.insert(name.clone(), value);
            }
            serde_json::to_writer(&mut lines, &record).expect("a line");
            lines.push(b'\n');
            count += 1;
        }
    }
    let packed = zstd::bulk::compress(&lines, 3).expect("zstd");
    (packed.len(), count)
}
