-- A file has at most forty pieces.
SELECT number FROM document_file_chunks WHERE file_id = ?1 ORDER BY number LIMIT 100
