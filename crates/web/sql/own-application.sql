-- A manager follows what his organization filed. Forms 1 to 3, about collaboration rooms, everybody files for himself. What a
-- clerk entered from somebody's mail is that person's.
SELECT a.id
  FROM applications a
 WHERE a.receipt_number = ?1
   AND ((a.organization_id = ?2 AND ?3) OR (a.submitted_by_user_id = ?4 AND a.form <= 3)
        OR (a.channel = 'internal_mail'
            AND EXISTS (SELECT 1 FROM mailed_forms m WHERE m.entered_id = a.id AND m.sender_user_id = ?4)))
