-- Scans and photos: the record, and what of its bytes is on this device.
CREATE TABLE "attachment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "person" TEXT,
    "case" TEXT,
    "document" TEXT,
    "purpose" TEXT,
    "name" TEXT,
    "media_type" TEXT,
    "size" INTEGER,
    "hash" TEXT,
    "key" TEXT,
    "day" TEXT,
    "by" TEXT,
    "complete" INTEGER,
    "withdrawn_on" TEXT,
    "withdrawn_reason" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "attachment_person" ON "attachment" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "attachment_case" ON "attachment" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "attachment_conflicts" ON "attachment" ("id") WHERE "conflicts" > 0;

-- Never synced: which bytes are here, and what the hub last said of them.
CREATE TABLE attachment_file (
    id      TEXT NOT NULL PRIMARY KEY,
    -- Name of the file in the folder `attachments`.
    address TEXT NOT NULL UNIQUE,
    pieces  INTEGER NOT NULL,
    -- Pieces here, counted from the first; all of them: the file is whole.
    here    INTEGER NOT NULL,
    -- Pieces the hub said it holds.
    sent    INTEGER NOT NULL DEFAULT 0,
    -- The epoch in which the hub said it holds all; none: it never did. Another epoch may know less.
    epoch   TEXT
) STRICT;
