-- Until its pieces are here it is called nothing.
INSERT OR IGNORE INTO carried_entries (takeover_id, room_id, number, uuid, resource_type, content, pieces)
VALUES (?1, ?2, ?3, '', 'Binary', '', ?4)
