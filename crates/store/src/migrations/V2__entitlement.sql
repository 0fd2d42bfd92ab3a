-- Where a person stands with the public programmes.
CREATE TABLE "entitlement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "person" TEXT,
    "programme" TEXT,
    "status" TEXT,
    "since" TEXT,
    "until" TEXT,
    "number" TEXT,
    "remark" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "entitlement_person" ON "entitlement" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "entitlement_conflicts" ON "entitlement" ("id") WHERE "conflicts" > 0;
