-- So many people of the first organization, in one room.
WITH RECURSIVE numbers (i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ?2)
INSERT INTO users (id, organization_id, login_id, name, name_key, kana, kana_key, profession, email, email_key, created_at)
SELECT 3000000 + i, 1, printf('9%07d', i), printf('参加者%06d', i), printf('参加者%06d', i), 'サンカシャ', printf('さんかしゃ%06d', i),
       'pharmacist', '', printf('participant-%06d', i), 0
  FROM numbers
