-- The next number of the room.
INSERT INTO summary_printouts (room_id, number, purpose, words, author_user_id, author_name, author_profession,
                               author_organization_name, at)
VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM summary_printouts WHERE room_id = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8)
RETURNING number
