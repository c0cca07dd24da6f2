-- What the program wrote, as a hash of the rows that belong together: who changes a row by other means leaves it behind.
CREATE TABLE seal (
  table_name TEXT NOT NULL,
  key        TEXT NOT NULL, -- JSON: what the rows have in common
  hash       TEXT NOT NULL CHECK (length(hash) = 32), -- the first half of a sha256
  PRIMARY KEY (table_name, key)
) STRICT, WITHOUT ROWID;
