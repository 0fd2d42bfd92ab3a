-- What a record hangs from besides its people and its case: a referral until now, a household too. Filled in when the hub
-- works out every audience again, as it does whenever what is declared of them changed.
ALTER TABLE record RENAME COLUMN referral TO parent;
DROP INDEX record_referral;
CREATE INDEX record_parent ON record (parent) WHERE parent IS NOT NULL;
