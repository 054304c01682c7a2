-- The best of those that share pairs of characters with the name.
SELECT r.id AS room_id, r.name, r.purpose
  FROM (SELECT rowid AS id, rank FROM room_words WHERE words MATCH ?1 ORDER BY rank LIMIT 20) w
 CROSS JOIN rooms r ON r.id = w.id
 WHERE r.closed_at IS NULL
   AND NOT EXISTS (SELECT 1 FROM room_applications x WHERE x.room_id = r.id AND x.application_id = ?2)
 ORDER BY w.rank
 LIMIT 5
