INSERT INTO message_words (rowid, body, about) VALUES (?1, ?2, ?3)
