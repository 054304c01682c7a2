-- The entries ?4 of takeover ?1 into room ?2, from number ?3 on. What is there already stays as it is.
INSERT OR IGNORE INTO carried_entries (takeover_id, room_id, number, uuid, resource_type, content, pieces)
SELECT ?1, ?2, ?3 + key, value ->> '$.uuid', value ->> '$.resource_type', value ->> '$.content', 0
  FROM json_each(?4)
