INSERT INTO message_words (message_words) VALUES ('optimize')
