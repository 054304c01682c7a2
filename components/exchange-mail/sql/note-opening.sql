-- One statement, which a trigger completes: it is durable without a transaction of its own.
INSERT INTO mail_openings (mail_id, box_id, user_id, at) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (mail_id, box_id, user_id) DO NOTHING
