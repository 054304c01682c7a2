DELETE FROM vital_points
 WHERE (room_id, kind, measured_at, measurement_id) IN
       (SELECT m.room_id, r.key, m.measured_at, m.id FROM measurements m, json_each(m.readings) r WHERE m.id = ?1)
