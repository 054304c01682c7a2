SELECT number, purpose, words, author_user_id, author_name, author_profession, author_organization_name, at
  FROM summary_printouts
 WHERE room_id = ?1 AND number = ?2
