DELETE FROM message_words WHERE rowid = ?1
