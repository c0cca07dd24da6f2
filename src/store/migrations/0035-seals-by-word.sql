-- Keywords and mappings are sealed by their words (KEYS in sealed-rows.ts), no more by their groups: a verdict on a word changes
-- a row in each of many groups. After a migration all rows are sealed.

CREATE INDEX mapping_by_word ON mapping (word);
