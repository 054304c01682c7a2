INSERT INTO users (organization_id, login_id, name, name_key, kana, kana_key, profession, profession_other, email,
                   email_key, desk, created_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
RETURNING id
