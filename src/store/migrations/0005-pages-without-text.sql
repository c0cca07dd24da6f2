-- The pages of a PDF that gave no text, as a JSON list of their numbers; null for a file that lacks none.
ALTER TABLE case_file ADD COLUMN pages_without_text TEXT;
