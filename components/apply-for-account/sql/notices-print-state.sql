SELECT id, printed_at, application_id FROM notices WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id LIMIT 100
