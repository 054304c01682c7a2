SELECT id, receipt_number, form, status, organization_id, organization_name, applicant_name, people_count, channel,
       received_at, due_on, queue_day, version
  FROM applications
 WHERE queue = ?1 AND (queue_day, id) > (?2, ?3) AND (?5 = '' OR instr(search_key, ?5) > 0)
 ORDER BY queue_day, id
 LIMIT ?4
