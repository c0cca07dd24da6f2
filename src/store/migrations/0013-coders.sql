-- Version 13: several coders. Decisions have typed targets, verdicts on words belong to the coder who gave them, and one
-- sequence of revisions counts whatever changes a project.

CREATE TABLE coder (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  guid TEXT UNIQUE -- as an exchange file gave it; null: derived from the name
) STRICT, WITHOUT ROWID;
INSERT INTO coder SELECT 'zhagen', NULL UNION SELECT coder, NULL FROM decision;

CREATE TABLE revision (
  revision INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL -- decision, regions, or the stage of a run
) STRICT;
INSERT INTO revision SELECT revision, 'decision' FROM decision;

DROP INDEX decision_by_coder;
DROP INDEX decision_by_word;
DROP TRIGGER decision_is_final;
DROP TRIGGER decision_is_kept;
ALTER TABLE decision RENAME TO decision_of_word;
CREATE TABLE decision (
  revision         INTEGER PRIMARY KEY REFERENCES revision,
  id               TEXT NOT NULL UNIQUE,
  statement        TEXT NOT NULL, -- the id of the first decision stated together with it
  coder            TEXT NOT NULL REFERENCES coder,
  time             TEXT NOT NULL,
  kind             TEXT NOT NULL,
  target           TEXT NOT NULL, -- JSON, typed
  before           TEXT, -- JSON
  after            TEXT, -- JSON
  reason           TEXT NOT NULL,
  suggestion_shown INTEGER NOT NULL CHECK (suggestion_shown IN (0, 1)),
  is_bulk          INTEGER NOT NULL CHECK (is_bulk IN (0, 1)),
  undoes           TEXT UNIQUE REFERENCES decision (id),
  CHECK ((kind IN ('undo', 'redo')) = (undoes IS NOT NULL))
) STRICT;
INSERT INTO decision
  SELECT revision, id, coalesce(nullif(statement, ''), id), coder, time, kind,
    CASE
      WHEN aspect = 'screening' THEN json_object('type', 'keyword', 'group', group_name, 'word', word)
      WHEN aspect = 'mapping' THEN json_object('type', 'mapping', 'group', group_name, 'word', word)
      WHEN instr(word, '/') = 0 OR instr(word, '#') BETWEEN 1 AND instr(word, '/')
      THEN json_object('type', 'level', 'codebookId', iif(word LIKE 'none#%', '', substr(word, 1, instr(word, '#') - 1)),
        'levelId', substr(word, instr(word, '#') + 1))
      ELSE json_object('type', 'code', 'codebookId', iif(word LIKE 'none/%', '', substr(word, 1, instr(word, '/') - 1)),
        'codeId', substr(word, instr(word, '/') + 1))
    END,
    before, after, reason, suggestion_shown,
    statement <> '' AND count(*) OVER (PARTITION BY coalesce(nullif(statement, ''), id)) > 1,
    undoes
  FROM decision_of_word;

CREATE INDEX decision_by_coder ON decision (coder, revision);
CREATE INDEX decision_by_statement ON decision (statement);

CREATE TRIGGER decision_is_final BEFORE UPDATE ON decision
BEGIN SELECT raise(ABORT, 'the decision log is append-only'); END;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
BEGIN SELECT raise(ABORT, 'the decision log is append-only'); END;

-- The decisions that were not taken back, kept beside the log, so that undo costs the same in a log of any length.
CREATE TABLE standing_decision (
  revision  INTEGER PRIMARY KEY REFERENCES decision,
  coder     TEXT NOT NULL,
  statement TEXT NOT NULL
) STRICT;
CREATE INDEX standing_by_coder ON standing_decision (coder, revision);
CREATE INDEX standing_by_statement ON standing_decision (statement);
INSERT INTO standing_decision
  SELECT revision, coder, statement FROM decision
  WHERE kind <> 'undo' AND id NOT IN (SELECT undoes FROM decision WHERE undoes IS NOT NULL);

-- The words and codes that each decision mentions: who depends on whom is looked for among these alone.
CREATE TABLE decision_subject (
  subject  TEXT NOT NULL,
  revision INTEGER NOT NULL REFERENCES decision,
  PRIMARY KEY (subject, revision)
) STRICT, WITHOUT ROWID;
WITH state AS (
  SELECT revision, before AS verdict FROM decision WHERE before IS NOT NULL
  UNION ALL SELECT revision, after FROM decision WHERE after IS NOT NULL
)
INSERT OR IGNORE INTO decision_subject
  SELECT 'word:' || word, revision FROM decision_of_word WHERE aspect <> 'code'
  UNION ALL SELECT 'word:' || (verdict ->> 'into'), revision FROM state WHERE verdict ->> 'into' IS NOT NULL
  UNION ALL SELECT 'word:' || (verdict ->> '$.code.label'), revision FROM state WHERE verdict ->> '$.code.label' IS NOT NULL
  UNION ALL SELECT 'level:' || json_array('level', target ->> 'codebookId', target ->> 'levelId'), revision
    FROM decision WHERE target ->> 'type' = 'level'
  UNION ALL SELECT 'code:' || word, revision FROM decision_of_word JOIN decision USING (revision)
    WHERE target ->> 'type' = 'code'
  UNION ALL SELECT 'code:' || substr(word, 1, instr(word, '/')) || (verdict ->> field), revision
    FROM decision_of_word JOIN state USING (revision), (SELECT '$.code.parent' AS field UNION SELECT '$.code.mergedInto')
    WHERE aspect = 'code' AND verdict ->> field IS NOT NULL;

