SELECT count(*) AS count, json_group_array(measured_at) AS at, json_group_array(value) AS value,
       json_group_array(mark) AS mark
  FROM (SELECT measured_at, value, mark
          FROM vital_points
         WHERE room_id = ?1 AND kind = ?2 AND measured_at >= ?3 AND measured_at < ?4
         ORDER BY measured_at, measurement_id
         LIMIT ?5 + 0)
