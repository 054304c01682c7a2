-- Whose room ?1 is, under the number by which every system knows the person; ?2 begins this system's own numbers.
SELECT coalesce((SELECT uuid FROM carried_over WHERE kind = 'registrant' AND row_id = g.id),
                printf(?2 || '-8100-8000-%012x', g.id)) AS uuid,
       g.name, g.kana, g.birth_date, g.postal_code, g.address, g.phone
  FROM rooms r JOIN registrants g ON g.id = r.registrant_id
 WHERE r.id = ?1
