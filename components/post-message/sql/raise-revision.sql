UPDATE rooms SET message_revision = message_revision + 1 WHERE id = ?1
