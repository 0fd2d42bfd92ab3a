-- Target groups and the answers to their forms.
CREATE TABLE "situation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "person" TEXT,
    "case" TEXT,
    "group" TEXT,
    "indh" TEXT,
    "form" TEXT,
    "form_version" INTEGER,
    "answers" TEXT,
    "noted_on" TEXT,
    "noted_by" TEXT,
    "until" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "situation_person" ON "situation" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "situation_case" ON "situation" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "situation_conflicts" ON "situation" ("id") WHERE "conflicts" > 0;
-- The birth act of those who have no other paper, and what each member of a household brings in.
ALTER TABLE "person" ADD COLUMN "act_number" TEXT;
ALTER TABLE "person" ADD COLUMN "act_year" INTEGER;
ALTER TABLE "person" ADD COLUMN "act_office" TEXT;
ALTER TABLE "household_member" ADD COLUMN "income" INTEGER;
ALTER TABLE "household_member" ADD COLUMN "income_source" TEXT;
