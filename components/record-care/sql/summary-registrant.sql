-- Whose room ?1 is.
SELECT g.name, g.kana, g.birth_date, g.postal_code, g.address, g.phone
  FROM rooms r JOIN registrants g ON g.id = r.registrant_id
 WHERE r.id = ?1
