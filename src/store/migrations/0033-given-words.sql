-- The words into which a text was cut before it was imported: the places of each in the text, and its part of speech.

CREATE TABLE given_words (
  version_no INTEGER PRIMARY KEY REFERENCES case_version,
  words      TEXT NOT NULL
) STRICT;
