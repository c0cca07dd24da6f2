-- Ids under which joined projects knew the text of a case that has another id now.

CREATE TABLE case_alias (
  alias   TEXT PRIMARY KEY,
  case_no INTEGER NOT NULL REFERENCES project_case
) STRICT, WITHOUT ROWID;
