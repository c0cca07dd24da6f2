-- What people decided about cases: which do not count, which were chosen next and why, and who is done with which.

CREATE TABLE case_standing (
  case_no  INTEGER NOT NULL REFERENCES project_case,
  standing TEXT NOT NULL CHECK (standing IN ('excluded', 'chosen')),
  position INTEGER CHECK ((position IS NOT NULL) = (standing = 'chosen')), -- which choice it was
  coder    TEXT NOT NULL REFERENCES coder,
  reason   TEXT NOT NULL,
  PRIMARY KEY (case_no, standing)
) STRICT, WITHOUT ROWID;

-- A coder is done with a version of a case under a codebook (coding_of = coder), or checked the coding of another.
CREATE TABLE case_done (
  codebook_id TEXT NOT NULL,
  version_no  INTEGER NOT NULL REFERENCES case_version,
  coding_of   TEXT NOT NULL REFERENCES coder,
  coder       TEXT NOT NULL REFERENCES coder,
  reason      TEXT NOT NULL,
  PRIMARY KEY (codebook_id, version_no, coding_of, coder)
) STRICT, WITHOUT ROWID;

-- The versions that are mined, screened, coded and counted. Whatever counts cases reads this view.
CREATE VIEW counted_version AS
  SELECT * FROM case_version
  WHERE is_current = 1 AND case_no NOT IN (SELECT case_no FROM case_standing WHERE standing = 'excluded');

CREATE TRIGGER case_excluded AFTER INSERT ON case_standing WHEN NEW.standing = 'excluded'
BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER case_included AFTER DELETE ON case_standing WHEN OLD.standing = 'excluded'
BEGIN UPDATE basis SET number = number + 1; END;

-- Of the attributes only that by which cases are grouped says what is derived.
DROP TRIGGER attribute_added;
DROP TRIGGER attribute_changed;
DROP TRIGGER attribute_removed;
CREATE TRIGGER attribute_added AFTER INSERT ON attribute
WHEN NEW.name = (SELECT value FROM setting WHERE name = 'by')
BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER attribute_changed AFTER UPDATE ON attribute
WHEN OLD.value <> NEW.value AND NEW.name = (SELECT value FROM setting WHERE name = 'by')
BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER attribute_removed AFTER DELETE ON attribute
WHEN OLD.name = (SELECT value FROM setting WHERE name = 'by')
BEGIN UPDATE basis SET number = number + 1; END;
