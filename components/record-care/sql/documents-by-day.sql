-- The documents of room ?1, by the day on the paper, the last first, from (?2, ?3) on. ?4 a folder, 0: those in none; ?5 what all stands in the title
-- (JSON); ?6 whoever has not read them, though here since ?7.
SELECT d.id, d.dated_on AS place
  FROM documents d
 WHERE d.room_id = ?1 AND d.withdrawn_at IS NULL AND (d.dated_on, d.id) < (?2, ?3)
   AND (?4 IS NULL OR d.folder_id IS nullif(?4, 0))
   AND NOT EXISTS (SELECT 1 FROM json_each(?5) w WHERE instr(d.title_key, w.value) = 0)
   AND (?6 IS NULL OR d.changed_at >= ?7
                      AND NOT EXISTS (SELECT 1 FROM document_reads x
                                       WHERE x.document_id = d.id AND x.version = d.version AND x.user_id = ?6))
 ORDER BY d.dated_on DESC, d.id DESC
 LIMIT ?8 + 0
