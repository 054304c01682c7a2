-- Begins the numbers that this system gives to what it exports as FHIR: two systems never give the same. One row.
CREATE TABLE system_identity (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  numbers  TEXT NOT NULL
) STRICT;
INSERT INTO system_identity (id, numbers) VALUES (1, lower(hex(randomblob(4))) || '-' || lower(hex(randomblob(2))));
