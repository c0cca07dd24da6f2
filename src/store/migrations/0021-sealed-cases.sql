-- Cases that are held out, for a later check: they count as little as excluded ones, until they are unsealed.

DROP VIEW counted_version;

CREATE TABLE standing (
  case_no  INTEGER NOT NULL REFERENCES project_case,
  standing TEXT NOT NULL CHECK (standing IN ('excluded', 'chosen', 'sealed')),
  position INTEGER CHECK ((position IS NOT NULL) = (standing = 'chosen')), -- which choice it was
  coder    TEXT NOT NULL REFERENCES coder,
  reason   TEXT NOT NULL,
  PRIMARY KEY (case_no, standing)
) STRICT, WITHOUT ROWID;
INSERT INTO standing SELECT case_no, standing, position, coder, reason FROM case_standing;
DROP TABLE case_standing;
ALTER TABLE standing RENAME TO case_standing;

-- The versions that are mined, screened, coded and counted. Whatever counts cases reads this view.
CREATE VIEW counted_version AS
  SELECT * FROM case_version
  WHERE is_current = 1
    AND case_no NOT IN (SELECT case_no FROM case_standing WHERE standing IN ('excluded', 'sealed'));

CREATE TRIGGER case_left_out AFTER INSERT ON case_standing WHEN NEW.standing IN ('excluded', 'sealed')
BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER case_taken_in AFTER DELETE ON case_standing WHEN OLD.standing IN ('excluded', 'sealed')
BEGIN UPDATE basis SET number = number + 1; END;
