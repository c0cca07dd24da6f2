-- The project file, version 1. Text compares in code point order (BINARY over UTF-8), which is the order of every output.
-- Numbers ending in _no are row numbers of this one file: they never leave it.

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE project_case (
  case_no INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE CHECK (id <> '')
) STRICT;

-- Every text a case ever had; what was coded in an old version can still be read there.
CREATE TABLE case_version (
  version_no INTEGER PRIMARY KEY,
  case_no    INTEGER NOT NULL REFERENCES project_case,
  version    TEXT NOT NULL CHECK (length(version) = 64),
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
  title      TEXT NOT NULL,
  source     TEXT NOT NULL,
  batch      TEXT NOT NULL,
  text       TEXT NOT NULL,
  UNIQUE (case_no, version)
) STRICT;
CREATE UNIQUE INDEX one_current_version ON case_version (case_no) WHERE is_current = 1;

CREATE TABLE attribute (
  case_no INTEGER NOT NULL REFERENCES project_case,
  name    TEXT NOT NULL,
  value   TEXT NOT NULL,
  PRIMARY KEY (case_no, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE normalized_text (
  version_no INTEGER PRIMARY KEY REFERENCES case_version,
  text       TEXT NOT NULL,
  origins    TEXT NOT NULL, -- JSON: start, length, origin, width or null of each run, in one flat array
  steps      TEXT NOT NULL  -- JSON
) STRICT;

-- Codebooks, rules and dictionaries as they were when a run used them.
CREATE TABLE content (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE codebook (
  id           TEXT PRIMARY KEY,
  content_hash TEXT NOT NULL REFERENCES content
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
  id           TEXT PRIMARY KEY,
  sequence     INTEGER NOT NULL UNIQUE, -- which run was the last, whatever the clocks said
  stage        TEXT NOT NULL,
  tool_version TEXT NOT NULL,
  options      TEXT NOT NULL, -- JSON
  inputs       TEXT NOT NULL, -- JSON
  time         TEXT NOT NULL,
  milliseconds REAL NOT NULL
) STRICT;

CREATE TABLE run_case (
  run_id     TEXT NOT NULL REFERENCES run,
  version_no INTEGER NOT NULL REFERENCES case_version,
  PRIMARY KEY (run_id, version_no)
) STRICT, WITHOUT ROWID;

-- Words written once, since terms repeat them in every case.
CREATE TABLE word (
  word_no INTEGER PRIMARY KEY,
  word    TEXT NOT NULL UNIQUE
) STRICT;

-- The corpus statistics in force: one row, frozen until they are recomputed.
CREATE TABLE statistics (
  only      INTEGER PRIMARY KEY CHECK (only = 1),
  run_id    TEXT NOT NULL REFERENCES run DEFERRABLE INITIALLY DEFERRED,
  documents INTEGER NOT NULL
) STRICT;

CREATE TABLE new_word (
  rank          INTEGER PRIMARY KEY,
  word          TEXT NOT NULL,
  pos           TEXT NOT NULL,
  score         REAL NOT NULL,
  frequency     INTEGER NOT NULL,
  cases         INTEGER NOT NULL,
  cohesion      REAL NOT NULL,
  left_entropy  REAL NOT NULL,
  right_entropy REAL NOT NULL,
  hmm_share     REAL NOT NULL,
  alignment     REAL NOT NULL,
  length        INTEGER NOT NULL,
  in_dictionary INTEGER NOT NULL CHECK (in_dictionary IN (0, 1))
) STRICT;

CREATE TABLE document_frequency (
  word_no INTEGER PRIMARY KEY REFERENCES word,
  cases   INTEGER NOT NULL
) STRICT;

-- Which version of a case was mined, and under which statistics.
CREATE TABLE mined_case (
  case_no    INTEGER PRIMARY KEY REFERENCES project_case,
  version_no INTEGER NOT NULL REFERENCES case_version,
  run_id     TEXT NOT NULL REFERENCES run DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE term (
  case_no   INTEGER NOT NULL REFERENCES mined_case,
  word_no   INTEGER NOT NULL, -- of table word, which only grows; unchecked, since millions of rows are written
  pos       TEXT NOT NULL,
  frequency INTEGER NOT NULL CHECK (frequency > 0),
  is_new    INTEGER NOT NULL CHECK (is_new IN (0, 1)),
  PRIMARY KEY (case_no, word_no, pos)
) STRICT, WITHOUT ROWID;

CREATE TABLE keyword (
  position    INTEGER PRIMARY KEY, -- the order of the screening
  group_name  TEXT NOT NULL,
  word        TEXT NOT NULL,
  pos         TEXT NOT NULL,
  weight      REAL NOT NULL,
  frequency   INTEGER NOT NULL CHECK (frequency >= 0),
  source      TEXT NOT NULL CHECK (source IN ('mined', 'reading')),
  kept        INTEGER NOT NULL CHECK (kept IN (0, 1)),
  reason      TEXT NOT NULL,
  detail      TEXT NOT NULL,
  counts_for  TEXT NOT NULL,
  decision_id TEXT,
  coder       TEXT,
  UNIQUE (group_name, word)
) STRICT;

CREATE TABLE mapping (
  codebook_id  TEXT NOT NULL,
  group_name   TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  word         TEXT NOT NULL,
  code_id      TEXT,
  core_keyword TEXT,
  kind         TEXT NOT NULL CHECK (kind IN ('controlled', 'free')),
  method       TEXT NOT NULL,
  status       TEXT NOT NULL CHECK (status IN ('proposed', 'confirmed', 'rejected')),
  coder        TEXT NOT NULL,
  decision_id  TEXT,
  PRIMARY KEY (codebook_id, group_name, case_id, word)
) STRICT, WITHOUT ROWID;

-- The key holds all that makes one piece of evidence, so that none can be counted twice.
CREATE TABLE assignment (
  codebook_id TEXT NOT NULL,
  version_no  INTEGER NOT NULL REFERENCES case_version,
  start_at    INTEGER NOT NULL,
  end_at      INTEGER NOT NULL,
  code_id     TEXT NOT NULL,
  keyword     TEXT NOT NULL,
  origin      TEXT NOT NULL CHECK (origin IN ('keyword', 'rule', 'suggestion', 'person')),
  coder       TEXT NOT NULL,
  quote       TEXT NOT NULL,
  clean_quote TEXT, -- null when it is the quote
  status      TEXT NOT NULL CHECK (status IN ('proposed', 'confirmed', 'rejected')),
  decision_id TEXT,
  PRIMARY KEY (codebook_id, version_no, start_at, end_at, code_id, keyword, origin, coder),
  CHECK (0 <= start_at AND start_at <= end_at)
) STRICT, WITHOUT ROWID;

-- How often the terms of a code stand in the text of a case.
CREATE TABLE token_count (
  codebook_id TEXT NOT NULL,
  case_no     INTEGER NOT NULL REFERENCES project_case,
  code_id     TEXT NOT NULL,
  tokens      INTEGER NOT NULL CHECK (tokens > 0),
  PRIMARY KEY (codebook_id, case_no, code_id)
) STRICT, WITHOUT ROWID;

-- The log of what people decided; the last revision is the revision of the project.
CREATE TABLE decision (
  revision         INTEGER PRIMARY KEY,
  id               TEXT NOT NULL UNIQUE,
  coder            TEXT NOT NULL,
  time             TEXT NOT NULL,
  kind             TEXT NOT NULL,
  group_name       TEXT NOT NULL,
  word             TEXT NOT NULL,
  aspect           TEXT NOT NULL,
  before           TEXT, -- JSON verdict
  after            TEXT, -- JSON verdict
  reason           TEXT NOT NULL,
  suggestion_shown INTEGER NOT NULL CHECK (suggestion_shown IN (0, 1)),
  undoes           TEXT UNIQUE REFERENCES decision (id),
  CHECK ((kind = 'undo') = (undoes IS NOT NULL))
) STRICT;
CREATE INDEX decision_by_coder ON decision (coder);
CREATE INDEX decision_by_word ON decision (word);

CREATE TRIGGER decision_is_final BEFORE UPDATE ON decision
BEGIN SELECT raise(ABORT, 'the decision log is append-only'); END;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
BEGIN SELECT raise(ABORT, 'the decision log is append-only'); END;

-- What the decisions leave in force.
CREATE TABLE verdict (
  group_name TEXT NOT NULL,
  word       TEXT NOT NULL,
  aspect     TEXT NOT NULL,
  verdict    TEXT NOT NULL, -- JSON verdict
  PRIMARY KEY (group_name, word, aspect)
) STRICT, WITHOUT ROWID;
