-- The figures that the word models look at besides those of version 1.
ALTER TABLE new_word ADD COLUMN known_alignment REAL NOT NULL DEFAULT 0;
ALTER TABLE new_word ADD COLUMN cuts_inside REAL NOT NULL DEFAULT 0;
ALTER TABLE new_word ADD COLUMN begin_share REAL NOT NULL DEFAULT 0;
ALTER TABLE new_word ADD COLUMN end_share REAL NOT NULL DEFAULT 0;
