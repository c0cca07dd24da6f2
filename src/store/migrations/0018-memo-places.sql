-- Version 18: where the passages that memos are on lie now, since texts change.
CREATE TABLE memo_place (
  memo_id    TEXT PRIMARY KEY REFERENCES memo,
  version_no INTEGER NOT NULL REFERENCES case_version,
  start_at   INTEGER NOT NULL,
  end_at     INTEGER NOT NULL,
  CHECK (0 <= start_at AND start_at < end_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX memo_place_version ON memo_place (version_no);
