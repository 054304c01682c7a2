DELETE FROM wrong_passwords WHERE user_id = ?1
