-- Version 9: how many occurrences of a term begin, and end, a phrase. Of terms found before nobody counted: as if all did.
ALTER TABLE term ADD COLUMN begins INTEGER NOT NULL DEFAULT 0 CHECK (begins >= 0);
ALTER TABLE term ADD COLUMN ends INTEGER NOT NULL DEFAULT 0 CHECK (ends >= 0);
UPDATE term SET begins = frequency, ends = frequency;
