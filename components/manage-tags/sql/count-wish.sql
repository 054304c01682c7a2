-- A further wish for a wording that the city has answered asks again.
INSERT INTO tag_wish_groups (wording_key, wording, wishes, first_at, last_at) VALUES (?1, ?2, 1, ?3, ?3)
ON CONFLICT (wording_key) DO UPDATE
   SET wishes = wishes + 1, last_at = excluded.last_at, answered_at = NULL
