-- Nothing happens to a file that belongs to a document by now: what was filed stays as it was seen.
INSERT INTO document_file_chunks (file_id, number, bytes, content)
SELECT f.id, ?2, ?3, ?4 FROM document_files f WHERE f.id = ?1 AND f.document_id IS NULL
    ON CONFLICT (file_id, number) DO UPDATE SET bytes = excluded.bytes, content = excluded.content
