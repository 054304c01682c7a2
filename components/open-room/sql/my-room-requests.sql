-- One index seek for each of the three forms; the rest of a page is read only for the rows on it.
SELECT a.id, a.receipt_number, a.form, a.status, a.people_count, a.received_at, a.updated_at,
       coalesce(a.content ->> 'room_name', a.content ->> 'name', '') AS room_name, a.content ->> 'change' AS change
  FROM applications a
 WHERE a.id IN (SELECT id FROM (SELECT x.id FROM applications x
                                 WHERE x.submitted_by_user_id = ?1 AND x.form = 1 AND x.id < ?2 ORDER BY x.id DESC LIMIT ?3 + 0)
                UNION ALL
                SELECT id FROM (SELECT x.id FROM applications x
                                 WHERE x.submitted_by_user_id = ?1 AND x.form = 2 AND x.id < ?2 ORDER BY x.id DESC LIMIT ?3 + 0)
                UNION ALL
                SELECT id FROM (SELECT x.id FROM applications x
                                 WHERE x.submitted_by_user_id = ?1 AND x.form = 3 AND x.id < ?2 ORDER BY x.id DESC LIMIT ?3 + 0))
 ORDER BY a.id DESC
 LIMIT ?3 + 0
