INSERT INTO basic_sheet_confirmations (room_id, version, author_user_id, author_name, author_profession,
                                       author_organization_name, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
