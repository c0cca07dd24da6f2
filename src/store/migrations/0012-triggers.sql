-- A passage is coded once, with all the keywords, terms and rules that led to it. Until now only the first was kept:
-- coding again finds the others.
ALTER TABLE assignment RENAME COLUMN keyword TO triggers; -- JSON: keywords, rules
UPDATE assignment SET triggers = json_object('keywords', json_array(triggers), 'rules', json_array());
