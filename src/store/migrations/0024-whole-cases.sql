-- What coders said of a case as a whole, and the memos on that: the empty span before its text.

CREATE TABLE passage_or_case_verdict (
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
  CHECK (0 <= start_at AND (start_at < end_at OR end_at = 0))
) STRICT, WITHOUT ROWID;
INSERT INTO passage_or_case_verdict SELECT * FROM passage_verdict;
DROP TABLE passage_verdict;
ALTER TABLE passage_or_case_verdict RENAME TO passage_verdict;
CREATE INDEX passage_verdict_now ON passage_verdict (now_version);

CREATE TABLE place_of_memo (
  memo_id    TEXT PRIMARY KEY REFERENCES memo,
  version_no INTEGER NOT NULL REFERENCES case_version,
  start_at   INTEGER NOT NULL,
  end_at     INTEGER NOT NULL,
  CHECK (0 <= start_at AND (start_at < end_at OR end_at = 0))
) STRICT, WITHOUT ROWID;
INSERT INTO place_of_memo SELECT * FROM memo_place;
DROP TABLE memo_place;
ALTER TABLE place_of_memo RENAME TO memo_place;
CREATE INDEX memo_place_version ON memo_place (version_no);
