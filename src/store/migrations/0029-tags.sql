-- States of the project that somebody gave a name, with the numbers of their tables.
CREATE TABLE tag (
  name TEXT PRIMARY KEY,
  tag  TEXT NOT NULL -- JSON, as its decision has it
) STRICT, WITHOUT ROWID;
