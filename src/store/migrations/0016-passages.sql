-- Version 16: what coders said about passages, one row for each coder, code and passage. The first six columns name the
-- target of the decision; the last three say where the passage lies now, since texts change.
CREATE TABLE passage_verdict (
  codebook_id TEXT NOT NULL,
  code_id     TEXT NOT NULL,
  polarity    TEXT NOT NULL CHECK (polarity IN ('supports', 'contradicts')),
  version_no  INTEGER NOT NULL REFERENCES case_version,
  start_at    INTEGER NOT NULL,
  end_at      INTEGER NOT NULL,
  coder       TEXT NOT NULL REFERENCES coder,
  verdict     TEXT NOT NULL, -- JSON
  time        TEXT NOT NULL,
  now_version INTEGER NOT NULL REFERENCES case_version,
  now_start   INTEGER NOT NULL,
  now_end     INTEGER NOT NULL,
  PRIMARY KEY (codebook_id, version_no, start_at, end_at, code_id, polarity, coder),
  CHECK (0 <= start_at AND start_at < end_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_verdict_now ON passage_verdict (now_version);
