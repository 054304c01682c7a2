SELECT (SELECT count(*) FROM rooms WHERE kind = 'support' AND closed_at IS NULL) AS open_rooms,
       (SELECT count(*) FROM rooms WHERE kind = 'support' AND closed_at IS NOT NULL AND content_deleted_at IS NULL)
         AS closed_rooms,
       (SELECT count(*) FROM registrants WHERE deleted_at IS NULL) AS registrants
