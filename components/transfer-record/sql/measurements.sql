-- The measurements of room ?1 after ?3, in the order of their recording, as JSON. ?2: see patient.sql. Chosen before the
-- JSON is made: a page of a long record is a part of it.
WITH chosen AS MATERIALIZED (
  SELECT id FROM measurements WHERE room_id = ?1 AND id > ?3 ORDER BY id LIMIT ?4 + 0
)
SELECT m.id,
       json_object(
         'id', m.id, 'measured_at', m.measured_at, 'recorded_at', m.recorded_at,
         'author', json_object('uuid', printf(?2 || '-8200-8000-%012x', m.author_user_id), 'name', m.author_name,
                               'profession', m.author_profession, 'organization_name', m.author_organization_name),
         'readings', json(m.readings), 'glucose_timing', m.glucose_timing, 'note', m.note,
         'corrected_at', m.corrected_at, 'withdrawn_at', m.withdrawn_at) AS content
  FROM chosen c
  JOIN measurements m ON m.id = c.id
 ORDER BY c.id
