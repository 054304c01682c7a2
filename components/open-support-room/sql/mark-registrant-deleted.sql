-- A registrant without a name has been deleted with the last room.
UPDATE registrants SET deleted_at = ?2 WHERE id = ?1 AND name = '' AND deleted_at IS NULL
