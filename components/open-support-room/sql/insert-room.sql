-- A support room is called after its registrant, whose name stands in one place only.
INSERT INTO rooms (kind, name, created_at, registrant_id) VALUES ('support', '', ?2, ?1)
RETURNING id
