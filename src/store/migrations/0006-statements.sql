-- Which decisions were stated together (empty: each by itself), and which suggestions people were shown.
ALTER TABLE decision ADD COLUMN statement TEXT NOT NULL DEFAULT '';

CREATE TABLE shown_suggestion (
  codebook_id TEXT NOT NULL,
  word        TEXT NOT NULL,
  code_id     TEXT NOT NULL,
  PRIMARY KEY (codebook_id, word, code_id)
) STRICT, WITHOUT ROWID;
