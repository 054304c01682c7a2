SELECT message_revision, read_revision FROM rooms WHERE id = ?1
