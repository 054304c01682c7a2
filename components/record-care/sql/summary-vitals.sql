-- The last ?3 values of each of the kinds ?2, newest first.
SELECT k.value AS kind,
       (SELECT json_group_array(json_object('at', p.measured_at, 'value', p.value))
          FROM (SELECT q.measured_at, q.value
                  FROM vital_points q
                 WHERE q.room_id = ?1 AND q.kind = k.value
                 ORDER BY q.measured_at DESC, q.measurement_id DESC
                 LIMIT ?3 + 0) p) AS recent
  FROM json_each(?2) k
