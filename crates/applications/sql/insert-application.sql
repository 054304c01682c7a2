INSERT INTO applications (receipt_number, form, status, channel, organization_id, organization_name, applicant_name,
                          people_count, search_key, content, submitted_by_user_id, received_at, updated_at, due_on,
                          clock_day, open_days_left, desk, missing)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12, ?13, ?14, ?15, ?16, ?17)
RETURNING id
