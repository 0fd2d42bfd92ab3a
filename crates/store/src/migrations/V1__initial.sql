-- Never edited once released: a later version adds V2__….sql beside it.

-- The device itself: one row.
CREATE TABLE device (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    device TEXT NOT NULL,
    secret BLOB NOT NULL CHECK (length(secret) = 32),
    label TEXT NOT NULL,
    center TEXT NOT NULL,
    center_code TEXT,
    hub_url TEXT,
    hub TEXT,
    epoch TEXT,
    mark_seq INTEGER NOT NULL DEFAULT 0,
    mark_hash BLOB NOT NULL CHECK (length(mark_hash) = 32),
    clock_last INTEGER NOT NULL DEFAULT 0,
    clock_offset_ms INTEGER NOT NULL DEFAULT 0,
    last_seq INTEGER NOT NULL DEFAULT 0,
    last_hash BLOB NOT NULL CHECK (length(last_hash) = 32)
) STRICT;

-- Centers this device's center was before it joined another (sync rule 25).
CREATE TABLE center_alias (
    former TEXT NOT NULL PRIMARY KEY,
    center TEXT NOT NULL
) STRICT;

-- Numbers given out here: cases of a year, receptions of a day.
CREATE TABLE counter (
    name TEXT NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

-- Own changes. Their bytes never change (sync rule 2); "hash" is the chain after each.
CREATE TABLE "change" (
    seq INTEGER NOT NULL PRIMARY KEY,
    tx TEXT NOT NULL,
    seen TEXT NOT NULL,
    said TEXT NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE tx (
    first INTEGER NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL,
    id TEXT NOT NULL,
    actor TEXT NOT NULL,
    signature BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX tx_id ON tx (id);

-- Own changes made under an identity this device gave up (sync rule 9).
CREATE TABLE former_change (
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    tx TEXT NOT NULL,
    seen TEXT NOT NULL,
    said TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX former_change_tx ON former_change (tx);

CREATE TABLE former_tx (
    id TEXT NOT NULL PRIMARY KEY,
    device TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    actor TEXT NOT NULL,
    signature BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;

-- Feeds followed, as of the last published round.
CREATE TABLE "cursor" (
    n INTEGER NOT NULL PRIMARY KEY,
    feed_kind TEXT NOT NULL,
    feed_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    UNIQUE (feed_kind, feed_id)
) STRICT;

-- Which of them hold a record; "feed" is cursor.n (sync rule 16).
CREATE TABLE feed_record (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    feed INTEGER NOT NULL,
    PRIMARY KEY (kind, id, feed)
) STRICT, WITHOUT ROWID;

-- The round under way: nothing of it shows before it is published (sync rule 14).
CREATE TABLE staged (
    n INTEGER NOT NULL PRIMARY KEY,
    rows TEXT NOT NULL
) STRICT;
-- "seq" is -1 for a feed lost during the round.
CREATE TABLE staged_cursor (
    n INTEGER NOT NULL PRIMARY KEY,
    feed_kind TEXT NOT NULL,
    feed_id TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE TABLE staged_verdict (
    n INTEGER NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE staged_round (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    epoch TEXT NOT NULL
) STRICT;

-- Own transactions the hub did not apply (sync rule 10).
CREATE TABLE verdict (
    tx TEXT NOT NULL PRIMARY KEY,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    code TEXT NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT;

-- Records of kinds a newer version declares, kept untouched (sync rule 12).
CREATE TABLE opaque (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Who did what, when, to which record and which fields; never a value.
CREATE TABLE audit (
    n INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    staff TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT,
    id TEXT,
    fields TEXT NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_record ON audit (id) WHERE id IS NOT NULL;
CREATE TRIGGER audit_is_not_rewritten BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

-- Forms begun and not saved, with what their writer had on screen (sync rule 4).
CREATE TABLE draft (
    id TEXT NOT NULL PRIMARY KEY,
    staff TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    seen TEXT,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_staff ON draft (staff, updated_at);

CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Finding people: a short number for each, the folded words of their names, their exact keys.
CREATE TABLE person_found (
    n INTEGER NOT NULL PRIMARY KEY,
    person TEXT NOT NULL UNIQUE,
    tokens TEXT NOT NULL,
    keys TEXT NOT NULL
) STRICT;
CREATE TABLE person_token (
    token TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (token, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE person_key (
    "key" TEXT NOT NULL,
    kind TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY ("key", kind, n)
) STRICT, WITHOUT ROWID;

-- Who may see a case: '*' for the whole center. No row, nobody. Derived, maintained by the door.
CREATE TABLE case_access (
    case_id TEXT NOT NULL,
    staff TEXT NOT NULL,
    PRIMARY KEY (case_id, staff)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_access_staff ON case_access (staff, case_id) WHERE staff <> '*';

-- The sealed cases that hide a person. Derived likewise.
CREATE TABLE person_sealed (
    person TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (person, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_sealed_case ON person_sealed (case_id);

-- Records. One table a kind, one column a declared field. "state" is the whole truth: every sibling with its
-- dot; the columns repeat what is shown. "base" is the hub's state below own pending changes, "pending" the
-- last own change the hub has not settled (0: none). "at_hub": 0 never there, 1 there, -1 taken back by the
-- hub and kept until own pending work is settled. "conflicts" counts fields in conflict.

CREATE TABLE "center" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name_ar" TEXT,
    "name_fr" TEXT,
    "center_type" TEXT,
    "province" TEXT,
    "commune" TEXT,
    "code" TEXT,
    "address" TEXT,
    "phone" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "center_conflicts" ON "center" ("id") WHERE "conflicts" > 0;

CREATE TABLE "staff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "center" TEXT,
    "name_ar" TEXT,
    "name_lat" TEXT,
    "sex" TEXT,
    "role" TEXT,
    "phone" TEXT,
    "public_key" TEXT,
    "left_on" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "staff_center" ON "staff" ("center") WHERE "center" IS NOT NULL;
CREATE INDEX "staff_conflicts" ON "staff" ("id") WHERE "conflicts" > 0;

CREATE TABLE "partner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name_ar" TEXT,
    "name_fr" TEXT,
    "partner_type" TEXT,
    "center" TEXT,
    "services" TEXT,
    "province" TEXT,
    "commune" TEXT,
    "address" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "hours" TEXT,
    "assured_on" TEXT,
    "inactive" INTEGER,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "partner_conflicts" ON "partner" ("id") WHERE "conflicts" > 0;

CREATE TABLE "person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "given_name_ar" TEXT,
    "family_name_ar" TEXT,
    "given_name_lat" TEXT,
    "family_name_lat" TEXT,
    "title" TEXT,
    "nickname" TEXT,
    "anonymous" INTEGER,
    "mother_name_ar" TEXT,
    "sex" TEXT,
    "birth_date" TEXT,
    "estimated_age" INTEGER,
    "estimated_on" TEXT,
    "birth_place" TEXT,
    "nationality" TEXT,
    "document_type" TEXT,
    "cnie" TEXT,
    "idcs" TEXT,
    "document_number" TEXT,
    "paper_file" TEXT,
    "phone" TEXT,
    "safe_contact" TEXT,
    "safe_hours" TEXT,
    "province" TEXT,
    "commune" TEXT,
    "address" TEXT,
    "usual_place" TEXT,
    "languages" TEXT,
    "accessibility" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "person_cnie" ON "person" ("cnie") WHERE "cnie" IS NOT NULL;
CREATE INDEX "person_phone" ON "person" ("phone") WHERE "phone" IS NOT NULL;
CREATE INDEX "person_paper_file" ON "person" ("paper_file") WHERE "paper_file" IS NOT NULL;
CREATE INDEX "person_conflicts" ON "person" ("id") WHERE "conflicts" > 0;

CREATE TABLE "same_person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "left" TEXT,
    "right" TEXT,
    "same" INTEGER,
    "undoes" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "same_person_left" ON "same_person" ("left") WHERE "left" IS NOT NULL;
CREATE INDEX "same_person_right" ON "same_person" ("right") WHERE "right" IS NOT NULL;
CREATE INDEX "same_person_conflicts" ON "same_person" ("id") WHERE "conflicts" > 0;

CREATE TABLE "contact" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "person" TEXT,
    "case" TEXT,
    "name" TEXT,
    "kinship" TEXT,
    "phone" TEXT,
    "companion" INTEGER,
    "safe_contact" TEXT,
    "alleged_perpetrator" INTEGER,
    "remark" TEXT,
    "until" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "contact_person" ON "contact" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "contact_case" ON "contact" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "contact_phone" ON "contact" ("phone") WHERE "phone" IS NOT NULL;
CREATE INDEX "contact_conflicts" ON "contact" ("id") WHERE "conflicts" > 0;

CREATE TABLE "household" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT,
    "rsu_id" TEXT,
    "province" TEXT,
    "commune" TEXT,
    "address" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "household_rsu_id" ON "household" ("rsu_id") WHERE "rsu_id" IS NOT NULL;
CREATE INDEX "household_conflicts" ON "household" ("id") WHERE "conflicts" > 0;

CREATE TABLE "household_member" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "household" TEXT,
    "person" TEXT,
    "case" TEXT,
    "kinship" TEXT,
    "since" TEXT,
    "until" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "household_member_household" ON "household_member" ("household") WHERE "household" IS NOT NULL;
CREATE INDEX "household_member_person" ON "household_member" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "household_member_case" ON "household_member" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "household_member_conflicts" ON "household_member" ("id") WHERE "conflicts" > 0;

CREATE TABLE "reception" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "day" TEXT,
    "number" INTEGER,
    "opened_at" TEXT,
    "received_by" TEXT,
    "person" TEXT,
    "source" TEXT,
    "reason" TEXT,
    "urgency" TEXT,
    "interpreter" TEXT,
    "heard_alone" INTEGER,
    "orientation" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "reception_day" ON "reception" ("day") WHERE "day" IS NOT NULL;
CREATE INDEX "reception_person" ON "reception" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "reception_conflicts" ON "reception" ("id") WHERE "conflicts" > 0;

CREATE TABLE "appointment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "person" TEXT,
    "case" TEXT,
    "staff" TEXT,
    "day" TEXT,
    "time" TEXT,
    "purpose" TEXT,
    "place" TEXT,
    "bring" TEXT,
    "status" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "appointment_day" ON "appointment" ("day") WHERE "day" IS NOT NULL;
CREATE INDEX "appointment_person" ON "appointment" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "appointment_case" ON "appointment" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "appointment_staff" ON "appointment" ("staff") WHERE "staff" IS NOT NULL;
CREATE INDEX "appointment_conflicts" ON "appointment" ("id") WHERE "conflicts" > 0;

CREATE TABLE "case" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "person" TEXT,
    "number" TEXT,
    "case_type" TEXT,
    "confidentiality" TEXT,
    "named" TEXT,
    "situation" TEXT,
    "reception" TEXT,
    "opened_on" TEXT,
    "opened_by" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "case_person" ON "case" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "case_number" ON "case" ("number") WHERE "number" IS NOT NULL;
CREATE INDEX "case_conflicts" ON "case" ("id") WHERE "conflicts" > 0;

CREATE TABLE "case_event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "case" TEXT,
    "event" TEXT,
    "at" TEXT,
    "day" TEXT,
    "by" TEXT,
    "staff" TEXT,
    "reason" TEXT,
    "note" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "case_event_case" ON "case_event" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "case_event_staff" ON "case_event" ("staff") WHERE "staff" IS NOT NULL;
-- Which cases are closed, for lists of twenty thousand: the last of these two.
CREATE INDEX "case_event_closing" ON "case_event" ("case", "at", "id", "event") WHERE "event" IN ('closed', 'reopened');
CREATE INDEX "case_event_conflicts" ON "case_event" ("id") WHERE "conflicts" > 0;

CREATE TABLE "consent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "person" TEXT,
    "case" TEXT,
    "purposes" TEXT,
    "given_by" TEXT,
    "form" TEXT,
    "given_at" TEXT,
    "recorded_by" TEXT,
    "expires_on" TEXT,
    "withdrawn_on" TEXT,
    "withheld" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "consent_person" ON "consent" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "consent_case" ON "consent" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "consent_conflicts" ON "consent" ("id") WHERE "conflicts" > 0;

CREATE TABLE "protocol_instance" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "case" TEXT,
    "protocol" TEXT,
    "version" INTEGER,
    "started_on" TEXT,
    "started_by" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "protocol_instance_case" ON "protocol_instance" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "protocol_instance_conflicts" ON "protocol_instance" ("id") WHERE "conflicts" > 0;

CREATE TABLE "step_event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "case" TEXT,
    "instance" TEXT,
    "step" TEXT,
    "event" TEXT,
    "at" TEXT,
    "day" TEXT,
    "by" TEXT,
    "outcome" TEXT,
    "note" TEXT,
    "until" TEXT,
    "corrects" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "step_event_case" ON "step_event" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "step_event_instance" ON "step_event" ("instance") WHERE "instance" IS NOT NULL;
CREATE INDEX "step_event_conflicts" ON "step_event" ("id") WHERE "conflicts" > 0;

CREATE TABLE "step_document" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "case" TEXT,
    "instance" TEXT,
    "step" TEXT,
    "document" TEXT,
    "status" TEXT,
    "day" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "step_document_case" ON "step_document" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "step_document_instance" ON "step_document" ("instance") WHERE "instance" IS NOT NULL;
CREATE INDEX "step_document_conflicts" ON "step_document" ("id") WHERE "conflicts" > 0;

CREATE TABLE "visit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "case" TEXT,
    "person" TEXT,
    "household" TEXT,
    "kind" TEXT,
    "staff" TEXT,
    "planned_on" TEXT,
    "place" TEXT,
    "purpose" TEXT,
    "performed_at" TEXT,
    "performed_on" TEXT,
    "performed_by" TEXT,
    "outcome" TEXT,
    "present" TEXT,
    "observations" TEXT,
    "next_step" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "visit_case" ON "visit" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "visit_person" ON "visit" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "visit_household" ON "visit" ("household") WHERE "household" IS NOT NULL;
CREATE INDEX "visit_staff" ON "visit" ("staff") WHERE "staff" IS NOT NULL;
CREATE INDEX "visit_planned_on" ON "visit" ("planned_on") WHERE "planned_on" IS NOT NULL;
CREATE INDEX "visit_conflicts" ON "visit" ("id") WHERE "conflicts" > 0;

CREATE TABLE "service" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "case" TEXT,
    "person" TEXT,
    "service_type" TEXT,
    "item" TEXT,
    "quantity" INTEGER,
    "amount" INTEGER,
    "minutes" INTEGER,
    "day" TEXT,
    "at" TEXT,
    "by" TEXT,
    "remark" TEXT,
    "corrects" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "service_case" ON "service" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "service_person" ON "service" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "service_day" ON "service" ("day") WHERE "day" IS NOT NULL;
CREATE INDEX "service_conflicts" ON "service" ("id") WHERE "conflicts" > 0;

CREATE TABLE "note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "case" TEXT,
    "person" TEXT,
    "kind" TEXT,
    "body" TEXT,
    "day" TEXT,
    "at" TEXT,
    "by" TEXT,
    "corrects" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "note_case" ON "note" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "note_person" ON "note" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "note_conflicts" ON "note" ("id") WHERE "conflicts" > 0;

CREATE TABLE "referral" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "case" TEXT,
    "person" TEXT,
    "partner" TEXT,
    "to_center" TEXT,
    "reference" TEXT,
    "service_asked" TEXT,
    "reason" TEXT,
    "urgency" TEXT,
    "shared" TEXT,
    "consent" TEXT,
    "override_reason" TEXT,
    "created_on" TEXT,
    "created_by" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "referral_case" ON "referral" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "referral_person" ON "referral" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "referral_reference" ON "referral" ("reference") WHERE "reference" IS NOT NULL;
CREATE INDEX "referral_conflicts" ON "referral" ("id") WHERE "conflicts" > 0;

CREATE TABLE "referral_event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "case" TEXT,
    "referral" TEXT,
    "event" TEXT,
    "at" TEXT,
    "day" TEXT,
    "by" TEXT,
    "reason" TEXT,
    "note" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "referral_event_case" ON "referral_event" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "referral_event_referral" ON "referral_event" ("referral") WHERE "referral" IS NOT NULL;
CREATE INDEX "referral_event_conflicts" ON "referral_event" ("id") WHERE "conflicts" > 0;

CREATE TABLE "referral_packet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "referral" TEXT,
    "to_center" TEXT,
    "from_center" TEXT,
    "reference" TEXT,
    "confidentiality" TEXT,
    "person_name" TEXT,
    "birth_date" TEXT,
    "phone" TEXT,
    "service_asked" TEXT,
    "reason" TEXT,
    "urgency" TEXT,
    "sent_on" TEXT,
    "state" TEXT NOT NULL,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "at_hub" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX "referral_packet_reference" ON "referral_packet" ("reference") WHERE "reference" IS NOT NULL;
CREATE INDEX "referral_packet_conflicts" ON "referral_packet" ("id") WHERE "conflicts" > 0;
