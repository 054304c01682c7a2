-- Begins the numbers that this system gives to what it exports as FHIR: two systems never give the same.
INSERT INTO settings (name, value) VALUES ('system_id', lower(hex(randomblob(16))));
