INSERT INTO file_chunks (file_id, number, bytes, content) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (file_id, number) DO UPDATE SET bytes = excluded.bytes, content = excluded.content
