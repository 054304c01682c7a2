-- How far takeover ?2 of room ?1 has come. An entry in pieces counts once all of them are here.
SELECT id, entries, reason, received, characters, finished_at IS NOT NULL AS is_finished
  FROM takeovers
 WHERE id = ?2 AND room_id = ?1
