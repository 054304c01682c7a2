INSERT OR REPLACE INTO room_words (rowid, words) VALUES (?1, ?2)
