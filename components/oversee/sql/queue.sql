-- One page of each tab, and of these the first: as quick for all tabs as for one.
SELECT a.id, a.receipt_number, a.form, a.status, a.desk, a.organization_id, a.organization_name, a.applicant_name,
       a.people_count, a.channel, a.received_at, a.due_on, a.queue_day, a.version, a.missing, a.assigned_to_user_id,
       u.name AS assigned_to_name
  FROM json_each(?2) t
 CROSS JOIN applications a
    ON a.id IN (SELECT x.id FROM applications x
                 WHERE x.desk = ?1 AND x.tab = t.value
                   AND x.place > ?3 AND x.place < ?4
                 ORDER BY x.place
                 LIMIT ?5 + 0)
  LEFT JOIN users u ON u.id = a.assigned_to_user_id
 ORDER BY a.place
 LIMIT ?5 + 0
