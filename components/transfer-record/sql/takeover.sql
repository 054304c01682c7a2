-- How far takeover ?2 of room ?1 has come. An entry in pieces has no uuid before all of them are here.
SELECT t.id, t.entries, t.reason, t.finished_at IS NOT NULL AS is_finished,
       (SELECT count(*) FROM carried_entries e WHERE e.takeover_id = t.id AND e.uuid <> '') AS received,
       (SELECT count(DISTINCT e.uuid) FROM carried_entries e WHERE e.takeover_id = t.id AND e.uuid <> '') AS different
  FROM takeovers t
 WHERE t.id = ?2 AND t.room_id = ?1
