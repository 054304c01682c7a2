-- The pairs of a name of four characters, as domain::text::pairs makes them.
INSERT INTO application_words (rowid, words)
SELECT id, substr(applicant_name, 1, 2) || ' ' || substr(applicant_name, 2, 2) || ' ' || substr(applicant_name, 3, 2)
           || ' ' || substr(applicant_name, 4, 1)
  FROM applications
 WHERE receipt_number >= 'bench-' AND receipt_number < 'bench.' AND received_at BETWEEN ?1 AND ?2
