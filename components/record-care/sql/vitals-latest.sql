-- CROSS JOIN: kind by kind, never through all points of the room.
SELECT p.kind, p.measured_at, p.value, p.mark, p.measurement_id, m.glucose_timing
  FROM json_each(?2) k
  CROSS JOIN vital_points p ON p.room_id = ?1 AND p.kind = k.value
   AND (p.measured_at, p.measurement_id) = (SELECT q.measured_at, q.measurement_id
                                              FROM vital_points q
                                             WHERE q.room_id = ?1 AND q.kind = k.value
                                             ORDER BY q.measured_at DESC, q.measurement_id DESC
                                             LIMIT 1)
  JOIN measurements m ON m.id = p.measurement_id
