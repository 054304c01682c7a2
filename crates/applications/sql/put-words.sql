INSERT OR REPLACE INTO application_words (rowid, words) VALUES (?1, ?2)
