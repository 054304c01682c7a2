INSERT INTO vital_limits (room_id, kind, low, high, set_by_user_id, set_by_name, set_by_profession,
                          set_by_organization_name, set_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
