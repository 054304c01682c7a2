-- R21: which of these looks are not on record yet, and where the chain ends. A look at the same thing since `after` is
-- the same look.
SELECT last.sequence, last.hash,
       (SELECT json_group_array(asked.key)
          FROM json_each(?1) asked
         WHERE NOT EXISTS (SELECT 1
                             FROM registrant_views v
                            WHERE v.user_id = asked.value ->> '$.user' AND v.registrant_id = asked.value ->> '$.registrant'
                              AND v.what = asked.value ->> '$.what' AND v.at > asked.value ->> '$.after'
                              AND v.via = asked.value ->> '$.via')) AS missing
  FROM (SELECT 1) one
  LEFT JOIN (SELECT sequence, hash FROM registrant_views ORDER BY sequence DESC LIMIT 1) last
 LIMIT 1
