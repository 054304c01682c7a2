-- Newest first, straight from the index of words; ?5 is the oldest that one page looks at.
SELECT a.id, a.receipt_number, a.form, a.status, a.desk, a.organization_id, a.organization_name, a.applicant_name,
       a.people_count, a.channel, a.received_at, a.due_on, a.queue_day, a.version, a.missing, a.assigned_to_user_id,
       u.name AS assigned_to_name
  FROM application_words w
 CROSS JOIN applications a ON a.id = w.rowid
  LEFT JOIN users u ON u.id = a.assigned_to_user_id
 WHERE w.words MATCH ?3 AND w.rowid < ?4 AND w.rowid >= ?5
   AND +a.desk = ?1 AND +a.tab IN (SELECT value FROM json_each(?2)) AND +a.place < ?7
   AND (?8 IS NULL OR +a.organization_id = ?8)
   AND (?9 IS NULL OR +a.form = ?9)
   AND (?10 = 0 OR +a.assigned_to_user_id IS ?11)
 ORDER BY w.rowid DESC
 LIMIT ?6 + 0
