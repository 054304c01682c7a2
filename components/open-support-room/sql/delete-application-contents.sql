-- `{}` reads as a form with nothing in it: applications::Application::content_is_deleted.
UPDATE applications
   SET content = '{}', search_key = ''
 WHERE id IN (SELECT x.application_id FROM room_applications x WHERE x.room_id = ?1)
