INSERT INTO visits (room_id, visitor_user_id, visitor_name, visitor_profession, visitor_organization_name, kind,
                    first_day, last_day, start_minute, minutes, repeat, note, continues_visit_id, revision,
                    author_user_id, author_name, author_profession, author_organization_name, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 1, ?14, ?15, ?16, ?17, ?18)
RETURNING id AS visit_id
