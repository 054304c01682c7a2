INSERT INTO application_words (application_words) VALUES ('optimize')
