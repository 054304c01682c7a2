-- How many of the entries ?3 stand in takeover ?1 from number ?2 on, as they are given.
SELECT count(*) AS kept
  FROM json_each(?3) j
  JOIN carried_entries e ON e.takeover_id = ?1 AND e.number = ?2 + j.key
 WHERE e.content = j.value ->> '$.content'
