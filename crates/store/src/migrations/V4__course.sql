-- What the courses of cases and referrals are folded from, in order and with nothing else: a center's own counts walk
-- these lines rather than read twenty thousand records.
CREATE INDEX "case_event_course" ON "case_event" ("case", "at", "id", "event", "staff")
    WHERE "event" IN ('assigned', 'lead_set', 'unassigned', 'closed', 'reopened');
CREATE INDEX "case_event_given" ON "case_event" ("staff", "case") WHERE "event" IN ('assigned', 'lead_set');
CREATE INDEX "referral_event_course" ON "referral_event" ("referral", "at", "id", "event", "day", "case");
-- What is planned and was not done, by whom.
CREATE INDEX "visit_waiting" ON "visit" ("planned_on", "staff", "case") WHERE "performed_on" IS NULL;
CREATE INDEX "appointment_waiting" ON "appointment" ("day", "staff", "case") WHERE coalesce("status", 'planned') = 'planned';
