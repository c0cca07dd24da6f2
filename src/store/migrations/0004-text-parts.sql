-- Version 4: texts lie in parts, so that one of any length can be written and read in bounded memory.
-- The parts of a text, joined in their order from 0 on, are the text; where it is cut says nothing.

CREATE TABLE text_part (
  version_no INTEGER NOT NULL REFERENCES case_version,
  part_no    INTEGER NOT NULL CHECK (part_no >= 0),
  text       TEXT NOT NULL,
  PRIMARY KEY (version_no, part_no)
) STRICT;
INSERT INTO text_part SELECT version_no, 0, text FROM case_version;
ALTER TABLE case_version DROP COLUMN text;

CREATE TABLE clean_part (
  version_no INTEGER NOT NULL REFERENCES case_version,
  part_no    INTEGER NOT NULL CHECK (part_no >= 0),
  text       TEXT NOT NULL,
  origins    TEXT NOT NULL, -- JSON: start, length, origin, width or null of each run, in one flat array; offsets in the whole
  PRIMARY KEY (version_no, part_no)
) STRICT;
INSERT INTO clean_part SELECT version_no, 0, text, origins FROM normalized_text;
ALTER TABLE normalized_text DROP COLUMN text;
ALTER TABLE normalized_text DROP COLUMN origins;
