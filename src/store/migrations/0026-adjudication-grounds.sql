-- Why coders differed, as whoever adjudicates sees it, and who took part when a group decided.

ALTER TABLE sentence_adjudication ADD COLUMN why TEXT;
ALTER TABLE sentence_adjudication ADD COLUMN attendees TEXT; -- JSON: names, in the order given
