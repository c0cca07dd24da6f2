-- Which regions count is a decision, which can be taken back: terms that were collected from other regions wait until
-- their case is mined again, and count again where they are those of what counts.

ALTER TABLE term_list ADD COLUMN counted TEXT; -- the kinds that counted then, with commas between; null: the whole text
ALTER TABLE term_list ADD COLUMN is_current INTEGER NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)); -- of what counts now
UPDATE term_list SET counted = (
  SELECT coalesce(text_scope.counted, (SELECT value FROM setting WHERE name = 'regions'), 'body,heading,table')
  FROM text_scope WHERE text_scope.version_no = term_list.version_no
);

-- In text_scope.counted, * says that the whole text counts until somebody decides which kinds do.
