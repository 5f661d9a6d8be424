-- Layout 1 of the index of words beside a register in a folder; computed from it, made anew at will.
-- PRAGMA user_version is set by search_sqlite.py.

CREATE TABLE reached (
  position INTEGER NOT NULL,
  hash     TEXT NOT NULL,
  made_by  TEXT NOT NULL
);

-- A number is that of the kind times 2^40, and a number within it: a kind is a range of numbers.
-- Days are hulls; where a row has several stretches apart from one another, they stand in `days`.
CREATE TABLE items (
  item          INTEGER PRIMARY KEY,
  kind          TEXT NOT NULL,
  name          TEXT NOT NULL,
  position      INTEGER NOT NULL,
  weight        INTEGER NOT NULL,
  sorted_by     TEXT NOT NULL,
  when_first    INTEGER,
  when_last     INTEGER,
  learned_first INTEGER,
  learned_last  INTEGER,
  is_split      INTEGER NOT NULL,
  facets        BLOB NOT NULL,
  UNIQUE (kind, name)
);

CREATE TABLE days (
  item  INTEGER NOT NULL,
  clock TEXT NOT NULL,
  first INTEGER NOT NULL,
  last  INTEGER NOT NULL,
  PRIMARY KEY (item, clock, first)
) WITHOUT ROWID;

CREATE TABLE facets (
  number INTEGER PRIMARY KEY,
  field  TEXT NOT NULL,
  value  TEXT NOT NULL,
  UNIQUE (field, value)
);

-- Terms come ready made; this tokenizer parts them at spaces and leaves them as they are.
CREATE VIRTUAL TABLE terms USING fts5 (words, keys, tokenize = 'ascii', columnsize = 0);
