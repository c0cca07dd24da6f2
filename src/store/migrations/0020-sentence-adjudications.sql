-- Whose verdict is in force on sentences that coders judged otherwise. The decisions whose verdicts it settles name the
-- sentences, wherever a new text moves them.
CREATE TABLE sentence_adjudication (
  codebook_id TEXT NOT NULL,
  case_no     INTEGER NOT NULL REFERENCES project_case,
  code_id     TEXT NOT NULL,
  settles     TEXT NOT NULL, -- JSON: ids of decisions in code point order
  label       TEXT NOT NULL,
  verdict_of  TEXT NOT NULL REFERENCES coder,
  coder       TEXT NOT NULL REFERENCES coder,
  reason      TEXT NOT NULL,
  PRIMARY KEY (codebook_id, case_no, code_id, settles)
) STRICT, WITHOUT ROWID;
