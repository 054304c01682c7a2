-- What came on paper belongs to the desk where it lies, so that the other desk no longer reads it once it went on (R11).
SELECT id
  FROM applications
 WHERE receipt_number = ?1
   AND iif(channel = 'electronic', submitted_by_user_id = ?2, desk = ?3)
