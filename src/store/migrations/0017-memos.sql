-- Version 17: memos as their coders wrote them last; the log has their earlier versions.
CREATE TABLE memo (
  id    TEXT PRIMARY KEY REFERENCES decision (id), -- the decision that made it
  coder TEXT NOT NULL REFERENCES coder,
  memo  TEXT NOT NULL -- JSON
) STRICT, WITHOUT ROWID;
