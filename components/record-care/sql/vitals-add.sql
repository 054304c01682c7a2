INSERT INTO measurements (room_id, measured_at, recorded_at, author_user_id, author_name, author_profession,
                          author_organization_name, readings, glucose_timing, note, source)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
RETURNING id
