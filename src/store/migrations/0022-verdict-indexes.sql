-- What a decision asks of the verdicts in force is answered without reading all of them: those on a word, those that codes
-- follow, and those that name a word as their target, quote a passage or found a word.
CREATE INDEX verdict_on_word ON verdict (aspect, word);
CREATE INDEX verdict_by_target ON verdict (verdict ->> 'into') WHERE verdict ->> 'into' IS NOT NULL;
CREATE INDEX verdict_target ON verdict (group_name, verdict ->> 'into') WHERE verdict ->> 'into' IS NOT NULL;
CREATE INDEX verdict_quote ON verdict (group_name, word, aspect) WHERE verdict ->> 'quote' IS NOT NULL;
CREATE INDEX verdict_found ON verdict (group_name, word)
  WHERE aspect = 'screening' AND (verdict ->> 'kind' = 'add' OR verdict ->> 'added');
