INSERT INTO registrant_words (registrant_words) VALUES ('optimize')
