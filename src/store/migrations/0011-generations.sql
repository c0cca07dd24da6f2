-- Version 11: statistics in generations. The statistics there were are the first; each case has the terms it had.

CREATE TABLE generation (
  generation_no INTEGER PRIMARY KEY CHECK (generation_no > 0), -- never given twice: reports name it
  run_id        TEXT NOT NULL REFERENCES run DEFERRABLE INITIALLY DEFERRED,
  documents     INTEGER NOT NULL
) STRICT;
INSERT INTO generation SELECT 1, run_id, documents FROM statistics;
DROP TABLE statistics;

ALTER TABLE new_word RENAME TO only_new_word;
CREATE TABLE new_word (
  generation_no   INTEGER NOT NULL REFERENCES generation ON DELETE CASCADE,
  rank            INTEGER NOT NULL,
  word            TEXT NOT NULL,
  pos             TEXT NOT NULL,
  score           REAL NOT NULL,
  frequency       INTEGER NOT NULL,
  cases           INTEGER NOT NULL,
  cohesion        REAL NOT NULL,
  left_entropy    REAL NOT NULL,
  right_entropy   REAL NOT NULL,
  hmm_share       REAL NOT NULL,
  alignment       REAL NOT NULL,
  length          INTEGER NOT NULL,
  in_dictionary   INTEGER NOT NULL CHECK (in_dictionary IN (0, 1)),
  known_alignment REAL NOT NULL,
  cuts_inside     REAL NOT NULL,
  begin_share     REAL NOT NULL,
  end_share       REAL NOT NULL,
  PRIMARY KEY (generation_no, rank)
) STRICT, WITHOUT ROWID;
INSERT INTO new_word
  SELECT 1, rank, word, pos, score, frequency, cases, cohesion, left_entropy, right_entropy, hmm_share, alignment,
    length, in_dictionary, known_alignment, cuts_inside, begin_share, end_share
  FROM only_new_word;
DROP TABLE only_new_word;

ALTER TABLE document_frequency RENAME TO only_document_frequency;
CREATE TABLE document_frequency (
  generation_no INTEGER NOT NULL REFERENCES generation ON DELETE CASCADE,
  word_no       INTEGER NOT NULL REFERENCES word,
  cases         INTEGER NOT NULL,
  PRIMARY KEY (generation_no, word_no)
) STRICT, WITHOUT ROWID;
INSERT INTO document_frequency SELECT 1, word_no, cases FROM only_document_frequency;
DROP TABLE only_document_frequency;

-- The accepted words with which the cases of a generation are cut, and in how many of its cases each occurs. Null:
-- nobody knows which cases were cut with the word, as in projects before version 8.
ALTER TABLE taught_word RENAME TO only_taught_word;
CREATE TABLE taught_word (
  generation_no INTEGER NOT NULL REFERENCES generation ON DELETE CASCADE,
  word          TEXT NOT NULL,
  cases         INTEGER CHECK (cases >= 0),
  PRIMARY KEY (generation_no, word)
) STRICT, WITHOUT ROWID;
INSERT INTO taught_word SELECT generation_no, word, cases FROM only_taught_word, generation;
DROP TABLE only_taught_word;

-- The terms of a case version as cut with some words. Generations whose words cut it alike share one list.
CREATE TABLE term_list (
  list_no    INTEGER PRIMARY KEY,
  version_no INTEGER NOT NULL REFERENCES case_version
) STRICT;
INSERT INTO term_list SELECT case_no, version_no FROM mined_case;

ALTER TABLE term RENAME TO term_of_case;
CREATE TABLE term (
  list_no   INTEGER NOT NULL REFERENCES term_list ON DELETE CASCADE,
  word_no   INTEGER NOT NULL, -- of table word, which only grows; unchecked, since millions of rows are written
  pos       TEXT NOT NULL,
  frequency INTEGER NOT NULL CHECK (frequency > 0),
  is_new    INTEGER NOT NULL CHECK (is_new IN (0, 1)),
  begins    INTEGER NOT NULL CHECK (begins >= 0),
  ends      INTEGER NOT NULL CHECK (ends >= 0),
  PRIMARY KEY (list_no, word_no, pos)
) STRICT, WITHOUT ROWID;
INSERT INTO term SELECT case_no, word_no, pos, frequency, is_new, begins, ends FROM term_of_case;
DROP TABLE term_of_case;

-- Which terms a case has under a generation: under the one its group is ranked with, its lowest, and under the newest.
ALTER TABLE mined_case RENAME TO case_of_run;
CREATE TABLE mined_case (
  case_no       INTEGER NOT NULL REFERENCES project_case,
  generation_no INTEGER NOT NULL REFERENCES generation,
  list_no       INTEGER NOT NULL REFERENCES term_list,
  PRIMARY KEY (case_no, generation_no)
) STRICT, WITHOUT ROWID;
INSERT INTO mined_case SELECT case_no, generation_no, case_no FROM case_of_run, generation;
DROP TABLE case_of_run;
CREATE INDEX mined_case_by_list ON mined_case (list_no);
