-- Forms 8 at the association's desk; the registrant of one that names a room.
SELECT a.id, g.id AS registrant_id,
       json_array(a.receipt_number, a.status, a.organization_name, a.applicant_name, a.channel, a.received_at,
         a.accepted_at, a.due_on, g.id, g.name) AS cells
  FROM applications a
  LEFT JOIN rooms r ON r.id = (SELECT x.room_id FROM room_applications x WHERE x.application_id = a.id LIMIT 1)
  LEFT JOIN registrants g ON g.id = r.registrant_id AND g.deleted_at IS NULL
 WHERE a.id > ?1 AND a.form = 8 AND a.desk = 'association'
 ORDER BY a.id
 LIMIT ?2 + 0
