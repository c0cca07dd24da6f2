-- Evidence may speak against a code: what denies it is coded too.
CREATE TABLE new_assignment (
  codebook_id TEXT NOT NULL,
  version_no  INTEGER NOT NULL REFERENCES case_version,
  start_at    INTEGER NOT NULL,
  end_at      INTEGER NOT NULL,
  code_id     TEXT NOT NULL,
  polarity    TEXT NOT NULL CHECK (polarity IN ('supports', 'contradicts')),
  keyword     TEXT NOT NULL,
  origin      TEXT NOT NULL CHECK (origin IN ('keyword', 'rule', 'suggestion', 'person')),
  coder       TEXT NOT NULL,
  quote       TEXT NOT NULL,
  clean_quote TEXT, -- null when it is the quote
  status      TEXT NOT NULL CHECK (status IN ('proposed', 'confirmed', 'rejected')),
  decision_id TEXT,
  PRIMARY KEY (codebook_id, version_no, start_at, end_at, code_id, polarity, keyword, origin, coder),
  CHECK (0 <= start_at AND start_at <= end_at)
) STRICT, WITHOUT ROWID;
INSERT INTO new_assignment
  SELECT codebook_id, version_no, start_at, end_at, code_id, 'supports', keyword, origin, coder, quote, clean_quote,
    status, decision_id
  FROM assignment;
DROP TABLE assignment;
ALTER TABLE new_assignment RENAME TO assignment;
