SELECT v.at, v.body FROM message_versions v WHERE v.message_id = ?1 ORDER BY v.at LIMIT 500
