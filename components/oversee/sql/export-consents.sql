SELECT c.id, c.registrant_id,
       json_array(g.id, g.name, g.kana, a.receipt_number, c.signed_by, c.representative_name, c.representative_relation,
         c.signed_on, c.scan_agreed_on, c.original_received_by, c.original_received_on, c.withdrawn_at) AS cells
  FROM consents c
  JOIN registrants g ON g.id = c.registrant_id
  JOIN applications a ON a.id = c.application_id
 WHERE c.id > ?1 AND g.deleted_at IS NULL
 ORDER BY c.id
 LIMIT ?2 + 0
