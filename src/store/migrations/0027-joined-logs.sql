-- Version 27: two copies of a project may have taken back the same decision, and a joined log has both undos.
PRAGMA defer_foreign_keys = ON;

DROP TRIGGER decision_is_final;
DROP TRIGGER decision_is_kept;
CREATE TEMP TABLE kept_decision AS SELECT * FROM decision;
CREATE TEMP TABLE kept_subject AS SELECT * FROM decision_subject; -- it is not looked up by revision: each one would take long
DELETE FROM decision_subject;
DROP TABLE decision;
CREATE TABLE decision (
  revision         INTEGER PRIMARY KEY REFERENCES revision,
  id               TEXT NOT NULL UNIQUE,
  statement        TEXT NOT NULL, -- the id of the first decision stated together with it
  coder            TEXT NOT NULL REFERENCES coder,
  time             TEXT NOT NULL,
  kind             TEXT NOT NULL,
  target           TEXT NOT NULL, -- JSON, typed
  before           TEXT, -- JSON
  after            TEXT, -- JSON
  reason           TEXT NOT NULL,
  suggestion_shown INTEGER NOT NULL CHECK (suggestion_shown IN (0, 1)),
  is_bulk          INTEGER NOT NULL CHECK (is_bulk IN (0, 1)),
  undoes           TEXT REFERENCES decision (id),
  CHECK ((kind IN ('undo', 'redo')) = (undoes IS NOT NULL))
) STRICT;
CREATE INDEX decision_undone ON decision (undoes) WHERE undoes IS NOT NULL;
INSERT INTO decision SELECT * FROM kept_decision ORDER BY revision;
INSERT INTO decision_subject SELECT * FROM kept_subject;
DROP TABLE kept_decision;
DROP TABLE kept_subject;
CREATE INDEX decision_by_coder ON decision (coder, revision);
CREATE INDEX decision_by_statement ON decision (statement);

CREATE TRIGGER decision_is_final BEFORE UPDATE ON decision
BEGIN SELECT raise(ABORT, 'the decision log is append-only'); END;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
BEGIN SELECT raise(ABORT, 'the decision log is append-only'); END;
