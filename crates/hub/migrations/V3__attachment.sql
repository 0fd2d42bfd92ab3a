-- The encrypted bytes of attachments (rule 27). With a rowid: rows of 256 KiB are no place for a clustered key.
CREATE TABLE attachment_piece (
    attachment TEXT NOT NULL,
    -- From 0.
    n          INTEGER NOT NULL,
    bytes      BLOB NOT NULL,
    UNIQUE (attachment, n)
) STRICT;
