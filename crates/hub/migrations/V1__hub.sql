-- The hub's own tables. Identifiers are text and records are JSON, so that the ministry can query them.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE center (
    id       TEXT PRIMARY KEY,
    -- Readable code that opens case numbers; none for an alias the hub never numbered.
    code     TEXT UNIQUE,
    letters  TEXT NOT NULL,
    serial   INTEGER NOT NULL,
    -- The center that took this one in (rule 25).
    alias_of TEXT REFERENCES center (id),
    -- How many device labels were given out; never goes down.
    labels   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE user (
    staff      TEXT PRIMARY KEY,
    center     TEXT NOT NULL REFERENCES center (id),
    role       TEXT NOT NULL,
    public_key TEXT NOT NULL,
    active     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX user_center ON user (center, role);

CREATE TABLE device (
    id         TEXT PRIMARY KEY,
    center     TEXT NOT NULL REFERENCES center (id),
    label      TEXT NOT NULL,
    public_key TEXT NOT NULL,
    revoked    INTEGER NOT NULL DEFAULT 0,
    mark_seq   INTEGER NOT NULL DEFAULT 0,
    mark_hash  TEXT NOT NULL,
    last_stamp INTEGER NOT NULL DEFAULT 0,
    -- The hub is looking for where this device's series parted from what it holds.
    searching  INTEGER NOT NULL DEFAULT 0,
    enrolled   INTEGER NOT NULL,
    UNIQUE (center, label)
) STRICT, WITHOUT ROWID;

-- Who signs on which device, with which key.
CREATE TABLE binding (
    device     TEXT NOT NULL REFERENCES device (id),
    staff      TEXT NOT NULL REFERENCES user (staff),
    public_key TEXT NOT NULL,
    PRIMARY KEY (device, staff)
) STRICT, WITHOUT ROWID;
CREATE INDEX binding_staff ON binding (staff);

CREATE TABLE code (
    hash        TEXT PRIMARY KEY,
    center      TEXT REFERENCES center (id),
    staff       TEXT,
    user_name   TEXT,
    role        TEXT NOT NULL,
    expires     INTEGER NOT NULL,
    used_device TEXT,
    used_staff  TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
    device  TEXT NOT NULL,
    seq     INTEGER NOT NULL,
    tx      TEXT NOT NULL,
    kind    TEXT NOT NULL,
    record  TEXT NOT NULL,
    -- The device's stamp as the hub bounded it (rule 28).
    stamp   INTEGER NOT NULL,
    seen    TEXT NOT NULL,
    said    TEXT NOT NULL,
    hash    TEXT NOT NULL,
    chain   TEXT NOT NULL,
    -- 0 applied, 1 rejected, 2 held.
    verdict INTEGER NOT NULL,
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_record ON change (record, device, seq);
CREATE INDEX change_refused ON change (device, record) WHERE verdict <> 0;

CREATE TABLE tx (
    device    TEXT NOT NULL,
    first     INTEGER NOT NULL,
    last      INTEGER NOT NULL,
    tx        TEXT NOT NULL,
    actor     TEXT NOT NULL,
    signature TEXT NOT NULL,
    verdict   INTEGER NOT NULL,
    code      TEXT NOT NULL,
    PRIMARY KEY (device, first)
) STRICT, WITHOUT ROWID;
CREATE INDEX tx_held ON tx (device, first) WHERE verdict = 2;

CREATE TABLE record (
    kind       TEXT NOT NULL,
    id         TEXT NOT NULL,
    center     TEXT NOT NULL REFERENCES center (id),
    person     TEXT,
    -- The second person of a same_person edge.
    other      TEXT,
    case_id    TEXT,
    referral   TEXT,
    -- The center a packet, or the answer to one, concerns besides its own.
    addressed  TEXT,
    -- For a case: 0 ordinary or not known, 1 restricted, 2 sealed.
    secrecy    INTEGER NOT NULL DEFAULT 0,
    -- Holds fields this version does not declare (rule 12).
    undeclared INTEGER NOT NULL DEFAULT 0,
    state      TEXT NOT NULL,
    -- What is shown: the document to query.
    shown      TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_center ON record (center, kind);
CREATE INDEX record_person ON record (person) WHERE person IS NOT NULL;
CREATE INDEX record_other ON record (other) WHERE other IS NOT NULL;
CREATE INDEX record_case ON record (case_id, kind) WHERE case_id IS NOT NULL;
CREATE INDEX record_referral ON record (referral) WHERE referral IS NOT NULL;
CREATE INDEX record_addressed ON record (addressed) WHERE addressed IS NOT NULL;
CREATE INDEX record_undeclared ON record (kind, id) WHERE undeclared <> 0;

CREATE TABLE feed_head (
    id   INTEGER PRIMARY KEY,
    feed TEXT NOT NULL UNIQUE,
    seq  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE feed_row (
    feed    INTEGER NOT NULL REFERENCES feed_head (id),
    kind    TEXT NOT NULL,
    id      TEXT NOT NULL,
    seq     INTEGER NOT NULL,
    -- Where the record last entered this feed.
    entered INTEGER NOT NULL,
    -- Set on a tombstone: the record is not for these readers any more.
    removed INTEGER NOT NULL DEFAULT 0,
    -- {field: seq at which it last moved}, for fields moved since it entered.
    moved   TEXT NOT NULL DEFAULT '{}',
    -- [[entered, removed], …]: earlier stays in this feed.
    past    TEXT NOT NULL DEFAULT '[]',
    -- A verdict, in the feed of a device.
    body    TEXT,
    PRIMARY KEY (feed, kind, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX feed_row_seq ON feed_row (feed, seq);
CREATE INDEX feed_row_record ON feed_row (kind, id) WHERE body IS NULL;

-- Who did what to which record: never a value.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    what    TEXT NOT NULL,
    center  TEXT,
    device  TEXT,
    staff   TEXT
) STRICT;
