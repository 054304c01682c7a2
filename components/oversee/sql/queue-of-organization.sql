-- One organization has few applications, so the other filters may look at each.
SELECT a.id, a.receipt_number, a.form, a.status, a.desk, a.organization_id, a.organization_name, a.applicant_name,
       a.people_count, a.channel, a.received_at, a.due_on, a.queue_day, a.version, a.missing, a.assigned_to_user_id,
       u.name AS assigned_to_name
  FROM applications a LEFT JOIN users u ON u.id = a.assigned_to_user_id
 WHERE a.organization_id = ?6 AND a.place > ?3 AND a.place < ?4
   AND +a.desk = ?1 AND +a.tab IN (SELECT value FROM json_each(?2))
   AND (?7 IS NULL OR +a.form = ?7)
   AND (?8 = 0 OR +a.assigned_to_user_id IS ?9)
 ORDER BY a.place
 LIMIT ?5 + 0
