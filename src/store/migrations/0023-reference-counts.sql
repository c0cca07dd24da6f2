-- Version 23: how many references each code has in each case version, counted from the assignments whenever these change.
-- Tables are made from these counts, since the assignments of some thousand cases take longer to read than a table may take.
CREATE TABLE reference_count (
  codebook_id TEXT NOT NULL,
  version_no  INTEGER NOT NULL REFERENCES case_version,
  code_id     TEXT NOT NULL,
  polarity    TEXT NOT NULL CHECK (polarity IN ('supports', 'contradicts')),
  passages    INTEGER NOT NULL CHECK (passages > 0), -- each once, without those that keywords alone found and rejected ones
  confirmed   INTEGER NOT NULL CHECK (confirmed BETWEEN 0 AND passages),
  PRIMARY KEY (codebook_id, version_no, code_id, polarity)
) STRICT, WITHOUT ROWID;
INSERT INTO reference_count
  SELECT codebook_id, version_no, code_id, polarity, count(DISTINCT start_at << 32 | end_at),
    count(DISTINCT CASE WHEN status = 'confirmed' THEN start_at << 32 | end_at END)
  FROM assignment WHERE origin <> 'keyword' AND status <> 'rejected'
  GROUP BY codebook_id, version_no, code_id, polarity;
