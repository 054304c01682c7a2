SELECT count(*) AS count FROM organizations WHERE name_key = ?1 AND address = ?2
