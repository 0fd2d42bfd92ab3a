-- Somebody with a sealed case is told to the union of those who may know of any of their cases (sync rule 20): worked out
-- once, when a case of theirs moves. Derived, like who may see a case; takes the place of "person_sealed".
CREATE TABLE person_hidden (
    person TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE person_reader (
    person TEXT NOT NULL,
    staff TEXT NOT NULL,
    PRIMARY KEY (person, staff)
) STRICT, WITHOUT ROWID;
DROP TABLE person_sealed;
-- Those the events of a sealed case name, and those they took from the named (sync rule 20). Derived.
CREATE TABLE case_named (
    case_id TEXT NOT NULL,
    staff TEXT NOT NULL,
    taken INTEGER NOT NULL,
    PRIMARY KEY (case_id, staff)
) STRICT, WITHOUT ROWID;
