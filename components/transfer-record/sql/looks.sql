-- Who looked at the registrant of room ?1 before ?5, after number ?3.
SELECT v.sequence AS id, printf(?2 || '-8e00-8000-%012x', v.sequence) AS uuid,
       printf(?2 || '-8200-8000-%012x', v.user_id) AS who, v.at, v.what, v.via
  FROM rooms r JOIN registrant_views v ON v.registrant_id = r.registrant_id
 WHERE r.id = ?1 AND v.sequence > ?3 AND v.at < ?5
 ORDER BY v.sequence
 LIMIT ?4 + 0
