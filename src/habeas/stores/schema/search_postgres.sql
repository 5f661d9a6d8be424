-- Layout 1 of the index of words in a register's schema; computed from it, made anew at will.
-- {schema} is set by search_postgres.py, quoted. COLLATE "C" sorts as SQLite does.

CREATE TABLE IF NOT EXISTS {schema}.search_reached (
  layout   integer NOT NULL,
  position bigint NOT NULL,
  hash     text NOT NULL,
  made_by  text NOT NULL
);

-- `terms` has all terms of a row and that of its kind, for the index; `words` those in order, with
-- a space before and behind each, for phrases.
CREATE TABLE IF NOT EXISTS {schema}.search_items (
  kind      text COLLATE "C" NOT NULL,
  name      text COLLATE "C" NOT NULL,
  position  bigint NOT NULL,
  weight    bigint NOT NULL,
  sorted_by text COLLATE "C" NOT NULL,
  held      int4multirange NOT NULL,
  learned   int4multirange NOT NULL,
  facets    integer[] NOT NULL,
  words     text NOT NULL,
  keys      text NOT NULL,
  terms     text[] COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, name)
);
CREATE INDEX IF NOT EXISTS search_by_term ON {schema}.search_items USING gin (terms);

CREATE TABLE IF NOT EXISTS {schema}.search_facets (
  number serial PRIMARY KEY,
  field  text COLLATE "C" NOT NULL,
  value  text COLLATE "C" NOT NULL,
  UNIQUE (field, value)
);
