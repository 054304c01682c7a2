SELECT c.id AS consent_id, c.signed_by, c.representative_name, c.representative_relation, c.signed_on, c.scan_agreed_on,
       c.original_received_by, c.original_received_on, c.withdrawn_at, a.receipt_number
  FROM consents c JOIN applications a ON a.id = c.application_id
 WHERE c.registrant_id = ?1
 ORDER BY c.id DESC
 LIMIT 50
