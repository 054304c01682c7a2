INSERT INTO open_day_exceptions (day, is_open, note) VALUES (?1, ?2, ?3)
ON CONFLICT (day) DO UPDATE SET is_open = excluded.is_open, note = excluded.note
