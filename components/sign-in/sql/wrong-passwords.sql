SELECT count(*) AS count FROM wrong_passwords WHERE user_id = ?1
