INSERT INTO vital_points (room_id, kind, measured_at, measurement_id, value, mark)
SELECT ?1, value ->> 'kind', value ->> 'measured_at', value ->> 'measurement_id', value ->> 'value', value ->> 'mark'
  FROM json_each(?2)
