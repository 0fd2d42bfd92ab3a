-- People recorded twice: who has not been compared with the register since their record last changed, and the pairs
-- the comparing found. Both are made on this device from what it holds, and never travel.

-- Undone statements are looked for by the statement they undo.
CREATE INDEX "same_person_undoes" ON "same_person" ("undoes") WHERE "undoes" IS NOT NULL;

CREATE TABLE person_to_compare (
    person TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE person_pair (
    -- The smaller id.
    "left" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    -- The chance that they are one person.
    score REAL NOT NULL,
    -- JSON, weightiest first.
    reasons TEXT NOT NULL,
    -- Somebody looked and was not sure: when (UTC milliseconds), and who.
    unsure_at INTEGER,
    unsure_by TEXT,
    PRIMARY KEY ("left", "right")
) STRICT, WITHOUT ROWID;
CREATE INDEX person_pair_right ON person_pair ("right");

INSERT INTO person_to_compare (person) SELECT id FROM person WHERE withdrawn_on IS NULL;

-- (`OR IGNORE` would not hold here: a trigger takes the conflict rule of the statement that fires it.)
-- Whatever writes a person, the door, a round, an import or an upgrade, they are compared again.
CREATE TRIGGER person_added AFTER INSERT ON person WHEN NEW.withdrawn_on IS NULL BEGIN
    INSERT INTO person_to_compare (person) VALUES (NEW.id) ON CONFLICT (person) DO NOTHING;
END;
CREATE TRIGGER person_changed AFTER UPDATE ON person
WHEN NEW.withdrawn_on IS NULL AND (OLD.withdrawn_on IS NOT NULL
  OR NEW.given_name_ar IS NOT OLD.given_name_ar OR NEW.family_name_ar IS NOT OLD.family_name_ar
  OR NEW.given_name_lat IS NOT OLD.given_name_lat OR NEW.family_name_lat IS NOT OLD.family_name_lat
  OR NEW.nickname IS NOT OLD.nickname OR NEW.mother_name_ar IS NOT OLD.mother_name_ar OR NEW.sex IS NOT OLD.sex
  OR NEW.birth_date IS NOT OLD.birth_date OR NEW.cnie IS NOT OLD.cnie OR NEW.idcs IS NOT OLD.idcs
  OR NEW.document_number IS NOT OLD.document_number OR NEW.paper_file IS NOT OLD.paper_file
  OR NEW.phone IS NOT OLD.phone OR NEW.province IS NOT OLD.province OR NEW.commune IS NOT OLD.commune)
BEGIN
    INSERT INTO person_to_compare (person) VALUES (NEW.id) ON CONFLICT (person) DO NOTHING;
END;
-- Whoever was withdrawn with their list is compared with nobody, until they are brought back.
CREATE TRIGGER person_withdrawn AFTER UPDATE ON person WHEN NEW.withdrawn_on IS NOT NULL AND OLD.withdrawn_on IS NULL BEGIN
    DELETE FROM person_to_compare WHERE person = NEW.id;
    DELETE FROM person_pair WHERE "left" = NEW.id;
    DELETE FROM person_pair WHERE "right" = NEW.id;
END;
CREATE TRIGGER person_gone AFTER DELETE ON person BEGIN
    DELETE FROM person_to_compare WHERE person = OLD.id;
    DELETE FROM person_pair WHERE "left" = OLD.id;
    DELETE FROM person_pair WHERE "right" = OLD.id;
END;
