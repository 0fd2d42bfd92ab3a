-- What went wrong on this device, for whoever helps: codes, commands, durations, versions. No value and no name, and no
-- more than a fixed number of lines. Never travels.
CREATE TABLE incident (
    n INTEGER NOT NULL PRIMARY KEY,
    -- UTC milliseconds: the first time, and the last of those in a row that are the same.
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    times INTEGER NOT NULL,
    what TEXT NOT NULL,
    command TEXT,
    code TEXT,
    cause TEXT,
    -- Milliseconds it took; the longest.
    took INTEGER NOT NULL,
    -- Of the program.
    version TEXT NOT NULL
) STRICT;
