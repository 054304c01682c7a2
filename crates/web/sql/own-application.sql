-- A manager follows what his organization filed. Forms 1 to 3, about collaboration rooms, everybody files for himself.
SELECT id
  FROM applications
 WHERE receipt_number = ?1
   AND ((organization_id = ?2 AND ?3) OR (submitted_by_user_id = ?4 AND form <= 3))