-- Every coder's verdict in force on a word.
CREATE TABLE judgement (
  aspect     TEXT NOT NULL CHECK (aspect IN ('screening', 'mapping')),
  word       TEXT NOT NULL,
  group_name TEXT NOT NULL,
  coder      TEXT NOT NULL REFERENCES coder,
  verdict    TEXT NOT NULL, -- JSON verdict
  time       TEXT NOT NULL,
  PRIMARY KEY (aspect, word, group_name, coder)
) STRICT, WITHOUT ROWID;
INSERT INTO judgement
  SELECT aspect, word, group_name, coder, after, time
  FROM (
    SELECT *, row_number() OVER (PARTITION BY aspect, word, group_name, coder ORDER BY revision DESC) AS back
    FROM decision_of_word JOIN (SELECT revision FROM standing_decision) USING (revision)
    WHERE aspect <> 'code'
  )
  WHERE back = 1;

-- What was decided over the heads of coders who differ, for as long as their verdicts stay as they were.
CREATE TABLE adjudication (
  aspect       TEXT NOT NULL CHECK (aspect IN ('screening', 'mapping')),
  word         TEXT NOT NULL,
  group_name   TEXT NOT NULL,
  adjudication TEXT NOT NULL, -- JSON: the verdict, and the ids of the decisions that it settles
  PRIMARY KEY (aspect, word, group_name)
) STRICT, WITHOUT ROWID;

-- Until now the last verdict was in force, and one for a group went before any for all groups. Where that is not what
-- coders agree on, it stays in force as an adjudication by the program, and the others are on record beside it.
WITH
  question AS (SELECT DISTINCT aspect, word, group_name FROM judgement),
  standing AS (
    SELECT question.aspect, question.word, question.group_name, judgement.verdict ->> 'decisionId' AS id,
      iif(judgement.verdict ->> 'kind' = 'add', 'keep', judgement.verdict ->> 'kind')
        || ' ' || coalesce(judgement.verdict ->> 'into', '') AS outcome
    FROM question JOIN judgement ON judgement.aspect = question.aspect AND judgement.word = question.word
      AND (judgement.group_name = question.group_name
        OR judgement.group_name = '*' AND NOT EXISTS (
          SELECT 1 FROM judgement AS own
          WHERE own.aspect = question.aspect AND own.word = question.word
            AND own.group_name = question.group_name AND own.coder = judgement.coder))
  ),
  differing AS (
    SELECT aspect, word, group_name, json_group_array(id ORDER BY id) AS settles
    FROM standing GROUP BY aspect, word, group_name HAVING count(DISTINCT outcome) > 1
  )
INSERT INTO adjudication
  SELECT aspect, word, group_name, json_object('verdict', json(verdict), 'settles', json(settles))
  FROM differing JOIN verdict USING (aspect, word, group_name);

CREATE TEMP TABLE adjudicated AS
  SELECT (SELECT coalesce(max(revision), 0) FROM revision) + row_number() OVER (ORDER BY aspect, word, group_name) AS revision,
    lower(hex(randomblob(16))) AS id, aspect, word, group_name, adjudication,
    (SELECT time FROM decision WHERE id = adjudication ->> '$.verdict.decisionId') AS time
  FROM adjudication;
INSERT INTO revision SELECT revision, 'decision' FROM adjudicated;
INSERT INTO decision
  SELECT revision, id, id, 'zhagen', time, 'adjudicate',
    json_object('type', 'adjudication', 'of', json_object(
      'type', iif(aspect = 'screening', 'keyword', 'mapping'), 'group', group_name, 'word', word)),
    NULL, adjudication, '', 0, 0, NULL
  FROM adjudicated;
INSERT INTO decision_subject SELECT 'word:' || word, revision FROM adjudicated;
DROP TABLE adjudicated;

-- The verdicts in force for all: of words what is settled of the judgements, of codes the last decision.
ALTER TABLE verdict ADD COLUMN is_contested INTEGER NOT NULL DEFAULT 0 CHECK (is_contested IN (0, 1));
DROP TABLE decision_of_word;

-- Suggestions are shown to a coder; those of earlier versions count for every coder (an empty name).
ALTER TABLE shown_suggestion RENAME TO suggestion_for_all;
CREATE TABLE shown_suggestion (
  coder       TEXT NOT NULL,
  codebook_id TEXT NOT NULL,
  word        TEXT NOT NULL,
  code_id     TEXT NOT NULL,
  PRIMARY KEY (codebook_id, word, code_id, coder)
) STRICT, WITHOUT ROWID;
INSERT INTO shown_suggestion SELECT '', codebook_id, word, code_id FROM suggestion_for_all;
DROP TABLE suggestion_for_all;
