-- Version 2: which file each case version was read from, and what the values of attributes are.

CREATE TABLE case_file (
  version_no INTEGER PRIMARY KEY REFERENCES case_version,
  sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
  format     TEXT NOT NULL,
  encoding   TEXT -- null for a format that holds its own text
) STRICT;

CREATE TABLE attribute_type (
  name     TEXT PRIMARY KEY,
  type     TEXT NOT NULL CHECK (type IN ('integer', 'number', 'date', 'category', 'text')),
  is_given INTEGER NOT NULL CHECK (is_given IN (0, 1)) -- whether a person said so
) STRICT, WITHOUT ROWID;
