-- The last change whose stamp was bounded (rule 28): what came up to it is told again, stamps and all.
ALTER TABLE device ADD COLUMN bounded INTEGER NOT NULL DEFAULT 0;
-- Nobody looked until now: all that was taken before is told again.
UPDATE device SET bounded = mark_seq;
