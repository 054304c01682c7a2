-- R21: who looked at a registrant, newest first.
SELECT v.sequence, v.at, v.user_id, u.name AS user_name, u.profession, o.name AS organization_name, v.what, v.via
  FROM registrant_views v
  JOIN users u ON u.id = v.user_id
  JOIN organizations o ON o.id = u.organization_id
 WHERE v.registrant_id = ?1 AND v.sequence < ?2
 ORDER BY v.sequence DESC
 LIMIT ?3 + 0
