SELECT signed_by, representative_name, representative_relation, signed_on, original_received_by, withdrawn_at
  FROM consents
 WHERE registrant_id = ?1
 ORDER BY id DESC
 LIMIT 1
