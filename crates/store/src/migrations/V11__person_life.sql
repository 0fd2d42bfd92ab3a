-- How a person lives.
ALTER TABLE "person" ADD COLUMN "marital_status" TEXT;
ALTER TABLE "person" ADD COLUMN "school_level" TEXT;
ALTER TABLE "person" ADD COLUMN "occupation" TEXT;
-- What everybody who meets a person must know at once.
CREATE TABLE "flag" (
    "id" TEXT NOT NULL PRIMARY KEY, "person" TEXT, "case" TEXT, "reason" TEXT, "until" TEXT,
    "noted_on" TEXT, "noted_by" TEXT, "resolution" TEXT, "resolved_on" TEXT, "resolved_by" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "flag_person" ON "flag" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "flag_case" ON "flag" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "flag_conflicts" ON "flag" ("id") WHERE "conflicts" > 0;
