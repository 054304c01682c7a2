-- domain::care_team::is_clinician, of those who are in the rooms now or going to be.
SELECT m.room_id, m.user_id, u.profession, m.since, m.until
  FROM json_each(?1) asked
 CROSS JOIN room_members m ON m.room_id = asked.value AND (m.until IS NULL OR m.until > ?2)
  JOIN users u ON u.id = m.user_id AND u.profession IN ('doctor', 'visiting_nurse')
 LIMIT 10000
