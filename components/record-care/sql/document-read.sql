INSERT INTO document_reads (document_id, version, user_id, at) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (document_id, version, user_id) DO NOTHING
