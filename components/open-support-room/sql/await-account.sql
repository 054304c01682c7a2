INSERT INTO care_team_awaiting (room_id, application_id, name, name_key, kana, kana_key, profession, organization_name,
                                created_at, wanted_from)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
