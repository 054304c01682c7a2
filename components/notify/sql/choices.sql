SELECT kind, email, push FROM notification_choices WHERE user_id = ?1
