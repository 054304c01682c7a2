SELECT v.visitor_user_id, v.visitor_name, v.kind, v.first_day, v.last_day, v.start_minute, v.minutes, v.repeat, v.note,
       v.revision
  FROM visits v
 WHERE v.id = ?2 AND v.room_id = ?1 AND v.withdrawn_at IS NULL
 LIMIT 1
