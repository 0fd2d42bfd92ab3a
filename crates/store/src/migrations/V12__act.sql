-- Acts of several records already done on this device, with what was answered: asked for again after a lost answer, the
-- same is answered and nothing is written twice. They never travel.
CREATE TABLE act (
    -- What was done, and of what: `intake` and the passage.
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    -- JSON.
    answer TEXT NOT NULL,
    PRIMARY KEY (name, id)
) STRICT, WITHOUT ROWID;
