-- What came into room ?1 from another system and stays as it came, after ?2.
SELECT id, content FROM carried_resources WHERE room_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3 + 0
