-- What the events of a case make of it, folded once when they change: one line a case. Derived, like who may see it.
CREATE TABLE case_state (
    case_id TEXT NOT NULL PRIMARY KEY,
    closed INTEGER NOT NULL,
    -- Who answers for it.
    lead TEXT,
    -- Civil day and reason of the closing in force.
    closed_on TEXT,
    closure TEXT,
    -- Ids of the events that contradict each other, as a JSON list; none: empty.
    contradictions TEXT
) STRICT, WITHOUT ROWID;
-- To whom it is given, and from whom it was taken and not given to again.
CREATE TABLE case_staff (
    staff TEXT NOT NULL,
    case_id TEXT NOT NULL,
    taken INTEGER NOT NULL,
    PRIMARY KEY (staff, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_staff_case ON case_staff (case_id, staff, taken);
-- Asked no more, now that the fold is kept.
DROP INDEX "case_event_course";
DROP INDEX "case_event_given";
