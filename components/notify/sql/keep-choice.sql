INSERT INTO notification_choices (user_id, kind, email, push) VALUES (?1, ?2, ?3, ?4)
