-- Who read room ?1 up to where, by person: those after person ?3, of ?4 people.
WITH readers AS (
  SELECT DISTINCT user_id FROM reading_steps WHERE room_id = ?1 AND user_id > ?3 ORDER BY user_id LIMIT ?4 + 0
)
SELECT s.user_id AS reader,
       printf(?2 || '-8f%02x-8%03x-%02x%010x', s.user_id >> 20 & 255, s.user_id >> 8 & 4095, s.user_id & 255, s.up_to_id)
         AS uuid,
       printf(?2 || '-8200-8000-%012x', s.user_id) AS who, printf(?2 || '-8700-8000-%012x', s.up_to_id) AS up_to_uuid,
       s.at
  FROM readers x
 CROSS JOIN reading_steps s ON s.room_id = ?1 AND s.user_id = x.user_id
 ORDER BY s.user_id, s.up_to_id
