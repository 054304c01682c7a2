SELECT printf(?2 || '-8600-8000-%012x', c.id) AS uuid, c.signed_by, c.representative_name, c.representative_relation,
       c.signed_on, c.scan_agreed_on, c.original_received_by, c.original_received_on, c.withdrawn_at
  FROM rooms r JOIN consents c ON c.registrant_id = r.registrant_id
 WHERE r.id = ?1
 ORDER BY c.id
