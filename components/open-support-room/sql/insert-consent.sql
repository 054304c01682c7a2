INSERT INTO consents (registrant_id, application_id, signed_by, representative_name, representative_relation, signed_on,
                      scan_agreed_on, original_received_by, original_received_on, created_at, original_file_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
