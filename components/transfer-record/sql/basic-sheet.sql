-- The versions of the basic sheet of room ?1 after ?3, as JSON. ?2: see patient.sql.
SELECT s.version AS id,
       json_object(
         'id', s.id, 'at', s.at,
         'is_newest', s.version = (SELECT max(version) FROM basic_sheet_versions WHERE room_id = ?1),
         'author', json_object('uuid', printf(?2 || '-8200-8000-%012x', s.author_user_id), 'name', s.author_name,
                               'profession', s.author_profession, 'organization_name', s.author_organization_name),
         'content', json(s.content)) AS content
  FROM basic_sheet_versions s
 WHERE s.room_id = ?1 AND s.version > ?3
 ORDER BY s.version
 LIMIT ?4 + 0
