-- Each number stops at ?4: the desk wants to know that it is a lot, not how much. ?3 is today, ?5 tomorrow.
SELECT (SELECT count(*) FROM (SELECT 1 FROM applications WHERE desk = ?1 AND tab = 'open' LIMIT ?4 + 0)) AS open,
       (SELECT count(*) FROM (SELECT 1 FROM applications WHERE desk = ?1 AND tab = 'open' AND place < ?3 LIMIT ?4 + 0))
         AS late,
       (SELECT count(*) FROM (SELECT 1 FROM applications
                               WHERE desk = ?1 AND tab = 'open' AND place > ?3 AND place < ?5 LIMIT ?4 + 0))
         AS due_today,
       (SELECT count(*) FROM (SELECT 1 FROM applications
                               WHERE desk = ?1 AND assigned_to_user_id IS NULL AND tab = 'open' LIMIT ?4 + 0))
         AS unassigned,
       (SELECT count(*) FROM (SELECT 1 FROM applications
                               WHERE desk = ?1 AND assigned_to_user_id = ?2 AND tab = 'open' LIMIT ?4 + 0))
         AS mine,
       (SELECT count(*) FROM (SELECT 1 FROM applications WHERE desk = ?1 AND tab = 'returned' LIMIT ?4 + 0)) AS returned
