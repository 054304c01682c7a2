SELECT author_user_id, recorded_at, measured_at, readings, glucose_timing, note, version, withdrawn_at
  FROM measurements
 WHERE room_id = ?1 AND id = ?2
