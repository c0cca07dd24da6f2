-- What is known of a new word is asked word by word, after each verdict of a screening.

CREATE INDEX new_word_by_word ON new_word (word, generation_no);
