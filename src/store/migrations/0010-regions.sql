-- Version 10: the regions of the clean texts (what none covers is body), and what of each text counts.

CREATE TABLE region (
  version_no INTEGER NOT NULL REFERENCES case_version,
  start_at   INTEGER NOT NULL CHECK (start_at >= 0), -- code points of the clean text
  end_at     INTEGER NOT NULL CHECK (end_at > start_at),
  kind       TEXT NOT NULL,
  speaker    TEXT,
  speech_at  INTEGER, -- where, behind the label of a turn, what is said begins
  PRIMARY KEY (version_no, start_at),
  CHECK (start_at <= speech_at AND speech_at <= end_at)
) STRICT, WITHOUT ROWID;

-- A case version without a row was imported before regions were recognised: all of it counts, as it did then.
CREATE TABLE text_scope (
  version_no      INTEGER PRIMARY KEY REFERENCES case_version,
  characters      INTEGER NOT NULL CHECK (characters >= 0), -- code points of the clean text
  counted         TEXT, -- the kinds that count in this text, with commas between; null: those of the project
  from_plain_text INTEGER NOT NULL CHECK (from_plain_text IN (0, 1)) -- whether only the plain text was there to recognise regions
) STRICT;
