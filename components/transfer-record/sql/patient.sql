-- Whose room ?1 is; ?2 begins this system's numbers.
SELECT printf(?2 || '-8100-8000-%012x', g.id) AS uuid, g.name, g.kana, g.birth_date, g.postal_code, g.address, g.phone,
       (SELECT json_group_array(u.patient_uuid)
          FROM (SELECT DISTINCT t.patient_uuid FROM takeovers t
                 WHERE t.room_id = r.id AND t.finished_at IS NOT NULL
                   AND t.patient_uuid <> printf(?2 || '-8100-8000-%012x', g.id)) u) AS carried
  FROM rooms r JOIN registrants g ON g.id = r.registrant_id
 WHERE r.id = ?1
