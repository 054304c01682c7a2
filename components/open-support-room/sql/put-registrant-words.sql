INSERT OR REPLACE INTO registrant_words (rowid, words) VALUES (?1, ?2)
