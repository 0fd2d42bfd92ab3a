-- Lists brought in, and the people of each.
CREATE TABLE "import" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "file_name" TEXT,
    "format" TEXT,
    "at" TEXT,
    "by" TEXT,
    "rows" INTEGER,
    "ended_at" TEXT,
    "imported" INTEGER,
    "refused" INTEGER,
    "left_out" INTEGER,
    "undone_on" TEXT,
    "undone_by" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "import_conflicts" ON "import" ("id") WHERE "conflicts" > 0;
ALTER TABLE "person" ADD COLUMN "import" TEXT;
ALTER TABLE "person" ADD COLUMN "import_remark" TEXT;
ALTER TABLE "person" ADD COLUMN "withdrawn_on" TEXT;
CREATE INDEX "person_import" ON "person" ("import") WHERE "import" IS NOT NULL;
CREATE INDEX "person_withdrawn" ON "person" ("id") WHERE "withdrawn_on" IS NOT NULL;
-- On this device alone: the list under way, so that one cut in the middle goes on without its file, and afterwards the
-- rows that were refused.
CREATE TABLE import_source (
    import TEXT NOT NULL PRIMARY KEY,
    staff TEXT NOT NULL,
    plan TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
