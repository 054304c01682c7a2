INSERT INTO mail_words (rowid, body, about)
VALUES (?1, ?2, (SELECT group_concat('b' || c.box_id, ' ') FROM mail_copies c WHERE c.mail_id = ?1))
