-- How many documents of room ?1 there are that ?2, who is there since ?3, has not read; no more than are counted.
SELECT count(*) AS unread_count
  FROM (SELECT 1 FROM documents d
         WHERE d.room_id = ?1 AND d.withdrawn_at IS NULL AND d.changed_at >= ?3
           AND NOT EXISTS (SELECT 1 FROM document_reads x
                            WHERE x.document_id = d.id AND x.version = d.version AND x.user_id = ?2)
         LIMIT 100)
