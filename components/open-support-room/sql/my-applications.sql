SELECT a.id, a.receipt_number, a.form, a.status, a.desk, a.organization_id, a.organization_name, a.applicant_name,
       a.people_count, a.channel, a.received_at, a.due_on, a.queue_day, a.version, a.missing, a.assigned_to_user_id,
       u.name AS assigned_to_name
  FROM applications a LEFT JOIN users u ON u.id = a.assigned_to_user_id
 WHERE a.id IN (SELECT x.id FROM applications x
                 WHERE x.submitted_by_user_id = ?1 AND x.form IN (7, 8) AND x.id < ?2
                 ORDER BY x.id DESC LIMIT ?3 + 0)
 ORDER BY a.id DESC
 LIMIT ?3 + 0
