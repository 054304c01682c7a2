SELECT m.id, m.room_id, m.measured_at, m.recorded_at, m.author_user_id, m.author_name, m.author_profession, m.author_organization_name,
       m.readings, m.glucose_timing, m.note, m.source, m.version, m.corrected_at, m.withdrawn_at, m.withdrawn_by_name,
       m.withdrawal_reason,
       (SELECT json_group_object(p.kind, p.mark)
          FROM json_each(m.readings) r
          CROSS JOIN vital_points p ON p.room_id = m.room_id AND p.kind = r.key AND p.measured_at = m.measured_at
                                   AND p.measurement_id = m.id
         WHERE p.mark IS NOT NULL) AS marks
  FROM measurements m
 WHERE m.room_id = ?1 AND m.measured_at >= ?2 AND m.measured_at < ?3 AND m.withdrawn_at IS NULL
 ORDER BY m.measured_at, m.id
 LIMIT ?4 + 0
