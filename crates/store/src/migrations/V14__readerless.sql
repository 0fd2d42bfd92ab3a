-- Cases of which nobody is left to read: told to the directors by the hub, with nothing of the case.
CREATE TABLE "readerless" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "since" TEXT,
    "waits" INTEGER,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "readerless_conflicts" ON "readerless" ("id") WHERE "conflicts" > 0;
