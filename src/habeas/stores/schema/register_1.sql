-- Layout 1 of a register. PRAGMA application_id and user_version are set by sqlite_file.py.
-- Hashes and nonces are bytes, times are microseconds since 1970 UTC: whatever is changed in a
-- column changes its value, and the chain no longer verifies.

CREATE TABLE entries (
  position     INTEGER PRIMARY KEY,
  previous     BLOB NOT NULL,
  hash         BLOB NOT NULL,
  recorded_at  INTEGER NOT NULL,
  actor        TEXT NOT NULL,
  reason       TEXT NOT NULL,
  kind         TEXT NOT NULL,
  id           TEXT NOT NULL,
  payload_hash BLOB NOT NULL,
  nonce        BLOB,
  payload      TEXT
);

CREATE INDEX entries_by_id ON entries (id);
CREATE INDEX entries_by_kind ON entries (kind);

-- Which projections an entry touches: follows from the payload, can be rebuilt.
CREATE TABLE subjects (
  subject  TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (subject, position)
) WITHOUT ROWID;

CREATE INDEX subjects_by_position ON subjects (position);

-- What is held, computed from the entries: can be rebuilt.
CREATE TABLE projections (
  subject TEXT PRIMARY KEY,
  content TEXT NOT NULL
);

-- An entry only ever follows the last one. This also stops INSERT OR REPLACE, which would delete
-- the old row without asking the trigger below.
CREATE TRIGGER entries_follow_one_another BEFORE INSERT ON entries
WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM entries)
BEGIN SELECT RAISE(ABORT, 'an entry follows the last one'); END;

CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;

-- The one road left open is for expunging: payload and nonce go together, once, and nothing else
-- changes. The hashes stay and still verify; who ordered it and why must be an entry of its own.
CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
WHEN NOT (
  OLD.payload IS NOT NULL AND NEW.payload IS NULL AND NEW.nonce IS NULL
  AND NEW.position IS OLD.position AND NEW.previous IS OLD.previous AND NEW.hash IS OLD.hash
  AND NEW.recorded_at IS OLD.recorded_at AND NEW.actor IS OLD.actor AND NEW.reason IS OLD.reason
  AND NEW.kind IS OLD.kind AND NEW.id IS OLD.id AND NEW.payload_hash IS OLD.payload_hash
)
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
