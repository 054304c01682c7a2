-- How many of the entries ?3 stand in takeover ?1 from number ?2 on, as they are given. CROSS: what was sent is read once,
-- not once for every entry that is there.
SELECT count(*) AS kept
  FROM json_each(?3) j
 CROSS JOIN carried_entries e ON e.takeover_id = ?1 AND e.number = ?2 + j.key
 WHERE e.content = j.value ->> '$.content'
