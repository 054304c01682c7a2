DELETE FROM takeovers WHERE id = ?1 AND finished_at IS NULL
