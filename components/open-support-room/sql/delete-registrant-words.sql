DELETE FROM registrant_words WHERE rowid = ?1
