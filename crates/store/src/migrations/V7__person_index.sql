-- Finding people at national size. Derived, made again from the records whenever the program declares more.
DROP TABLE person_token;
DROP TABLE person_found;
-- A short number for each person, the words they are looked up by, their exact keys, and a digest of all they are
-- filed under.
CREATE TABLE person_found (
    n INTEGER NOT NULL PRIMARY KEY,
    person TEXT NOT NULL UNIQUE,
    words TEXT NOT NULL,
    keys TEXT NOT NULL,
    digest INTEGER NOT NULL
) STRICT;
-- Terms of a person: w words, h sounds of their names, g their commune, and the keys they are filed under for
-- comparison. Only the lists of numbers are kept, compressed.
CREATE VIRTUAL TABLE person_term USING fts5 (
    terms, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '-'"
);
-- How many people bear a term.
CREATE VIRTUAL TABLE person_bearers USING fts5vocab ('person_term', 'row');
-- Every word ever looked up by, and what it sounds like in either script.
CREATE TABLE name_word (
    word TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE name_sound (
    sound TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (sound, word)
) STRICT, WITHOUT ROWID;
