-- Layout 1 of a register in a schema of PostgreSQL; the same tables as register_1.sql.
-- Hashes and nonces are bytes, times are microseconds since 1970 UTC. COLLATE "C" sorts text by its
-- code points, on every server alike. {schema} is set by postgres.py, quoted.

CREATE SCHEMA IF NOT EXISTS {schema};

CREATE TABLE {schema}.layout (
  layout integer NOT NULL
);
INSERT INTO {schema}.layout VALUES (1);

CREATE TABLE {schema}.entries (
  position     bigint PRIMARY KEY,
  previous     bytea NOT NULL,
  hash         bytea NOT NULL,
  recorded_at  bigint NOT NULL,
  actor        text NOT NULL,
  reason       text NOT NULL,
  kind         text NOT NULL,
  id           text COLLATE "C" NOT NULL,
  payload_hash bytea NOT NULL,
  nonce        bytea,
  payload      text
);
CREATE INDEX entries_by_id ON {schema}.entries (id);
CREATE INDEX entries_by_kind ON {schema}.entries (kind, position);

CREATE TABLE {schema}.subjects (
  subject  text COLLATE "C" NOT NULL,
  position bigint NOT NULL REFERENCES {schema}.entries (position),
  PRIMARY KEY (subject, position)
);
CREATE INDEX subjects_by_position ON {schema}.subjects (position);

CREATE TABLE {schema}.projections (
  subject text COLLATE "C" PRIMARY KEY,
  content text NOT NULL
);

CREATE TABLE {schema}.blobs (
  sha256  bytea PRIMARY KEY,
  content bytea NOT NULL
);

CREATE FUNCTION {schema}.entries_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM {schema}.entries) THEN
    RAISE EXCEPTION 'an entry follows the last one';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER entries_follow_one_another BEFORE INSERT ON {schema}.entries
  FOR EACH ROW EXECUTE FUNCTION {schema}.entries_follow();

CREATE FUNCTION {schema}.entries_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'entries are never deleted';
END $$;
CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON {schema}.entries
  FOR EACH ROW EXECUTE FUNCTION {schema}.entries_stay();
CREATE TRIGGER entries_are_never_emptied BEFORE TRUNCATE ON {schema}.entries
  FOR EACH STATEMENT EXECUTE FUNCTION {schema}.entries_stay();

-- The one road left open is for expunging: payload and nonce go together, once.
CREATE FUNCTION {schema}.entries_only_lose_payloads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.payload IS NULL OR NEW.payload IS NOT NULL OR NEW.nonce IS NOT NULL
     OR (NEW.position, NEW.previous, NEW.hash, NEW.recorded_at, NEW.actor, NEW.reason, NEW.kind,
         NEW.id, NEW.payload_hash)
     IS DISTINCT FROM
        (OLD.position, OLD.previous, OLD.hash, OLD.recorded_at, OLD.actor, OLD.reason, OLD.kind,
         OLD.id, OLD.payload_hash) THEN
    RAISE EXCEPTION 'entries are never changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON {schema}.entries
  FOR EACH ROW EXECUTE FUNCTION {schema}.entries_only_lose_payloads();
