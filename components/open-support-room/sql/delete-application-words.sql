DELETE FROM application_words
 WHERE rowid IN (SELECT x.application_id FROM room_applications x WHERE x.room_id = ?1)
