-- Whoever looks again gets it once more; `?3` says that other tables have rows of it.
UPDATE messages
   SET revision = (SELECT message_revision FROM rooms WHERE id = ?1), extras = max(extras, ?3)
 WHERE id = ?2
