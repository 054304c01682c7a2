DELETE FROM measurement_versions WHERE measurement_id IN (SELECT id FROM measurements WHERE room_id = ?1)
