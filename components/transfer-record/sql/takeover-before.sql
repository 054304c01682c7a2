SELECT (SELECT id FROM takeovers WHERE room_id = ?1 AND fingerprint = ?2) AS same,
       (SELECT id FROM takeovers WHERE room_id = ?1 AND finished_at IS NULL AND fingerprint <> ?2) AS other,
       (SELECT count(*) FROM takeovers WHERE room_id = ?1) AS takeovers
