-- CROSS JOIN: minute by minute, never through all points of the room.
SELECT DISTINCT p.kind, p.measured_at
  FROM json_each(?2) t
  CROSS JOIN json_each(?3) k
  CROSS JOIN vital_points p ON p.room_id = ?1 AND p.kind = k.value AND p.measured_at = t.value
