-- What is derived from texts and decisions is brought up to date decision by decision, in the transaction that logs it.

-- The order of the screening is that of the groups, and within a group its own.
ALTER TABLE keyword RENAME TO keyword_in_a_row;
CREATE TABLE keyword (
  group_name  TEXT NOT NULL,
  position    INTEGER NOT NULL,
  word        TEXT NOT NULL,
  pos         TEXT NOT NULL,
  weight      REAL NOT NULL,
  frequency   INTEGER NOT NULL CHECK (frequency >= 0),
  source      TEXT NOT NULL CHECK (source IN ('mined', 'reading')),
  kept        INTEGER NOT NULL CHECK (kept IN (0, 1)),
  reason      TEXT NOT NULL,
  detail      TEXT NOT NULL,
  counts_for  TEXT NOT NULL,
  decision_id TEXT,
  coder       TEXT,
  PRIMARY KEY (group_name, position),
  UNIQUE (word, group_name)
) STRICT, WITHOUT ROWID;
INSERT INTO keyword
  SELECT group_name, row_number() OVER (PARTITION BY group_name ORDER BY position) - 1, word, pos, weight, frequency,
    source, kept, reason, detail, counts_for, decision_id, coder
  FROM keyword_in_a_row;
DROP TABLE keyword_in_a_row;

-- All words of a group in the order of their weights, packed (src/store/pack-ranking.ts), as the last screening ranked them.
CREATE TABLE ranking (
  group_name TEXT PRIMARY KEY,
  words      BLOB NOT NULL
) STRICT;

-- The considered words of a group that a rule drops; names are recognised in the texts, which takes long.
CREATE TABLE rule_drop (
  group_name TEXT NOT NULL,
  word       TEXT NOT NULL,
  reason     TEXT NOT NULL,
  PRIMARY KEY (group_name, word)
) STRICT, WITHOUT ROWID;

-- In which cases the words that readers found occur.
CREATE TABLE read_word (
  word    TEXT NOT NULL,
  case_no INTEGER NOT NULL REFERENCES project_case,
  PRIMARY KEY (word, case_no)
) STRICT, WITHOUT ROWID;

-- Codebooks and rules as JSON: reading them from their files' text takes longer than a decision may.
CREATE TABLE parsed_content (
  hash  TEXT PRIMARY KEY REFERENCES content,
  value TEXT NOT NULL
) STRICT;

-- Counts the changes of texts, statistics, groups and rules; what was derived from an earlier number is out of date.
CREATE TABLE basis (
  only   INTEGER PRIMARY KEY CHECK (only = 1),
  number INTEGER NOT NULL
) STRICT;
INSERT INTO basis VALUES (1, 1);

-- From which basis and after which revision the keywords ('screening') and each coding ('coding/' and its codebook) are derived.
CREATE TABLE derivation (
  product  TEXT PRIMARY KEY,
  basis    INTEGER NOT NULL,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER version_added AFTER INSERT ON case_version BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER version_changed AFTER UPDATE OF is_current ON case_version WHEN OLD.is_current <> NEW.is_current
BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER clean_text_added AFTER INSERT ON clean_part BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER clean_text_removed AFTER DELETE ON clean_part BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER region_added AFTER INSERT ON region BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER region_removed AFTER DELETE ON region BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER scope_added AFTER INSERT ON text_scope BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER scope_changed AFTER UPDATE ON text_scope BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER attribute_added AFTER INSERT ON attribute BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER attribute_changed AFTER UPDATE ON attribute WHEN OLD.value <> NEW.value
BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER attribute_removed AFTER DELETE ON attribute BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER case_mined AFTER INSERT ON mined_case BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER case_forgotten AFTER DELETE ON mined_case BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER setting_added AFTER INSERT ON setting
WHEN NEW.name IN ('by', 'top', 'regions', 'rules', 'rules-choice', 'study-rules')
BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER setting_changed AFTER UPDATE ON setting
WHEN NEW.name IN ('by', 'top', 'regions', 'rules', 'rules-choice', 'study-rules') AND OLD.value <> NEW.value
BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER setting_removed AFTER DELETE ON setting
WHEN OLD.name IN ('by', 'top', 'regions', 'rules', 'rules-choice', 'study-rules')
BEGIN UPDATE basis SET number = number + 1; END;
CREATE TRIGGER codebook_added AFTER INSERT ON codebook
BEGIN DELETE FROM derivation WHERE product = 'coding/' || NEW.id; END;
CREATE TRIGGER codebook_changed AFTER UPDATE ON codebook WHEN OLD.content_hash <> NEW.content_hash
BEGIN DELETE FROM derivation WHERE product = 'coding/' || NEW.id; END;
