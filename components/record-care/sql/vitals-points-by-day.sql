-- A day in Japan is one row: 32,400,000 ms are nine hours.
WITH points AS (
  SELECT (measured_at + 32400000) / 86400000 AS day, value, mark
    FROM vital_points
   WHERE room_id = ?1 AND kind = ?2 AND measured_at >= ?3 AND measured_at < ?4
), placed AS (
  SELECT day, value, mark, row_number() OVER (PARTITION BY day ORDER BY value) AS place,
         count(*) OVER (PARTITION BY day) AS total
    FROM points
), days AS (
  SELECT day * 86400000 - 32400000 AS at, max(iif(place = (total + 1) / 2, value, NULL)) AS value, min(value) AS least,
         max(value) AS greatest, max(mark) AS mark
    FROM placed
   GROUP BY day
   ORDER BY day
   LIMIT ?5 + 0
)
SELECT count(*) AS count, json_group_array(at) AS at, json_group_array(value) AS value, json_group_array(least) AS least,
       json_group_array(greatest) AS greatest, json_group_array(mark) AS mark
  FROM days
