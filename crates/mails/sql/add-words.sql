-- What the search knows of the mail ?1, in place of what it knew: the words ?2 and the boxes in which it lies.
INSERT OR REPLACE INTO mail_words (rowid, body, about)
VALUES (?1, ?2, (SELECT group_concat('b' || c.box_id, ' ') FROM mail_copies c WHERE c.mail_id = ?1))
