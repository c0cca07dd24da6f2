-- Version 8: the accepted words with which all mined cases are cut, and in how many cases of the statistics each stands.
-- Null: cases may have been cut without the word, or with it though it was taken back; until now it was taught to later cases only.
CREATE TABLE taught_word (
  word  TEXT PRIMARY KEY,
  cases INTEGER CHECK (cases >= 0)
) STRICT, WITHOUT ROWID;

INSERT INTO taught_word
  SELECT DISTINCT iif(after ->> 'kind' = 'fold', after ->> 'into', word), NULL FROM decision
  WHERE aspect = 'screening' AND after ->> 'kind' IN ('keep', 'add', 'fold');
