-- Which cases contain a string: where each character occurs in the counted texts of all current case versions, which
-- lie one behind the other with a gap between. Rows are derived from the texts; a case without a valid one is read.
CREATE TABLE indexed_text (
  start_at INTEGER PRIMARY KEY CHECK (start_at >= 0), -- UTF-16 units
  end_at   INTEGER NOT NULL CHECK (end_at >= start_at),
  case_no  INTEGER NOT NULL UNIQUE REFERENCES project_case,
  is_valid INTEGER NOT NULL CHECK (is_valid IN (0, 1)) -- whether it is the counted text of the case as it is now
) STRICT;

CREATE TABLE character_places (
  symbol   INTEGER NOT NULL, -- UTF-16 unit, and whether a Latin word goes on before and behind it
  block_no INTEGER NOT NULL CHECK (block_no >= 0), -- of 2^20 places
  places   BLOB NOT NULL, -- src/store/places-blob.ts
  PRIMARY KEY (symbol, block_no)
) STRICT;

CREATE TRIGGER indexed_text_is_current AFTER UPDATE OF is_current ON case_version
BEGIN UPDATE indexed_text SET is_valid = 0 WHERE case_no = NEW.case_no; END;

-- The sentences of a case version, and the length of its raw text.
CREATE TABLE case_sentences (
  version_no INTEGER PRIMARY KEY REFERENCES case_version,
  characters INTEGER NOT NULL CHECK (characters >= 0), -- code points of the raw text
  sentences  BLOB, -- of the clean text (src/text/sentence-list.ts); null: too long a text, cut when it is read
  counted    BLOB  -- of the counted text; null: the same
) STRICT;

-- The case versions of runs, each set once.
CREATE TABLE case_set (
  hash     TEXT PRIMARY KEY CHECK (length(hash) = 64), -- sha256 of versions
  versions TEXT NOT NULL -- JSON: version numbers, rising
) STRICT;
ALTER TABLE run ADD COLUMN case_set TEXT REFERENCES case_set; -- every run has one
CREATE TEMP TABLE set_of_run AS
  SELECT id AS run_id, coalesce(versions, '[]') AS versions FROM run LEFT JOIN (
    SELECT run_id, json_group_array(version_no) AS versions
    FROM (SELECT run_id, version_no FROM run_case ORDER BY run_id, version_no) GROUP BY run_id
  ) ON run_id = id;
INSERT INTO case_set SELECT DISTINCT sha256(versions), versions FROM set_of_run;
UPDATE run SET case_set = (SELECT sha256(versions) FROM set_of_run WHERE run_id = id);
DROP TABLE set_of_run;
DROP TABLE run_case;
