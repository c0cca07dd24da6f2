-- Statements (sentences) of a case that are held out, for a later check: neither mined, coded nor counted.

DROP VIEW counted_version;

CREATE TABLE standing (
  case_no    INTEGER NOT NULL REFERENCES project_case,
  standing   TEXT NOT NULL CHECK (standing IN ('excluded', 'chosen', 'sealed', 'partly-sealed')),
  position   INTEGER CHECK ((position IS NOT NULL) = (standing = 'chosen')), -- which choice it was
  coder      TEXT NOT NULL REFERENCES coder,
  reason     TEXT NOT NULL,
  -- The version of the text in which statements were sealed, and their places in it: [[start, end], …]
  statements TEXT CHECK ((statements IS NOT NULL) = (standing = 'partly-sealed')),
  PRIMARY KEY (case_no, standing)
) STRICT, WITHOUT ROWID;
INSERT INTO standing SELECT case_no, standing, position, coder, reason, NULL FROM case_standing;
DROP TABLE case_standing;
ALTER TABLE standing RENAME TO case_standing;

CREATE VIEW counted_version AS
  SELECT * FROM case_version
  WHERE is_current = 1
    AND case_no NOT IN (SELECT case_no FROM case_standing WHERE standing IN ('excluded', 'sealed'));

CREATE TRIGGER case_left_out AFTER INSERT ON case_standing WHEN NEW.standing IN ('excluded', 'sealed')
BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER case_taken_in AFTER DELETE ON case_standing WHEN OLD.standing IN ('excluded', 'sealed')
BEGIN UPDATE basis SET number = number + 1; END;

-- Where the sealed statements are in the current text of their case, and in its clean text.
CREATE TABLE sealed_statement (
  version_no  INTEGER NOT NULL REFERENCES case_version,
  start_at    INTEGER NOT NULL,
  end_at      INTEGER NOT NULL,
  clean_start INTEGER NOT NULL,
  clean_end   INTEGER NOT NULL,
  PRIMARY KEY (version_no, clean_start)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER statement_sealed AFTER INSERT ON sealed_statement
BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER statement_unsealed AFTER DELETE ON sealed_statement
BEGIN UPDATE basis SET number = number + 1; END;

-- The statements that were sealed when the terms were collected, as places in the clean text.
ALTER TABLE term_list ADD COLUMN sealed TEXT;
